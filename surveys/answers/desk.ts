import type { Text } from '../../scoring/text.ts'
import { type Compute, compileTree, UnknownName } from './expression/compile.ts'
import { parseExpression } from './expression/parse.ts'
import type { Json } from './json.ts'
import type { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

/** Where a questionnaire is compiled: its names, and a list of what cannot be done. */
export interface Desk {
  scope: Scope
  refusals: Refusal[]
  refuse: (path: string, message: Text) => void
  /** The compiled expression of a property, undefined where there is none. What cannot be compiled is refused. */
  expression: (json: Json, property: string, path: string) => Compute | undefined
}

export function createDesk(scope: Scope): Desk {
  const refusals: Refusal[] = []
  const refuse: Desk['refuse'] = (path, message) => void refusals.push({ path, message })
  return {
    scope,
    refusals,
    refuse,
    expression: (json, property, path) => {
      const text = json[property]
      if (text === undefined || text === '') return undefined
      try {
        return compileTree(parseExpression(String(text)), scope.resolve)
      } catch (error) {
        refuse(`${path}.${property}`, faultOf(error))
        return undefined
      }
    },
  }
}

function faultOf(error: unknown): Text {
  if (error instanceof UnknownName) {
    const { unknown } = error
    return unknown.endsWith('()')
      ? { zh: `不支持函数 ${unknown}`, en: `The function ${unknown} is not supported` }
      : {
          zh: `问卷中没有 ${unknown} 这个名字（或不支持这种写法）`,
          en: `Nothing in the questionnaire is called ${unknown}, or it cannot be referred to in this way`,
        }
  }
  if (error instanceof SyntaxError) {
    return { zh: `表达式无法读懂：${error.message}`, en: `The expression cannot be read: ${error.message}` }
  }
  throw error
}

/** Refuses properties that would change what answers are right and are not understood here. */
export function refuseProperties({ refuse }: Desk, json: Json, path: string, properties: readonly string[]): void {
  for (const property of properties) {
    const value = json[property]
    if (value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0)) continue
    refuse(`${path}.${property}`, { zh: `不支持属性 ${property}`, en: `The property ${property} is not supported` })
  }
}
