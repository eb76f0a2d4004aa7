import type { Text } from '../../scoring/text.ts'

/** Coarse kinds of devices, and the page without scripts; all that is kept of what people open it on. */
export const deviceKinds = ['phone', 'tablet', 'desktop', 'plain'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** `GET /api/surveys/{survey}/visits`: how far visits came, all days together; never an answer. */
export interface Visits {
  opened: number
  consented: number
  started: number
  finished: number
  accepted: number
  /** On what the residents' page was opened, the commonest first. */
  devices: { device: DeviceKind; opened: number }[]
  /** In the order of the questionnaire. */
  pages: {
    /** Counted from 1. */
    page: number
    title: Text
    /** Visits that came to this page. */
    reached: number
    /** Of them, those that came to no later page and did not finish. */
    left: number
  }[]
}

/** `GET /api/surveys/{survey}/history`: what the sample was worth at the end of each day (China standard time). */
export interface History {
  days: { day: string; responses: number; nEffective: number; designEffect: number }[]
}
