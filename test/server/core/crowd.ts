import { randomUUID } from 'node:crypto'
import { answersOf, post } from './town.ts'

/** Residents under way at any moment. */
const atOnce = 16

/**
 * Residents who answer, one after another, until their server is gone or it is over; `acknowledged` gets the ids of the
 * answers that the server said it has, as soon as it says so.
 */
export async function answerUntil(
  { url }: { url: string },
  acknowledged: Set<string>,
  isOver: () => boolean = () => false,
): Promise<void> {
  let people = 0
  const send = async (): Promise<void> => {
    if (isOver()) return
    const id = randomUUID()
    const answers = answersOf()
    // Every other one begins with a place, some of whom never finish.
    const begun = people++ % 2 ? undefined : await post(`${url}/api/surveys/town/places`, { answers }).catch(() => null)
    if (begun === null) return
    if (people % 5 === 0) return send()
    const place = begun?.status === 201 ? JSON.parse(begun.text).place : undefined
    const taken = await post(`${url}/api/surveys/town/responses`, { id, answers, place }).catch(() => undefined)
    if (!taken) return
    if (taken.status === 201) acknowledged.add(id)
    return send()
  }
  await Promise.all(Array.from({ length: atOnce }, send))
}
