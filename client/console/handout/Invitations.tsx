import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Input, Select, Upload } from 'antd'
import { useState } from 'react'
import type { InvitationBatch } from '../../../server/shapes/channel.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { handout } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask, askForFile, type Failure } from '../api.ts'
import { Field, NumberField } from '../setup/fields.tsx'
import { Batches } from './Batches.tsx'
import { saveFile } from './saveFile.ts'

const text = handout.invitations
const methods = ['proportional', 'equal', 'square-root'] as const

/** Draws invitations from a frame, and shows what came of those before. */
export function Invitations({ survey }: { survey: string }) {
  const say = useSay()
  const client = useQueryClient()
  const path = `/api/surveys/${encodeURIComponent(survey)}/invitations`
  const [label, setLabel] = useState('')
  const [size, setSize] = useState(100)
  const [seed, setSeed] = useState(() => Math.floor(Math.random() * 1_000_000))
  const [method, setMethod] = useState<(typeof methods)[number]>('proportional')
  const batches = useQuery({
    queryKey: ['invitations', survey],
    queryFn: () => ask<InvitationBatch[]>(path),
    staleTime: 0,
  })
  const draw = useMutation<Blob, Failure, File>({
    mutationFn: (file) =>
      askForFile(`${path}/draw?${new URLSearchParams({ label, size: String(size), seed: String(seed), method })}`, {
        method: 'POST',
        file,
      }),
    onSuccess: async (csv) => {
      saveFile(csv, `${survey}-invitations.csv`)
      await client.invalidateQueries({ queryKey: ['invitations', survey] })
    },
  })
  return (
    <>
      <Card title={<h2>{say(handout.pages.invitations)}</h2>}>
        <div className="stack">
          <p>{say(text.intro)}</p>
          <div className="field-grid">
            <Field label={say(text.label)}>
              <Input name="label" maxLength={100} value={label} onChange={({ target }) => setLabel(target.value)} />
            </Field>
            <NumberField label={say(text.size)} name="size" value={size} set={setSize} min={1} max={100_000} />
            <NumberField label={say(text.seed)} name="seed" value={seed} set={setSeed} min={0} max={4_294_967_295} />
            <Field label={say(text.method)}>
              <Select
                value={method}
                onChange={setMethod}
                options={methods.map((value) => ({ value, label: say(text.methods[value]) }))}
              />
            </Field>
          </div>
          <Upload
            accept=".csv,.xlsx"
            showUploadList={false}
            disabled={label.trim() === ''}
            beforeUpload={(file) => {
              draw.mutate(file)
              return false
            }}
          >
            <Button type="primary" loading={draw.isPending} disabled={label.trim() === ''}>
              {say(text.draw)}
            </Button>
          </Upload>
          {draw.error && <Refusal failure={draw.error} />}
          {draw.data && (
            <Alert
              type="success"
              showIcon
              title={say(text.drawn, { n: size })}
              action={
                <Button size="small" onClick={() => saveFile(draw.data, `${survey}-invitations.csv`)}>
                  {say(text.again)}
                </Button>
              }
            />
          )}
        </div>
      </Card>
      <Batches query={batches} path={path} />
    </>
  )
}
