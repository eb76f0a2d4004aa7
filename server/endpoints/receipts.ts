import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { receiptStatus, withdraw } from '../services/receipts.ts'

const Receipt = z.object({ receipt: z.string().max(100) })

export const receiptEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/receipts/:receipt',
    summary: 'What became of a response; never an answer',
    access: 'public',
    params: Receipt,
    run: ({ context, params }) => receiptStatus(context, params.receipt),
  }),
  endpoint({
    method: 'delete',
    path: '/api/receipts/:receipt',
    summary: 'Withdraws a response: its answers are erased, a stone stays',
    access: 'public',
    params: Receipt,
    status: 204,
    run: ({ context, params }) => withdraw(context, params.receipt),
  }),
]
