import { answersTo, type Written, written } from '../../../surveys/answers/written.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Channel } from '../../shapes/channel.ts'
import type { NewResponse, ResponseTaken } from '../../shapes/survey.ts'
import { noteDisposition } from '../../store/invitations.ts'
import { takenIds } from '../../store/responses.ts'
import { countScreenedOut } from '../../store/surveys.ts'
import { type Admission, type Admitted, admit, anonymous } from '../channels/admit.ts'
import { cellWith } from '../channels/cell.ts'
import { type PlaceTicket, readPlaceToken } from '../places/token.ts'
import { findPublished, type Published } from '../published.ts'
import { evidenceOf, type Origin } from '../quality/evidence.ts'
import { isSameContent } from './content.ts'
import { createDeviceTurns, type Turns } from './deviceTurns.ts'
import { packCodes } from './pack.ts'
import { createQueue, type Queue } from './queue.ts'
import type { Incoming, Settlement } from './settle.ts'
import { type Throttle, weigh } from './weigh.ts'

interface Collected extends ResponseTaken {
  /** Whether this very request stored it; else it was there already. */
  fresh: boolean
}

export interface Collector {
  context: Context
  queue: Queue
  turns: Turns
  placeKey: Buffer
}

export const createCollector = (context: Context): Collector => ({
  context,
  queue: createQueue(context),
  turns: createDeviceTurns(),
  placeKey: context.keyFor('places'),
})

interface Arrival extends Origin {
  /** How it came; `open` stands for whatever its sender can show: a code, a signed link, or nothing. */
  channel: Exclude<Channel, 'invitation' | 'signed'>
  throttle: Throttle
}

/** A response on its way in. */
export type Sent = Omit<NewResponse, 'answers'> & { answers: Written }

const openly: Arrival = { channel: 'open', throttle: () => 0 }

/** The same as `collectSent`, of answers by question. */
export const collect = (
  collector: Collector,
  survey: string,
  sent: NewResponse,
  arrival = openly,
): Promise<Collected> => collectSent(collector, survey, { ...sent, answers: written(sent.answers) }, arrival)

/**
 * Takes in one person's answers. What it gives is on the disk.
 * @throws {Problem} in the order of CONTRACT section 2; an id that the survey has already is answered for what it is
 *   before anything else is held against it
 */
export async function collectSent(
  { context, queue, turns, placeKey }: Collector,
  surveyId: string,
  sent: Sent,
  arrival: Arrival,
): Promise<Collected> {
  const survey = await findPublished(context, surveyId)
  if (!survey) throw new Problem('not-found')

  const { answers, locale = '', timings } = sent
  // The same UUID may be written in capitals.
  const id = sent.id.toLowerCase()
  const place = sent.place === undefined ? undefined : readPlaceToken(placeKey, survey.id, sent.place)
  const admitted = await admittedBy(context, survey, { sent, place, arrival })
  const throttled = arrival.throttle(place?.id)
  // Where one server counts, which is at once, the others behind this one do not wait for a turn.
  const wait = typeof throttled === 'number' ? throttled : await throttled
  const verdict = weigh(context, survey, { answers, place, admitted, wait })
  if (verdict.refusal || !admitted.admission) {
    const refusal = verdict.refusal ?? new Problem('invitation-required')
    const repeated = await ifTaken(context, survey, { id, answers: answers.text })
    // It may have been stored this very moment.
    if (repeated) await queue.settled()
    if (repeated) return { ...repeated, id: sent.id }
    if (refusal.code === 'not-eligible') await screenedOut(context, survey, admitted)
    throw refusal
  }

  const { admission } = admitted
  const take = async () =>
    queue.add({
      survey,
      id,
      answers: answers.text,
      codes: packCodes(verdict.codes),
      cell: cellWith(survey.design, answersTo(askedForCell(survey), answers), admission.stratum),
      baseWeight: admission.baseWeight,
      channel: admission.channel,
      locale,
      receivedAt: context.now().toISOString(),
      place: place?.id,
      admission,
      evidence: await evidenceOf(context, survey, {
        ...{ answers, codes: verdict.codes, locale, timings, admission },
        origin: arrival,
      }),
    })
  const device = survey.quality && arrival.device
  const settlement = device ? await turns(`${survey.id} ${device}`, take) : await take()
  return { id: sent.id, ...outcomeOf(settlement) }
}

const askedForCell = ({ design }: Published): string[] => design.variables.map(({ question }) => question)

interface Coming {
  sent: Sent
  place: PlaceTicket | undefined
  arrival: Arrival
}

/** An interviewer or a clerk may have the code of the person they write for. */
const admittedBy = async (
  context: Context,
  survey: Published,
  { sent: { invitation, signed }, place, arrival: { channel } }: Coming,
): Promise<Admitted> => {
  if (invitation === undefined && signed === undefined) return anonymous(context, survey, channel, place)
  const admitted = await admit(context, survey, { invitation, signed, place })
  if (channel === 'open' || !admitted.admission) return admitted
  // A mixed sample tells drawn persons from volunteers by the channel.
  if (survey.design.sample === 'mixed' && admitted.admission.channel === 'invitation') return admitted
  return { admission: { ...admitted.admission, channel } satisfies Admission }
}

/** Counted, not stored. */
async function screenedOut({ db }: Context, survey: Published, { admission }: Admitted) {
  await countScreenedOut(db, survey.id)
  if (admission?.invitation !== undefined) await noteDisposition(db, survey, admission.invitation, '4.11')
}

type Receipt = Omit<Collected, 'id'>
type Content = Pick<Incoming, 'id' | 'answers'>

async function ifTaken({ db }: Context, survey: Published, sent: Content): Promise<Receipt | undefined> {
  const taken = (await takenIds(db, survey.round, survey.id, [sent.id])).get(sent.id)
  if (!taken) return undefined
  if (taken.answers === null) throw new Problem('withdrawn')
  if (!isSameContent(taken, sent)) throw new Problem('id-conflict')
  return { receipt: taken.receipt, fresh: false }
}

function outcomeOf(settlement: Settlement): Receipt {
  switch (settlement.kind) {
    case 'stored':
      return { receipt: settlement.receipt, fresh: true }
    case 'repeated':
      return { receipt: settlement.receipt, fresh: false }
    case 'conflict':
      throw new Problem('id-conflict')
    case 'withdrawn':
    case 'quota-full':
    case 'place-required':
    case 'invitation-used':
    case 'already-answered':
      throw new Problem(settlement.kind)
  }
}
