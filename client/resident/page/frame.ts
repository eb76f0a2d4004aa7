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
}

export interface Look extends Shown {
  nonce: string
}

interface Frame extends Look {
  title: string
  /** Whom the page speaks for, shown on top. */
  place: string
  head?: Html
  main: Html
  end?: Html
}

/** A whole page in the residents' look, its styles in it: nothing else is needed to read it. */
export function frame({ language, elder, nonce, title, place, head, main, end }: Frame): string {
  return html`<!doctype html>
<html lang="${langOf(language)}"${elder && trusted(' class="elder"')}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${trusted(page)}${trusted(questions)}</style>
${head}
</head>
<body>
<a class="skip" href="#main">${say(language, text.skip)}</a>
<header class="bar"><p id="place">${place}</p>${switches({ language, elder })}</header>
<main id="main" tabindex="-1">${main}</main>
${end}
</body>
</html>`.html
}
