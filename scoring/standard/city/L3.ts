import { amount, boolean, count } from '../input.ts'
import { item } from '../item.ts'
import { dimension, indicator } from '../scheme.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { points } from '../words/points.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'

const L3P1 = indicator('L3P1', '生态环保', 'Environmental protection', { weight: 3, table: '16' }, [
  item(
    'L3P1-A1',
    '环境质量自动化监测水平',
    'Automatic monitoring of environmental quality',
    { share: 40, timing: 'point', rulings: ['R5'] },
    {
      airMonitoredArea: amount('空气自动监测覆盖面积(城区内)', 'Urban area under automatic air monitoring', 'km²', {
        atMost: 'urbanArea',
      }),
      urbanArea: amount('城区总面积', 'Urban area', 'km²'),
    },
    ({ airMonitoredArea, urbanArea }) => share(40, hundredfold(ratio(airMonitoredArea, urbanArea))),
  ),
  item(
    'L3P1-A2',
    '企业、事业单位环境信息公开率',
    'Disclosure of environmental information',
    { share: 30, timing: 'point', rulings: ['R5'] },
    {
      disclosingUnits: count('已公开环境信息的重点排污单位数', 'Key dischargers that disclose', '家', {
        atMost: 'keyDischargers',
      }),
      keyDischargers: count('重点排污单位总数', 'Key dischargers in total', '家'),
    },
    ({ disclosingUnits, keyDischargers }) => share(30, hundredfold(ratio(disclosingUnits, keyDischargers))),
  ),
  item(
    'L3P1-A3',
    '城市环境问题处置率',
    'Handling of environmental problems',
    { share: 30, timing: 'year', rulings: ['R5', 'R29'] },
    {
      handledReports: count('已处置的举报事件数', 'Reported events handled', '件', { atMost: 'reports' }),
      reports: count('环境事件举报数', 'Environmental events reported', '件'),
    },
    ({ handledReports, reports }) => share(30, hundredfold(ratio(handledReports, reports, { whenNone: 1 }))),
  ),
])

const L3P2 = indicator('L3P2', '绿色低碳', 'Green and low-carbon', { weight: 3, table: '17' }, [
  item(
    'L3P2-A1',
    '重点用能单位在线监测率',
    'Online monitoring of key energy users',
    { share: 40, timing: 'point', rulings: ['R5'] },
    {
      monitoredUsers: count('纳入在线监测的重点用能单位数', 'Key energy users monitored online', '家', {
        atMost: 'keyEnergyUsers',
      }),
      keyEnergyUsers: count('重点用能单位总数', 'Key energy users in total', '家'),
    },
    ({ monitoredUsers, keyEnergyUsers }) => share(40, hundredfold(ratio(monitoredUsers, keyEnergyUsers))),
  ),
  item(
    'L3P2-A2',
    '建筑用能分项计量应用水平',
    'Sub-metering of building energy',
    { share: 40, timing: 'point', rulings: ['R5', 'R3'] },
    {
      submeteredBuildings: count('已装分项计量的重点用能建筑数', 'Key buildings with sub-metering', '栋', {
        atMost: 'keyBuildings',
      }),
      keyBuildings: count('重点用能建筑总数', 'Key energy-using buildings', '栋'),
    },
    ({ submeteredBuildings, keyBuildings }) => share(40, hundredfold(ratio(submeteredBuildings, keyBuildings))),
  ),
  item(
    'L3P2-A3',
    '企事业单位及大型活动组织碳中和实施情况',
    'Carbon neutrality of organizations and large events',
    { share: 20, timing: 'year', rulings: ['R30'] },
    {
      eventReduction: boolean('大型活动已实施温室气体减排', 'Emission reduction at large events'),
      organizationReduction: boolean(
        '企事业单位已实施减排策略与核算',
        'Reduction strategy and accounting in organizations',
      ),
    },
    ({ eventReduction, organizationReduction }) =>
      share(20, sum(part('b1', points(eventReduction, 50)), part('b2', points(organizationReduction, 50)))),
  ),
])

export const L3 = dimension('L3', '生态宜居', 'Liveable environment', 6, [L3P1, L3P2])
