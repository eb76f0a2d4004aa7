import { useEffect, useMemo, useRef, useState } from 'react'
import type { Model } from 'survey-core'
import { frame } from '../../resident/page/frame.ts'
import { html } from '../../resident/page/html.ts'
import { questionnaire as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'
import { pageNonce, type Shown } from './pages.ts'

const localeOf = { zh: 'zh-cn', en: 'en' }

/** A page as SurveyJS shows it to residents, in a frame of its own: it can be answered, and goes nowhere. */
export function ScriptPreview({ questionnaire, page, language, title, place, elder }: Shown & { elder: boolean }) {
  const say = useSay()
  const place_ = useRef<HTMLIFrameElement>(null)
  const [model, setModel] = useState<Model>()
  const [loaded, setLoaded] = useState(0)
  const document = useMemo(
    () =>
      frame({
        language,
        elder,
        nonce: pageNonce(),
        title,
        place,
        display: html``,
        main: html`<section id="session"><h1 id="section"></h1><div id="questions"></div></section>`,
      }),
    [language, elder, title, place],
  )

  useEffect(() => {
    const target = place_.current?.contentDocument?.getElementById('questions')
    if (loaded === 0 || !target) return
    let shown = true
    void import('../../resident/survey/questions.tsx').then((questions) => {
      if (!shown) return
      const made = questions.openQuestionnaire({
        id: '00000000-0000-4000-8000-000000000000',
        questionnaire,
        locale: localeOf[language],
        single: false,
      })
      const inside = target.ownerDocument.createElement('div')
      target.replaceChildren(inside)
      questions.drawQuestionnaire(made, inside)
      setModel(made)
    })
    return () => {
      shown = false
    }
  }, [loaded, questionnaire, language])

  useEffect(() => {
    if (!model) return
    const wanted = model.getPageByName(page)
    if (wanted) model.currentPage = wanted
    const heading = place_.current?.contentDocument?.getElementById('section')
    if (heading) heading.textContent = wanted?.processedTitle ?? ''
  }, [model, page])

  return (
    <iframe
      ref={place_}
      title={say(text.preview)}
      srcDoc={document}
      onLoad={() => setLoaded((times) => times + 1)}
      data-ready={model !== undefined}
    />
  )
}
