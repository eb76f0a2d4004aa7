import { districts } from '../demo/districts.ts'
import { fullForm } from '../forms/full.ts'
import { city } from './subject.ts'

/** The city questionnaire that the demo publishes, with the demo's districts. */
export const cityQuestionnaire = fullForm(city, districts)
