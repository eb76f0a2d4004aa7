import type { SurveyDesign } from '../../scoring/sampling/design.ts'
import { city } from '../city/subject.ts'
import { ageBands, partsVariable, sexes } from '../forms/variables.ts'
import { districts } from './districts.ts'

/** Residents of 上海 by sex and age, 2020 census (margins/shanghai-2020.csv). */
const residents = { male: 12_875_211, female: 11_995_684, from15To59: 16_619_628, from60: 5_814_971 }

const census = {
  zh: '结构取自上海市第七次全国人口普查（2020年11月1日，常住人口，快速汇总数）；地区名称为虚构',
  en: 'structure of Shanghai in the Seventh National Census (1 November 2020, usual residents, preliminary figures); the names are fictional',
}
const sourceOf = (zh: string, en: string) => ({ zh: `${zh}：${census.zh}`, en: `${en}: ${census.en}` })

/** The demo's design: raked on sex, age and district, each on its own. */
export const demoDesign: SurveyDesign = {
  variables: [sexes, ageBands, partsVariable(city, districts)],
  margins: [
    {
      variables: ['sex'],
      counts: [
        { categories: ['male'], count: residents.male },
        { categories: ['female'], count: residents.female },
      ],
      source: sourceOf('全部年龄', 'All ages'),
    },
    {
      variables: ['age'],
      counts: [
        { categories: ['16-59'], count: residents.from15To59 },
        { categories: ['60+'], count: residents.from60 },
      ],
      source: sourceOf('15–59岁代替16–59岁', '15–59 stands for 16–59'),
    },
    {
      variables: ['district'],
      counts: districts.map(({ code, residents }) => ({ categories: [code], count: residents })),
      source: sourceOf('全部年龄，各区取整到百人', 'All ages, districts rounded to hundreds'),
    },
  ],
  calibration: { method: 'rake', margins: [0, 1, 2], populationTotal: residents.from15To59 + residents.from60 },
  decisions: [
    {
      zh: '调查对象为16岁及以上居民。普查公报没有16–59岁的数，以15–59岁代替；0–14岁不计入。',
      en: 'The population is residents of 16 and over. The census bulletin has no figure for 16–59: 15–59 stands for it, and 0–14 is left out.',
    },
    {
      zh: '性别和各区人口包括儿童，三项合计不同（24,870,895、22,434,599、24,870,800）；都只按比例使用，当作16岁及以上居民的比例，权重合计为22,434,599人。',
      en: 'Sex and districts count children, so the three totals differ (24,870,895; 22,434,599; 24,870,800). Each is read as shares of residents of 16 and over; the weights add up to 22,434,599 persons.',
    },
  ],
}
