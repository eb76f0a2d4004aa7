import { Card, Collapse, Tag } from 'antd'
import type { Item } from '../../../scoring/standard/item.ts'
import { rulings } from '../../../scoring/standard/rulings.ts'
import type { Dimension, Indicator } from '../../../scoring/standard/scheme.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ItemEntry } from './ItemEntry.tsx'

const words = text.standard

export interface Found {
  indicator: Indicator
  items: Item[]
}

interface Props {
  dimension: Dimension
  found: Found[]
  /** Ids of the items that are unfolded. */
  open: string[]
  onOpen: (open: string[]) => void
}

/** A dimension with its indicators and items. */
export function DimensionEntry({ dimension: { id, name, kind, weight }, found, open, onOpen }: Props) {
  const say = useSay()
  return (
    <Card
      id={id}
      className="dimension-entry"
      title={
        <h2>
          {id} {say(name)}
        </h2>
      }
      extra={kind === 'deduction' ? say(words.deduction) : say(words.weightOf, { n: weight })}
    >
      {found.map(({ indicator, items }) => (
        <section key={indicator.id} id={indicator.id}>
          <IndicatorTitle indicator={indicator} deduction={kind === 'deduction'} />
          {kind === 'subjective' && <p>{say(words.surveyed)}</p>}
          {items.length > 0 && (
            <Collapse
              size="small"
              activeKey={open}
              onChange={(keys) => {
                const own = new Set(items.map((item) => item.id))
                onOpen([...open.filter((key) => !own.has(key)), ...keys])
              }}
              items={items.map((item) => ({
                key: item.id,
                label: (
                  <span id={item.id}>
                    <code>{item.id}</code> {say(item.name)}
                  </span>
                ),
                extra: <small>{worthOf(item, say)}</small>,
                children: <ItemEntry item={item} />,
              }))}
            />
          )}
        </section>
      ))}
    </Card>
  )
}

function IndicatorTitle({ indicator, deduction }: { indicator: Indicator; deduction: boolean }) {
  const say = useSay()
  const { id, name, weight, table, printedId } = indicator
  return (
    <>
      <h3>
        <code>{id}</code> {say(name)}{' '}
        <span className="marks">
          {!deduction && <Tag>{say(words.weightOf, { n: weight })}</Tag>}
          {table && <Tag>{say(words.table, { n: table })}</Tag>}
          {printedId && <Tag>{say(words.printedAs, { id: printedId })}</Tag>}
        </span>
      </h3>
      {indicator.rulings.map((ruling) => (
        <p key={ruling} className="note">
          <strong>{ruling}</strong> {say(rulings[ruling])}
        </p>
      ))}
    </>
  )
}

function worthOf(item: Item, say: ReturnType<typeof useSay>): string {
  if (item.kind === 'deduction') return say(words.maxDeduction, { n: item.maxDeduction })
  const share = say(words.share, { n: item.share })
  return item.maximum === item.share ? share : `${share} · ${say(words.maximum, { n: item.maximum })}`
}
