import type { Text } from '../../scoring/text.ts'
import type { OpenLine, OpenResult } from '../../server/shapes/openResult.ts'
import { openText as words } from '../text/openResult.ts'
import { frame, type Look } from './page/frame.ts'
import { type Html, html, trusted } from './page/html.ts'
import { say } from './page/say.ts'
import styles from './style/openResult.css?inline'

interface OpenPage extends Look {
  result: OpenResult
  /** Where the page is found. */
  address: string
}

/** A published result for everybody, with its data for machines. */
export function renderOpenResult({ result, address, ...look }: OpenPage): string {
  const { language, nonce } = look
  const t = (text: Text, values: Record<string, string | number> = {}) => say(language, text, values)
  const { region, roundName, lines, method, version, contentHash, publishedAt, correction, madeUp } = result
  const [total] = lines
  const title = t(words.title, { region: t(region.name) })
  const data = JSON.stringify(datasetOf(result, address)).replaceAll('<', '\\u003c')
  return frame({
    ...look,
    title,
    place: t(roundName),
    listed: !madeUp,
    styles,
    head: html`<link rel="alternate" type="text/csv" href="${address}/result.csv">
<script type="application/ld+json" nonce="${nonce}">${trusted(data)}</script>`,
    main: html`<section class="paper"><h1>${title}</h1>
${madeUp && html`<p class="wrong-text"><strong>${t(words.madeUp)}</strong></p>`}
<p class="open-total"><strong>${shown(total?.score ?? null)}</strong> ${total?.interval && `${t(result.intervalName)} ${between(total.interval)}`}</p>
<p class="soft">${t(words.published, { version, date: publishedAt.slice(0, 10) })}</p>
${correction !== null && html`<p>${t(words.correction, { reason: correction })}</p>`}</section>
${parts.map(({ part, name, people }) =>
  table(
    lines.filter((line) => line.part === part),
    t(name),
    people,
    t,
  ),
)}
<section class="paper"><h2>${t(words.method)}</h2>
<p>${t(words.standard, { standard: result.standard })}</p>
${method.map((text) => html`<p>${t(text)}</p>`)}
<p>${t(words.withheldHelp)}</p></section>
<section class="paper"><h2>${t(words.data)}</h2>
<p><a href="/open/${result.evaluation}/result.csv">${t(words.csv)}</a></p>
<p class="soft">${t(words.hash)} <code class="open-hash">${contentHash}</code></p></section>`,
  })
}

const parts: { part: OpenLine['part']; name: Text; people: boolean }[] = [
  { part: 'total', name: words.total, people: false },
  { part: 'dimension', name: words.dimensions, people: false },
  { part: 'survey-dimension', name: words.survey, people: true },
  { part: 'group', name: words.groups, people: true },
]

type Translate = (text: Text, values?: Record<string, string | number>) => string

function table(lines: OpenLine[], name: string, people: boolean, t: Translate): Html | false {
  if (lines.length === 0) return false
  const hasIntervals = lines.some(({ interval }) => interval !== null)
  return html`<section class="paper"><h2>${name}</h2><div class="open-table" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr><th scope="col">${t(words.what)}</th><th scope="col">${t(words.score)}</th>${hasIntervals && html`<th scope="col">${t(words.interval)}</th>`}${people && html`<th scope="col">${t(words.respondents)}</th>`}</tr></thead>
<tbody>${lines.map(
    (
      line,
    ) => html`<tr><th scope="row">${t(line.name)}</th><td>${line.withheld ? t(words.withheld) : shown(line.score)}</td>
${hasIntervals && html`<td>${line.interval ? between(line.interval) : ''}</td>`}${people && html`<td>${line.respondents ?? ''}</td>`}</tr>`,
  )}</tbody></table></div></section>`
}

const shown = (score: number | null): string => (score === null ? '—' : score.toFixed(2))
const between = ([low, high]: [number, number]): string => `${shown(low)}–${shown(high)}`

/** As schema.org describes data sets (https://schema.org/Dataset). */
function datasetOf(
  { region, roundName, standard, version, publishedAt, method, lines, madeUp }: OpenResult,
  address: string,
) {
  const both = ({ zh, en }: Text) => `${zh} / ${en}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: both({
      zh: say('zh', words.title, { region: region.name.zh }),
      en: say('en', words.title, { region: region.name.en }),
    }),
    description: [...(madeUp ? [words.madeUp] : []), ...method].map(both).join('\n'),
    url: address,
    inLanguage: ['zh-CN', 'en'],
    version: String(version),
    datePublished: publishedAt,
    isAccessibleForFree: true,
    isPartOf: both(roundName),
    measurementTechnique: standard,
    spatialCoverage: { '@type': 'Place', name: region.name.zh, identifier: region.code },
    variableMeasured: lines
      .filter(({ withheld }) => !withheld)
      .map(({ part, code, name, score, interval }) => ({
        '@type': 'PropertyValue',
        propertyID: `${part}/${code}`,
        name: both(name),
        value: score,
        ...(interval && { minValue: interval[0], maxValue: interval[1] }),
      })),
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${address}/result.csv` }],
  }
}

/** The lines of a public result as rows of a table, unrounded. */
export const openResultCsv = ({ region, version, lines }: OpenResult): (string | number | boolean | null)[][] => [
  ['region', 'version', 'part', 'code', 'name_zh', 'name_en', 'score', 'low', 'high', 'respondents', 'withheld'],
  ...lines.map(({ part, code, name, score, interval, respondents, withheld }) => [
    ...[region.code, version, part, code, name.zh, name.en, score],
    ...[interval?.[0] ?? null, interval?.[1] ?? null, respondents, withheld],
  ]),
]
