import type { Language } from '../../scoring/text.ts'
import { type Problem, problems } from './problem.ts'

const back = { zh: '请检查链接是否完整。', en: 'Please check whether the link is complete.' }

/** What somebody sees in a browser where there is no page: the problem in both languages, theirs first. */
export function failurePage({ code, status }: Problem, language: Language, nonce: string): string {
  const languages: Language[] = language === 'zh' ? ['zh', 'en'] : ['en', 'zh']
  const { title } = problems[code]
  const words = languages.map(
    (one) =>
      `<section lang="${one === 'zh' ? 'zh-CN' : 'en'}"><h1>${title[one]}</h1>${status === 404 ? `<p>${back[one]}</p>` : ''}</section>`,
  )
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title[language]}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">body{font:1.125rem/1.6 system-ui,sans-serif;margin:4rem auto;max-width:32rem;padding:0 1.25rem;color:#1f2937}
h1{font-size:1.375rem;margin:1.5rem 0 .25rem}p{margin:0}</style>
</head>
<body><main>${words.join('')}</main></body>
</html>`
}
