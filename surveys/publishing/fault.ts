import type { Text } from '../../scoring/text.ts'

/** Something about a questionnaire or a survey that has to be mended, or looked at, before it is published. */
export interface Fault {
  /** Names from the outside in, then the property: `ratings.A1.choices`. */
  path: string
  code: FaultCode
  /** An error keeps it from being published; a warning is for a person to judge. */
  level: 'error' | 'warning'
  message: Text
}

export type FaultCode =
  | 'not-checkable'
  | 'not-scorable'
  | 'name'
  | 'choices'
  | 'contradiction'
  | 'language'
  | 'screening'
  | 'consent'
  | 'foreign'
  | 'standard'
  | 'size'
  | 'open-text'
  | 'design'

/** Reports of one kind of fault, gathered in a list. */
export interface Report {
  error: (path: string, zh: string, en: string) => void
  warning: (path: string, zh: string, en: string) => void
}

export const reportTo = (faults: Fault[], code: FaultCode): Report => ({
  error: (path, zh, en) => void faults.push({ path, code, level: 'error', message: { zh, en } }),
  warning: (path, zh, en) => void faults.push({ path, code, level: 'warning', message: { zh, en } }),
})
