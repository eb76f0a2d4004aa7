import { Card, Empty, Input, Segmented } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { go } from '../route.ts'
import { Coverage } from './Coverage.tsx'
import { DimensionEntry } from './DimensionEntry.tsx'
import { itemsFound } from './search.ts'

const words = text.standard

/** GB/T 33356—2022 to browse: every item of a scheme, as it is scored. `item` is unfolded and shown first. */
export function StandardPage({ scheme: id, item }: { scheme: SchemeId; item: string | undefined }) {
  const say = useSay()
  const scheme = schemes[id]
  const [query, setQuery] = useState('')
  const searched = useDeferredValue(query)
  const [open, setOpen] = useState<string[]>(item ? [item] : [])

  useEffect(() => {
    if (!item) return
    setOpen((before) => [...new Set([...before, item])])
    document.getElementById(item)?.scrollIntoView({ block: 'center' })
  }, [item])

  const found = useMemo(
    () =>
      scheme.dimensions
        .map((dimension) => ({
          dimension,
          found: dimension.indicators
            .map((indicator) => ({ indicator, items: itemsFound(indicator, searched) }))
            .filter(({ items, indicator }) => items.length > 0 || (searched.trim() === '' && indicator.survey)),
        }))
        .filter(({ found }) => found.length > 0),
    [scheme, searched],
  )
  const count = found.reduce((sum, { found }) => sum + found.reduce((n, { items }) => n + items.length, 0), 0)
  const all = scheme.dimensions.reduce((n, { indicators }) => n + indicators.flatMap(({ items }) => items).length, 0)

  return (
    <>
      <PageTitle
        title={say(words.title)}
        actions={
          <Segmented<SchemeId>
            value={id}
            onChange={(next) => go(`/console/standard/${next}`)}
            options={(['city', 'county'] as const).map((value) => ({ value, label: say(text.schemes[value]) }))}
          />
        }
      />
      <p className="lead">{say(words.explain)}</p>
      <Coverage scheme={scheme} />
      <div className="catalogue">
        <nav aria-label={say(words.onThisPage)}>
          <Card size="small">
            <ul className="catalogue-list">
              {scheme.dimensions.map((dimension) => (
                <li key={dimension.id}>
                  <a className="catalogue-link" href={`#${dimension.id}`}>
                    {dimension.id} {say(dimension.name)}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </nav>
        <div>
          <div className="catalogue-search">
            <Input.Search
              allowClear
              aria-label={say(words.search)}
              placeholder={say(words.search)}
              value={query}
              onChange={({ target }) => setQuery(target.value)}
            />
            <span role="status">{say(words.found, { n: count, all })}</span>
          </div>
          {found.length === 0 && <Empty description={say(words.nothingFound)} />}
          {found.map(({ dimension, found }) => (
            <DimensionEntry key={dimension.id} dimension={dimension} found={found} open={open} onOpen={setOpen} />
          ))}
        </div>
      </div>
    </>
  )
}
