import type { Alternative } from '../../scoring/subjective/alternatives.ts'
import type { GroupScore } from '../../scoring/subjective/scoreGroups.ts'
import type { Text } from '../../scoring/text.ts'

/** The score by the same method over other respondents. */
export interface SampleAlternative {
  /** e.g. `standard`, `without-channel:open`, `without-rule:too-fast`, `without-rules`, `with-over-quota` */
  code: string
  label: Text
  respondents: number
  /** Not null: score, standard error and interval are withheld, for the sake of few people. */
  withheld: Withheld | null
  score: number | null
  se: number | null
  interval: [number, number] | null
}

/** Fewer than 30 respondents; or too few people by whom it differs from another row. */
export type Withheld = 'few-respondents' | 'few-apart'

/** `GET /api/surveys/{survey}/sensitivity`: what the score would be by other choices; never the score itself. */
export interface Sensitivity {
  /** Of the tally that it rests on. */
  version: number
  /** When it was worked out: that of a large survey in the field may be some minutes old. ISO 8601 UTC. */
  at: string
  /** Other weights and scales over the same respondents. */
  methods: Alternative[]
  /** The same method with or without some respondents. */
  samples: SampleAlternative[]
}

/**
 * `GET /api/surveys/{survey}/groups`: the score by the variables of the design, or with `?by=QUESTION` by the answers to
 * a screening or demographic question; small groups withheld.
 */
export interface Groups {
  version: number
  variables: { variable: string; label: Text; groups: GroupScore[] }[]
  /** What can be asked for beside the variables of the design. */
  questions: { question: string; label: Text }[]
}
