import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation } from '../../shapes/evaluation.ts'
import type { RoundExportFile } from '../../shapes/roundExport.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { type ResultFormat, resultFile } from '../exports/result.ts'
import { packageOf } from '../package/build.ts'
import { packageSource } from '../package/source.ts'
import { backgroundOf } from '../results/background.ts'
import { findResult } from '../results/find.ts'
import type { ExportOrder } from './folder.ts'

/**
 * Writes the files of one region: of what is published, else as of now. The folder gets its name once all is in it, so
 * that a job that was broken off knows what is finished. Where a file cannot be had, its place says why.
 */
export async function exportRegion(
  context: Context,
  { lang, files }: ExportOrder,
  id: string,
  regions: string,
): Promise<void> {
  const evaluation = await evaluationOf(context, id)
  const own = join(regions, encodeURIComponent(id))
  const unfinished = join(regions, `.${encodeURIComponent(id)}`)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  for (const file of files) {
    try {
      await writeFile(join(unfinished, names[file]), await contentOf(context, evaluation, file, lang))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await writeFile(join(unfinished, `${names[file]}.txt`), `${error.text.zh}\n${error.text.en}\n`)
    }
  }
  await rename(unfinished, own)
}

const names: Record<RoundExportFile, string> = {
  csv: 'result.csv',
  json: 'result.json',
  xlsx: 'result.xlsx',
  docx: 'result.docx',
  public: 'public.zip',
  full: 'result.zip',
}

async function contentOf(
  context: Context,
  evaluation: Evaluation,
  file: RoundExportFile,
  lang: ExportOrder['lang'],
): Promise<string | Buffer> {
  const version = evaluation.publishedVersion ?? undefined
  if (file === 'public' || file === 'full') {
    return packageOf(await packageSource(context, evaluation, version), file)
  }
  const document = await findResult(context, evaluation.id, { version })
  if (file === 'json') return `${JSON.stringify(document, null, 1)}\n`
  const background = await backgroundOf(context, evaluation, version)
  const format: ResultFormat = file
  return resultFile(format, { evaluation, document, background }, lang)
}
