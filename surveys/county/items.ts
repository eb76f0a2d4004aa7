import type { RatedDimension } from '../parts/rated.ts'

/** What residents of a county rate (L1–L7 of annex A). A code belongs to a wording for good: a change of wording takes a new code. */
export const dimensions: RatedDimension[] = [
  {
    code: 'K1',
    title: { zh: '政务服务', en: 'Government services' },
    indicators: { L1P1: 6 },
    items: [
      {
        code: 'KA1',
        indicator: 'L1P1',
        usedBy: ['g1'],
        anchor: true,
        zh: '在网上或手机上办理政务事项的方便程度',
        en: 'How easy it is to complete government procedures online or by phone',
      },
      {
        code: 'KA2',
        indicator: 'L1P1',
        usedBy: ['g2'],
        zh: '到县、乡镇便民服务中心办事的效率',
        en: 'How efficiently matters are handled at county or township service centres',
      },
    ],
  },
  {
    code: 'K2',
    title: { zh: '医疗健康', en: 'Health care' },
    indicators: { L1P2: 5 },
    items: [
      {
        code: 'KB1',
        indicator: 'L1P2',
        usedBy: ['g5'],
        anchor: true,
        zh: '在县内看病预约挂号的方便程度',
        en: 'How easy it is to book a medical appointment within the county',
      },
      {
        code: 'KB2',
        indicator: 'L1P2',
        usedBy: ['g5'],
        zh: '在县内通过远程方式看上级医院医生的方便程度',
        en: "How easy it is to see a higher-level hospital's doctor remotely from within the county",
      },
    ],
  },
  {
    code: 'K3',
    title: { zh: '教育', en: 'Schooling' },
    indicators: { L1P3: 5 },
    items: [
      {
        code: 'KC1',
        indicator: 'L1P3',
        usedBy: ['g7'],
        anchor: true,
        zh: '学校线上学习资源的好用程度',
        en: 'How useful the online learning resources provided by schools are',
      },
      { code: 'KC2', indicator: 'L1P3', usedBy: ['g7'], zh: '学校的上网条件', en: 'Internet access at school' },
    ],
  },
  {
    code: 'K4',
    title: { zh: '农业服务', en: 'Farming services' },
    indicators: { L1P4: 5 },
    items: [
      {
        code: 'KD1',
        indicator: 'L1P4',
        usedBy: ['g14'],
        anchor: true,
        zh: '获取农业生产信息（天气、病虫害、农机等）的方便程度',
        en: 'How easy it is to get farming information (weather, pests, machinery)',
      },
      {
        code: 'KD2',
        indicator: 'L1P4',
        usedBy: ['g14'],
        zh: '在网上销售农产品的方便程度',
        en: 'How easy it is to sell farm products online',
      },
    ],
  },
  {
    code: 'K5',
    title: { zh: '村(社区)与文化', en: 'Village/community and culture' },
    indicators: { L1P5: 2, L1P6: 2 },
    items: [
      {
        code: 'KE1',
        indicator: 'L1P5',
        anchor: true,
        zh: '不出村（社区）就能办成事的情况',
        en: 'Being able to get things done without leaving the village or community',
      },
      {
        code: 'KE2',
        indicator: 'L1P5',
        zh: '在网上或手机上了解村务（居务）公开信息的方便程度',
        en: 'How easy it is to see village or community affairs online',
      },
      {
        code: 'KE3',
        indicator: 'L1P6',
        zh: '县、乡图书馆数字服务的好用程度',
        en: 'How useful the digital services of county and township libraries are',
      },
    ],
  },
  {
    code: 'K6',
    title: { zh: '县域治理与安全', en: 'Governance and safety' },
    indicators: { L2P1: 8, L2P2: 4 },
    items: [
      {
        code: 'KF1',
        indicator: 'L2P1',
        zh: '道路、路灯、管网等公共设施问题得到处理的及时程度',
        en: 'How promptly problems with roads, lights and pipes are dealt with',
      },
      {
        code: 'KF2',
        indicator: 'L2P1',
        usedBy: ['g13'],
        zh: '通过12345热线、网格员等渠道反映问题后的处理结果',
        en: 'The outcome after you reported a problem through 12345 or the grid worker',
      },
      {
        code: 'KF3',
        indicator: 'L2P1',
        zh: '暴雨、火险等灾害预警信息通知的及时程度',
        en: 'How promptly warnings about rainstorms, fire risk and other hazards reach you',
      },
      {
        code: 'KF4',
        indicator: 'L2P2',
        anchor: true,
        zh: '您生活区域的社会治安状况',
        en: 'Public safety in the area where you live',
      },
    ],
  },
  {
    code: 'K7',
    title: { zh: '生态与绿色乡村', en: 'Environment and green countryside' },
    indicators: { L3P1: 3, L3P2: 3 },
    items: [
      { code: 'KG1', indicator: 'L3P1', anchor: true, zh: '本县的空气质量', en: 'Air quality in the county' },
      {
        code: 'KG2',
        indicator: 'L3P2',
        zh: '村庄（社区）生活垃圾的处理情况',
        en: 'How household rubbish is handled in your village or community',
      },
    ],
  },
  {
    code: 'K8',
    title: { zh: '网络与公共设施', en: 'Networks and public facilities' },
    indicators: { L4P1: 4, L4P2: 2 },
    items: [
      {
        code: 'KH1',
        indicator: 'L4P1',
        anchor: true,
        zh: '用手机上网的速度',
        en: 'Internet speed on your mobile phone',
      },
      {
        code: 'KH2',
        indicator: 'L4P2',
        zh: '公交、停车、充电等公共设施的智能化使用体验',
        en: 'Your experience of smart public facilities (buses, parking, charging)',
      },
    ],
  },
  {
    code: 'K9',
    title: { zh: '信息公开共享', en: 'Open and shared information' },
    indicators: { L5P1: 6 },
    items: [
      {
        code: 'KI1',
        indicator: 'L5P1',
        anchor: true,
        zh: '查找政府公开信息的方便程度',
        en: 'How easy it is to find information published by government',
      },
      {
        code: 'KI2',
        indicator: 'L5P1',
        usedBy: ['g1', 'g2'],
        zh: '办事时不用重复提交同样材料的情况',
        en: 'Not having to submit the same documents again when dealing with government',
      },
    ],
  },
  {
    code: 'KX',
    title: { zh: '信息安全', en: 'Information security' },
    indicators: {},
    items: [
      {
        code: 'KI3',
        indicator: 'L6',
        scored: false,
        zh: '使用本县公共服务应用时，个人信息的安全情况',
        en: "The safety of your personal information when using the county's public-service apps",
      },
    ],
  },
  {
    code: 'K10',
    title: { zh: '创新发展', en: 'Innovation' },
    indicators: { L7P1: 3, L7P2: 2 },
    items: [
      {
        code: 'KJ1',
        indicator: 'L7P1',
        zh: '政府听取居民对智慧县城建设意见的情况',
        en: "How well government listens to residents' views on smart-county work",
      },
      {
        code: 'KJ2',
        indicator: 'L7P2',
        anchor: true,
        zh: '近一年本县推出的智慧应用给生活带来的便利',
        en: 'How much the smart applications introduced in the past year make life easier',
      },
    ],
  },
]
