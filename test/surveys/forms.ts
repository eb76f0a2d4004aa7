import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { city } from '../../surveys/city/subject.ts'
import { county } from '../../surveys/county/subject.ts'
import { countyQuestionnaire } from '../../surveys/demo/county.ts'
import { districts } from '../../surveys/demo/districts.ts'
import { bothForms } from '../../surveys/forms/both.ts'
import { shortForm } from '../../surveys/forms/short.ts'

/** Every questionnaire that is shipped, by name. */
export const shipped: [string, Record<string, unknown>][] = [
  ['the city questionnaire', cityQuestionnaire],
  ['the county questionnaire', countyQuestionnaire],
  ['the short form of the city', shortForm(city, districts)],
  ['the short form of the county, read aloud', shortForm(county, districts, { readAloud: true })],
  ['both forms of the city in one', bothForms(city, districts)],
  ['both forms of the county in one', bothForms(county, districts)],
]
