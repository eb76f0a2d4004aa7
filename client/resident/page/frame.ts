import page from '../style/page.css?inline'
import questions from '../style/questions.css?inline'
import { text } from '../text.ts'
import { type Html, html, trusted } from './html.ts'
import { langOf, type Shown, say } from './say.ts'
import { switches } from './switches.ts'

/** A built entry of the client, as server/http/assets.ts reads it. */
export interface Assets {
  script: string
  styles: string[]
  imports: string[]
  /** Scripts that the page asks for by itself, later. */
  later: string[]
}

export interface Look extends Shown {
  nonce: string
}

interface Frame extends Look {
  title: string
  /** Whom the page speaks for, shown on top. */
  place: string
  /** Whether search engines may list it; they may not unless said. */
  listed?: boolean
  /** Parts of the address that must not be lost on the way to the other language. */
  codes?: Record<string, string>
  head?: Html
  /** In place of the links to the other language and size. */
  display?: Html
  /** Styles that this page has besides. */
  styles?: string
  main: Html
  end?: Html
}

/** A whole page in the residents' look, its styles in it: nothing else is needed to read it. */
export function frame(of: Frame): string {
  const { language, elder, nonce, title, place, listed = false, codes, head, display } = of
  const { styles = '', main, end } = of
  return html`<!doctype html>
<html lang="${langOf(language)}"${elder && trusted(' class="elder"')}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${!listed && trusted('<meta name="robots" content="noindex">')}
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${trusted(page)}${trusted(questions)}${trusted(styles)}</style>
${head}
</head>
<body>
<a class="skip" href="#main">${say(language, text.skip)}</a>
<header class="bar"><p id="place">${place}</p>${display ?? switches({ language, elder }, codes)}</header>
<main id="main" tabindex="-1">${main}</main>
${end}
</body>
</html>`.html
}
