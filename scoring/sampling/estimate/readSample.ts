import type { EstimateDesign } from './designFile.ts'
import type { ProblemList } from './problem.ts'
import { type Categories, readCategories, readNumbers } from './readColumn.ts'
import { lonelyStrata, type Sample, sampleOf } from './sample.ts'
import type { Frame } from './survey.ts'
import { lineOf, rowsIn, type Table } from './table.ts'

type Drawn = Pick<Frame, 'base' | 'stratum' | 'psu' | 'populationSize'>

/** Weights, strata, PSUs and population sizes of the rows, by the columns that the design names. */
export function readSample(design: EstimateDesign, responses: Table, problems: ProblemList): Drawn {
  const length = rowsIn(responses)
  const strata = design.strata === null ? oneStratum(length) : readLabels(responses, design.strata, problems)
  const psus = design.ids === null ? null : readLabels(responses, design.ids, problems)
  const drawn = { stratum: strata.of, psu: psus?.of ?? null, populationSize: readSizes(design, responses, problems) }
  const base = readWeights(design, responses, problems) ?? new Float64Array(length).fill(1)
  // What follows needs every row's place in the design.
  if (problems.any) return { ...drawn, base }

  if (design.strata !== null && psus !== null && design.ids !== null)
    checkNesting(design.ids, strata, psus, responses, problems)
  const sample = sampleOf(drawn, design.lonely_psu)
  if (drawn.populationSize !== null && design.fpc !== null)
    checkSizes(design.fpc, sample, strata, drawn.populationSize, responses, problems)
  checkLonely(sample, strata, design, problems)
  if (design.weights !== null || drawn.populationSize === null) return { ...drawn, base }
  return {
    ...drawn,
    base: sample.stratumOf.map((stratum) => 1 / sample.strata[stratum]!.fraction) as unknown as Float64Array,
  }
}

const oneStratum = (length: number): Categories => ({ of: new Int32Array(length), labels: [''] })

function readLabels(responses: Table, name: string, problems: ProblemList): Categories {
  const column = readCategories(responses, [name])!
  column.of.forEach((label, row) => {
    if (label >= 0) return
    const text = {
      zh: '缺少分层或抽样单元。每一行都要填写',
      en: 'is empty. Every row needs its stratum or sampling unit',
    }
    problems.add({ file: 'responses', code: 'missing-value', column: name, rows: [lineOf(responses, row)], text })
  })
  return column
}

/** Base weights; null where the design names none, or the file has no such column. */
export function readWeights({ weights }: EstimateDesign, responses: Table, problems: ProblemList): Float64Array | null {
  if (weights === null) return null
  const base = readNumbers(responses, weights, problems, {
    file: 'responses',
    required: true,
    reject: (value) =>
      value >= 0 && value < Number.POSITIVE_INFINITY
        ? null
        : { zh: '权数不能是负数', en: 'a weight must not be negative' },
  })
  if (base !== null && base.length > 0 && base.every((weight) => weight === 0)) {
    const text = { zh: '所有基础权数都是 0', en: 'all base weights are 0' }
    problems.add({ file: 'responses', code: 'no-weights', column: weights, text })
  }
  return base
}

function readSizes({ fpc, ids }: EstimateDesign, responses: Table, problems: ProblemList): Float64Array | null {
  if (fpc === null) return null
  const unit = ids === null ? { zh: '人数', en: 'persons' } : { zh: '抽样单元数', en: 'sampling units' }
  return readNumbers(responses, fpc, problems, {
    file: 'responses',
    required: true,
    reject: (value) =>
      value >= 1
        ? null
        : {
            zh: `应为总体（层）中的${unit.zh}，不小于 1`,
            en: `must be the ${unit.en} in the population of the stratum, at least 1`,
          },
  })
}

function checkNesting(ids: string, strata: Categories, psus: Categories, responses: Table, problems: ProblemList) {
  const stratumOf = new Map<number, number>()
  psus.of.forEach((psu, row) => {
    const stratum = strata.of[row]!
    const first = stratumOf.get(psu) ?? stratum
    stratumOf.set(psu, first)
    if (first === stratum) return
    const [label, one, other] = [psus.labels[psu], strata.labels[first], strata.labels[stratum]]
    problems.add({
      file: 'responses',
      code: 'not-nested',
      column: ids,
      rows: [lineOf(responses, row)],
      text: {
        zh: `抽样单元“${label}”同时出现在层“${one}”和“${other}”。若是不同单元，请改用不重复的编号，例如在前面加上层名`,
        en: `sampling unit “${label}” is in stratum “${one}” and in “${other}”. If these are different units, give them different codes, for instance with the stratum in front`,
      },
    })
  })
}

function checkSizes(
  fpc: string,
  { strata, stratumOf }: Sample,
  { of, labels }: Categories,
  sizes: Float64Array,
  responses: Table,
  problems: ProblemList,
) {
  const first = new Map<number, number>()
  sizes.forEach((size, row) => {
    const stratum = of[row]!
    const before = first.get(stratum) ?? size
    first.set(stratum, before)
    const at = { file: 'responses', column: fpc, rows: [lineOf(responses, row)] } as const
    const where =
      labels[stratum] === ''
        ? { zh: '总体', en: 'the population' }
        : { zh: `层“${labels[stratum]}”`, en: `stratum “${labels[stratum]}”` }
    const { psus } = strata[stratumOf[row]!]!
    if (before !== size) {
      const zh = `${where.zh}的总体数前后不一(${before} 与 ${size})。同一层只能有一个数`
      problems.add({
        ...at,
        code: 'size-varies',
        text: { zh, en: `the size of ${where.en} varies (${before} and ${size}). There must be one for each stratum` },
      })
    } else if (size < psus) {
      problems.add({
        ...at,
        code: 'size-below-sample',
        text: {
          zh: `${where.zh}的总体数 ${size} 小于样本中的 ${psus}。整群抽样时应填总体的抽样单元数`,
          en: `the size of ${where.en}, ${size}, is below the ${psus} in the sample. For a cluster sample give the sampling units in the population`,
        },
      })
    }
  })
}

function checkLonely(
  sample: Sample,
  { labels, of }: Categories,
  { lonely_psu, strata, ids }: EstimateDesign,
  problems: ProblemList,
) {
  if (sample.stratumOfPsu.length === 1) {
    const text = {
      zh: '只有一个抽样单元，无法估计方差',
      en: 'there is a single sampling unit, so no variance can be estimated',
    }
    problems.add({ file: 'responses', code: 'one-unit', ...(ids !== null && { column: ids }), text })
    return
  }
  const lonely = new Set(lonelyStrata(sample))
  if (lonely_psu !== 'fail' || lonely.size === 0) return
  const names = [
    ...new Set([...of.keys()].filter((row) => lonely.has(sample.stratumOf[row]!)).map((row) => labels[of[row]!])),
  ]
  problems.add({
    file: 'responses',
    code: 'lonely-psu',
    ...(strata !== null && { column: strata }),
    text: {
      zh: `层 ${names.join('、')} 只有一个抽样单元，无法估计层内方差。请与相近的层合并；或在设计中选定 lonely_psu:certainty 或 remove（该层方差计 0）、adjust（以全样本均值为中心）、average（取其他层的平均）`,
      en: `strata ${names.join(', ')} have a single sampling unit, so their variance cannot be estimated. Merge them with similar strata, or choose lonely_psu in the design: certainty or remove (they add no variance), adjust (their total is not centred), average (as much as the other strata on average)`,
    },
  })
}
