import type { Compute } from './expression/compile.ts'

/** Gives every question, comment and calculated value a slot, and finds what a name in an expression stands for. */
export interface Scope {
  /** A slot of its own for this name. An unanswered list reads as one that is empty. */
  add: (name: string, isList?: boolean) => number
  size: () => number
  resolve: (name: string) => Compute | undefined
}

/** Where the choice, row or column that a condition is asked about is put. */
export const itemSlot = 0

const none: readonly unknown[] = []

export function createScope(): Scope {
  const slots = new Map<string, number>()
  const folded = new Map<string, number>()
  const lists = new Set<number>()
  let size = 1

  const slotOf = (name: string) => slots.get(name) ?? folded.get(name.toLowerCase())

  return {
    add: (name, isList = false) => {
      const slot = size++
      if (isList) lists.add(slot)
      slots.set(name, slot)
      if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), slot)
      return slot
    },
    size: () => size,
    resolve: (name) => {
      const whole = slotOf(name)
      if (whole !== undefined) return lists.has(whole) ? (values) => values[whole] ?? none : (values) => values[whole]
      if (name === 'item' || name === 'choice') return (values) => values[itemSlot]
      return member(name, slotOf)
    },
  }
}

/** `{grid.row}`, `{list[0]}`, `{list.length}`: the longest beginning that is a name, then the way inside. */
function member(name: string, slotOf: (name: string) => number | undefined): Compute | undefined {
  for (let end = name.length - 1; end > 0; end--) {
    if (name[end] !== '.' && name[end] !== '[') continue
    const slot = slotOf(name.slice(0, end))
    if (slot === undefined) continue
    const steps = [...name.slice(end).matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)]
    if (steps.map(([step]) => step).join('') !== name.slice(end)) return undefined
    const keys = steps.map(([, key, index]) => key ?? Number(index))
    return (values) => keys.reduce<unknown>(inside, values[slot]) ?? null
  }
  return undefined
}

function inside(value: unknown, key: string | number): unknown {
  if (key === 'length') return Array.isArray(value) || typeof value === 'string' ? value.length : 0
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([own]) => own.toLowerCase() === String(key).toLowerCase())?.[1]
}
