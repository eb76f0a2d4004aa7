import { z } from 'zod'
import { schemes } from '../../scoring/standard/schemes.ts'
import { templateCsv, templateXlsx } from '../files/template.ts'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { inputsOf } from '../services/inputs/versions.ts'

const Language = z.object({ lang: z.enum(['zh', 'en']).default('zh') })

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
const Format = z.enum(['xlsx', 'csv'])

export const templateEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/template.:format',
    summary: 'The sheet that an official fills in, empty',
    access: 'signed-in',
    params: z.object({ format: Format }),
    query: Language.extend({ scheme: z.enum(['city', 'county']) }),
    run: async ({ params: { format }, query: { scheme, lang }, response }) => {
      response.attachment(`tiyan-${scheme}.${format}`).type(types[format])
      response.send(
        format === 'xlsx'
          ? Buffer.from(await templateXlsx(schemes[scheme], lang))
          : templateCsv(schemes[scheme], lang, [], { bom: true }),
      )
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/facts.:format',
    summary: 'The sheet that an official fills in, with the facts there are',
    access: resultReaders,
    params: z.object({ id: z.string(), format: Format }),
    query: Language,
    run: async ({ context, params: { id, format }, query: { lang }, permit, response }) => {
      const { region, scheme } = await evaluationOf(context, id)
      permit(region.code)
      const { rows } = (await inputsOf(context, id)).facts
      const facts = rows.map((row) => ({ ...row, row: null }))
      response.attachment(`${id}-facts.${format}`).type(types[format])
      response.send(
        format === 'xlsx'
          ? Buffer.from(await templateXlsx(schemes[scheme], lang, facts))
          : templateCsv(schemes[scheme], lang, facts, { bom: true }),
      )
    },
  }),
]
