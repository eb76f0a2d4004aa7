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
  /** Categories were folded into this one because too few people were in them. */
  folded?: boolean
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
        /** Bounds of the weights as multiples of their mean, agreed before the survey opened; absent: untrimmed. */
        trim?: { lower: number; upper: number; cycles: number }
      }
  /**
   * How people come into the sample; frozen when the survey is set up. Absent: of their own accord. `mixed`: drawn persons
   * (by invitation) beside volunteers.
   */
  sample?: 'probability' | 'model' | 'mixed'
  /** Share of the drawn part where the two parts of a mixed sample are combined, 0…1; fixed before the first answer. */
  drawnShare?: number
  /** How the sample was drawn. Absent: as one, without finite population correction. */
  sampling?: {
    /** Name of the variable (one of `variables`) whose categories are the strata. */
    stratum?: string
    /** Persons in the population by stratum (by '' where there are no strata), for the finite population correction. */
    population?: Record<string, number>
  }
  /**
   * Where not every respondent is asked everything: the variable (one of `variables`) that tells the form, and the items
   * that each form asks. An item that is in no list is asked by every form.
   */
  forms?: { variable: string; asks: Record<string, string[]> }
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
