import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { changeAccount, createAccount, listAccounts } from '../services/accounts.ts'
import { AccountChange, NewAccount } from '../shapes/session.ts'

export const accountEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/accounts',
    summary: 'All accounts with their roles',
    access: ['administrator'],
    run: ({ context }) => listAccounts(context),
  }),
  endpoint({
    method: 'post',
    path: '/api/accounts',
    summary: 'Makes an account',
    access: ['administrator'],
    body: NewAccount,
    status: 201,
    run: async ({ context, account, body }) => {
      await createAccount(context, account, body)
      return { name: body.name }
    },
  }),
  endpoint({
    method: 'patch',
    path: '/api/accounts/:name',
    summary: 'Changes roles or password of an account, or disables it',
    access: ['administrator'],
    params: z.object({ name: z.string() }),
    body: AccountChange,
    status: 204,
    run: ({ context, account, params, body }) => changeAccount(context, account, params.name, body),
  }),
]
