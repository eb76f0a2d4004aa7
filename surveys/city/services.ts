import type { RatedDimension } from '../parts/rated.ts'

/** What residents rate of public services (L1 of the standard). A code belongs to a wording for good: a change of wording takes a new code. */
export const services: RatedDimension[] = [
  {
    code: 'D1',
    title: { zh: '政务服务', en: 'Government services' },
    indicators: { L1P1: 5 },
    items: [
      {
        code: 'A1',
        indicator: 'L1P1',
        usedBy: ['g1'],
        anchor: true,
        zh: '在网上或手机上办理政务事项的方便程度',
        en: 'How easy it is to complete government procedures online or by phone',
      },
      {
        code: 'A2',
        indicator: 'L1P1',
        usedBy: ['g2'],
        zh: '到政务大厅或便民服务中心办事的效率',
        en: 'How efficiently matters are handled at the service hall',
      },
    ],
  },
  {
    code: 'D2',
    title: { zh: '交通出行', en: 'Getting around' },
    indicators: { L1P2: 3 },
    items: [
      {
        code: 'B1',
        indicator: 'L1P2',
        usedBy: ['g3'],
        anchor: true,
        zh: '公交、地铁到站信息的准确程度',
        en: 'How accurate arrival information for buses and metro is',
      },
      {
        code: 'B2',
        indicator: 'L1P2',
        usedBy: ['g4'],
        zh: '用手机查找停车位的方便程度',
        en: 'How easy it is to find a parking space with your phone',
      },
      {
        code: 'B3',
        indicator: 'L1P2',
        zh: '上下班时段主要道路的通行情况',
        en: 'How well traffic flows on main roads at commuting times',
      },
    ],
  },
  {
    code: 'D3',
    title: { zh: '医疗健康', en: 'Health care' },
    indicators: { L1P4: 3 },
    items: [
      {
        code: 'C1',
        indicator: 'L1P4',
        usedBy: ['g5'],
        anchor: true,
        zh: '看病时提前预约挂号的方便程度',
        en: 'How easy it is to book a medical appointment',
      },
      {
        code: 'C2',
        indicator: 'L1P4',
        usedBy: ['g5'],
        zh: '换一家医院就诊时，原有检查结果被认可的情况',
        en: 'How far your earlier test results are accepted when you go to another hospital',
      },
    ],
  },
  {
    code: 'D4',
    title: { zh: '社保、教育与就业', en: 'Social insurance, schooling, jobs' },
    indicators: { L1P3: 2, L1P5: 2, L1P6: 2 },
    items: [
      {
        code: 'D1a',
        indicator: 'L1P3',
        usedBy: ['g6'],
        anchor: true,
        zh: '社保（含医保）业务线上办理的方便程度',
        en: 'How easy it is to handle social insurance (including medical) matters online',
      },
      {
        code: 'D2a',
        indicator: 'L1P5',
        usedBy: ['g7'],
        zh: '学校线上学习资源的好用程度',
        en: 'How useful the online learning resources provided by schools are',
      },
      {
        code: 'D3a',
        indicator: 'L1P6',
        usedBy: ['g8'],
        zh: '政府提供的线上招聘信息的有用程度',
        en: 'How useful the public online job listings are',
      },
    ],
  },
  {
    code: 'D5',
    title: { zh: '便民生活与社区', en: 'Daily-life and community services' },
    indicators: { L1P7: 2, L1P10: 1 },
    items: [
      {
        code: 'E1',
        indicator: 'L1P7',
        usedBy: ['g9'],
        zh: '用手机办理生活缴费、购票等城市服务的方便程度',
        en: 'How easy it is to pay bills, buy tickets and use other city services by phone',
      },
      {
        code: 'E2',
        indicator: 'L1P10',
        anchor: true,
        zh: '所在社区线上服务（通知、报修、缴费等）的好用程度',
        en: "How useful your community's online services (notices, repairs, payments) are",
      },
    ],
  },
  {
    code: 'D6',
    title: { zh: '养老与无障碍', en: 'Older people and accessibility' },
    indicators: { L1P8: 2, L1P9: 2 },
    items: [
      {
        code: 'F1',
        indicator: 'L1P8',
        usedBy: ['g11'],
        zh: '您或家中老人获得养老服务的方便程度',
        en: 'How easy it is for you or older relatives to obtain elderly-care services',
      },
      {
        code: 'F2',
        indicator: 'L1P9',
        anchor: true,
        zh: '不使用智能手机的人在本市办事的方便程度',
        en: 'How easy it is for people who do not use a smartphone to get things done in the city',
      },
      {
        code: 'F3',
        indicator: 'L1P9',
        usedBy: ['g12'],
        zh: '网站和应用的长辈版、读屏等无障碍功能的好用程度',
        en: 'How usable the senior mode, screen-reader and other accessibility functions are',
      },
    ],
  },
]
