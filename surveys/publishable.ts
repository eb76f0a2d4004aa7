import { compileForm } from './answers/form.ts'
import { NotCheckable, type Refusal } from './answers/refusal.ts'
import { elementsIn } from './elements.ts'
import { readKey } from './key.ts'
import { checkChoices } from './publishing/choices.ts'
import { checkConsent } from './publishing/consent.ts'
import { checkContradictions } from './publishing/contradictions.ts'
import { type Fault, type FaultCode, reportTo } from './publishing/fault.ts'
import { checkForeign } from './publishing/foreign.ts'
import { checkLanguages } from './publishing/languages.ts'
import { checkNames } from './publishing/names.ts'
import { checkOpenText } from './publishing/openText.ts'
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
  const elements = elementsIn(questionnaire)
  const { key, refusals } = readKey(questionnaire)

  checkNames(questionnaire, elements, to('name'))
  faults.push(...notCheckable(questionnaire).map(asFault('not-checkable')))
  faults.push(...refusals.map(asFault('not-scorable')))
  checkStandard(questionnaire, elements, to('standard'))
  checkChoices(elements, key.scale, to('choices'))
  checkContradictions(questionnaire, elements, key.scale, to('contradiction'))
  checkConsent(elements, to('consent'))
  checkScreening(elements, to('screening'))
  checkLanguages(questionnaire, elements, to('language'))
  checkForeign(questionnaire, elements, to('foreign'))
  checkOpenText(elements, to('open-text'))
  checkSize(questionnaire, elements, to('size'))
  const once = [...new Map(faults.map((fault) => [`${fault.path} ${fault.message.en}`, fault])).values()]
  return [...once.filter(({ level }) => level === 'error'), ...once.filter(({ level }) => level === 'warning')]
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
