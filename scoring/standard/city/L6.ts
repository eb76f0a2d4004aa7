import { amount } from '../input.ts'
import { item } from '../item.ts'
import { dimension, indicator } from '../scheme.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'

const L6P1 = indicator('L6P1', '数字经济', 'Digital economy', { weight: 2, table: '22' }, [
  item(
    'L6P1-A1',
    '数字经济核心产业 GDP 占比',
    'Share of core digital industries in GDP',
    { share: 100, timing: 'point', rulings: ['R5', 'R10', 'R34'] },
    {
      coreDigitalGdp: amount('数字经济核心产业增加值', 'GDP of core digital industries', '亿元', { atMost: 'gdp' }),
      gdp: amount('地区生产总值', 'GDP', '亿元'),
    },
    ({ coreDigitalGdp, gdp }) => share(100, hundredfold(ratio(coreDigitalGdp, gdp))),
  ),
])

export const L6 = dimension('L6', '产业发展', 'Industry', 2, [L6P1])
