import { Serializer } from 'survey-core'
import type { PageOrder, QuestionScoring, SurveyScoring } from './scoring.ts'

interface Registered {
  type: 'string' | 'number' | 'boolean' | 'value'
  default?: boolean | number
}

const ofQuestions = {
  indicator: { type: 'string' },
  dimension: { type: 'string' },
  scored: { type: 'boolean', default: true },
  weight: { type: 'number', default: 1 },
  anchor: { type: 'boolean', default: false },
  screening: { type: 'boolean', default: false },
  screensOut: { type: 'value' },
  attention: { type: 'value' },
} satisfies Record<keyof QuestionScoring, Registered>

const ofPages = {
  rotates: { type: 'boolean', default: false },
} satisfies Record<keyof PageOrder, Registered>

const ofSurveys = {
  dimensions: { type: 'value' },
  scheme: { type: 'string' },
  scale: { type: 'value' },
  contradictions: { type: 'value' },
} satisfies Record<keyof SurveyScoring, Registered>

/** Makes the scoring properties known to SurveyJS, which else drops them when it writes a questionnaire. May be called again. */
export function registerScoringProperties(): void {
  add('question', ofQuestions)
  add('page', ofPages)
  add('survey', ofSurveys)
}

function add(owner: string, properties: Record<string, Registered>) {
  for (const [name, property] of Object.entries(properties)) {
    if (!Serializer.findProperty(owner, name)) Serializer.addProperty(owner, { name, category: 'scoring', ...property })
  }
}
