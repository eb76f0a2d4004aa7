import type { NumericTotal } from './cells.ts'
import { type Estimand, type EstimateDesign, variablesOf } from './designFile.ts'
import { readMargin } from './margins.ts'
import { type Population, readPopulation, totalOf } from './population.ts'
import type { ProblemList } from './problem.ts'
import { type Categories, readCategories, readNumbers, requireColumns } from './readColumn.ts'
import { readSample, readWeights } from './readSample.ts'
import { scoredItems } from './scores.ts'
import type { Frame } from './survey.ts'
import { cellsOf, lineOf, rowsIn, type Table } from './table.ts'

/** The input, read and checked. */
export interface Input {
  design: EstimateDesign
  frame: Frame
  /** Numeric columns, NaN where missing. */
  columns: Map<string, Float64Array>
  /** For each top-box estimand 1, 0 or NaN. */
  topbox: Map<string, Float64Array>
  domains: Map<string, Categories>
}

/** Reads responses and population as the design asks; what is wrong with them goes to `problems`. */
export function readInput(
  design: EstimateDesign,
  responses: Table,
  population: Table | null,
  problems: ProblemList,
): Input | null {
  const margins = design.calibration === 'none' ? [] : design.margins
  const totals = design.calibration === 'linear' ? design.numeric_totals : []
  const items = numericItems(design)
  const contrasted = design.contrasts.map(({ domain }) => domain)
  const crossed = [...margins, ...design.domains, ...contrasted].flatMap(variablesOf)
  const topboxes = design.estimands.flatMap((estimand) => (estimand.kind === 'topbox' ? [estimand.column] : []))
  const structure = [design.ids, design.strata, design.weights, design.fpc].filter((name) => name !== null)
  const complete = requireColumns(
    responses,
    [...structure, ...crossed, ...totals, ...items, ...topboxes],
    'responses',
    problems,
  )
  if (rowsIn(responses) === 0) {
    const text = { zh: '没有一行答卷', en: 'there is no response' }
    problems.add({ file: 'responses', code: 'no-rows', text })
  }
  checkWidth(responses, problems)
  if (!complete || rowsIn(responses) === 0) {
    checkRest(design, responses, population, items, problems)
    return null
  }

  const sample = readSample(design, responses, problems)
  const counts = margins.length === 0 && totals.length === 0 ? new Map() : countsOf(population, problems)
  const frame: Frame = {
    ...sample,
    margins:
      counts === null
        ? []
        : margins.flatMap((name) => readMargin(name, responses, counts, sample.base, problems) ?? []),
    numbers: counts === null ? [] : totals.flatMap((name) => numericTotal(name, responses, counts, problems) ?? []),
  }
  const columns = new Map(items.map((name) => [name, readItem(design, name, responses, problems)!]))
  return {
    design,
    frame,
    columns,
    topbox: new Map(
      design.estimands.flatMap((estimand) =>
        estimand.kind === 'topbox' ? [[estimand.name, topboxValues(design, estimand, responses, columns)]] : [],
      ),
    ),
    domains: new Map(
      [...design.domains, ...contrasted].map((name) => [name, readCategories(responses, variablesOf(name))!]),
    ),
  }
}

/** What can be said of the columns that are there, although others are not. */
function checkRest(
  design: EstimateDesign,
  responses: Table,
  population: Table | null,
  items: string[],
  problems: ProblemList,
) {
  readWeights(design, responses, problems)
  if (population !== null) readPopulation(population, problems)
  for (const name of items) readItem(design, name, responses, problems)
}

function numericItems(design: EstimateDesign): string[] {
  const scored = design.score === null ? [] : scoredItems(design.score)
  const estimated = design.estimands.flatMap((estimand) => (estimand.kind === 'item' ? [estimand.column] : []))
  const ratios = design.ratios.flatMap(({ numerator, denominator }) => [numerator, denominator])
  const topboxes = design.estimands.flatMap((estimand) =>
    estimand.kind === 'topbox' && !isText(design, estimand) ? [estimand.column] : [],
  )
  return [...new Set([...scored, ...estimated, ...ratios, ...topboxes])]
}

type Topbox = Extract<Estimand, { kind: 'topbox' }>

/** The answers are words, compared as they stand. */
const isText = ({ string_columns }: EstimateDesign, { column, values }: Topbox) =>
  string_columns.includes(column) || values.some((value) => typeof value === 'string')

function countsOf(population: Table | null, problems: ProblemList): Population | null {
  if (population !== null) return readPopulation(population, problems)
  problems.add({
    file: 'population',
    code: 'missing-file',
    text: {
      zh: '设计要求校准，但没有给出总体文件。请给出总体文件，或把 calibration 改为 none',
      en: 'the design calibrates, but there is no population file. Give one, or set calibration to none',
    },
  })
  return null
}

const missingCodesOf = ({ missing_codes }: EstimateDesign) => new Set(missing_codes.map(String))

function readItem(design: EstimateDesign, name: string, responses: Table, problems: ProblemList): Float64Array | null {
  const { score } = design
  const scored = score !== null && scoredItems(score).includes(name)
  const codes = design.missing_codes.join(', ')
  const reject = (value: number) => {
    if (!scored || (value >= score.item_min && value <= score.item_max)) return null
    return {
      zh: `不在 ${score.item_min}…${score.item_max} 之内，也不是缺失代码(${codes || '设计中没有'})。请更正，或在设计的 missing_codes 中列出这个代码`,
      en: `is outside ${score.item_min}…${score.item_max} and is no missing code (${codes || 'the design has none'}). Correct it, or list the code in the design's missing_codes`,
    }
  }
  return readNumbers(responses, name, problems, { file: 'responses', missing: missingCodesOf(design), reject })
}

function numericTotal(
  name: string,
  responses: Table,
  population: Population,
  problems: ProblemList,
): NumericTotal | null {
  const total = totalOf(population, name, problems)
  const values = readNumbers(responses, name, problems, { file: 'responses', required: true })
  return total === null || values === null ? null : { name, values, total }
}

/** 1 where the answer is among the values, 0 for another one, NaN where it is missing. */
function topboxValues(
  design: EstimateDesign,
  topbox: Topbox,
  responses: Table,
  columns: Input['columns'],
): Float64Array {
  const wanted = new Set(topbox.values.map(String))
  if (!isText(design, topbox)) {
    const answers = columns.get(topbox.column)!
    return answers.map((value) => (Number.isNaN(value) ? value : wanted.has(String(value)) ? 1 : 0))
  }
  const missing = missingCodesOf(design)
  const cell = cellsOf(responses, topbox.column)!
  const share = (text: string) => (text === '' || missing.has(text) ? Number.NaN : wanted.has(text) ? 1 : 0)
  return Float64Array.from({ length: rowsIn(responses) }, (_, row) => share(cell(row)))
}

function checkWidth(responses: Table, problems: ProblemList) {
  const twice = responses.columns.filter((name, index) => responses.columns.indexOf(name) !== index)
  for (const column of new Set(twice)) {
    const text = { zh: '这一列出现两次。请改名或删去一列', en: 'this column is there twice. Rename or remove one' }
    problems.add({ file: 'responses', code: 'duplicate-column', column, text })
  }
  if (!('rows' in responses)) return
  const long = [...responses.rows.keys()].filter((row) => responses.rows[row]!.length > responses.columns.length)
  if (long.length === 0) return
  const text = {
    zh: '单元格比表头多。请核对分隔符和引号',
    en: 'has more cells than the header. Check separators and quotation marks',
  }
  problems.add({ file: 'responses', code: 'too-many-cells', rows: long.map((row) => lineOf(responses, row)), text })
}
