import { createDesk, type Desk, refuseProperties } from './desk.ts'
import type { Compute } from './expression/compile.ts'
import { elementsOf, isJson, type Json, listOf, numberIn, pagesOf } from './json.ts'
import { type Conditions, compileQuestion, conditionsOf, type Longest, type Question, shownOnly } from './question.ts'
import { NotCheckable } from './refusal.ts'
import { createScope } from './scope.ts'

/** A page or panel. */
export interface Group extends Conditions {
  kind: 'group'
  name: string
  json: Json
  parts: Part[]
}

/** html or image. */
export interface Display extends Conditions {
  kind: 'display'
  name: string
  type: string
  json: Json
}

/** An expression question: its value is worked out and shown. */
export interface Worked extends Conditions {
  kind: 'worked'
  name: string
  json: Json
  slot: number
}

export type Part = Group | Question | Display | Worked

/** A questionnaire with all its conditions and checks as functions of a row of values. */
export interface Form {
  json: Json
  pages: Group[]
  questions: Question[]
  /** Slots by the names that answers may have; undefined for those that are ignored because they are worked out. */
  slots: ReadonlyMap<string, number | undefined>
  size: number
  /** What a {name} stands for. */
  resolve: (name: string) => Compute | undefined
  /** Fills in what is worked out. */
  workOut: (values: unknown[]) => void
}

/** Properties of the survey that would change answers behind the server's back. */
const unsupported = ['triggers'] as const

const compiled = new WeakMap<Json, Form>()

/** The form of a questionnaire that has been published, compiled once. */
export function formOf(json: Json): Form {
  const form = compiled.get(json) ?? compileForm(json)
  compiled.set(json, form)
  return form
}

/** @throws {NotCheckable} with everything that the server could not check */
export function compileForm(json: Json): Form {
  const scope = createScope()
  const desk = createDesk(scope)
  refuseProperties(desk, json, 'survey', unsupported)
  if (json.storeOthersAsComment === false) {
    desk.refuse('survey.storeOthersAsComment', {
      zh: '“其他”的说明要单独保存：请去掉 storeOthersAsComment: false',
      en: 'What “other” is must be stored apart: leave out storeOthersAsComment: false',
    })
  }

  const slots = new Map<string, number | undefined>()
  const works: { slot: number; json: Json; path: string }[] = []
  const suffix = typeof json.commentSuffix === 'string' ? json.commentSuffix : '-Comment'
  const naming = new Map<Json, { slot: number; commentSlot: number; commentName: string }>()

  function name(element: Json, path: string): void {
    if (isGroup(element)) {
      for (const part of elementsOf(element)) name(part, `${path}.${String(part.name)}`)
      return
    }
    const own = element.name
    if (typeof own !== 'string' || own === '') {
      desk.refuse(path, { zh: '缺少 name', en: 'It has no name' })
      return
    }
    if (shownOnly.has(String(element.type))) return
    if (slots.has(own)) desk.refuse(path, { zh: '名字重复', en: 'The name is used twice' })
    const slot = scope.add(own, element.type === 'checkbox')
    if (element.type === 'expression') {
      slots.set(own, undefined)
      works.push({ slot, json: element, path })
    } else slots.set(own, slot)
    const commentName = `${own}${suffix}`
    const commentSlot = scope.add(commentName)
    if (element.type !== 'expression') slots.set(commentName, commentSlot)
    naming.set(element, { slot, commentSlot, commentName })
  }

  for (const page of pagesOf(json)) name({ ...page, type: 'page' }, String(page.name))
  for (const value of listOf(json.calculatedValues).filter(isJson)) {
    const own = String(value.name)
    if (slots.has(own)) desk.refuse(`calculatedValues.${own}`, { zh: '名字重复', en: 'The name is used twice' })
    slots.set(own, undefined)
    works.push({ slot: scope.add(own), json: value, path: `calculatedValues.${own}` })
  }

  const longest: Longest = {
    text: numberIn(json, 'maxTextLength') ?? 0,
    comment: numberIn(json, 'maxCommentLength') ?? numberIn(json, 'maxOthersLength') ?? 0,
  }
  const questions: Question[] = []

  function compile(element: Json, path: string): Part[] {
    const base = () => ({ ...conditionsOf(element, desk, path), name: String(element.name), json: element })
    const type = String(element.type)
    if (isGroup(element)) return [{ ...base(), kind: 'group', parts: below(element, path) }]
    if (shownOnly.has(type)) return [{ ...base(), kind: 'display', type }]
    const names = naming.get(element)
    if (!names) return []
    if (type === 'expression') return [{ ...base(), kind: 'worked', slot: names.slot }]
    const question = compileQuestion(element, desk, { ...names, path, longest })
    if (!question) return []
    questions.push(question)
    return [question]
  }
  const below = (element: Json, path: string): Part[] =>
    elementsOf(element).flatMap((part) => compile(part, `${path}.${String(part.name)}`))

  const pages = pagesOf(json).map((page): Group => {
    const path = String(page.name)
    return { ...conditionsOf(page, desk, path), kind: 'group', name: path, json: page, parts: below(page, path) }
  })
  const workOut = compileWorks(works, desk)
  if (desk.refusals.length > 0) throw new NotCheckable(desk.refusals)
  return { json, pages, questions, slots, size: scope.size(), resolve: scope.resolve, workOut }
}

const isGroup = ({ type }: Json) => type === 'page' || type === 'panel'

/** What is worked out may use what was worked out before it; where they use each other a few rounds settle it, as in SurveyJS. */
function compileWorks(works: { slot: number; json: Json; path: string }[], desk: Desk): Form['workOut'] {
  const computed = works.flatMap(({ slot, json, path }): { slot: number; compute: Compute }[] => {
    const compute = desk.expression(json, 'expression', path)
    return compute ? [{ slot, compute }] : []
  })
  return (values) => {
    for (let round = 0; round < computed.length; round++) {
      let changed = false
      for (const { slot, compute } of computed) {
        const value = compute(values) ?? undefined
        changed ||= value !== values[slot]
        values[slot] = value
      }
      if (!changed) return
    }
  }
}
