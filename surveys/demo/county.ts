import type { Margin, SurveyDesign } from '../../scoring/sampling/design.ts'
import { county } from '../county/subject.ts'
import { fullForm } from '../forms/full.ts'
import type { Part } from '../forms/subject.ts'
import { ageBands, partsVariable, placeTypes, sexes } from '../forms/variables.ts'

const town = (code: string, zh: string, en: string, residents: number) => ({ code, label: { zh, en }, residents })

/** The townships of the fictional 青原县, with made-up residents of 16 and over (margins/qingyuan-made-up.csv). */
export const towns: (Part & { residents: number })[] = [
  town('chengguan', '城关街道', 'Chengguan Subdistrict', 74_600),
  town('beiyuan', '北塬镇', 'Beiyuan Town', 41_300),
  town('shuangquan', '双泉镇', 'Shuangquan Town', 38_900),
  town('heshui', '河水镇', 'Heshui Town', 36_200),
  town('tianping', '田坪镇', 'Tianping Town', 33_700),
  town('liulin', '柳林乡', 'Liulin Township', 24_800),
  town('yunling', '云岭乡', 'Yunling Township', 21_500),
  town('shiqiao', '石桥乡', 'Shiqiao Township', 19_000),
]

const residents = {
  sex: { male: 147_800, female: 142_200 },
  age: { '16-59': 206_000, '60+': 84_000 },
  place: { seat: 98_000, town: 68_000, village: 124_000 },
}

const source = {
  zh: '虚构的总体结构，只供演示，不是任何县的数据',
  en: 'Made up for demonstration: not the figures of any county',
}

const margin = (variable: string, counts: Record<string, number>): Margin => ({
  variables: [variable],
  counts: Object.entries(counts).map(([category, count]) => ({ categories: [category], count })),
  source,
})

/** The county questionnaire with the townships of the demo's county. */
export const countyQuestionnaire = fullForm(county, towns)

/** A design for it on made-up margins of residents of 16 and over: raked on sex, age, township, and town or country. */
export const countyDesign: SurveyDesign = {
  variables: [sexes, ageBands, partsVariable(county, towns), placeTypes],
  margins: [
    margin('sex', residents.sex),
    margin('age', residents.age),
    margin('township', Object.fromEntries(towns.map(({ code, residents: count }) => [code, count]))),
    margin('place', residents.place),
  ],
  calibration: { method: 'rake', margins: [0, 1, 2, 3], populationTotal: 290_000 },
  decisions: [{ zh: '总体结构是虚构的，得分没有实际意义。', en: 'The margins are made up: the score means nothing.' }],
}
