import type { Text } from '../../../scoring/text.ts'
import { designFaults } from '../../../surveys/publishing/design.ts'
import type { Context } from '../../context.ts'
import type { NewSurvey } from '../../shapes/setup.ts'
import type { Store } from '../../store/database.ts'
import { findRegion, regionInRound } from '../../store/setup.ts'
import { findQuestionnaire, findSurvey } from '../../store/surveys.ts'
import { planFaults } from './faults.ts'

/** Something that keeps a survey from being published, or that somebody should look at before. */
export interface SetupFault {
  /** As in the wish: `design.margins[0]`, `settings.welcome`. */
  path: string
  code: string
  level: 'error' | 'warning'
  message: Text
}

/** Everything that stands between a wish and a published survey; errors first. Complete: it does not stop at the first. */
export async function checkSurvey(
  { db, now }: Pick<Context, 'now'> & { db: Store },
  wish: NewSurvey,
): Promise<SetupFault[]> {
  const faults: SetupFault[] = []
  const error = (path: string, code: string, zh: string, en: string) =>
    void faults.push({ path, code, level: 'error', message: { zh, en } })

  if (await findSurvey(db, wish.id))
    error('id', 'taken', `地址 ${wish.id} 已有调查使用，请换一个`, `The address ${wish.id} is taken: choose another`)
  const region = await findRegion(db, wish.region.code)
  if (region && region.scheme !== wish.region.scheme)
    error(
      'region.scheme',
      'scheme',
      `地区 ${wish.region.code} 已按另一套指标体系登记`,
      `The region ${wish.region.code} is registered under the other scheme`,
    )
  const evaluation = await regionInRound(db, wish.round.id, wish.region.code)
  if (evaluation?.survey)
    error(
      'region.code',
      'has-survey',
      `这个地区在本批次已有调查 ${evaluation.survey}`,
      `The region has a survey in this round already: ${evaluation.survey}`,
    )
  const version = await findQuestionnaire(db, wish.questionnaire.id, wish.questionnaire.version)
  if (!version)
    error(
      'questionnaire',
      'unknown',
      `没有问卷 ${wish.questionnaire.id} 第 ${wish.questionnaire.version} 版`,
      `There is no version ${wish.questionnaire.version} of ${wish.questionnaire.id}`,
    )
  else {
    const questionnaire: Record<string, unknown> = JSON.parse(version.content)
    for (const { path, level, message } of designFaults(questionnaire, wish.design, wish.quotas))
      faults.push({ path: path.startsWith('quotas') ? path : `design.${path}`, code: 'design', level, message })
    faults.push(...planFaults(wish, questionnaire, now()))
  }
  return [...faults.filter(({ level }) => level === 'error'), ...faults.filter(({ level }) => level === 'warning')]
}
