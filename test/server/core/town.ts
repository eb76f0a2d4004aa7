import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import type { Text } from '../../../scoring/text.ts'
import { readConfig } from '../../../server/config.ts'
import { publishQuestionnaire, type SurveyPlan, setUpSurvey } from '../../../server/services/publish.ts'
import type { User } from '../../../server/shapes/session.ts'
import { type RunningServer, startServer } from '../../../server/start.ts'
import { addEvaluation, addRegion, addRound, listRounds } from '../../../server/store/surveys.ts'
import { toTheNext, withMoreServers } from '../postgres/moreServers.ts'
import { databaseOf } from '../postgres/ofFolder.ts'
import { questionnaire } from './questionnaire.ts'

export const adminPassword = 'a-password-for-tests'

const sex = {
  name: 'sex',
  label: { zh: '性别', en: 'Sex' },
  question: 'S4',
  categories: ['female', 'male'].map((code) => ({ code, label: { zh: code, en: code }, values: [code] })),
}

const design: SurveyDesign = {
  variables: [sex],
  margins: [],
  calibration: { method: 'none' },
  decisions: [],
}

const at = '2026-05-01T00:00:00.000Z'

export const plan: Omit<SurveyPlan, 'questionnaire'> = {
  id: 'town',
  round: 'spring',
  evaluation: 'town',
  title: { zh: '小镇调查', en: 'Town survey' },
  settings: {
    welcome: {
      organiser: { zh: '小镇', en: 'Town' },
      purpose: { zh: '试用', en: 'Trial' },
      minutes: 1,
      contact: { zh: '无', en: 'none' },
      legalMarks: {
        formNumber: '',
        issuedBy: '',
        documentNumber: '',
        approvedBy: '',
        approvalNumber: '',
        validUntil: '',
      },
    },
    overQuota: 'continue',
    madeUp: true,
  },
  design,
  quotas: [],
  state: 'open',
  opensAt: null,
  closesAt: null,
}

/** A real server on a store in a temporary folder, with a survey `town`. */
export interface Town extends RunningServer {
  folder: string
  /** Stops the server and forgets its data. */
  end: () => Promise<void>
}

interface Asked {
  title: object
  pages: object[]
}

interface Wishes {
  survey?: Partial<SurveyPlan>
  /** Another questionnaire than the small one. */
  asks?: Asked
  /** Pages after those of the small questionnaire. */
  morePages?: object[]
  environment?: Record<string, string>
  /** A clock of its own, which servers in other processes cannot share: such a town has one server in every run. */
  now?: () => Date
  /** Data of a town that was stopped before. */
  folder?: string
}

export async function startTown({
  survey,
  asks = questionnaire,
  morePages = [],
  environment,
  now,
  folder,
}: Wishes = {}): Promise<Town> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'tiyan-')))
  const config = readConfig({
    PORT: '0',
    TIYAN_DATA: data,
    TIYAN_DEMO: '0',
    TIYAN_ADMIN_PASSWORD: adminPassword,
    TIYAN_LOG: 'silent',
    ...(await databaseOf(data)),
    ...environment,
  })
  const server = await startServer(config, now)
  await found(server, survey, { ...asks, pages: [...asks.pages, ...morePages] })
  const front = now === undefined ? await withMoreServers(server, environment ?? {}) : undefined
  const stop = async () => {
    await front?.end()
    await server.stop()
  }
  return {
    ...server,
    url: front?.url ?? server.url,
    folder: data,
    stop,
    end: async () => {
      await stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function found({ context: { db } }: RunningServer, survey: Partial<SurveyPlan> = {}, asked: Asked) {
  if ((await listRounds(db)).length > 0) return
  const act = { account: null, at }
  await db.transaction().execute(async (transaction) => {
    await addRound(transaction, { id: 'spring', name: '{"zh":"春","en":"Spring"}', made_up: 1, created_at: at })
    for (const code of ['town', 'village']) {
      const name = JSON.stringify({ zh: code, en: code })
      await addRegion(transaction, { code, name, scheme: 'city', rank: '地级市' })
      await addEvaluation(transaction, {
        id: code,
        round_id: 'spring',
        region_code: code,
        scheme: 'city',
        state: 'draft',
      })
    }
    const version = await publishQuestionnaire(transaction, { id: 'small', questionnaire: { ...asked } }, act)
    await setUpSurvey(transaction, { ...plan, ...survey, questionnaire: { id: 'small', version } }, act)
  })
}

/** What Li Na, a resident, answers; `others` replaces or adds. */
export const answersOf = (others: Record<string, unknown> = {}) => ({
  consent: true,
  S1: 'yes',
  S4: 'female',
  A1: 5,
  A2: 4,
  B1: 98,
  ...others,
})

interface Sent {
  status: number
  /** The last part of the problem's type. */
  code: string | undefined
  /** Empty where no JSON came. */
  body: Answer
  text: string
  headers: Headers
}

interface Schema {
  required: string[]
  properties: object
}

/** What the tests read of the server's answers, whichever they are. */
interface Answer {
  type: string
  id: string
  receipt: string
  state: string
  title: string
  texts: { title: Text }
  errors: { path: string; code: string; message: Text }[]
  user: User
  questionnaire: typeof questionnaire
  paths: Record<string, Record<string, { requestBody: { content: Record<string, { schema: Schema }> } }>>
}

/** Sends JSON, or text as it stands. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Sent> {
  return read(
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...toTheNext, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
}

export async function read(response: Response): Promise<Sent> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body = isJson ? JSON.parse(text) : {}
  return { status: response.status, code: body.type?.split('/').at(-1), body, text, headers: response.headers }
}

/** Sends one person's answers to the town's survey. */
export const answer = ({ url }: Pick<Town, 'url'>, answers: unknown = answersOf(), id: string = randomUUID()) =>
  post(`${url}/api/surveys/town/responses`, { id, answers })
