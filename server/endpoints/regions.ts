import { z } from 'zod'
import { dataProviders, resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { regionOf, setDepartments, setProfile } from '../services/regions/regions.ts'
import { RegionDepartments, RegionProfile } from '../shapes/region.ts'

const params = z.object({ code: z.string() })

export const regionEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/regions/:code',
    summary: 'A region with its province, its residents and the departments entered for it',
    access: resultReaders,
    params,
    run: ({ context, params: { code }, permit }) => {
      permit(code)
      return regionOf(context, code)
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/regions/:code',
    summary: 'Enters province and residents of a region, by which rounds group and compare it',
    access: ['fieldwork', 'evaluator'],
    params,
    body: RegionProfile,
    run: ({ context, params: { code }, body, account, permit }) => {
      permit(code)
      return setProfile(context, code, body, account)
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/regions/:code/departments',
    summary: 'Enters which department answers for which item, indicator or dimension, in place of those before',
    access: dataProviders,
    params,
    body: RegionDepartments,
    run: ({ context, params: { code }, body: { departments }, account, permit }) => {
      permit(code)
      return setDepartments(context, code, departments, account)
    },
  }),
]
