import type { RatedDimension } from '../parts/rated.ts'

/** What residents rate of governance, environment, networks and innovation (L2–L8 of the standard). A code belongs to a wording for good: a change of wording takes a new code. */
export const living: RatedDimension[] = [
  {
    code: 'D7',
    title: { zh: '城市治理与安全', en: 'Governance and safety' },
    indicators: { L2P1: 4, L2P2: 3, L2P3: 1, L2P4: 1, L2P5: 2 },
    items: [
      {
        code: 'G1',
        indicator: 'L2P1',
        zh: '路灯、井盖、垃圾等市容问题得到处理的及时程度',
        en: 'How promptly street problems (lights, manholes, litter) are dealt with',
      },
      {
        code: 'G2',
        indicator: 'L2P1',
        usedBy: ['g13'],
        zh: '通过12345热线等渠道反映问题后的处理结果',
        en: 'The outcome after you reported a problem through 12345 or similar channels',
      },
      {
        code: 'G3',
        indicator: 'L2P2',
        anchor: true,
        zh: '您生活区域的社会治安状况',
        en: 'Public safety in the area where you live',
      },
      {
        code: 'G4',
        indicator: 'L2P3',
        zh: '暴雨、高温等灾害预警信息通知的及时程度',
        en: 'How promptly warnings about rainstorms, heat and other hazards reach you',
      },
      { code: 'G5', indicator: 'L2P4', zh: '本市商家的诚信状况', en: 'The honesty of businesses in the city' },
      {
        code: 'G6',
        indicator: 'L2P5',
        zh: '社区（网格）工作人员回应居民诉求的情况',
        en: "How well community (grid) staff respond to residents' requests",
      },
    ],
  },
  {
    code: 'D8',
    title: { zh: '生态宜居', en: 'Environment' },
    indicators: { L3P1: 3, L3P2: 3 },
    items: [
      { code: 'H1', indicator: 'L3P1', anchor: true, zh: '本市的空气质量', en: 'Air quality in the city' },
      {
        code: 'H2',
        indicator: 'L3P2',
        zh: '日常步行、骑行或乘公共交通等绿色出行的方便程度',
        en: 'How convenient green travel (walking, cycling, public transport) is in daily life',
      },
    ],
  },
  {
    code: 'D9',
    title: { zh: '网络与数据', en: 'Networks and data' },
    indicators: { L4P1: 2, L4P2: 2, L4P3: 2, L5P1: 6 },
    items: [
      {
        code: 'I1',
        indicator: 'L4P1',
        anchor: true,
        zh: '用手机上网的速度',
        en: 'Internet speed on your mobile phone',
      },
      {
        code: 'I2',
        indicator: 'L4P2',
        zh: '地图导航在本市的准确程度',
        en: 'How accurate map navigation is in the city',
      },
      {
        code: 'I3',
        indicator: 'L5P1',
        zh: '查找政府公开信息的方便程度',
        en: 'How easy it is to find information published by government',
      },
      {
        code: 'I4',
        indicator: 'L5P1',
        usedBy: ['g1', 'g2'],
        zh: '办事时不用重复提交同样材料的情况',
        en: 'Not having to submit the same documents again when dealing with government',
      },
    ],
  },
  {
    code: 'DX',
    title: { zh: '信息安全', en: 'Information security' },
    indicators: {},
    items: [
      {
        code: 'I5',
        indicator: 'L7',
        scored: false,
        zh: '使用本市公共服务应用时，个人信息的安全情况',
        en: "The safety of your personal information when using the city's public-service apps",
      },
    ],
  },
  {
    code: 'D10',
    title: { zh: '创新发展', en: 'Innovation' },
    indicators: { L6P1: 2, L8P1: 3, L8P2: 2 },
    items: [
      {
        code: 'J1',
        indicator: 'L6P1',
        zh: '数字经济给本市居民带来的就业机会',
        en: 'Job opportunities the digital economy brings to residents',
      },
      {
        code: 'J2',
        indicator: 'L8P1',
        zh: '政府听取市民对智慧城市建设意见的情况',
        en: "How well government listens to residents' views on smart-city work",
      },
      {
        code: 'J3',
        indicator: 'L8P2',
        anchor: true,
        zh: '近一年本市推出的智慧应用给生活带来的便利',
        en: 'How much the smart applications introduced in the past year make life easier',
      },
    ],
  },
]
