import type { Language } from '../../../scoring/text.ts'
import page from '../style/page.css?inline'
import questions from '../style/questions.css?inline'
import { text } from '../text.ts'
import { type Html, html, trusted } from './html.ts'
import { say } from './say.ts'

/** A built entry of the client, as server/http/assets.ts reads it. */
export interface Assets {
  script: string
  styles: string[]
  imports: string[]
}

export interface Look {
  language: Language
  /** 长辈版: large type and targets. */
  elder: boolean
  nonce: string
}

interface Frame extends Look {
  title: string
  /** Whom the page speaks for, shown on top. */
  place: string
  /** What the other language and the other look are reached by. */
  switches: boolean
  head?: Html
  main: Html
  end?: Html
}

export const langOf = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en')

/** A whole page in the residents' look, its styles in it: nothing else is needed to read it. */
export function frame({ language, elder, nonce, title, place, switches, head, main, end }: Frame): string {
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const look = elder ? '&view=elder' : ''
  const otherLook = elder ? '' : '&view=elder'
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
<header class="bar"><p>${place}</p>
${
  switches &&
  html`<nav aria-label="${say(language, text.settings)}"><a id="language" href="?lang=${other}${trusted(look)}" lang="${langOf(other)}">${say(language, text.otherLanguage)}</a>
<a id="look" href="?lang=${language}${trusted(otherLook)}">${say(language, elder ? text.ordinary : text.elder)}</a></nav>`
}
</header>
<main id="main" tabindex="-1">${main}</main>
${end}
</body>
</html>`.html
}
