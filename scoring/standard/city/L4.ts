import { amount, boolean, count } from '../input.ts'
import { item } from '../item.ts'
import { dimension, indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { gate } from '../words/gate.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { points } from '../words/points.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'
import { upTo } from '../words/upTo.ts'
import { weighted } from '../words/weighted.ts'

const L4P1 = indicator('L4P1', '信息网络', 'Information networks', { weight: 2, table: '18' }, [
  item(
    'L4P1-A1',
    '千兆光网覆盖能力',
    'Gigabit fibre coverage',
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      gigabitHouseholds: count('具备千兆接入能力的家庭数', 'Households with gigabit access', '户', {
        atMost: 'households',
      }),
      households: count('城市地区家庭总数', 'Urban households', '户'),
      fastUsers: count('1000 Mb/s 及以上宽带用户数', 'Users at 1000 Mb/s and above', '户', { atMost: 'fixedUsers' }),
      fixedUsers: count('固定宽带用户总数', 'Fixed broadband users', '户'),
    },
    ({ gigabitHouseholds, households, fastUsers, fixedUsers }) =>
      share(
        50,
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
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      venues5g: count('已有 5G 信号的重点场所数', 'Key venues with 5G signal', '处', { atMost: 'venues' }),
      venues: count('城市地区重点场所总数', 'Key venues in the urban area', '处'),
      users5g: count('5G 用户数(按终端连接数)', '5G users (terminal connections)', '户', { atMost: 'mobileUsers' }),
      mobileUsers: count('移动宽带用户数(3G/4G/5G 之和)', 'Mobile broadband users (3G+4G+5G)', '户'),
      applications5g: count('5G 创新应用案例数', '5G innovative application cases', '项'),
    },
    ({ venues5g, venues, users5g, mobileUsers, applications5g }) =>
      share(
        50,
        weighted(
          [0.4, part('b1', hundredfold(ratio(venues5g, venues)))],
          [0.4, part('b2', hundredfold(ratio(users5g, mobileUsers)))],
          [0.2, part('b3', upTo(100, each(20, applications5g)))],
        ),
      ),
  ),
])

const L4P2 = indicator('L4P2', '时空信息平台', 'Spatio-temporal information platform', { weight: 2, table: '19' }, [
  item(
    'L4P2-A1',
    '多尺度地理信息覆盖和更新情况',
    'Multi-scale map coverage and updating',
    { share: 50, timing: 'point', rulings: ['R5', 'R31'] },
    {
      builtUpMappedArea: amount('建成区 1:500 地形图覆盖面积', 'Built-up area mapped at 1:500', 'km²', {
        atMost: 'builtUpArea',
      }),
      builtUpArea: amount('建成区面积', 'Built-up area', 'km²'),
      planningMappedArea: amount(
        '规划区 1:1000 或 1:2000 地形图覆盖面积',
        'Planning area mapped at 1:1000 or 1:2000',
        'km²',
        { atMost: 'planningArea' },
      ),
      planningArea: amount('规划区面积', 'Planning area', 'km²'),
      mapUpdated: boolean('1:500 地形图有定期更新', 'The 1:500 map is updated'),
      updateCycle: amount('1:500 地形图更新周期', 'Update cycle of the 1:500 map', '年', {
        moreThan: 0,
        requiredWhen: { key: 'mapUpdated', equals: true },
      }),
    },
    ({ builtUpMappedArea, builtUpArea, planningMappedArea, planningArea, mapUpdated, updateCycle }) =>
      share(
        50,
        hundredfold(
          weighted(
            [0.25, part('b1', ratio(builtUpMappedArea, builtUpArea))],
            [0.25, part('b2', ratio(planningMappedArea, planningArea))],
            [0.5, part('b3', gate(mapUpdated, upTo(1, ratio(1, updateCycle))))],
          ),
        ),
      ),
  ),
  item(
    'L4P2-A2',
    '时空信息平台在线为政府部门和公众服务情况',
    'Online service of the spatio-temporal platform',
    { share: 50, timing: 'point', rulings: ['R32'] },
    {
      governmentEdition: boolean('政务版平台在运行', 'Government edition in operation'),
      publicEdition: boolean('公众版网站(天地图)在运行', 'Public edition website in operation'),
      mobileService: boolean('移动客户端服务在运行', 'Mobile client service in operation'),
    },
    ({ governmentEdition, publicEdition, mobileService }) =>
      share(
        50,
        sum(
          part('b1', points(governmentEdition, 40)),
          part('b2', points(publicEdition, 30)),
          part('b3', points(mobileService, 30)),
        ),
      ),
  ),
])

const L4P3 = indicator('L4P3', '政务设施', 'Government facilities', { weight: 2, table: '20' }, [
  item(
    'L4P3-A1',
    '政务业务系统上云率',
    'Government systems in the cloud',
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      cloudSystems: count('已上云的政务业务系统数', 'Government systems in the cloud', '个', { atMost: 'systems' }),
      systems: count('政务业务系统总数', 'Government systems in total', '个'),
    },
    ({ cloudSystems, systems }) => share(50, hundredfold(ratio(cloudSystems, systems))),
  ),
  item(
    'L4P3-A2',
    '政务外网基层单位覆盖率',
    'Reach of the government extranet',
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      connectedCommunities: count('已联通政务外网的社区(行政村)数', 'Communities and villages connected', '个', {
        atMost: 'communities',
      }),
      communities: count('社区(行政村)总数', 'Communities and villages in total', '个'),
    },
    ({ connectedCommunities, communities }) => share(50, hundredfold(ratio(connectedCommunities, communities))),
  ),
])

export const L4 = dimension('L4', '信息基础设施', 'Information infrastructure', 6, [L4P1, L4P2, L4P3])
