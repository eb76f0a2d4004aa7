import { csvText } from '../../files/csv.ts'
import type { Channel } from '../../shapes/channel.ts'
import { signatureOf } from '../channels/signature.ts'
import { get, NotReached, type SignIn, send, signIn } from './http.ts'

/** What one resident sends. */
interface Sheet {
  id: string
  answers: Record<string, unknown>
  locale: string | undefined
  timings: Record<string, number>
}

/** How the residents of a channel come in. */
interface Door {
  /** What the resident with this number shows beside the answers; undefined where nobody asks for a place either. */
  shows?: (number: number) => object
  /** Gives the status by which the answers were taken: 201, 200 where they were there already, or why not. */
  hand: (sheet: Sheet, shown: object) => Promise<number>
}

interface Street {
  server: string
  survey: string
  seed: number
  /** How many come by this channel. */
  people: number
  /** undefined: nobody can sign in, so only the open link is open. */
  signIn: SignIn | undefined
}

/**
 * Opens the doors of these channels as whoever runs the fieldwork would: makes codes, gets the key of signed links.
 * @throws {NotReached} where that cannot be done
 */
export async function openDoors(street: Street, channels: readonly Channel[]): Promise<Map<Channel, Door>> {
  const doors = new Map<Channel, Door>()
  const official = channels.some((channel) => channel !== 'open') ? await officialOf(street) : {}
  for (const channel of channels) doors.set(channel, await openings[channel](street, official))
  return doors
}

async function officialOf({ server, signIn: who }: Street) {
  if (!who) throw new NotReached('only the open link can be used without TIYAN_ADMIN_PASSWORD')
  return signIn(server, who)
}

const addressOf = ({ server, survey }: Street) => `${server}/api/surveys/${encodeURIComponent(survey)}`

type Opening = (street: Street, official: Record<string, string>) => Promise<Door>

/** By oneself, on the residents' page. */
const oneself = (street: Street, shows: NonNullable<Door['shows']>): Door => ({
  shows,
  hand: async (sheet, shown) => (await send(`${addressOf(street)}/responses`, { ...sheet, ...shown })).status,
})

const linkLasts = 3600

const openings: Record<Channel, Opening> = {
  open: async (street) => oneself(street, () => ({})),
  invitation: async (street, official) => {
    const batch = { label: `simulate ${street.seed}`, count: street.people }
    const { status, text } = await send(`${addressOf(street)}/invitations`, batch, official)
    if (status !== 201) throw new NotReached(`${addressOf(street)}/invitations: ${status}`)
    const codes: { code: string }[] = JSON.parse(text).invitations
    return oneself(street, (number) => ({ invitation: codes[number]?.code }))
  },
  signed: async (street, official) => {
    const { key } = await get(`${addressOf(street)}/signing-key`, official)
    return oneself(street, (number) => {
      const p = `simulated ${street.seed} ${number}`
      const e = String(Math.floor(Date.now() / 1000) + linkLasts)
      return { signed: { p, e, h: signatureOf(String(key), street.survey, { p, e }) } }
    })
  },
  assisted: async (street, official) => ({
    // An interviewer measures no time.
    hand: async ({ timings: _, ...sheet }) => {
      const { status } = await send(`${addressOf(street)}/assisted`, sheet, official)
      return status
    },
  }),
  paper: async (street, official) => ({
    hand: async (sheet) => {
      const { status, text } = await send(`${addressOf(street)}/paper`, rowOf(sheet), official)
      if (status !== 200) return status
      const { stored, repeated } = JSON.parse(text)
      if (stored + repeated === 0) return 409
      return stored > 0 ? 201 : 200
    },
  }),
}

/** A file with one person in it. */
function rowOf({ id, locale, answers }: Sheet): string {
  const cells = Object.entries({ id, ...(locale && { locale }), ...answers }).map(([name, answer]) => ({
    name,
    text: Array.isArray(answer) ? answer.join('|') : String(answer),
  }))
  return csvText([cells.map(({ name }) => name), cells.map(({ text }) => text)])
}
