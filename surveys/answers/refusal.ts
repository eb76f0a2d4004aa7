import type { Text } from '../../scoring/text.ts'

/** Something of a questionnaire that the server could not check, so that it cannot be published. */
export interface Refusal {
  /** Names from the outside in, then the property: `ratings.A1.visibleIf`. */
  path: string
  message: Text
}

/** A questionnaire cannot be published: answers to it could not be checked. Lists everything that stands in the way. */
export class NotCheckable extends Error {
  readonly refusals: Refusal[]

  constructor(refusals: Refusal[]) {
    super(refusals.map(({ path, message }) => `${path}: ${message.en}`).join('\n'))
    this.refusals = refusals
  }
}
