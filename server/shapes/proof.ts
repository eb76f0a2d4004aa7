import { z } from 'zod'

/** Work that was done for a challenge, as Altcha's libraries put it together: base64 of JSON `{ challenge, solution }`. */
const Payload = z.string().max(4000)

/** What opens the door of a survey that asks for work: the work, or the patience of who cannot do it. */
export const Proof = z.union([z.object({ work: Payload }), z.object({ waited: z.string().max(200) })])
export type Proof = z.infer<typeof Proof>

/** `GET /api/surveys/{survey}/challenge` */
export interface Challenge {
  /** For Altcha's libraries, which it is made by. */
  challenge: {
    parameters: {
      algorithm: string
      nonce: string
      salt: string
      cost: number
      keyLength: number
      keyPrefix: string
    }
    signature?: string
  }
  /** Who cannot do the work waits until then, so many seconds by whatever clock, and shows the ticket. */
  patience: { ticket: string; from: string; seconds: number }
}
