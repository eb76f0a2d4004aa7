/** Every number in a tree of plain data, by its path. */
export function numbersOf(tree: unknown, path = ''): Record<string, number> {
  if (typeof tree === 'number') return { [path]: tree }
  if (tree === null || typeof tree !== 'object') return {}
  return Object.assign({}, ...Object.entries(tree).map(([key, value]) => numbersOf(value, `${path}/${key}`)))
}
