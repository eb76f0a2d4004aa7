import { elementsOf, type Json, pagesOf } from './answers/json.ts'

/** A page, a panel or a question, with what it stands in. */
export interface Placed {
  kind: 'page' | 'panel' | 'question'
  /** e.g. `D1.A1` */
  path: string
  json: Json
  /** From the page inwards. */
  within: Placed[]
}

/** Everything of a questionnaire that has a name, in order, each before what stands in it. */
export const elementsIn = (questionnaire: Json): Placed[] =>
  pagesOf(questionnaire).flatMap((json, at) => {
    const page: Placed = { kind: 'page', path: nameOf(json, `pages[${at}]`), json, within: [] }
    return [page, ...below(page)]
  })

const below = (group: Placed): Placed[] =>
  elementsOf(group.json).flatMap((json, at) => {
    const path = `${group.path}.${nameOf(json, `elements[${at}]`)}`
    const part: Placed = {
      kind: json.type === 'panel' ? 'panel' : 'question',
      path,
      json,
      within: [...group.within, group],
    }
    return part.kind === 'panel' ? [part, ...below(part)] : [part]
  })

const nameOf = ({ name }: Json, otherwise: string) => (typeof name === 'string' && name !== '' ? name : otherwise)
