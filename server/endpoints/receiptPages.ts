import { type Request, type Response, Router } from 'express'
import { renderReceiptForm, renderReceiptPage } from '../../client/resident/receiptPage.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { shownAs } from '../http/shownAs.ts'
import { receiptStatus, withdraw } from '../services/receipts.ts'

/** Where a person checks and withdraws a response, with scripts or without. */
export function receiptPages(context: Context): Router {
  async function show(request: Request, response: Response, receipt: string, tooLate = false) {
    const look = { ...shownAs(request), nonce: response.locals.nonce }
    const status = await orUndefined(receiptStatus(context, receipt), 'not-found')
    response.status(status ? 200 : 404).type('html')
    response.send(
      status
        ? renderReceiptPage({ ...look, receipt, status, tooLate })
        : renderReceiptForm({ ...look, unknown: receipt }),
    )
  }

  return Router()
    .get('/r', (request, response) => {
      const { code } = request.query
      if (typeof code === 'string' && code.trim() !== '') return show(request, response, code.trim())
      return void response.type('html').send(renderReceiptForm({ ...shownAs(request), nonce: response.locals.nonce }))
    })
    .get('/r/:receipt', (request, response) => show(request, response, request.params.receipt))
    .post('/r/:receipt', async (request, response) => {
      const { receipt } = request.params
      const done = await orUndefined(
        withdraw(context, receipt).then(() => true),
        'too-late',
        'not-found',
      )
      await show(request, response, receipt, !done)
    })
}

/** What is no failure here becomes undefined. */
async function orUndefined<T>(what: Promise<T>, ...codes: string[]): Promise<T | undefined> {
  try {
    return await what
  } catch (error) {
    if (error instanceof Problem && codes.includes(error.code)) return undefined
    throw error
  }
}
