import type { DataProblem } from '../../../scoring/objective/problem.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Text } from '../../../scoring/text.ts'
import { reference } from '../../files/address.ts'
import { readFacts } from '../../files/facts.ts'
import { located, type Place, placeFinder } from '../../files/located.ts'
import { otherScheme } from '../../files/otherScheme.ts'
import { type FileNote, type FileProblem, sizeCodes } from '../../files/problem.ts'
import { readScores } from '../../files/scores.ts'
import { readSurveys } from '../../files/surveys.ts'
import { readTable, type Table } from '../../files/table.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'
import type { InputKind } from '../../shapes/evaluation.ts'
import type { InputRow, InputRows } from '../evaluations/inputs.ts'

/** A row as it will be kept, with the region it names and the places its problems are reported at. */
interface ReadRow<K extends InputKind> {
  kept: InputRow[K]
  region: string
  place: Place
}

export interface ReadInput<K extends InputKind> {
  rows: ReadRow<K>[]
  problems: FileProblem[]
  /** What is no problem, but good to know. */
  notes: FileNote[]
}

type Reader<K extends InputKind> = (table: Table, scheme: Scheme) => ReadInput<K>

const readers: { [K in InputKind]: Reader<K> } = {
  facts: (table, scheme) => {
    const { rows, problems, notes } = readFacts(table, scheme)
    const other = otherScheme(scheme, rows)
    return {
      notes,
      problems: other ? [{ path: '', row: null, code: 'other-scheme', message: other }, ...problems] : problems,
      rows: rows.map(({ region, address, kind, ...kept }) => ({
        region,
        kept,
        place: { item: kept.indicator, key: kept.input, row: kept.row, address, kind },
      })),
    }
  },
  scores: (table, scheme) => {
    const { rows, problems, notes } = readScores(table, scheme)
    return {
      notes,
      problems,
      rows: rows.map(({ region, row, indicator, score, address, kind }) => ({
        region,
        kept: { row, indicator, score },
        place: { item: indicator, key: null, row, address, kind },
      })),
    }
  },
  'survey-score': (table, scheme) => {
    const { rows, problems, notes } = readSurveys(table)
    const indicators = scheme.dimensions.flatMap((dimension) => dimension.indicators)
    const item = indicators.find(({ survey }) => survey)?.id ?? ''
    return {
      notes,
      problems,
      rows: rows.map(({ region, row, score, se = '', kind = '', address, cellKind }) => ({
        region,
        kept: { row, score, se, kind },
        place: { item, key: null, row, address, kind: cellKind },
      })),
    }
  },
}

interface Region {
  code: string
  name: Text
}

/**
 * Reads a file of one kind for one region.
 * @throws {Problem} `too-large` where it is too large to be read
 */
export async function readInput<K extends InputKind>(
  kind: K,
  bytes: Uint8Array,
  scheme: Scheme,
  region: Region,
): Promise<ReadInput<K>> {
  const table = await readTable(bytes)
  const [refused] = table.problems
  if (refused && sizeCodes.has(refused.code)) throw new Problem('too-large', { detail: refused.message })
  return ofRegion(readers[kind](table, scheme), region)
}

/** The rows of one region, which may be called by its code or either of its names; a problem for every other row. */
function ofRegion<K extends InputKind>({ rows, problems, notes }: ReadInput<K>, { code, name }: Region): ReadInput<K> {
  const own = new Set(['', code, name.zh, name.en])
  const foreign = rows.filter(({ region }) => !own.has(region))
  return {
    notes,
    rows: rows.filter(({ region }) => own.has(region)),
    problems: [
      ...problems,
      ...foreign.map(({ region, place: { row, address } }) => ({
        path: reference(address),
        row,
        code: 'other-region',
        message: {
          zh: `第 ${row} 行：地区是“${region}”，而这里是“${name.zh}”(${code})。请删去其他地区的行`,
          en: `row ${row}: the region is “${region}”, but this is “${name.en}” (${code}). Leave out the rows of other regions`,
        },
      })),
    ],
  }
}

/** What the scoring finds wrong, with the cells that it stands in. */
export function placedProblems<K extends InputKind>(problems: DataProblem[], { rows }: ReadInput<K>): InputProblem[] {
  const places = rows.map(({ place }) => place)
  const placeOf = placeFinder(places)
  return located(problems, places).map((problem) => {
    const place = placeOf(problem)
    const { item, key, reason, message } = problem
    return {
      path: place ? reference(place.address) : [item, key].filter(Boolean).join('/'),
      code: reason,
      message,
    }
  })
}

/** All that is known, with one kind replaced by what was read; only the new rows keep their numbers. */
export function withRead<K extends InputKind>(kind: K, { rows }: ReadInput<K>, present: InputRows): InputRows {
  // Numbers of rows of other files would lead to the wrong cells.
  const unnumbered = <R extends { row: number | null }>(list: R[]): R[] => list.map((one) => ({ ...one, row: null }))
  return {
    facts: unnumbered(present.facts),
    scores: unnumbered(present.scores),
    'survey-score': unnumbered(present['survey-score']),
    [kind]: rows.map(({ kept }) => kept),
  }
}
