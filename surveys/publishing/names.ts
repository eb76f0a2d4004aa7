import { isJson, type Json, listOf } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import type { Report } from './fault.ts'

const longest = 60
/** What a name may hold: it becomes a column of the exports and stands in conditions between braces. */
const pattern = /^[\p{L}_][\p{L}\p{N}_-]*$/u
/** Columns of an import, and names that objects have of their own. */
const reserved = new Set(['id', 'locale', 'item', 'choice', 'row', 'panel', 'constructor', 'prototype', '__proto__'])

/** Names are there, usable, and used once, whichever the case of their letters: conditions do not tell it apart. */
export function checkNames(questionnaire: Json, elements: Placed[], { error }: Report): void {
  if (elements.every(({ kind }) => kind !== 'question')) {
    error('survey.pages', '问卷里没有题目', 'There is no question in the questionnaire')
  }
  const pages = new Map<string, string>()
  const others = new Map<string, string>()
  const suffix = typeof questionnaire.commentSuffix === 'string' ? questionnaire.commentSuffix : '-Comment'
  const take = (used: Map<string, string>, name: string, path: string) => {
    const before = used.get(name.toLowerCase())
    if (before !== undefined)
      error(
        path,
        `名字 ${name} 已用于 ${before}（不分大小写）`,
        `The name ${name} is taken by ${before} (whatever the case)`,
      )
    used.set(name.toLowerCase(), path)
  }
  for (const { kind, path, json } of elements) {
    const { name } = json
    if (typeof name !== 'string' || name === '') {
      error(path, '缺少 name', 'It has no name')
      continue
    }
    take(kind === 'page' ? pages : others, name, path)
    if (kind !== 'question') continue
    if (name.length > longest)
      error(path, `名字超过 ${longest} 个字符`, `The name is longer than ${longest} characters`)
    if (!pattern.test(name)) {
      error(
        path,
        '名字只能用字母、汉字、数字、_ 和 -，不能以数字或 - 开头',
        'A name is made of letters, digits, _ and -, and does not begin with a digit or -',
      )
    } else if (reserved.has(name.toLowerCase()))
      error(path, `名字 ${name} 另有用途`, `The name ${name} has another use`)
    if (name.endsWith(suffix)) error(path, `名字不能以 ${suffix} 结尾`, `A name must not end in ${suffix}`)
  }
  for (const { name } of listOf(questionnaire.calculatedValues).filter(isJson)) {
    if (typeof name === 'string') take(others, name, `calculatedValues.${name}`)
  }
}
