import type { Language } from '../../../scoring/text.ts'
import { text } from '../text.ts'
import { type Html, html } from './html.ts'
import { langOf, type Shown, say } from './say.ts'

/** The ways to the other language and the other size. They are links, so that they work before any script. */
export function switches({ language, elder }: Shown, codes: Record<string, string> = {}): Html {
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return html`<nav id="switches" aria-label="${say(language, text.settings)}"><a href="${address(other, elder)}" lang="${langOf(other)}" data-language="${other}">${say(language, text.otherLanguage)}</a><a href="${address(language, !elder)}" data-elder="${elder ? 'off' : 'on'}">${say(language, elder ? text.ordinary : text.elder)}</a></nav>`

  function address(to: Language, large: boolean): string {
    return `?${new URLSearchParams({ lang: to, ...(large && { view: 'elder' }), ...codes })}`
  }
}
