import { amount, count, set } from '../input.ts'
import { item } from '../item.ts'
import { dimension, indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { howMany } from '../words/howMany.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'
import { tiers } from '../words/tiers.ts'
import { upTo } from '../words/upTo.ts'
import { weighted } from '../words/weighted.ts'

const L2P1 = indicator('L2P1', '城市管理', 'Urban management', { weight: 4, table: '11' }, [
  item(
    'L2P1-A1',
    '城市管理事项覆盖情况',
    'Coverage of urban management matters',
    { share: 25, timing: 'point', rulings: ['R5'] },
    {
      coveredMatters: count('已纳入系统的事项数', 'Matters in the system', '项', { atMost: 'matters' }),
      matters: count('城市管理事项总数', 'Urban management matters in total', '项'),
    },
    ({ coveredMatters, matters }) => share(25, hundredfold(part('b', ratio(coveredMatters, matters)))),
  ),
  item(
    'L2P1-A2',
    '城市事件自动处理情况',
    'Automatic handling of city events',
    { share: 25, timing: 'point', rulings: ['R5'] },
    {
      autoHandledEvents: count('自动处理的城市事件数', 'Events handled automatically', '件', { atMost: 'events' }),
      events: count('城市事件总数', 'City events in total', '件'),
      closedEvents: count('有效办结的事件数', 'Events effectively closed', '件', { atMost: 'eventsDue' }),
      eventsDue: count('应办结的事件数', 'Events due to be closed', '件'),
    },
    ({ autoHandledEvents, events, closedEvents, eventsDue }) =>
      share(
        25,
        hundredfold(
          weighted(
            [0.5, part('b1', ratio(autoHandledEvents, events))],
            [0.5, part('b2', ratio(closedEvents, eventsDue))],
          ),
        ),
      ),
  ),
  item(
    'L2P1-A3',
    '市政管网管线智能化监测管理率',
    'Smart monitoring of municipal pipelines',
    { share: 25, timing: 'year', rulings: ['R5', 'R10'] },
    {
      monitoredPipelines: amount('智能监测的管网管线长度', 'Length of pipelines smartly monitored', 'km', {
        atMost: 'pipelines',
      }),
      pipelines: amount('市政管网管线总长度', 'Length of municipal pipelines', 'km'),
    },
    ({ monitoredPipelines, pipelines }) => share(25, hundredfold(ratio(monitoredPipelines, pipelines))),
  ),
  item(
    'L2P1-A4',
    '网格化融合管理水平',
    'Merged grid management',
    { share: 25, timing: 'point', rulings: ['R7'] },
    {
      integratedFields: set('已集约化的治理网络领域', 'Governance fields merged into one grid', {
        environment: ['生态环境', 'Ecology and environment'],
        emergency: ['应急指挥', 'Emergency command'],
        market: ['市场监管', 'Market regulation'],
        urbanManagement: ['城市管理', 'Urban management'],
        socialGovernance: ['社会治理', 'Social governance'],
      }),
      otherIntegratedFields: count('其他已集约化领域数', 'Other merged fields', '项'),
    },
    ({ integratedFields, otherIntegratedFields }) =>
      share(25, part('b', upTo(100, each(20, sum(howMany(integratedFields), otherIntegratedFields))))),
  ),
])

const L2P2 = indicator('L2P2', '公共安全', 'Public safety', { weight: 3, table: '12' }, [
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
    '城市重点公共区域视频监控联网率、远程视频存储完整率',
    'Networking of cameras and completeness of remote storage',
    { share: 30, timing: 'point', rulings: ['R5', 'R9', 'R27'] },
    {
      networkedCameras: count('已接入共享平台的摄像机数', 'Cameras on the sharing platform', '台', {
        atMost: 'cameras',
      }),
      cameras: count('重点公共区域摄像机总数', 'Cameras in key public areas', '台', { shared: true }),
      remotelyStoredCameras: count(
        '实现远程完整存储的联网摄像机数',
        'Networked cameras with complete remote storage',
        '台',
        { atMost: 'networkedCameras' },
      ),
    },
    ({ networkedCameras, cameras, remotelyStoredCameras }) =>
      share(
        30,
        hundredfold(
          weighted(
            [0.5, part('b1', ratio(networkedCameras, cameras))],
            [0.5, part('b2', ratio(remotelyStoredCameras, networkedCameras, { whenNone: 0 }))],
          ),
        ),
      ),
  ),
  item(
    'L2P2-A3',
    '公共安全视频图像支撑服务社会管理情况',
    'Public-safety video in support of social management',
    { share: 30, timing: 'point', rulings: ['R5', 'R10'] },
    {
      videoSolvedCases: count('视频协助查破的刑事案件数(年度)', 'Criminal cases solved with video, in the year', '件', {
        atMost: 'solvedCases',
      }),
      solvedCases: count('查破刑事案件总数(年度)', 'Criminal cases solved, in the year', '件'),
      departmentsServed: count('视频服务的其他政府部门数', 'Other government departments served', '个'),
    },
    ({ videoSolvedCases, solvedCases, departmentsServed }) =>
      share(
        30,
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

const L2P3 = indicator('L2P3', '应急管理', 'Emergency management', { weight: 1, table: '13' }, [
  item(
    'L2P3-A1',
    '城市事件应急指挥能力',
    'Emergency command of city events',
    { share: 100, timing: 'year', rulings: ['R5'] },
    {
      commandedEvents: count('指挥系统完成指挥的事件数', 'Events commanded through the system', '件', {
        atMost: 'majorEvents',
      }),
      majorEvents: count('大型与突发事件总数', 'Large and sudden events in total', '件'),
    },
    ({ commandedEvents, majorEvents }) => hundredfold(ratio(commandedEvents, majorEvents)),
  ),
])

const L2P4 = indicator('L2P4', '社会信用', 'Social credit', { weight: 1, table: '14' }, [
  item(
    'L2P4-A1',
    '主体平均信用记录覆盖率',
    'Average coverage of credit records',
    { share: 100, timing: 'point', rulings: ['R5', 'R6', 'R28'] },
    {
      enterpriseRecords: count('企业信用记录数', 'Credit records of enterprises', '条'),
      enterprises: count('存续企业数', 'Existing enterprises', '家'),
      personRecords: count('自然人信用记录数', 'Credit records of natural persons', '条'),
      population: count('自然人人口数', 'Natural persons', '人'),
    },
    ({ enterpriseRecords, enterprises, personRecords, population }) =>
      hundredfold(
        ratio(
          sum(
            ratio(enterpriseRecords, enterprises, { capAtOne: 'ruling' }),
            ratio(personRecords, population, { capAtOne: 'ruling' }),
          ),
          2,
        ),
      ),
  ),
])

const L2P5 = indicator('L2P5', '基层治理', 'Grassroots governance', { weight: 2, table: '15' }, [
  item(
    'L2P5-A1',
    '街道(乡镇)矛盾纠纷系统覆盖率',
    'Coverage of dispute systems in subdistricts and townships',
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      unitsWithSystem: count(
        '已建纠纷采集系统的街道(乡镇)数',
        'Subdistricts and townships with a dispute system',
        '个',
        { atMost: 'units' },
      ),
      units: count('街道(乡镇)总数', 'Subdistricts and townships in total', '个'),
    },
    ({ unitsWithSystem, units }) => share(50, hundredfold(ratio(unitsWithSystem, units))),
  ),
  item(
    'L2P5-A2',
    '社区(行政村)数据综合采集率',
    'Unified data collection in communities and villages',
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      unifiedDataTypes: count('终端可统一采集的数据类型数', 'Data types collected by the unified terminal', '类', {
        atMost: 'dataTypes',
      }),
      dataTypes: count('需采集的数据类型总数', 'Data types to be collected', '类'),
    },
    ({ unifiedDataTypes, dataTypes }) => share(50, hundredfold(ratio(unifiedDataTypes, dataTypes))),
  ),
])

export const L2 = dimension('L2', '精准治理', 'Precise governance', 11, [L2P1, L2P2, L2P3, L2P4, L2P5])
