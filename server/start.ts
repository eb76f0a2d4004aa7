import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { addressOf, type Config } from './config.ts'
import { type Context, createChanges } from './context.ts'
import { seedDemo } from './demo/seed.ts'
import { collectorOf } from './http/collector.ts'
import { createIntake, type Intake } from './http/intake.ts'
import { deriveKeys } from './secrets.ts'
import { createFirstAccount } from './services/accounts.ts'
import { deliverAlerts } from './services/alerts/deliver.ts'
import { watchAlerts } from './services/alerts/watch.ts'
import { closeEnded } from './services/lifecycle.ts'
import { noteRequest } from './services/metrics.ts'
import { sweepPlaces } from './services/places/lapse.ts'
import { scanOpenSurveys } from './services/quality/scan.ts'
import { applyRetention } from './services/records/retention.ts'
import { startExports, stopExports } from './services/roundExports/jobs.ts'
import { createSweeper } from './services/sweeper.ts'
import { countLargeSurveys } from './services/tally/countLarge.ts'
import { forgetOldNotes } from './services/tally/hear.ts'
import { keepUp } from './services/tally/keepUp.ts'
import { isBeingCopied } from './store/copy/copy.ts'
import { freeJobs } from './store/jobs.ts'
import { lockStore } from './store/lock.ts'
import { oneAtATime } from './store/oneAtATime.ts'
import { openStore } from './store/open.ts'
import { isPostgresAddress } from './store/postgres.ts'
import { surveyIds } from './store/surveys.ts'

export interface RunningServer {
  url: string
  context: Context
  /** What an operator has to know, in both languages. */
  welcome: string
  /** Stops taking requests, finishes those under way, closes the store. */
  stop: () => Promise<void>
}

/**
 * Opens the store, makes what an empty one lacks, and listens.
 * @throws {Error} with a clear line: the port is taken, the folder is used by another server, the store cannot be opened
 */
export async function startServer(config: Config, now: () => Date = () => new Date()): Promise<RunningServer> {
  // Any number of servers work on one PostgreSQL.
  const unlock = isPostgresAddress(config.store) ? async () => undefined : await lockStore(config.dataFolder)
  try {
    const db = await openStore(config.store)
    const close = async () => {
      await db.destroy()
      await unlock()
    }
    return await listen(config, { db, now, close }).catch(async (error) => {
      await db.destroy()
      throw error
    })
  } catch (error) {
    await unlock()
    throw error
  }
}

interface Opened extends Pick<Context, 'db' | 'now'> {
  close: () => Promise<void>
}

async function listen(config: Config, { db, now, close }: Opened): Promise<RunningServer> {
  if (await isBeingCopied(db)) {
    throw new Error(
      '数据还没有搬完：请先再运行一次 tiyan copy / The data have not all been moved: run tiyan copy again first',
    )
  }
  const context: Context = {
    config,
    db,
    now,
    log: pino({ level: config.logLevel }),
    keyFor: await deriveKeys(db, config.secret),
    changes: createChanges(),
  }
  const password = config.adminPassword ?? randomBytes(12).toString('base64url')
  const collector = collectorOf(context)
  let isNew = false
  await oneAtATime(db, 'filling', async () => {
    isNew = await createFirstAccount(context, password)
    if (config.demo) await seedDemo(collector)
  })

  if (!isPostgresAddress(config.store)) await freeJobs(db)
  startExports(context)
  const sweeper = await createSweeper(context, 'places', () => sweepPlaces(context), 2000)
  const judge = await createSweeper(context, 'quality', () => scanOpenSurveys(context), 5 * 60_000)
  const keeper = await createSweeper(context, 'retention', () => applyRetention(context), 10 * 60_000)
  const watcher = await createSweeper(context, 'alerts', () => watchAlerts(context), 30_000)
  const courier = await createSweeper(context, 'deliveries', () => deliverAlerts(context), 15_000)
  const closer = await createSweeper(context, 'closing', () => closeEnded(context), 60_000)
  const notes = await createSweeper(context, 'notes', () => forgetOldNotes(context), 60_000)
  const server = createServer(answering(createIntake(context, collector), createApp(context, collector)))
  // Slow phones get their time; who sends nothing does not hold a connection for ever.
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 65_000
  server.listen(config.port, config.host)
  await once(server, 'listening')
  const others = keepUp(context)
  const counting = countLargeSurveys(context)
  const { port } = server.address() as AddressInfo
  const url = config.port === 0 ? addressOf(config.host, port) : config.url

  return {
    url,
    context,
    welcome: welcome({
      url,
      surveys: await surveyIds(db),
      firstPassword: isNew ? password : undefined,
      passwordWasGiven: config.adminPassword !== undefined,
    }),
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      // Event streams stay open for ever; what answers in flight need is far shorter.
      setTimeout(() => server.closeAllConnections(), 2000).unref()
      await closed
      await collector.queue.drain()
      await stopExports(context)
      await closer.stop()
      await sweeper.stop()
      await judge.stop()
      await keeper.stop()
      await watcher.stop()
      await courier.stop()
      await notes.stop()
      await others.stop()
      await counting.stop()
      await close()
    },
  }
}

/** The intake of answers first, everything else by Express; the time of each is measured. */
const answering =
  (intake: Intake, app: Express): RequestListener =>
  (request, response) => {
    const started = performance.now()
    response.once('finish', () => {
      noteRequest(request.method ?? '', response.statusCode, (performance.now() - started) / 1000)
    })
    if (!intake(request, response)) app(request, response)
  }

interface Greeting {
  url: string
  surveys: string[]
  /** Of `admin`, where that account was made just now. */
  firstPassword: string | undefined
  passwordWasGiven: boolean
}

const mostLinks = 5

function welcome({ url, surveys, firstPassword, passwordWasGiven }: Greeting): string {
  const shown = passwordWasGiven ? '(TIYAN_ADMIN_PASSWORD)' : firstPassword
  return [
    '',
    '  体验 Tiyan',
    ...surveys.slice(0, mostLinks).map((survey) => `  居民答卷  Residents   ${url}/s/${encodeURIComponent(survey)}`),
    `  管理台    Console     ${url}/console`,
    ...(firstPassword === undefined
      ? ['  登录      Sign in     密码同前 / with the password as before (admin, …)']
      : [`  登录      Sign in     admin / ${shown}`]),
    ...(firstPassword !== undefined && !passwordWasGiven
      ? ['  此密码只显示这一次，请记下并尽快修改 / This password is shown only once: write it down, change it soon']
      : []),
    '  停止      Stop        Ctrl-C',
    '',
  ].join('\n')
}
