import { z } from 'zod'
import { Answers } from './answers.ts'
import { SignedLink } from './channel.ts'
import { Proof } from './proof.ts'

/** `POST /api/surveys/{survey}/places`; of the answers only those to screening questions are looked at, none is kept. */
export const PlaceRequest = z.object({
  answers: Answers,
  invitation: z.string().max(200).optional(),
  signed: SignedLink.optional(),
  proof: Proof.optional(),
})

/** What it answers. */
export interface Place {
  /** Goes with the answers. */
  place: string
  /** End of the lease, unless it is renewed. */
  expiresAt: string
  /** `over`: no seat was free; the answers count once one is. */
  quota: 'open' | 'over'
}
