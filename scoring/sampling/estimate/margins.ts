import type { Text } from '../../text.ts'
import { variablesOf } from './designFile.ts'
import type { Population } from './population.ts'
import type { ProblemList } from './problem.ts'
import { readCategories } from './readColumn.ts'
import { lineOf, type Table } from './table.ts'

/** A calibration margin over the rows of the file. */
export interface MarginData {
  name: string
  /** Index of each row's category in `targets`; −1 where a value is missing. */
  category: Int32Array
  categories: string[]
  /** Population counts. */
  targets: Float64Array
}

/** A margin of the design, with every category of it that population and responses do not share reported. */
export function readMargin(
  name: string,
  responses: Table,
  population: Population,
  weights: Float64Array,
  problems: ProblemList,
): MarginData | null {
  const counts = population.get(name)
  const column = readCategories(responses, variablesOf(name))
  if (counts === undefined) {
    const known = [...population.keys()].join(', ')
    problems.add({
      file: 'population',
      code: 'missing-margin',
      column: name,
      text: {
        zh: `没有这个变量的总体数，而设计要按它校准。请补上，或从设计的 margins 中删去；文件中有：${known || '无'}`,
        en: `there are no counts of this variable, by which the design calibrates. Add them or take it out of the design's margins; the file has: ${known || 'none'}`,
      },
    })
  }
  if (counts === undefined || column === null) return null
  const place = new Map(counts.map(({ category }, index) => [category, index]))
  const indexOf = column.labels.map((label) => place.get(label) ?? -1)
  const respondents = new Float64Array(counts.length)
  column.of.forEach((label, row) => {
    if (label < 0) return
    const k = indexOf[label]!
    if (k >= 0 && weights[row]! > 0) respondents[k]! += 1
    if (k < 0) {
      problems.add({
        file: 'responses',
        code: 'unknown-category',
        column: name,
        rows: [lineOf(responses, row)],
        text: {
          zh: `类别“${column.labels[label]}”不在总体文件中。请改成总体文件的类别，或在总体文件中补上它的人数；不知道就留空`,
          en: `category “${column.labels[label]}” is not in the population file. Use one of its categories or add the count there; leave the cell empty if it is not known`,
        },
      })
    }
  })
  counts.forEach(({ category, count, line }, k) => {
    if (count > 0 && respondents[k] === 0) {
      problems.add({
        file: 'population',
        code: 'no-respondents',
        column: name,
        rows: [line],
        text: {
          zh: `类别“${category}”有总体 ${count}，但没有一名答卷人，无法加权。请在答卷和总体中把它并入相近的类别`,
          en: `category “${category}” has a population of ${count} but no respondent, so nobody can be weighted up to it. Merge it with a neighbouring category in both files`,
        },
      })
    }
    if (count === 0 && respondents[k]! > 0) {
      problems.add({
        file: 'population',
        code: 'no-population',
        column: name,
        rows: [line],
        text: {
          zh: `类别“${category}”的总体为 0，却有 ${respondents[k]} 名答卷人。请核对总体数，或删去这些答卷`,
          en: `category “${category}” has a population of 0 but ${respondents[k]} respondents. Check the count or take the responses out`,
        },
      })
    }
  })
  return {
    name,
    category: column.of.map((label) => (label < 0 ? -1 : indexOf[label]!)),
    categories: counts.map(({ category }) => category),
    targets: Float64Array.from(counts, ({ count }) => count),
  }
}

const agreement = 1e-9

/** Where the totals of margins differ, what is made of it; null where they agree. */
export function disagreement(margins: MarginData[]): Text | null {
  const totals = margins.map(({ name, targets }) => ({ name, total: sumOf(targets) }))
  const last = totals.at(-1)
  if (last === undefined || totals.every(({ total }) => Math.abs(total / last.total - 1) < agreement)) return null
  const list = totals.map(({ name, total }) => `${name} ${total}`).join(', ')
  return {
    zh: `各总体结构的合计不一致(${list});都按比例折算到最后一个(${last.name})的合计。请核对总体文件，使各合计一致`,
    en: `The totals of the margins differ (${list}); all were read as shares of the last one's (${last.name}). Check the population file so that they agree`,
  }
}

/** The margins with all targets brought to the last one's total, with which raking ends. */
export function broughtToOneTotal(margins: MarginData[]): MarginData[] {
  const total = sumOf(margins.at(-1)?.targets ?? [])
  return margins.map((margin) => {
    const own = sumOf(margin.targets)
    if (Math.abs(own / total - 1) < agreement) return margin
    return { ...margin, targets: margin.targets.map((count) => (count * total) / own) }
  })
}

export const sumOf = (values: Iterable<number>): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
