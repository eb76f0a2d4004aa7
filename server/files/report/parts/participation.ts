import type { FileChild } from 'docx'
import type { SurveyParticipation } from '../../../shapes/participation.ts'
import type { Report } from '../input.ts'
import { heading2, small, tableCaption, tableOf } from '../style.ts'

const rateNames = ['rr1', 'rr2', 'rr3', 'rr4', 'rr5', 'rr6'] as const

/** How people took part: outcome rates of who was drawn, a funnel of volunteers. */
export function participationPart(
  { say, language, numbers }: Report,
  participation: SurveyParticipation | null,
): FileChild[] {
  if (!participation) return []
  const { outcomes, funnel } = participation
  // Answers that came in by file, or were made up, have no visits before them.
  const visited = (funnel?.steps[0]?.count ?? 0) > 0
  const share = (value: number | null) => (value === null ? '—' : `${(100 * value).toFixed(1)}%`)
  return [
    heading2(say({ zh: '参与情况', en: 'Participation' })),
    ...(outcomes
      ? [
          tableCaption(numbers, say({ zh: 'AAPOR 应答率', en: 'AAPOR response rates' }), language),
          tableOf(
            [
              { header: say({ zh: '指标', en: 'Rate' }), width: 50 },
              { header: say({ zh: '数值', en: 'Value' }), width: 50, right: true },
            ],
            rateNames.map((name) => [name.toUpperCase(), share(outcomes.rates[name])]),
          ),
          ...outcomes.rates.notes.map((note) => small(say(note))),
        ]
      : []),
    ...(funnel && !visited ? [small(say(noVisits))] : []),
    ...(funnel && visited
      ? [
          tableCaption(numbers, say({ zh: '参与漏斗', en: 'Participation funnel' }), language),
          tableOf(
            [
              { header: say({ zh: '步骤', en: 'Step' }), width: 40 },
              { header: say({ zh: '次数', en: 'Count' }), width: 30, right: true },
              { header: say({ zh: '占上一步', en: 'Of the step before' }), width: 30, right: true },
            ],
            funnel.steps.map(({ label, count, ofPrevious }) => [say(label), String(count), share(ofPrevious)]),
          ),
          ...funnel.notes.map((note) => small(say(note))),
        ]
      : []),
  ]
}

const noVisits = {
  zh: '没有访问记录（答卷不是经答题页填写的），不列参与漏斗。',
  en: 'No visits were recorded (the answers did not come by the pages of the survey): there is no participation funnel.',
}
