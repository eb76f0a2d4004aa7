import type { Desk } from '../desk.ts'
import { refuseProperties } from '../desk.ts'
import { isOn, type Json, numberIn } from '../json.ts'
import { words } from '../problem.ts'
import { readChoices } from './choices.ts'
import type { Kind } from './kind.ts'

const source = { property: 'choices', visibleIf: 'choicesVisibleIf', enableIf: 'choicesEnableIf' }

const unsupported = ['choicesByUrl', 'choicesFromQuestion', 'valuePropertyName', 'choiceElements'] as const

/** With a comment besides, SurveyJS stores what "other" is in place of the choice, where nothing tells it from a mistake. */
function refuseOtherInValue(json: Json, desk: Desk, path: string): void {
  const hasOther = isOn(json, 'showOtherItem', 'hasOther')
  if (!hasOther || (!isOn(json, 'showCommentArea', 'hasComment') && json.storeOthersAsComment !== false)) return
  desk.refuse(`${path}.showOtherItem`, {
    zh: '“其他”的说明要单独保存：请去掉 showCommentArea 和 storeOthersAsComment: false',
    en: 'What “other” is must be stored apart: leave out showCommentArea and storeOthersAsComment: false',
  })
}

/** radiogroup, dropdown: one of the choices. */
export function choiceKind(json: Json, desk: Desk, path: string): Kind {
  refuseProperties(desk, json, path, unsupported)
  refuseOtherInValue(json, desk, path)
  const choices = readChoices(json, desk, path, source)
  return {
    check: (value, values, report) => void choices.check(value, values, report),
    choices: choices.all,
    offers: choices.offered,
    safe: choices.safe,
    needsComment: (value) => value === other && choices.all.some(({ isOther }) => isOther),
  }
}

/** checkbox: some of the choices, in any order. */
export function checkboxKind(json: Json, desk: Desk, path: string): Kind {
  refuseProperties(desk, json, path, unsupported)
  refuseOtherInValue(json, desk, path)
  const choices = readChoices(json, desk, path, source)
  const least = numberIn(json, 'minSelectedChoices') ?? 0
  const most = numberIn(json, 'maxSelectedChoices') ?? 0
  return {
    check: (value, values, report) => {
      if (!Array.isArray(value)) return report('wrongType', words.wrongType('选项的列表', 'a list of choices'))
      const chosen = value.map((one) => choices.check(one, values, report))
      if (new Set(value).size < value.length) report('duplicate', words.duplicate())
      const exclusive = chosen.find((choice) => choice?.exclusive)
      if (exclusive && value.length > 1) report('exclusive', words.exclusive(exclusive.value))
      if (value.length < least && !exclusive) report('tooFew', words.tooFew(least))
      if (most > 0 && value.length > most) report('tooMany', words.tooMany(most))
    },
    checkEmpty: (report) => {
      if (least > 0) report('tooFew', words.tooFew(least))
    },
    choices: choices.all,
    offers: choices.offered,
    needsComment: (value) =>
      Array.isArray(value) && value.includes(other) && choices.all.some(({ isOther }) => isOther),
  }
}

const other = 'other'
