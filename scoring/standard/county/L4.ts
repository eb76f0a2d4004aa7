import { count } from '../input.ts'
import { item } from '../item.ts'
import { dimension, indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { upTo } from '../words/upTo.ts'
import { weighted } from '../words/weighted.ts'

const L4P1 = indicator('L4P1', '信息网络', 'Information networks', { weight: 4, table: 'A.11', rulings: ['R59'] }, [
  item(
    'L4P1-A1',
    '千兆光网覆盖能力',
    'Gigabit fibre coverage',
    { share: 40, timing: 'point', rulings: ['R5', 'R59'] },
    {
      gigabitHouseholds: count('具备千兆接入能力的家庭数', 'Households with gigabit access', '户', {
        atMost: 'households',
      }),
      households: count('县城地区家庭总数', 'Households in the county seat', '户'),
      fastUsers: count('500 Mb/s 及以上宽带用户数', 'Users at 500 Mb/s and above', '户', { atMost: 'fixedUsers' }),
      fixedUsers: count('固定宽带用户总数', 'Fixed broadband users', '户'),
    },
    ({ gigabitHouseholds, households, fastUsers, fixedUsers }) =>
      share(
        40,
        hundredfold(
          weighted(
            [0.5, part('b1', ratio(gigabitHouseholds, households))],
            [0.5, part('b2', ratio(fastUsers, fixedUsers))],
          ),
        ),
      ),
  ),
  item(
    'L4P1-A2',
    '5G 网络覆盖能力',
    '5G network coverage',
    { share: 40, timing: 'point', rulings: ['R5', 'R59', 'R60'] },
    {
      venues5g: count('已有 5G 信号的重点场所数', 'Key venues with 5G signal', '处', { atMost: 'venues' }),
      venues: count('县城地区重点场所总数', 'Key venues in the county seat', '处'),
      users5g: count('5G 用户数(按终端连接数)', '5G users (terminal connections)', '户', { atMost: 'mobileUsers' }),
      mobileUsers: count('移动宽带用户数(3G/4G/5G 之和)', 'Mobile broadband users (3G+4G+5G)', '户'),
      applications5g: count('5G 创新应用案例数', '5G innovative application cases', '项'),
    },
    ({ venues5g, venues, users5g, mobileUsers, applications5g }) =>
      share(
        40,
        weighted(
          [0.4, part('b1', hundredfold(ratio(venues5g, venues)))],
          [0.4, part('b2', hundredfold(ratio(users5g, mobileUsers)))],
          [0.2, part('b3', upTo(100, each(20, applications5g)))],
        ),
      ),
  ),
])

const L4P2 = indicator(
  'L4P2',
  '重点领域公共基础设施数字化改造',
  'Digital upgrading of key public infrastructure',
  { weight: 2, table: 'A.12' },
  [
    item(
      'L4P2-A1',
      '重点领域智能设施部署率',
      'Deployment of smart facilities in key fields',
      { share: 100, timing: 'point', rulings: ['R5', 'R61'] },
      {
        equippedFields: count('已完成智能设施部署的重点领域数', 'Key fields with smart facilities in use', '个', {
          atMost: 'keyFields',
        }),
        keyFields: count('重点领域总数', 'Key fields in total', '个'),
      },
      ({ equippedFields, keyFields }) => hundredfold(ratio(equippedFields, keyFields)),
    ),
  ],
)

export const L4 = dimension('L4', '信息基础设施', 'Information infrastructure', 6, [L4P1, L4P2])
