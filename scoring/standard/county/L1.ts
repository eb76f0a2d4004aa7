import { education } from '../common/education.ts'
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
import { upTo } from '../words/upTo.ts'

const L1P1 = indicator('L1P1', '政务综合服务', 'Integrated government services', { weight: 6, table: 'A.1' }, [
  item(
    'L1P1-A1',
    '一网办理率',
    'Online handling rate',
    { share: 50, timing: 'point', rulings: ['R5', 'R9'] },
    {
      onlineItems: count('可网上或移动端办理的事项数', 'Items that can be handled online or by mobile', '项', {
        atMost: 'totalItems',
      }),
      totalItems: count('政务服务事项总数', 'Government service items in total', '项', { shared: true }),
    },
    ({ onlineItems, totalItems }) => share(50, hundredfold(ratio(onlineItems, totalItems))),
  ),
  item(
    'L1P1-A2',
    '一门可办率',
    'One-stop handling rate',
    { share: 50, timing: 'point', rulings: ['R5', 'R9'] },
    {
      oneStopItems: count('线下一站式可办的事项数', 'Items handled at one place or window', '项', {
        atMost: 'totalItems',
      }),
      totalItems: count('政务服务事项总数', 'Government service items in total', '项', { shared: true }),
    },
    ({ oneStopItems, totalItems }) => share(50, hundredfold(ratio(oneStopItems, totalItems))),
  ),
])

const L1P2 = indicator('L1P2', '医疗服务', 'Medical services', { weight: 5, table: 'A.2' }, [
  item(
    'L1P2-A1',
    '远程医疗覆盖率',
    'Telemedicine coverage',
    { share: 30, timing: 'point', rulings: ['R5', 'R9', 'R50'] },
    {
      telemedicineInstitutions: count(
        '与三级及以上机构实现远程诊疗的机构数',
        'Institutions with telemedicine to tertiary institutions',
        '家',
        { atMost: 'institutions' },
      ),
      institutions: count('医疗机构总数', 'Medical institutions in total', '家', { shared: true }),
    },
    ({ telemedicineInstitutions, institutions }) =>
      share(30, hundredfold(ratio(telemedicineInstitutions, institutions))),
  ),
  item(
    'L1P2-A2',
    '互联网医院建设水平',
    'Internet hospitals',
    { share: 30, timing: 'point', rulings: ['R5', 'R6', 'R9', 'R50'] },
    {
      internetHospitals: count('互联网医院数', 'Internet hospitals', '家'),
      institutions: count('医疗机构总数', 'Medical institutions in total', '家', { shared: true }),
    },
    ({ internetHospitals, institutions }) =>
      share(30, hundredfold(ratio(internetHospitals, institutions, { capAtOne: 'ruling' }))),
  ),
  item(
    'L1P2-A3',
    '居民电子健康档案建档率',
    'Electronic health record rate of residents',
    { share: 40, timing: 'point', rulings: ['R5', 'R6'] },
    {
      healthRecords: count('已建电子健康档案人数', 'Residents with an electronic health record', '人', {
        atMost: 'residents',
      }),
      residents: count('辖区常住居民数', 'Permanent residents', '人'),
    },
    ({ healthRecords, residents }) => share(40, hundredfold(ratio(healthRecords, residents))),
  ),
])

const L1P4 = indicator('L1P4', '农业服务', 'Agricultural services', { weight: 5, table: 'A.4' }, [
  item(
    'L1P4-A1',
    '农业精准生产情况',
    'Precision agriculture',
    { share: 60, timing: 'point', rulings: ['R7', 'R51'] },
    {
      productionUses: set('已实现的种养信息化应用', 'Digital uses in growing and breeding', {
        guidance: ['种养生产指导', 'Production guidance'],
        scale: ['种养规模测算', 'Scale estimation'],
        zoning: ['适宜区规划', 'Suitability zoning'],
        cycleYield: ['种养周期测算及产量预估', 'Cycle and yield estimation'],
        finance: ['农业金融', 'Agricultural finance'],
      }),
      otherProductionUses: count('其他种养信息化应用数', 'Other digital uses', '种'),
      farmingFields: set('已应用信息技术的农业领域', 'Farming fields that use information technology', {
        machinery: ['农机调配', 'Machinery dispatch'],
        fieldCrops: ['大田种植', 'Field crops'],
        protected: ['设施农业', 'Protected agriculture'],
        livestock: ['畜禽养殖', 'Livestock and poultry'],
        aquaculture: ['水产养殖', 'Aquaculture'],
      }),
      otherFarmingFields: count('其他已应用的农业领域数', 'Other farming fields', '种'),
    },
    ({ productionUses, otherProductionUses, farmingFields, otherFarmingFields }) =>
      share(
        60,
        sum(
          part('b1', upTo(40, each(8, sum(howMany(productionUses), otherProductionUses)))),
          part('b2', upTo(60, each(20, sum(howMany(farmingFields), otherFarmingFields)))),
        ),
      ),
  ),
  item(
    'L1P4-A2',
    '农产品在线化经营情况',
    'Online sale of farm produce',
    { share: 40, timing: 'point', rulings: ['R5', 'R52'] },
    {
      onlineSales: amount('农产品网上销售额', 'Online sales of farm produce', '万元', { atMost: 'totalSales' }),
      totalSales: amount('农产品销售总额', 'Sales of farm produce', '万元'),
    },
    ({ onlineSales, totalSales }) => share(40, hundredfold(part('b', ratio(onlineSales, totalSales)))),
  ),
])

const L1P5 = indicator('L1P5', '社区(行政村)服务', 'Community and village services', { weight: 2, table: 'A.5' }, [
  item(
    'L1P5-A1',
    '智慧行政村(村居)覆盖率',
    'Coverage of smart villages',
    { share: 100, timing: 'point', rulings: ['R5', 'R53'] },
    {
      smartVillages: count('智慧行政村数', 'Smart villages', '个', { atMost: 'villages' }),
      villages: count('行政村总数', 'Administrative villages in total', '个'),
    },
    ({ smartVillages, villages }) => hundredfold(ratio(smartVillages, villages)),
  ),
])

const L1P6 = indicator('L1P6', '基层文化服务数字化', 'Digital grassroots culture', { weight: 2, table: 'A.6' }, [
  item(
    'L1P6-A1',
    '数字图书馆普及率',
    'Spread of digital libraries',
    { share: 100, timing: 'point', rulings: ['R5', 'R54'] },
    {
      countyDigitalLibraries: count('县级数字图书馆数', 'County digital libraries', '个', {
        atMost: 'countyLibraries',
      }),
      countyLibraries: count('县级图书馆总数', 'County libraries in total', '个'),
      townshipDigitalLibraries: count('乡镇级数字图书馆数', 'Township digital libraries', '个', {
        atMost: 'townshipLibraries',
      }),
      townshipLibraries: count('乡镇级图书馆总数', 'Township libraries in total', '个'),
    },
    ({ countyDigitalLibraries, countyLibraries, townshipDigitalLibraries, townshipLibraries }) =>
      hundredfold(
        ratio(sum(countyDigitalLibraries, townshipDigitalLibraries), sum(countyLibraries, townshipLibraries)),
      ),
  ),
])

export const L1 = dimension('L1', '惠民服务', 'Public services', 25, [
  L1P1,
  L1P2,
  education('L1P3', 5, 'A.3'),
  L1P4,
  L1P5,
  L1P6,
])
