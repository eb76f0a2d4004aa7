/** The bounds of rule SR-1 (SURVEY-PRACTICE 3.2–3.4, 5.7); fixed before the first answer. */
export interface ScoringRules {
  /** An item with fewer raters is not scored. */
  fewestRaters: number
  /** A margin category with fewer respondents makes the score not publishable without a recorded decision. */
  fewestInCategory: number
  /** An item is flagged above this share of 'don't know'. */
  mostDontKnow: number
  /** A weight above so many times the mean is named. */
  weightCap: number
  /** Give the weight of a dimension without items to the other dimensions; otherwise there is no score. */
  spreadEmptyDimensions: boolean
  /** A group with fewer respondents is suppressed. */
  fewestInGroup: number
  /** A group with fewer is flagged. */
  flaggedGroup: number
  /** A group with a smaller effective number is suppressed. */
  fewestEffective: number
  /** An item with fewer ratings in a group is thin there. */
  thinInGroup: number
  /** A group is flagged where thin items carry more than this share of the weight. */
  mostThinWeight: number
}

export const defaultRules: ScoringRules = {
  fewestRaters: 30,
  fewestInCategory: 30,
  mostDontKnow: 0.4,
  weightCap: 5,
  spreadEmptyDimensions: false,
  fewestInGroup: 30,
  flaggedGroup: 50,
  fewestEffective: 20,
  thinInGroup: 10,
  mostThinWeight: 0.1,
}
