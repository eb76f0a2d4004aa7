import { disagreements } from '../../../scoring/sampling/planning/disagreements.ts'
import type { NewSurvey } from '../../shapes/setup.ts'
import type { SetupFault } from './check.ts'

type Level = SetupFault['level']
type Report = (level: Level, path: string, code: string, zh: string, en: string) => void

/** What can be told of a wish by itself and its questionnaire: dates, law, channels, thresholds, totals that disagree. */
export function planFaults(wish: NewSurvey, questionnaire: Record<string, unknown>, now: Date): SetupFault[] {
  const faults: SetupFault[] = []
  const report: Report = (level, path, code, zh, en) => void faults.push({ path, code, level, message: { zh, en } })
  checkScheme(wish, questionnaire, report)
  checkDates(wish, now, report)
  checkLaw(wish, report)
  checkMargins(wish, report)
  checkTargets(wish, report)
  checkRules(wish, report)
  return faults
}

function checkScheme({ region }: NewSurvey, { scheme }: Record<string, unknown>, report: Report) {
  if ((scheme === 'city' || scheme === 'county') && scheme !== region.scheme)
    report(
      'error',
      'questionnaire',
      'scheme',
      '问卷属于另一套指标体系，与地区不符',
      'The questionnaire belongs to the other scheme than the region',
    )
}

function checkDates({ opensAt, closesAt }: NewSurvey, now: Date, report: Report) {
  if (closesAt === null)
    report(
      'warning',
      'closesAt',
      'open-end',
      '没有结束时间：须由人手工结束',
      'There is no closing time: somebody has to close it by hand',
    )
  else if (new Date(closesAt) <= now) report('error', 'closesAt', 'past', '结束时间已过', 'The closing time has passed')
  else if (opensAt !== null && new Date(closesAt) <= new Date(opensAt))
    report('error', 'closesAt', 'order', '结束时间应晚于开始时间', 'It must close after it opens')
}

function checkLaw({ settings: { welcome, madeUp }, closesAt }: NewSurvey, report: Report) {
  const { validUntil, ...marks } = welcome.legalMarks
  const path = 'settings.welcome.legalMarks'
  const given = Object.values(marks).filter((mark) => mark !== '').length
  if (given === 0 && !madeUp)
    report(
      'warning',
      path,
      'no-marks',
      '没有填写法定标识：面向公众的政府统计调查须经审批并标明表号、制定机关、批准机关、批准文号和有效期限；不填则页面显示为内部试点',
      'There are no legal marks: a government survey of the public needs approval and shows form number, issuer, approver, approval number and validity. Without them the page says that it is an internal pilot',
    )
  else if (given > 0 && (given < Object.keys(marks).length || validUntil === ''))
    report('warning', path, 'some-marks', '法定标识没有填全', 'The legal marks are not complete')
  if (/^\d{4}-\d{2}-\d{2}$/.test(validUntil) && closesAt !== null && closesAt.slice(0, 10) > validUntil)
    report(
      'error',
      `${path}.validUntil`,
      'expires',
      `批准的有效期限（${validUntil}）早于结束时间`,
      `The approval ends (${validUntil}) before the survey does`,
    )
}

function checkMargins({ design }: NewSurvey, report: Report) {
  if (design.calibration.method === 'none')
    report(
      'warning',
      'design.calibration',
      'no-calibration',
      '没有总体结构：得分不加权，样本的偏差不会得到校正',
      'There are no population figures: the score is not weighted, and nothing corrects who took part',
    )
  if (design.decisions.length > 0) return
  for (const { zh, en } of disagreements(design.margins))
    report(
      'error',
      'design.margins',
      'disagree',
      `${zh}；请在“总体结构”一步写明如何处理`,
      `${en}; say in the step on population figures what was decided`,
    )
}

function checkTargets({ settings, quotas, design }: NewSurvey, report: Report) {
  const first = quotas[0]?.variables.join()
  const target = quotas.filter(({ variables }) => variables.join() === first).reduce((sum, one) => sum + one.target, 0)
  const fewest = settings.publication?.respondents
  if (fewest !== undefined && quotas.length > 0 && target < fewest)
    report(
      'warning',
      'settings.publication',
      'threshold',
      `配额合计 ${target} 份，少于发布所需的 ${fewest} 份`,
      `The quotas add up to ${target}, fewer than the ${fewest} that publication needs`,
    )
  for (const margin of design.margins)
    for (const { categories, count } of margin.counts) {
      const quota = quotas.find(
        (one) => one.variables.join() === margin.variables.join() && one.categories.join('|') === categories.join('|'),
      )
      if (quota && quota.target > count)
        report(
          'error',
          `quotas.${quota.id}`,
          'more-than-population',
          `配额 ${quota.target} 超过总体人数 ${count}`,
          `The quota of ${quota.target} is more than the population of ${count}`,
        )
      if (quota && quota.target === 0 && count > 0)
        report(
          'warning',
          `quotas.${quota.id}`,
          'empty',
          '总体中有人而配额为 0：没有答卷代表他们',
          'There are people here but the quota is 0: no response would speak for them',
        )
    }
}

function checkRules({ settings: { quality } }: NewSurvey, report: Report) {
  if (!quality)
    return report(
      'warning',
      'settings.quality',
      'no-rules',
      '没有质量规则：不会自动剔除任何答卷，开放后也不能再加',
      'There are no quality rules: nothing is excluded by itself, and none can be added once it is open',
    )
}
