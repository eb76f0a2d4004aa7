import type { Response } from 'express'

const types = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  sps: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Says what a file is and what it will be called when it is saved. */
export function asFile(response: Response, name: string, format: keyof typeof types): void {
  response.attachment(`${name}.${format}`)
  response.set('content-type', types[format])
}
