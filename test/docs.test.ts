import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { standardPages } from '../server/files/catalogue/pages.ts'

const folder = join(import.meta.dirname, '../docs/standard')
const pages = standardPages()

// `npm run docs` runs this with --update, which writes the pages.
test.each([...pages])('docs/standard/%s is current', async (name, text) => {
  await expect(text).toMatchFileSnapshot(join(folder, name))
})

test('no other page is left there', () => {
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
})

test('coverage is visible: 61 + 37 items, each with inputs, formula and rulings in both languages', () => {
  expect(pages.get('README.md')).toMatch(/\| 61 \|[\s\S]*\| 37 \|/)
  for (const [scheme, items] of [
    ['city', 61],
    ['county', 37],
  ] as const) {
    for (const language of ['zh', 'en']) {
      expect(pages.get(`${scheme}.${language}.md`)?.match(/^#### /gm), `${scheme} ${language}`).toHaveLength(items)
    }
  }
})
