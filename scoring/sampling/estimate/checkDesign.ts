import type { Text } from '../../text.ts'
import type { EstimateDesign } from './designFile.ts'
import type { ProblemList } from './problem.ts'

/** What in a design does not fit together. */
export function checkDesign(design: EstimateDesign, problems: ProblemList): void {
  const wrong = (column: string, text: Text) => problems.add({ file: 'design', code: 'design-conflict', column, text })
  const { calibration, margins, trim, score, estimands } = design

  if (calibration === 'poststratify' && margins.length !== 1)
    wrong('margins', {
      zh: '事后分层只用一个总体结构（可交叉，如 district:age）。请改写，或改用 rake',
      en: 'post-stratification takes exactly one margin, which may cross variables (district:age). Write it so, or use rake',
    })
  if (['rake', 'trimmed-rake', 'linear'].includes(calibration) && margins.length === 0)
    wrong('margins', { zh: '校准需要至少一个总体结构', en: 'calibration needs at least one margin' })
  for (const name of repeated(margins)) wrong('margins', { zh: `${name} 出现两次`, en: `${name} is listed twice` })
  if (calibration === 'trimmed-rake' && trim === null)
    wrong('trim', { zh: '修剪加权需要上下界', en: 'trimmed raking needs bounds' })
  if (calibration === 'trimmed-rake' && trim !== null && (trim.lower ?? 0) >= (trim.upper ?? Number.POSITIVE_INFINITY))
    wrong('trim', { zh: '下界应小于上界', en: 'the lower bound must be below the upper one' })

  const names = estimands.map(({ name }) => name)
  for (const name of repeated(names))
    wrong('estimands', { zh: `名称 ${name} 重复`, en: `the name ${name} is used twice` })
  const dimensions = score?.dimensions.map(({ name }) => name) ?? []
  for (const name of repeated(dimensions))
    wrong('score.dimensions', { zh: `名称 ${name} 重复`, en: `the name ${name} is used twice` })
  for (const { name, weight, items } of score?.dimensions ?? []) {
    if (items.length === 0) wrong('score.dimensions', { zh: `${name} 没有题目`, en: `${name} has no items` })
    if (weight > 0 && items.every((item) => item.weight === 0))
      wrong('score.dimensions', { zh: `${name} 的题目权重都是 0`, en: `all items of ${name} have weight 0` })
  }
  if (score?.dimensions.every(({ weight }) => weight === 0))
    wrong('score.dimensions', { zh: '所有维度的权重都是 0', en: 'all dimensions have weight 0' })
  estimands.forEach((estimand, index) => {
    if (estimand.kind === 'composite' && score === null)
      wrong(`estimands.${index}`, { zh: 'composite 需要 score', en: 'composite needs score' })
    if (estimand.kind === 'dimension' && !dimensions.includes(estimand.dimension))
      wrong(`estimands.${index}.dimension`, {
        zh: `score 中没有维度 ${estimand.dimension}。现有：${dimensions.join('、') || '无'}`,
        en: `score has no dimension ${estimand.dimension}; there are: ${dimensions.join(', ') || 'none'}`,
      })
    if (estimand.kind === 'topbox' && estimand.values.length === 0)
      wrong(`estimands.${index}.values`, { zh: '至少要有一个取值', en: 'at least one value is needed' })
  })
  const unknown = (path: string, name: string) => {
    if (!names.includes(name))
      wrong(path, {
        zh: `estimands 中没有 ${name}。现有：${names.join('、') || '无'}`,
        en: `there is no estimand ${name}; there are: ${names.join(', ') || 'none'}`,
      })
  }
  design.contrasts.forEach(({ estimand }, index) => {
    unknown(`contrasts.${index}.estimand`, estimand)
  })
  design.quantiles.forEach(({ estimand }, index) => {
    unknown(`quantiles.${index}.estimand`, estimand)
  })
}

const repeated = (names: string[]) => new Set(names.filter((name, index) => names.indexOf(name) !== index))
