import { functions } from './functions.ts'
import { binaryOperators, unaryOperators } from './operators.ts'
import type { BinaryOperator, Tree } from './tree.ts'
import { corrected } from './values.ts'

/** Values by slot: what an expression reads. */
export type Values = readonly unknown[]
export type Compute = (values: Values) => unknown

/** Names that an expression uses and that nobody knows. */
export class UnknownName extends Error {
  readonly unknown: string

  constructor(unknown: string) {
    super(unknown)
    this.unknown = unknown
  }
}

/**
 * Makes a function of an expression.
 * @param resolve gives what a {name} stands for
 * @throws {UnknownName} for a name or a function that there is none of
 */
export function compileTree(tree: Tree, resolve: (name: string) => Compute | undefined): Compute {
  switch (tree.kind) {
    case 'constant': {
      const value = corrected(tree.value)
      return () => value
    }
    case 'name':
      return variable(tree.name, resolve)
    case 'list': {
      const parts = tree.parts.map((part) => compileTree(part, resolve))
      return (values) => parts.map((part) => part(values))
    }
    case 'call': {
      const run = functions.get(tree.name)
      if (!run) throw new UnknownName(`${tree.name}()`)
      const parts = tree.parts.map((part) => compileTree(part, resolve))
      return (values) => run(parts.map((part) => part(values)))
    }
    case 'unary': {
      const run = unaryOperators[tree.operator]
      const part = compileTree(tree.part, resolve)
      return (values) => run(part(values))
    }
    case 'binary': {
      const run = binaryOperators[tree.operator]
      const left = compileTree(tree.left, resolve)
      const right = compileTree(tree.right, resolve)
      const settles = settled[tree.operator]
      if (!settles) return (values) => run(left(values), right(values))
      return (values) => {
        const first = left(values)
        return settles(first) ? first : run(first, right(values))
      }
    }
  }
}

/** What the left side of an operator must be for the right one not to matter: most of the work of long conditions. */
const settled: { [operator in BinaryOperator]?: (left: unknown) => boolean } = {
  or: (left) => left === true,
  and: (left) => left === false,
}

/** A leading # keeps the value as it is. */
function variable(name: string, resolve: (name: string) => Compute | undefined): Compute {
  const asItIs = name.length > 1 && name.startsWith('#')
  const read = resolve(asItIs ? name.slice(1) : name)
  if (!read) throw new UnknownName(`{${name}}`)
  return asItIs ? read : (values) => corrected(read(values))
}
