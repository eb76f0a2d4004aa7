import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Who may import whom. A folder may always import itself; a path that no rule names may be imported by nobody here. */
const rules: { from: string; may: string[]; packages?: RegExp; typesOnly?: string[] }[] = [
  { from: 'scoring', may: ['scoring'], packages: /^(@stdlib\/|zod$)/ },
  { from: 'surveys', may: ['surveys', 'scoring'], packages: /^(survey-core$|zod$)/ },
  { from: 'server/shapes', may: ['server/shapes', 'scoring', 'surveys'], packages: /^zod$/ },
  {
    from: 'server/store',
    may: ['server/store', 'server/shapes', 'scoring', 'surveys'],
    packages: /^(?!express|react)/,
  },
  {
    from: 'server/files',
    may: ['server/files', 'server/shapes', 'scoring', 'surveys'],
    packages: /^(?!express|react)/,
  },
  {
    from: 'server/services',
    may: [
      'server/services',
      'server/store',
      'server/files',
      'server/shapes',
      'server/http/problem.ts',
      'server/context.ts',
      'scoring',
      'surveys',
    ],
    packages: /^(?!express|react)/,
  },
  {
    from: 'server/endpoints',
    may: [
      'server/endpoints',
      'server/services',
      'server/http',
      'server/shapes',
      'server/files',
      'server/context.ts',
      'scoring',
      'surveys',
      'client/resident',
      'client/printed',
    ],
    packages: /^(?!react)/,
  },
  {
    from: 'client',
    may: ['client', 'scoring', 'surveys'],
    typesOnly: ['server/shapes'],
    packages: /^(?!express|better-sqlite3|kysely)/,
  },
]

const statement =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
}

const below = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)

function offences({ from, may, packages = /^/, typesOnly = [] }: (typeof rules)[number]): string[] {
  return sourcesBelow(from).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(statement)].flatMap(([, type, static_, dynamic]) => {
      const target = static_ ?? dynamic ?? ''
      if (target.startsWith('node:')) return []
      if (!target.startsWith('.')) return packages.test(target) ? [] : [`${file} imports the package ${target}`]
      const path = relative(root, join(root, dirname(file), target))
      const allowed =
        may.some((folder) => below(path, folder)) || (type && typesOnly.some((folder) => below(path, folder)))
      return allowed ? [] : [`${file} imports ${path}`]
    }),
  )
}

test.each(rules)('$from imports only what lies below it', (rule) => {
  expect(offences(rule)).toEqual([])
})

test('the pure folders use nothing of Node', () => {
  const impure = [...sourcesBelow('scoring'), ...sourcesBelow('surveys')].filter((file) =>
    /from\s+['"]node:/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(impure).toEqual([])
})

test('a source file holds one idea: at most 250 lines', () => {
  const long = ['scoring', 'surveys', 'server', 'client', 'test']
    .flatMap(sourcesBelow)
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 251)
  expect(long).toEqual([])
})
