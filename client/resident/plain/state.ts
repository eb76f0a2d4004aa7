import { isJson } from '../../../surveys/answers/json.ts'

/** What the server has measured of a response: nothing in the form itself can. */
export interface Clock {
  /** Milliseconds by page. */
  times: Record<string, number>
  /** When the page was sent, in milliseconds since 1970. */
  since: number
  /** The server's word for both. */
  seal: string
}

/** What goes along from page to page in the form itself: nothing is kept on the server or the device before it is sent. */
export interface State {
  /** Of the response, made at the start: however often the last page is sent, it counts once. */
  id: string
  /** Answers to the pages that are not shown. */
  answers: Record<string, unknown>
  /** Invitation or signed link, by the names they have in the address. */
  codes: Record<string, string>
  /** The place that was taken after the screening questions. */
  place: string | undefined
  /** The screening answers that it was taken with, as JSON. */
  screened: string | undefined
  /** The ticket of who waits because a survey asks for work, which nothing here can do. */
  patience: string | undefined
  /** The code under which the answers so far are kept, because the person asked for it. */
  draft: string | undefined
  /** Not there where the page was kept on the device. */
  clock: Clock | undefined
  /** Number of the furthest page that was come to, counted from 1; 0 at the beginning. */
  furthest: number
  /** Names of the texts that seemed to hold personal data, and were left so. */
  warned: string[]
  /** Name of the page that is shown. */
  page: string
  /** Names of the questions that it shows. */
  asked: string[]
}

/** Names of the fields that are no questions; language and view are called so in the address, too. */
export const fieldNames = {
  state: 'tiyan:state',
  go: 'tiyan:go',
  code: 'tiyan:code',
  language: 'lang',
  view: 'view',
} as const

/** What goes along besides the answers. */
export type Carried = Omit<State, 'answers' | 'page' | 'asked'>

/** Of a response that begins. */
export const newCarried = (id: string, codes: State['codes']): Carried => ({
  id,
  codes,
  place: undefined,
  screened: undefined,
  patience: undefined,
  draft: undefined,
  clock: undefined,
  furthest: 0,
  warned: [],
})

/** The names that invitations and signed links have in the address. */
const codeNames = ['i', 'p', 'e', 'h']

/** Invitation or signed link from an address, or from a form that has it from there. */
export const readCodes = (read: (name: string) => unknown): Record<string, string> =>
  Object.fromEntries(
    codeNames.flatMap((name) => {
      const value = read(name)
      return typeof value === 'string' && value !== '' && value.length <= 300 ? [[name, value]] : []
    }),
  )

export const writeState = (state: State): string => JSON.stringify(state)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const isText = (value: unknown): value is string => typeof value === 'string'
const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : [])

/** The state that a form sent back; undefined where it is none. Nothing in it is trusted: all of it is checked when it is sent. */
export function readState(text: string | null): State | undefined {
  const json = parsed(text)
  if (!isJson(json)) return undefined
  const { id, answers, codes, place, screened, patience, draft, clock, furthest, warned, page, asked } = json
  if (!isText(id) || !uuid.test(id) || !isJson(answers) || !isText(page)) return undefined
  return {
    id,
    answers,
    codes: readCodes((name) => (isJson(codes) ? codes[name] : undefined)),
    place: isText(place) ? place.slice(0, 200) : undefined,
    screened: isText(screened) ? screened : undefined,
    patience: isText(patience) ? patience.slice(0, 200) : undefined,
    draft: isText(draft) ? draft.slice(0, 20) : undefined,
    clock: readClock(clock),
    furthest: typeof furthest === 'number' && Number.isInteger(furthest) && furthest > 0 ? furthest : 0,
    warned: textsIn(warned),
    page,
    asked: textsIn(asked),
  }
}

function readClock(json: unknown): Clock | undefined {
  if (!isJson(json) || !isJson(json.times)) return undefined
  const { times, since, seal } = json
  if (typeof since !== 'number' || !isText(seal)) return undefined
  return { times: times as Clock['times'], since, seal }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
