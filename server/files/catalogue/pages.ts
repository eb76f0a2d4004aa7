import { rulings } from '../../../scoring/standard/rulings.ts'
import { type Scheme, standard } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import { heading, table } from './markdown.ts'
import { itemsIn, schemePage } from './schemePage.ts'

const languages = ['zh', 'en'] as const satisfies Language[]

const titles = {
  rulings: { zh: '口径：标准文字不明确处的读法', en: 'Rulings: how unclear passages of the standard are read' },
} satisfies Record<string, Text>

/** The standard as pages of the documentation, by file name. */
export function standardPages(): Map<string, string> {
  const pages = new Map<string, string>([['README.md', overview()]])
  for (const language of languages) {
    for (const scheme of Object.values(schemes)) pages.set(`${scheme.id}.${language}.md`, schemePage(scheme, language))
    pages.set(`rulings.${language}.md`, rulingsPage(language))
  }
  return new Map([...pages].map(([name, text]) => [name, `${text}\n`]))
}

const itemCount = ({ dimensions }: Scheme): number => dimensions.reduce((sum, one) => sum + itemsIn(one), 0)

function overview(): string {
  const links = (name: string) => languages.map((language) => `[${language}](${name}.${language}.md)`).join(' · ')
  const rows = Object.values(schemes).map((scheme) => [
    `${scheme.name.zh} / ${scheme.name.en}`,
    `${scheme.source.zh} / ${scheme.source.en}`,
    String(itemCount(scheme)),
    links(scheme.id),
  ])
  return [
    heading(1, standard),
    'Made from the source by `npm run docs`; a test holds them to it. / 由源代码生成，有测试保证一致。',
    table(['scheme / 指标体系', 'source / 出处', 'items / 分项', 'pages / 页面'], rows),
    `${titles.rulings.zh} / ${titles.rulings.en}: ${links('rulings')}`,
  ].join('\n\n')
}

const rulingsPage = (language: Language): string =>
  [
    heading(1, `${standard} · ${titles.rulings[language]}`),
    ...Object.entries(rulings).map(([id, text]) => `<a id="${id}"></a>\n\n**${id}** ${text[language]}`),
  ].join('\n\n')
