import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offer } from '../../../client/resident/page/earlier.ts'
import { keeper } from '../../../client/resident/page/keepEarly.ts'
import { loader } from '../../../client/resident/page.ts'
import { readAssets } from '../../../server/http/assets.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const client = join(root, 'dist', 'client')
let folder: string
let scripts: { name: string; text: string }[]

/** The scripts that residents get; officials' pages may ask more of a browser. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiyan-built-'))
  const manifests = await Promise.all(
    ['resident', 'worker'].map(async (name) =>
      JSON.parse(await readFile(join(client, 'manifests', `${name}.json`), 'utf8')),
    ),
  )
  const names = manifests.flatMap((manifest: Record<string, { file: string }>) =>
    Object.values(manifest).map(({ file }) => file),
  )
  scripts = await Promise.all(
    [...new Set(names)]
      .filter((name) => name.endsWith('.js'))
      .map(async (name) => ({ name, text: await readFile(join(client, name), 'utf8') })),
  )
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('residents get no syntax that Chrome 79 and Safari 13 cannot read', async () => {
  for (const { name, text } of scripts) {
    // Both know import() and import.meta, which came into the language a year after all else that they know.
    await writeFile(join(folder, name), text.replace(/\bimport\(/g, 'load(').replace(/\bimport\.meta\b/g, 'meta'))
  }
  for (const [name, text] of Object.entries({ loader, keeper, offer }))
    await writeFile(join(folder, `${name}.js`), text)
  const files = (await readdir(folder)).map((name) => join(folder, name))
  expect(files.length).toBeGreaterThanOrEqual(5)
  execFileSync(process.execPath, [
    join(root, 'node_modules', 'es-check', 'lib', 'cli', 'index.js'),
    'es2019',
    ...files,
    '--module',
    '--silent',
  ])
})

/** Younger than Chrome 79 or Safari 13, and not shipped as a polyfill (client/resident/survey/polyfills.ts). */
const tooYoung = [
  'structuredClone',
  'Object.hasOwn(',
  '.replaceAll(',
  '.findLast(',
  '.toSorted(',
  '.replaceChildren(',
  'Promise.any(',
  'randomUUID',
  'new WeakRef',
  '.checkVisibility(',
  'adoptedStyleSheets',
  '.at(-',
]

test.each(tooYoung)('residents get nothing that calls %s', (name) => {
  expect(scripts.filter(({ text }) => text.includes(name)).map((script) => script.name)).toEqual([])
})

test('what residents load ahead is theirs alone, though officials look at questionnaires with the same script', () => {
  const { script, imports, later } = readAssets().entry('client/resident/index.ts', [
    'client/resident/survey/questions.tsx',
  ])
  const own = new Set(scripts.map(({ name }) => `/assets/${name}`))
  const ahead = [script, ...imports, ...later]
  expect(ahead.filter((address) => !own.has(address))).toEqual([])
  expect(later).toHaveLength(1)
})

test('what an old phone loads weighs less than 300 kB packed', () => {
  const { script, imports, later } = readAssets().entry('client/resident/index.ts', [
    'client/resident/survey/questions.tsx',
  ])
  const packed = [script, ...imports, ...later].map((address) => statSync(join(client, `${basename(address)}.br`)).size)
  expect(packed.reduce((sum, one) => sum + one, 0)).toBeLessThan(300_000)
})
