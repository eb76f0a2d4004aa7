import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { RegionProfile } from '../../../server/shapes/region.ts'
import type { RegionOfRound } from '../../../server/shapes/roundResults.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { regions as words } from '../../text/consoleRegions.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'

/** Province and residents of the regions of a round, to be entered. */
export function RegionsTable({ round, regions }: { round: string; regions: RegionOfRound[] }) {
  const say = useSay()
  const client = useQueryClient()
  const [changed, change] = useState<Record<string, RegionProfile>>({})

  const ofRegion = ({ region, entered }: RegionOfRound) => changed[region.code] ?? entered
  const edit = (row: RegionOfRound, part: Partial<RegionProfile>) =>
    change({ ...changed, [row.region.code]: { ...ofRegion(row), ...part } })

  const save = useMutation<unknown, Failure, RegionOfRound>({
    mutationFn: ({ region }: RegionOfRound) =>
      ask(`/api/regions/${encodeURIComponent(region.code)}`, { method: 'PUT', json: changed[region.code] }),
    onSuccess: async (_, { region }) => {
      change(({ [region.code]: _, ...others }) => others)
      await client.invalidateQueries({ queryKey: ['round-results', round] })
      await client.invalidateQueries({ queryKey: ['comparison'] })
    },
  })

  return (
    <>
      <p className="minor">{say(words.explain)}</p>
      {save.error && <Refusal failure={save.error} />}
      <WideTable<RegionOfRound>
        size="small"
        rowKey="evaluation"
        dataSource={regions}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        columns={[
          {
            title: say(text.region),
            render: (_, { region }) => (
              <>
                {say(region.name)} <small>{region.code}</small>
              </>
            ),
          },
          {
            title: say(words.province),
            render: (_, row) => (
              <Input
                aria-label={say(words.provinceOf, { region: say(row.region.name) })}
                value={ofRegion(row).province ?? ''}
                placeholder={row.province ? say(row.province) : ''}
                maxLength={40}
                onChange={({ target }) => edit(row, { province: target.value === '' ? null : target.value })}
              />
            ),
          },
          {
            title: say(words.population),
            render: (_, row) => (
              <InputNumber<number>
                aria-label={say(words.populationOf, { region: say(row.region.name) })}
                value={ofRegion(row).population}
                placeholder={row.population === null ? '' : String(row.population)}
                min={1}
                max={100_000_000}
                className="wide-number"
                precision={0}
                onChange={(population) => edit(row, { population })}
              />
            ),
          },
          {
            key: 'save',
            render: (_, row) => (
              <Button
                size="small"
                disabled={!changed[row.region.code]}
                aria-label={say(words.saveOf, { region: say(row.region.name) })}
                onClick={() => save.mutate(row)}
              >
                {say(words.save)}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
