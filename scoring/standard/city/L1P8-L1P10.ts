import { boolean, choice, count, set } from '../input.ts'
import { item } from '../item.ts'
import { indicator } from '../scheme.ts'
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

export const L1P8 = indicator('L1P8', '养老服务', 'Services for the aged', { weight: 2, table: '8' }, [
  item(
    'L1P8-A1',
    '养老管理服务支持情况',
    'Support for care of the aged',
    { share: 50, timing: 'point', rulings: ['R7', 'R24'] },
    {
      linkedResources: set('已对接的信息资源', 'Information resources linked', {
        household: ['户籍', 'Household registration'],
        medical: ['医疗', 'Medical'],
        socialInsurance: ['社会保险', 'Social insurance'],
        socialAssistance: ['社会救助', 'Social assistance'],
      }),
      otherLinkedResources: count('其他已对接的信息资源类数', 'Other kinds of resource linked', '类'),
      careSystemIntegrated: boolean(
        '智慧健康养老系统与公共平台已集成',
        'Smart care system and public platform integrated',
      ),
      supportedServices: set('信息化支持的养老服务', 'Services supported', {
        healthManagement: ['老年人健康管理', 'Health management'],
        welfareSubsidy: ['老年人福利补贴', 'Welfare subsidy'],
        pensionInsurance: ['养老保险服务', 'Pension insurance'],
        residentPension: ['城乡居民养老保险管理发放', "Residents' basic pension"],
      }),
      otherSupportedServices: count('其他已支持的服务项数', 'Other services supported', '项'),
    },
    ({ linkedResources, otherLinkedResources, careSystemIntegrated, supportedServices, otherSupportedServices }) =>
      share(
        50,
        sum(
          part('b1', upTo(40, each(10, sum(howMany(linkedResources), otherLinkedResources)))),
          part('b2', points(careSystemIntegrated, 20)),
          part('b3', upTo(40, each(10, sum(howMany(supportedServices), otherSupportedServices)))),
        ),
      ),
  ),
  item(
    'L1P8-A2',
    '智慧居家养老服务情况',
    'Smart home care',
    { share: 50, timing: 'point', rulings: ['R5'] },
    {
      communitiesWithPlatform: count('有居家养老平台的社区数', 'Communities with a home-care platform', '个', {
        atMost: 'communities',
      }),
      communities: count('辖区社区总数', 'Communities in total', '个'),
    },
    ({ communitiesWithPlatform, communities }) => share(50, hundredfold(ratio(communitiesWithPlatform, communities))),
  ),
])

export const L1P9 = indicator('L1P9', '无障碍服务', 'Accessibility services', { weight: 2, table: '9' }, [
  item(
    'L1P9-A1',
    '互联网无障碍访问情况',
    'Accessible internet access',
    { share: 50, timing: 'point', rulings: ['R5', 'R25'] },
    {
      portalAccessible: boolean('政府主门户网站和移动端均支持无障碍', 'Main portal and mobile end are accessible'),
      departmentsAccessible: count(
        '网站和移动端支持无障碍的部门数',
        'Departments with accessible sites and mobile ends',
        '个',
        { atMost: 'departments' },
      ),
      departments: count('政府部门总数', 'Government departments in total', '个'),
      topMediaAccessible: choice(
        '前三位本地新闻网站中支持无障碍的家数',
        'Accessible sites among the top three local news media',
        { none: ['均不支持', 'None'], one: ['1 家', 'One'], two: ['2 家', 'Two'], three: ['3 家', 'All three'] },
      ),
    },
    ({ portalAccessible, departmentsAccessible, departments, topMediaAccessible }) =>
      share(
        50,
        sum(
          part('b1', points(portalAccessible, 50)),
          part(
            'b2',
            tiers(
              hundredfold(ratio(departmentsAccessible, departments)),
              [
                [90, 30],
                [60, 20],
                [30, 10],
              ],
              0,
            ),
          ),
          part('b3', points(topMediaAccessible, { none: 0, one: 5, two: 10, three: 20 })),
        ),
      ),
  ),
  item(
    'L1P9-A2',
    '互联网城市服务普适化情况',
    'Inclusive internet city services',
    { share: 50, timing: 'point' },
    {
      digitalDivideMechanism: boolean(
        '解决数字鸿沟的长效机制已基本建立',
        'Lasting mechanism against the digital divide',
      ),
      appsAdapted: boolean('日常网站和应用已完成适老化改造', 'Everyday sites and apps adapted for the aged'),
    },
    ({ digitalDivideMechanism, appsAdapted }) =>
      share(50, sum(part('b1', points(digitalDivideMechanism, 50)), part('b2', points(appsAdapted, 50)))),
  ),
])

export const L1P10 = indicator('L1P10', '社区服务', 'Community services', { weight: 1, table: '10' }, [
  item(
    'L1P10-A1',
    '社区服务智能化水平',
    'Smartness of community services',
    { share: 100, timing: 'point', rulings: ['R26'] },
    {
      propertyServices: set('已信息化的物业服务事项', 'Property services given digitally', {
        elevators: ['电梯运行', 'Lifts'],
        intrusionAlarm: ['入侵报警', 'Intrusion alarm'],
        sanitation: ['环境卫生', 'Sanitation'],
        visitors: ['访客管理', 'Visitors'],
        parking: ['停车库(场)', 'Parking'],
        ebikes: ['电动自行车管理', 'E-bikes'],
      }),
      convenienceServices: set('已信息化的便民服务事项', 'Convenience services given digitally', {
        information: ['信息发布', 'Information'],
        payment: ['生活缴费', 'Utility payment'],
        repair: ['报事报修', 'Reports and repair'],
        complaints: ['投诉建议', 'Complaints and suggestions'],
        neighbours: ['邻里互动', 'Neighbourhood exchange'],
      }),
    },
    ({ propertyServices, convenienceServices }) =>
      hundredfold(
        weighted(
          [0.5, part('b1', ratio(howMany(propertyServices), 6))],
          [0.5, part('b2', ratio(howMany(convenienceServices), 5))],
        ),
      ),
  ),
])
