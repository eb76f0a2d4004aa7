import type { Request } from 'express'
import { readBody } from './body.ts'
import { Problem } from './problem.ts'

/** What an uploaded table may be called; what it is, its content tells. */
export const tableTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

const largestFile = 20 * 1024 * 1024

/**
 * The bytes of an uploaded table, which is the body itself.
 * @throws {Problem} `unsupported-type` where it is packed, a form or JSON; `too-large` beyond 20 MiB; `bad-request` where it breaks off
 */
export async function readUpload(request: Request): Promise<Buffer> {
  const packed = (request.get('content-encoding') ?? 'identity') !== 'identity'
  if (packed || request.is(['multipart/*', 'application/json', '+json'])) {
    throw new Problem('unsupported-type', {
      detail: {
        zh: '请把 CSV 或 XLSX 文件本身作为请求正文（text/csv 等），不要用表单或 JSON 包装，也不要压缩。',
        en: 'Send the CSV or XLSX file itself as the body (text/csv or the like), not packed, not wrapped in a form or JSON.',
      },
    })
  }
  return readBody(request, largestFile)
}
