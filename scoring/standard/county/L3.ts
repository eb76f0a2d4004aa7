import { amount, boolean, count } from '../input.ts'
import { item } from '../item.ts'
import { dimension, indicator } from '../scheme.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { points } from '../words/points.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { weighted } from '../words/weighted.ts'

const L3P1 = indicator('L3P1', '生态环保', 'Environmental protection', { weight: 3, table: 'A.9' }, [
  item(
    'L3P1-A1',
    '环境质量监测水平',
    'Monitoring of environmental quality',
    { share: 50, timing: 'point', rulings: ['R5', 'R57'] },
    {
      airMonitoredArea: amount('空气信息化监测覆盖面积', 'Area under digital air monitoring', 'km²', {
        atMost: 'urbanArea',
      }),
      waterMonitoredArea: amount('水体信息化监测覆盖面积', 'Area under digital water monitoring', 'km²', {
        atMost: 'urbanArea',
      }),
      urbanArea: amount('城区总面积', 'Urban area', 'km²'),
    },
    ({ airMonitoredArea, waterMonitoredArea, urbanArea }) =>
      share(
        50,
        hundredfold(weighted([0.5, ratio(airMonitoredArea, urbanArea)], [0.5, ratio(waterMonitoredArea, urbanArea)])),
      ),
  ),
  item(
    'L3P1-A2',
    '企事业单位环境信息公开率',
    'Disclosure of environmental information',
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      disclosingUnits: count('已公开环境信息的重点排污单位数', 'Key dischargers that disclose', '家', {
        atMost: 'keyDischargers',
      }),
      keyDischargers: count('重点排污单位总数', 'Key dischargers in total', '家'),
    },
    ({ disclosingUnits, keyDischargers }) => share(50, hundredfold(ratio(disclosingUnits, keyDischargers))),
  ),
])

const L3P2 = indicator('L3P2', '绿色乡村', 'Green countryside', { weight: 3, table: 'A.10' }, [
  item(
    'L3P2-A1',
    '乡村生态保护信息化水平',
    'Digital rural ecology protection',
    { share: 50, timing: 'point', rulings: ['R58'] },
    { ecosystemPlatform: boolean('已建农村生态系统监测平台', 'Rural ecosystem monitoring platform built') },
    ({ ecosystemPlatform }) => share(50, part('b', points(ecosystemPlatform, 100))),
  ),
  item(
    'L3P2-A2',
    '农村绿色生活情况',
    'Green rural living',
    { share: 50, maximum: 25, timing: 'point', rulings: ['R58'] },
    { habitatPlatform: boolean('已建农村人居环境综合监测平台', 'Rural living-environment monitoring platform built') },
    ({ habitatPlatform }) => share(50, part('b', points(habitatPlatform, 50))),
  ),
])

export const L3 = dimension('L3', '生态宜居', 'Liveable environment', 6, [L3P1, L3P2])
