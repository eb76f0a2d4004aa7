import { Card, Tag } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { Explained } from '../../parts/Explained.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { showCount, showShare } from '../../text/numbers.ts'

const words = text.quality
const names: Record<string, Text> = words.localeNames

/** How people answer: what they cannot rate, and in which language. */
export function Quality({ quality: { dontKnow, languages }, estimate }: Pick<Monitor, 'quality' | 'estimate'>) {
  const say = useSay()
  if (dontKnow.length === 0 && languages.length === 0) return null
  return (
    <Card title={say(words.title)}>
      {dontKnow.length > 0 && (
        <>
          <h3 className="minor">
            <Explained {...explained.dontKnow} />
          </h3>
          <ul className="rates">
            {dontKnow.map(({ item, label, rate }) => (
              <li key={item}>
                <span>
                  <code>{item}</code> {say(label)}
                </span>
                <span>{showShare(rate)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {estimate && (
        <details>
          <summary>{say(text.watching.allItems)}</summary>
          <ul className="rates">
            {estimate.items.map(({ name, label, dontKnowRate }) => (
              <li key={name}>
                <span>
                  <code>{name}</code> {say(label)}
                </span>
                <span>{showShare(dontKnowRate)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {languages.length > 0 && (
        <>
          <h3 className="minor">
            <Explained {...explained.languages} />
          </h3>
          {languages.map(({ locale, responses }) => {
            const name = names[locale.toLowerCase()]
            return (
              <Tag key={locale}>
                {name ? say(name) : locale} {showCount(responses)}
              </Tag>
            )
          })}
        </>
      )}
    </Card>
  )
}
