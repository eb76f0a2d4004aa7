import { useMutation } from '@tanstack/react-query'
import { Button, Card, Segmented, Space } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { InterviewSurvey } from '../../../server/shapes/interview.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { frame } from '../../resident/page/frame.ts'
import { html } from '../../resident/page/html.ts'
import { screensOut } from '../../resident/session/screening.ts'
import { interviews as words } from '../../text/consoleInterviews.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { pageNonce } from '../questionnaires/pages.ts'
import type { Ending } from './Ended.tsx'
import { useSheet } from './useSheet.ts'

interface Props {
  /** Of the response. */
  id: string
  /** The office's reference of the drawn number that was called; empty for anybody else. */
  called: string
  survey: InterviewSurvey
  questionnaire: Record<string, unknown>
  /** The language to begin in. */
  begun: 'zh' | 'en'
  end: (ending: Ending) => void
}

const localeOf = { zh: 'zh-cn', en: 'en' }

/** The questionnaire as residents see it, filled in by whoever asks; sent as an interviewer's. */
export function Sheet({ id, called, survey, questionnaire, begun, end }: Props) {
  const say = useSay()
  const [language, setLanguage] = useState(begun)
  const place = useRef<HTMLIFrameElement>(null)
  const { model, at, onLoad } = useSheet(place, { id, questionnaire, locale: localeOf[language] })
  const send = useMutation<{ receipt: string }, Failure, void>({
    mutationFn: () =>
      ask(`/api/surveys/${encodeURIComponent(survey.id)}/assisted${called && `?call=${encodeURIComponent(called)}`}`, {
        method: 'POST',
        json: { id, answers: model?.data, locale: localeOf[language] },
      }),
    onSuccess: ({ receipt }) => end({ kind: 'taken', receipt }),
    onError: ({ code }) => {
      if (code === 'not-eligible') end({ kind: 'notEligible' })
      if (code === 'quota-full') end({ kind: 'quotaFull' })
    },
  })
  const document = useMemo(
    () =>
      frame({
        language: begun,
        elder: false,
        nonce: pageNonce(),
        title: say(survey.title),
        place: say(survey.region.name),
        display: html``,
        main: html`<section id="session"><h1 id="section"></h1><div id="questions"></div></section>`,
      }),
    [begun, survey, say],
  )

  const pages = model?.visiblePages.length ?? 0
  const isLast = model !== undefined && at >= pages - 1
  const onward = () => {
    if (!model?.validate(true, true)) return
    if (model.data.consent === false) return end({ kind: 'declined' })
    // Whoever is outside the survey is asked no further: it is counted, no answer is kept.
    if (isLast || screensOut(model)) send.mutate()
    else model.nextPage()
  }
  return (
    <Card
      title={say(words.page, { n: at + 1, of: Math.max(1, pages) })}
      extra={
        <Segmented
          aria-label={say(words.language)}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      }
    >
      <p className="muted">{say(words.howTo)}</p>
      <iframe
        ref={place}
        className="interview-sheet"
        title={say(words.sheet)}
        srcDoc={document}
        onLoad={onLoad}
        data-ready={model !== undefined}
      />
      {send.error && <Refusal failure={send.error} />}
      <Space className="interview-steps">
        <Button disabled={at === 0} onClick={() => model?.prevPage()}>
          {say(words.back)}
        </Button>
        <Button type="primary" disabled={!model} loading={send.isPending} onClick={onward}>
          {say(isLast ? words.send : words.next)}
        </Button>
      </Space>
    </Card>
  )
}
