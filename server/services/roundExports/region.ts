import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation } from '../../shapes/evaluation.ts'
import type { RoundExportFile } from '../../shapes/roundExport.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { evidencePack } from '../exports/evidencePack.ts'
import { type ResultSource, resultFile } from '../exports/result.ts'
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
  { regions, draw }: { regions: string; draw: Draw },
): Promise<void> {
  const evaluation = await evaluationOf(context, id)
  const own = join(regions, encodeURIComponent(id))
  const unfinished = join(regions, `.${encodeURIComponent(id)}`)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  for (const file of files) {
    try {
      await writeFile(join(unfinished, names[file]), await contentOf(context, evaluation, { file, lang, draw }))
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
  print: 'print.html',
  brief: 'brief.svg',
  evidence: 'evidence.zip',
}

/** Draws what people look at; it is the client's code, which services do not know. */
export type Draw = Record<'print' | 'brief', (source: ResultSource, language: ExportOrder['lang']) => string>

async function contentOf(
  context: Context,
  evaluation: Evaluation,
  { file, lang, draw }: { file: RoundExportFile; lang: ExportOrder['lang']; draw: Draw },
): Promise<string | Buffer> {
  const version = evaluation.publishedVersion ?? undefined
  if (file === 'public' || file === 'full') {
    return packageOf(await packageSource(context, evaluation, version), file)
  }
  const document = await findResult(context, evaluation.id, { version })
  if (file === 'json') return `${JSON.stringify(document, null, 1)}\n`
  const background = await backgroundOf(context, evaluation, version)
  const source: ResultSource = { evaluation, document, background }
  if (file === 'csv' || file === 'xlsx' || file === 'docx') return resultFile(file, source, lang)
  if (document.regions.some(({ result }) => result === null)) throw new Problem('not-publishable', { detail: faulty })
  return file === 'evidence' ? evidencePack(context, source) : draw[file](source, lang)
}

const faulty = {
  zh: '数据有误，先改正再导出。',
  en: 'The data have errors: mend them first, then export.',
}
