import type { FileChild } from 'docx'
import { perceptionGapsOf, type Quadrant } from '../../../../scoring/analysis/perceptionGap.ts'
import { intervalName, intervalShort } from '../../../../scoring/subjective/disclosure.ts'
import type { SubjectiveScore } from '../../../../scoring/subjective/score.ts'
import { between, type Report, score } from '../input.ts'
import { heading1, heading2, paragraph, tableCaption, tableOf } from '../style.ts'

/** What residents say: dimensions, items, and how far it lies from the objective scores. */
export function surveyPart(report: Report): FileChild[] {
  const { say, language, numbers, region } = report
  const { survey } = region
  const head = heading1('survey', language)
  if (!survey) {
    const { subjective } = report.result.uncertainty ?? {}
    const own = subjective
      ? `${score(subjective.score)} (${between(subjective.interval)})`
      : score(report.result.dimensions[report.scheme.dimensions.find(({ kind }) => kind === 'subjective')?.id ?? ''])
    return [
      head,
      paragraph(say({ zh: `调查得分（导入）：${own}。`, en: `Survey score (imported): ${own}.` }), language),
    ]
  }
  const columns = [
    { header: say({ zh: '代码', en: 'Code' }), width: 10 },
    { header: say({ zh: '名称', en: 'Name' }), width: 44 },
    { header: say({ zh: '得分', en: 'Score' }), width: 13, right: true },
    { header: say(intervalShort[survey.kind]), width: 20, right: true },
    { header: say({ zh: '评分人数', en: 'Rated by' }), width: 13, right: true },
  ]
  return [
    head,
    paragraph(
      say({
        zh: `调查得分 ${score(survey.score)} 分，${intervalName[survey.kind].zh} ${between(survey.interval)}，标准误 ${score(survey.se)}。`,
        en: `The survey score is ${score(survey.score)}, ${intervalName[survey.kind].en} ${between(survey.interval)}, standard error ${score(survey.se)}.`,
      }),
      language,
    ),
    ...partsOf(report, survey),
    tableCaption(numbers, say({ zh: '各维度得分', en: 'Dimensions' }), language),
    tableOf(
      columns,
      survey.dimensions.map((one) => [
        one.code,
        say(one.label),
        score(one.score),
        between(one.interval),
        String(one.n),
      ]),
    ),
    tableCaption(numbers, say({ zh: '各题得分', en: 'Items' }), language),
    tableOf(
      columns,
      survey.items.map((one) => [
        ...[
          one.name,
          one.scored ? say(one.label) : `${say(one.label)} ${say({ zh: '（不计分）', en: '(not scored)' })}`,
        ],
        ...[score(one.score), between(one.interval), String(one.n)],
      ]),
    ),
    ...gapPart(report),
  ]
}

/** Of a mixed sample both parts, each under the name of its own interval. */
function partsOf({ say, language }: Report, { mixed }: SubjectiveScore): FileChild[] {
  if (!mixed) return []
  return [mixed.parts.probability, mixed.parts.model].map((part, at) => {
    const name = at === 0 ? { zh: '随机抽取部分', en: 'Drawn part' } : { zh: '自愿参加部分', en: 'Volunteers' }
    const share = ((at === 0 ? mixed.share : 1 - mixed.share) * 100).toFixed(0)
    return paragraph(
      say({
        zh: `${name.zh}：${part.respondents} 份答卷，${score(part.score)} 分，${intervalName[part.kind].zh} ${between(part.interval)}，在得分中占 ${share}%。`,
        en: `${name.en}: ${part.respondents} responses, ${score(part.score)}, ${intervalName[part.kind].en} ${between(part.interval)}, ${share}% of the score.`,
      }),
      language,
    )
  })
}

/** Where an indicator stands by the facts, and by what residents say, against the middle of all. */
const positions: Record<Quadrant, { zh: string; en: string }> = {
  'both-high': { zh: '两边都高', en: 'High on both sides' },
  'facts-higher': { zh: '客观高、感受低', en: 'Facts high, residents low' },
  'residents-higher': { zh: '感受高、客观低', en: 'Residents high, facts low' },
  'both-low': { zh: '两边都低', en: 'Low on both sides' },
}

/** As the console has it: means of the scored questions by their weights; only the order within each side counts. */
function gapPart({ say, language, numbers, scheme, result, region }: Report): FileChild[] {
  const { gaps } = perceptionGapsOf(scheme, result, region.survey?.items ?? [])
  if (gaps.length === 0) return []
  return [
    heading2(say({ zh: '客观得分与居民感受的差距', en: 'Objective scores and what residents feel' })),
    paragraph(
      say({
        zh: '两者量尺不同，不能相减；只比较各自的先后次序，以各自的中位数分高低，提示哪些领域“做得多而感受少”。',
        en: 'The two scales differ and are not subtracted: only the order within each is compared, high and low by its own median; it points to fields where much is done and little of it is felt.',
      }),
      language,
    ),
    tableCaption(numbers, say({ zh: '客观得分与居民感受', en: 'Objective scores and perception' }), language),
    tableOf(
      [
        { header: say({ zh: '二级指标', en: 'L2' }), width: 42 },
        { header: say({ zh: '客观', en: 'Objective' }), width: 15, right: true },
        { header: say({ zh: '感受', en: 'Perceived' }), width: 15, right: true },
        { header: say({ zh: '位置', en: 'Position' }), width: 28 },
      ],
      gaps.map(({ part, objective, perceived, quadrant }) => [
        ...[`${part.id} ${say(part.name)}`, score(objective), score(perceived)],
        say(positions[quadrant]),
      ]),
    ),
  ]
}
