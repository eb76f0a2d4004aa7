import type { Text } from '../text.ts'

/** A variable by which the sample is steered (quotas) or calibrated (margins); asked among the screening questions. */
export interface Variable {
  name: string
  label: Text
  /** The screening question that gives it. */
  question: string
  categories: Category[]
}

export interface Category {
  code: string
  label: Text
  /** Answers that are folded into this category. An answer in no category leaves the variable without a value. */
  values: (string | number)[]
}

/** Population counts by one variable, or by several crossed. */
export interface Margin {
  /** Names of variables; more than one: interlocked. */
  variables: string[]
  /** One count for each combination of categories, in the order of `variables`. */
  counts: { categories: string[]; count: number }[]
  /** Where the counts come from, of whom and when; printed with every result. */
  source: Text
}

/** How the answers of a survey become an estimate for its population. Frozen when the survey opens. */
export interface SurveyDesign {
  /** Cells are combinations of these, in this order. */
  variables: Variable[]
  margins: Margin[]
  calibration:
    | { method: 'none' }
    | {
        method: 'rake'
        /** Indices into `margins`, in raking order. */
        margins: number[]
        /** Persons that the weights add up to. Every margin is read as shares of it. */
        populationTotal: number
      }
  /** Decisions taken about margins that disagree, cover other people or were folded; shown and exported. */
  decisions: Text[]
}

/**
 * The cell of a respondent: the category of every variable of the design, `|` between them, empty where no value is known.
 * @example cellOf(design, { S2: '30-44', S3: '310101', S4: 'undisclosed' }) // '16-59|310101|'
 */
export function cellOf(design: Pick<SurveyDesign, 'variables'>, answers: Record<string, unknown>): string {
  return design.variables
    .map(({ question, categories }) => {
      const answer = answers[question]
      return categories.find(({ values }) => values.some((value) => value === answer))?.code ?? ''
    })
    .join('|')
}
