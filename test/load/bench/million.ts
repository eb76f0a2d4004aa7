import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { cellOf } from '../../../scoring/sampling/design.ts'
import { derivedId } from '../../../server/services/collect/derivedId.ts'
import { packCodes } from '../../../server/services/collect/pack.ts'
import { compileCheck } from '../../../surveys/answers/compile.ts'
import { cityQuestionnaire } from '../../../surveys/city/questionnaire.ts'
import { demoDesign } from '../../../surveys/demo/design.ts'
import { madeUpResident } from '../../../surveys/demo/residents.ts'

export const residents = 4000
const batch = 5000
/** A response every two seconds, for weeks. */
const apart = 2000

const networks = 20_000

interface Filling {
  /** With the network and flags of each, one in fifty flagged. */
  traced?: boolean
}

/** Writes responses of made-up residents straight into the store of a stopped server, as its intake would have. */
export function fillStore(folder: string, responses: number, { traced = false }: Filling = {}): void {
  const db = new SQLite(join(folder, 'tiyan.sqlite'))
  // Made to be measured, not to be kept.
  db.pragma('synchronous = OFF')
  const pool = poolOf(residents)
  const insert = db.prepare(
    `insert into response (round_id, survey_id, id, answers, content_hash, codes, cell, base_weight, channel, locale,
       outcome, receipt, received_at) values ('demo', 'demo', ?, ?, ?, ?, ?, 1, 'open', ?, 'counted', ?, ?)`,
  )
  const trace = db.prepare(
    `insert into trace (round_id, survey_id, response_id, stratum, device, network, interviewer, timings, flags, relative,
       points, pace) values ('demo', 'demo', ?, '', null, ?, null, null, ?, '', ?, null)`,
  )
  const write = db.transaction((from: number) => {
    for (let number = from; number < Math.min(responses, from + batch); number++) {
      const { answers, codes, cell, locale } = pool[number % pool.length] ?? fail()
      const id = derivedId(`million ${number}`)
      const at = new Date(Date.UTC(2026, 0, 1) + number * apart).toISOString()
      insert.run(id, answers, id, codes, cell, locale, id, at)
      if (traced) trace.run(id, `network ${number % networks}`, ...(number % 50 === 0 ? ['speed', 2] : ['', 0]))
    }
  })
  for (let from = 0; from < responses; from += batch) write(from)
  db.close()
}

/** Made-up residents as the store holds them. */
export function poolOf(size: number) {
  const check = compileCheck(cityQuestionnaire)
  return Array.from({ length: size }, (_, number) => {
    const { answers, locale } = madeUpResident(10_000 + number)
    return {
      answers: JSON.stringify(answers),
      codes: packCodes(check(answers).codes),
      cell: cellOf(demoDesign, answers),
      locale,
    }
  })
}

const fail = (): never => {
  throw new Error('there are no made-up residents')
}
