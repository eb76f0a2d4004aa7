import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { asFile } from '../http/download.ts'
import { endpoint } from '../http/endpoint.ts'
import { beginRoundExport, removeExport, roundArchive, roundExports } from '../services/roundExports/jobs.ts'
import { NewRoundExport } from '../shapes/roundExport.ts'
import type { Role } from '../shapes/session.ts'

const access = ['evaluator'] satisfies Role[]
const Round = z.object({ round: z.string() })
const One = Round.extend({ export: z.uuid() })

export const roundExportEndpoints = [
  endpoint({
    method: 'post',
    path: '/api/rounds/:round/exports',
    summary: 'Begins to make the exports of all regions of a round; it goes on after a restart',
    access,
    params: Round,
    body: NewRoundExport,
    status: 202,
    run: ({ context, params: { round }, body, permitted, account }) =>
      beginRoundExport(context, round, body, { permitted, account }),
  }),
  endpoint({
    method: 'get',
    path: '/api/rounds/:round/exports',
    summary: 'Exports of all regions of a round, with how far they are',
    access,
    params: Round,
    run: ({ context, params: { round }, permitted }) => roundExports(context, round, permitted),
  }),
  endpoint({
    method: 'get',
    path: '/api/rounds/:round/exports/:export/all.zip',
    summary: 'All files of a finished export in one archive, a folder for each region; streamed',
    access,
    params: One,
    run: async ({ context, params, permitted, response }) => {
      const archive = await roundArchive(context, params.round, params.export, permitted)
      asFile(response, `tiyan-${params.round}`, 'zip')
      await pipeline(archive, response)
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/rounds/:round/exports/:export',
    summary: 'Ends an export and deletes its files',
    access,
    params: One,
    status: 204,
    run: ({ context, params, permitted }) => removeExport(context, params.round, params.export, permitted),
  }),
]
