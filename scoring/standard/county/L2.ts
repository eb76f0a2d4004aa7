import { amount, boolean, count, percent, set } from '../input.ts'
import { item } from '../item.ts'
import { dimension, indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { howMany } from '../words/howMany.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { points } from '../words/points.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'
import { tiers } from '../words/tiers.ts'
import { upTo } from '../words/upTo.ts'
import { weighted } from '../words/weighted.ts'

const L2P1 = indicator('L2P1', '县域综合治理', 'Integrated county governance', { weight: 8, table: 'A.7' }, [
  item(
    'L2P1-A1',
    '市政管网管线智能化监测管理率',
    'Smart monitoring of municipal pipelines',
    { share: 20, timing: 'point', rulings: ['R5', 'R10'] },
    {
      monitoredPipelines: amount('智能监测的管网管线长度', 'Length of pipelines smartly monitored', 'km', {
        atMost: 'pipelines',
      }),
      pipelines: amount('市政管网管线总长度', 'Length of municipal pipelines', 'km'),
    },
    ({ monitoredPipelines, pipelines }) => share(20, hundredfold(ratio(monitoredPipelines, pipelines))),
  ),
  item(
    'L2P1-A2',
    '数字化城管情况',
    'Digital urban management',
    { share: 20, timing: 'point', rulings: ['R5', 'R55'] },
    {
      filingRate: percent('立案率', 'Filing rate', '%'),
      dispatchAccuracy: percent('派遣正确率', 'Rate of correct dispatch', '%'),
      onTimeRate: percent('按时处置率', 'Rate of handling on time', '%'),
      closureRate: percent('结案率', 'Closure rate', '%'),
      coveredArea: amount('数字化城管覆盖面积', 'Area under digital urban management', 'km²', {
        atMost: 'builtUpArea',
      }),
      builtUpArea: amount('建成区面积', 'Built-up area', 'km²'),
    },
    ({ filingRate, dispatchAccuracy, onTimeRate, closureRate, coveredArea, builtUpArea }) =>
      share(
        20,
        sum(
          part(
            'b1',
            tiers(
              filingRate,
              [
                [95, 20],
                [90, 15],
                [85, 10],
                [80, 5],
              ],
              0,
            ),
          ),
          part(
            'b2',
            tiers(
              dispatchAccuracy,
              [
                [90, 20],
                [85, 15],
                [80, 10],
                [75, 5],
              ],
              0,
            ),
          ),
          part(
            'b3',
            tiers(
              onTimeRate,
              [
                [80, 20],
                [75, 15],
                [70, 10],
                [65, 5],
              ],
              0,
            ),
          ),
          part(
            'b4',
            tiers(
              closureRate,
              [
                [90, 20],
                [85, 15],
                [80, 10],
                [75, 5],
              ],
              0,
            ),
          ),
          part(
            'b5',
            tiers(
              hundredfold(ratio(coveredArea, builtUpArea)),
              [
                [90, 20],
                [85, 15],
                [80, 10],
                [75, 5],
              ],
              0,
            ),
          ),
        ),
      ),
  ),
  item(
    'L2P1-A3',
    '网格化管理水平',
    'Grid management',
    { share: 30, timing: 'point', rulings: ['R5', 'R7'] },
    {
      gridCommunities: count('推行网格化管理的社区(行政村)数', 'Communities and villages under grid management', '个', {
        atMost: 'communities',
      }),
      communities: count('社区(行政村)总数', 'Communities and villages in total', '个'),
      integratedFields: set('已集约化的治理网络领域', 'Governance fields merged into one grid', {
        environment: ['生态环境', 'Ecology and environment'],
        emergency: ['应急指挥', 'Emergency command'],
        market: ['市场监管', 'Market regulation'],
        urbanManagement: ['城市管理', 'Urban management'],
        socialGovernance: ['社会治理', 'Social governance'],
      }),
      otherIntegratedFields: count('其他已集约化领域数', 'Other merged fields', '项'),
    },
    ({ gridCommunities, communities, integratedFields, otherIntegratedFields }) =>
      share(
        30,
        weighted(
          [0.5, part('b1', hundredfold(ratio(gridCommunities, communities)))],
          [0.5, part('b2', upTo(100, each(20, sum(howMany(integratedFields), otherIntegratedFields))))],
        ),
      ),
  ),
  item(
    'L2P1-A4',
    '城市综合指挥',
    'Integrated city command',
    { share: 30, timing: 'point', rulings: ['R5', 'R56'] },
    {
      commandSystem: boolean('已建指挥与融合通信系统并能指挥', 'Command and converged communication system works'),
      frontlineCommand: boolean('可实际指挥到一线人员', 'Front-line staff can be commanded'),
      commandedEvents: count('指挥系统完成指挥的事件数', 'Events commanded through the system', '件', {
        atMost: 'majorEvents',
      }),
      majorEvents: count('大型与突发事件总数', 'Large and sudden events in total', '件'),
    },
    ({ commandSystem, frontlineCommand, commandedEvents, majorEvents }) =>
      share(
        30,
        weighted(
          [0.25, part('b1', points(commandSystem, 100))],
          [0.25, part('b2', points(frontlineCommand, 100))],
          [0.5, part('b3', hundredfold(ratio(commandedEvents, majorEvents)))],
        ),
      ),
  ),
])

const L2P2 = indicator('L2P2', '公共安全', 'Public safety', { weight: 4, table: 'A.8' }, [
  item(
    'L2P2-A1',
    '城市重点公共区域智能视频监控覆盖率、视频监控摄像机智能运维管理率',
    'Smart video coverage of key public areas and smart operation of cameras',
    { share: 40, timing: 'point', rulings: ['R5', 'R9'] },
    {
      smartCoveredAreas: count(
        '智能视频已覆盖的重点公共区域数',
        'Key public areas under smart video surveillance',
        '处',
        { atMost: 'keyAreas' },
      ),
      keyAreas: count('重点公共区域总数', 'Key public areas in total', '处'),
      managedCameras: count('可统一智能运维的摄像机数', 'Cameras under unified smart operation', '台', {
        atMost: 'cameras',
      }),
      cameras: count('重点公共区域摄像机总数', 'Cameras in key public areas', '台', { shared: true }),
    },
    ({ smartCoveredAreas, keyAreas, managedCameras, cameras }) =>
      share(
        40,
        hundredfold(
          weighted(
            [0.4, part('b1', ratio(smartCoveredAreas, keyAreas))],
            [0.6, part('b2', ratio(managedCameras, cameras))],
          ),
        ),
      ),
  ),
  item(
    'L2P2-A2',
    '重点公共区域视频监控联网率',
    'Networking of cameras in key public areas',
    { share: 40, timing: 'point', rulings: ['R5', 'R9'] },
    {
      networkedCameras: count('已接入共享平台的摄像机数', 'Cameras on the sharing platform', '台', {
        atMost: 'cameras',
      }),
      cameras: count('重点公共区域摄像机总数', 'Cameras in key public areas', '台', { shared: true }),
    },
    ({ networkedCameras, cameras }) => share(40, hundredfold(ratio(networkedCameras, cameras))),
  ),
  item(
    'L2P2-A3',
    '公共安全视频图像支撑服务社会管理情况',
    'Public-safety video in support of social management',
    { share: 20, timing: 'point', rulings: ['R5', 'R10'] },
    {
      videoSolvedCases: count('视频协助查破的刑事案件数(年度)', 'Criminal cases solved with video, in the year', '件', {
        atMost: 'solvedCases',
      }),
      solvedCases: count('查破刑事案件总数(年度)', 'Criminal cases solved, in the year', '件'),
      departmentsServed: count('视频服务的其他政府部门数', 'Other government departments served', '个'),
    },
    ({ videoSolvedCases, solvedCases, departmentsServed }) =>
      share(
        20,
        weighted(
          [0.6, part('b1', hundredfold(ratio(videoSolvedCases, solvedCases)))],
          [
            0.4,
            part(
              'b2',
              tiers(
                departmentsServed,
                [
                  [5, 100],
                  [3, 60],
                  [1, 40],
                ],
                0,
              ),
            ),
          ],
        ),
      ),
  ),
])

export const L2 = dimension('L2', '精准治理', 'Precise governance', 12, [L2P1, L2P2])
