import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation } from '../../shapes/evaluation.ts'
import type { RoundExportFile } from '../../shapes/roundExport.ts'
import { besideOthers, type ComparedMember } from '../analysis/compare.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { evidencePack } from '../exports/evidencePack.ts'
import { type MakeFile, type ResultSource, resultFile } from '../exports/result.ts'
import { packageOf } from '../package/build.ts'
import { type PackageSource, packageSource } from '../package/source.ts'
import { backgroundOf } from '../results/background.ts'
import { findResult } from '../results/find.ts'
import type { ExportOrder } from './folder.ts'

/** Draws what people look at; it is the client's code, which services do not know. */
export type Draw = Record<'print' | 'brief', (source: ResultSource, language: ExportOrder['lang']) => string>

interface How {
  /** The folder of all regions. */
  regions: string
  /** Those that a region is compared with. */
  members: readonly ComparedMember[]
  draw: Draw
}

/**
 * Writes the files of one region: of what is published, else as of now. The folder gets its name once all is in it, so
 * that a job that was broken off knows what is finished. Where a file cannot be had, its place says why.
 */
export async function exportRegion(
  context: Context,
  { lang, files }: ExportOrder,
  id: string,
  { regions, members, draw }: How,
): Promise<void> {
  const evaluation = await evaluationOf(context, id)
  const own = join(regions, encodeURIComponent(id))
  const unfinished = join(regions, `.${encodeURIComponent(id)}`)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const making = { ...sourcesOf(context, evaluation, members), make: makingOnce(), lang, draw }
  for (const file of files) {
    try {
      await writeFile(join(unfinished, names[file]), await contentOf(context, file, making))
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

interface Sources {
  /** What packages are made of. */
  packaged: () => Promise<PackageSource>
  /** What all other files are made of. */
  result: () => Promise<ResultSource>
}

/** Each is worked out once for all files, and only where one needs it. */
function sourcesOf(context: Context, evaluation: Evaluation, members: readonly ComparedMember[]): Sources {
  const version = evaluation.publishedVersion ?? undefined
  const result = async (): Promise<ResultSource> => {
    const document = await findResult(context, evaluation.id, { version })
    const background = await backgroundOf(context, evaluation, version)
    const own = document.regions[0]?.result
    return { evaluation, document, background, compared: own ? besideOthers(evaluation, own, members) : null }
  }
  return { packaged: once(() => packageSource(context, evaluation, version)), result: once(result) }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The evidence pack has files in it that stand beside it, too. */
function makingOnce(): MakeFile {
  const made = new Map<string, Promise<string | Buffer>>()
  return (format, source, language) => {
    const file = made.get(`${format} ${language}`) ?? resultFile(format, source, language)
    made.set(`${format} ${language}`, file)
    return file
  }
}

interface Making extends Sources, Pick<ExportOrder, 'lang'>, Pick<How, 'draw'> {
  make: MakeFile
}

async function contentOf(
  context: Context,
  file: RoundExportFile,
  { packaged, result, make, lang, draw }: Making,
): Promise<string | Buffer> {
  if (file === 'public' || file === 'full') return packageOf(await packaged(), file)
  const source = await result()
  if (file === 'json') return `${JSON.stringify(source.document, null, 1)}\n`
  if (file === 'csv' || file === 'xlsx' || file === 'docx') return make(file, source, lang)
  if (source.document.regions.some(({ result }) => result === null))
    throw new Problem('not-publishable', { detail: faulty })
  return file === 'evidence' ? evidencePack(context, source, make) : draw[file](source, lang)
}

const faulty = {
  zh: '数据有误，先改正再导出。',
  en: 'The data have errors: mend them first, then export.',
}
