/** The scoring properties of a questionnaire: what Tiyan reads beside SurveyJS' own (the table is in README.md). */

/** On a question. */
export interface QuestionScoring {
  /** The L2 of the standard that a rated item speaks of, e.g. `L1P1`. A question with one is a rated item. */
  indicator?: string
  /** Code of the dimension that the item belongs to, e.g. `D1`. */
  dimension?: string
  /** Whether the rating is part of the score; absent: yes. A diagnostic item is asked and reported only. */
  scored?: boolean
  /** Weight among the scored items of the same L2; absent: 1. */
  weight?: number
  /** One of the short form's items. */
  anchor?: boolean
  /** Asked before everything else: it decides whether the person belongs to the population, and the quota. */
  screening?: boolean
  /** Of a screening question: the answers that keep a person out. Absent: `no` and `false`. */
  screensOut?: (string | number | boolean)[]
  /** The choice that a careful reader takes; another one is a quality flag, never an error. */
  attention?: string | number
}

/** On a page. */
export interface PageOrder {
  /** Changes places, by lot, with the other pages that rotate. */
  rotates?: boolean
}

/** On the survey. */
export interface SurveyScoring {
  /** Absent: every dimension that the items name weighs the same, and so does every L2 in it. */
  dimensions?: DimensionScoring[]
  /** Chapter 6 or annex A: whose L2s the items speak of. Absent: of either. */
  scheme?: 'city' | 'county'
  /** Lowest and highest code of the rating scale; absent: 1 and 5. */
  scale?: { min: number; max: number }
  /** Pairs of questions whose answers contradict each other: a quality flag, never an error. */
  contradictions?: ContradictionScoring[]
}

/** Either `apart`, of two ratings of the same thing, or `answers`, of any two questions. */
export interface ContradictionScoring {
  questions: [string, string]
  /** By how many points of the scale the ratings differ at least. */
  apart?: number
  /** Choices of the one, and choices of the other; of a rated item all ratings or none. */
  answers?: [unknown[], unknown[]]
}

export interface DimensionScoring {
  /** e.g. `D1` */
  code: string
  title: LocalText
  /** Weight among the dimensions, in any unit; absent: that of its L2s together. 0: reported, not scored. */
  weight?: number
  /** The L2s of the standard, with their weight within the dimension in any unit, e.g. per cent of the total. */
  indicators: { code: string; weight: number }[]
}

/** A text by SurveyJS locale, or one for all. */
type LocalText = string | Record<string, string>
