import { z } from 'zod'
import { dataProviders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { expectedVersion, versionTag } from '../http/etag.ts'
import { readUpload, tableTypes } from '../http/upload.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { putInput } from '../services/imports/putInput.ts'
import type { InputKind } from '../shapes/evaluation.ts'

const put = (kind: InputKind, summary: string) =>
  endpoint({
    method: 'put',
    path: `/api/evaluations/:id/${kind}`,
    summary,
    access: dataProviders,
    params: z.object({ id: z.string() }),
    file: tableTypes,
    run: async ({ context, params: { id }, permit, account, request, response }) => {
      permit((await evaluationOf(context, id)).region.code)
      const bytes = await readUpload(request)
      const receipt = await putInput(context, id, { kind, bytes, account, expects: expectedVersion(request) })
      response.set('etag', versionTag(receipt.version))
      return receipt
    },
  })

export const importEndpoints = [
  put(
    'facts',
    'Replaces the facts of an evaluation by those of a file; all problems are listed, nothing is half imported',
  ),
  put('scores', 'Replaces the objective scores that were worked out elsewhere by those of a file'),
  put('survey-score', 'Replaces the survey score that was worked out elsewhere by that of a file'),
]
