import { type RefObject, useEffect, useState } from 'react'
import type { Model } from 'survey-core'

interface Asked {
  id: string
  questionnaire: Record<string, unknown>
  locale: string
}

/** The questionnaire in a frame of its own once that has loaded, with where it stands. */
export function useSheet(frame: RefObject<HTMLIFrameElement | null>, { id, questionnaire, locale }: Asked) {
  const [loaded, setLoaded] = useState(0)
  const [model, setModel] = useState<Model>()
  const [at, setAt] = useState(0)

  useEffect(() => {
    const target = frame.current?.contentDocument?.getElementById('questions')
    if (loaded === 0 || !target) return
    let takeAway: (() => void) | undefined
    let wanted = true
    void import('../../resident/survey/questions.tsx').then(({ openQuestionnaire, drawQuestionnaire }) => {
      if (!wanted) return
      const made = openQuestionnaire({ id, questionnaire, locale: '', single: false })
      made.onCurrentPageChanged.add(() => setAt(made.currentPageNo))
      takeAway = drawQuestionnaire(made, target)
      setModel(made)
    })
    return () => {
      wanted = false
      takeAway?.()
    }
  }, [frame, loaded, id, questionnaire])

  useEffect(() => {
    const document = frame.current?.contentDocument
    const heading = document?.getElementById('section')
    if (!model || !document || !heading) return
    model.locale = locale
    heading.textContent = model.visiblePages[at]?.processedTitle ?? ''
    document.documentElement.scrollTop = 0
  }, [frame, model, at, locale])

  return { model, at, onLoad: () => setLoaded((times) => times + 1) }
}
