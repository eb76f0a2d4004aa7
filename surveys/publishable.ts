import { compileForm } from './answers/form.ts'
import { NotCheckable, type Refusal } from './answers/refusal.ts'
import { readKey } from './key.ts'
import { checkChoices } from './publishing/choices.ts'
import { checkConsent } from './publishing/consent.ts'
import { type Fault, type FaultCode, reportTo } from './publishing/fault.ts'
import { checkForeign } from './publishing/foreign.ts'
import { checkLanguages } from './publishing/languages.ts'
import { checkNames } from './publishing/names.ts'
import { checkOpenText } from './publishing/openText.ts'
import { partsOf } from './publishing/parts.ts'
import { checkScreening } from './publishing/screening.ts'
import { checkSize } from './publishing/size.ts'
import { checkStandard } from './publishing/standard.ts'

/**
 * Everything that keeps a questionnaire from being published (errors), and what somebody should look at before (warnings).
 * Complete: it does not stop at the first fault. Errors come first.
 */
export function faultsOf(questionnaire: Record<string, unknown>): Fault[] {
  const faults: Fault[] = []
  const to = (code: FaultCode) => reportTo(faults, code)
  const parts = partsOf(questionnaire)
  const { key, refusals } = readKey(questionnaire)

  checkNames(questionnaire, parts, to('name'))
  faults.push(...notCheckable(questionnaire).map(asFault('not-checkable')))
  faults.push(...refusals.map(asFault('not-scorable')))
  checkStandard(questionnaire, parts, to('standard'))
  checkChoices(parts, key.scale, to('choices'))
  checkConsent(parts, to('consent'))
  checkScreening(parts, to('screening'))
  checkLanguages(questionnaire, parts, to('language'))
  checkForeign(questionnaire, parts, to('foreign'))
  checkOpenText(parts, to('open-text'))
  checkSize(questionnaire, parts, to('size'))
  return [...faults.filter(({ level }) => level === 'error'), ...faults.filter(({ level }) => level === 'warning')]
}

function notCheckable(questionnaire: Record<string, unknown>): Refusal[] {
  try {
    compileForm(questionnaire)
    return []
  } catch (error) {
    if (error instanceof NotCheckable) return error.refusals
    throw error
  }
}

const asFault =
  (code: FaultCode) =>
  ({ path, message }: Refusal): Fault => ({ path, code, level: 'error', message })
