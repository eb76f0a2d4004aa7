import { posix } from 'node:path'
import type { Sheet } from '../cell.ts'
import { counterFor, type TableLimits } from '../limits.ts'
import { type FileNote, refuse } from '../problem.ts'
import { type Archive, openArchive } from '../zip.ts'
import { readSheet, type Workbook } from './sheet.ts'
import { readStrings } from './strings.ts'
import { readStyles } from './styles.ts'
import { readXml } from './xml.ts'

/**
 * Reads the visible sheets of a workbook: stored results of formulas, never the formulas themselves.
 *
 * The parts are parsed as they are unpacked and only cells with content are kept: a library that builds the whole
 * document first needs many times the file's size, which an upload must not be able to ask for.
 *
 * @throws {Refused} damaged, protected, no workbook, or beyond the limits
 */
export async function readWorkbook(
  bytes: Buffer,
  limits: TableLimits,
): Promise<{ sheets: Sheet[]; notes: FileNote[] }> {
  const archive = await openArchive(bytes, limits.unpackedBytes)
  if (!archive.has('_rels/.rels')) refuse('not-a-workbook', {})
  const main = (await relationships(archive, '')).find(({ type }) => type === 'officeDocument')?.target
  if (!main?.endsWith('.xml')) return refuse('not-a-workbook', {})

  const { since1904, entries } = await readContents(archive, main)
  if (entries.length === 0) refuse('not-a-workbook', {})
  const parts = await relationships(archive, main)
  const strings = parts.find(({ type }) => type === 'sharedStrings')?.target
  const styles = parts.find(({ type }) => type === 'styles')?.target
  const workbook: Workbook = {
    strings: strings ? await readStrings(archive.read(strings), limits.cells) : [],
    styles: styles ? await readStyles(archive.read(styles)) : [],
    since1904,
    count: counterFor(limits),
  }

  const sheets: Sheet[] = []
  const notes: FileNote[] = []
  for (const { name, state, id } of entries) {
    const part = parts.find((one) => one.id === id)
    if (part?.type !== 'worksheet') continue
    // `veryHidden` is beyond the reach of people: lists and the like, made by programs for themselves.
    if (state === 'hidden') notes.push(hiddenNote(name))
    if (state === 'visible') sheets.push(await readSheet(name, archive.read(part.target), workbook))
  }
  return { sheets, notes }
}

const hiddenNote = (name: string): FileNote => ({
  zh: `工作表“${name}”是隐藏的，没有读取`,
  en: `Sheet “${name}” is hidden and was not read`,
})

interface Relationship {
  id: string
  /** Last part of its type: `worksheet`, `styles`, … */
  type: string
  /** Name of the part in the archive. */
  target: string
}

async function relationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const found: Relationship[] = []
  await readXml(archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = posix.resolve('/', folder, Target).slice(1)
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return found
}

async function readContents(archive: Archive, main: string) {
  const entries: { name: string; state: string; id: string }[] = []
  let since1904 = false
  await readXml(archive.read(main), {
    open(tag, { name = '', state = 'visible', id = '', date1904 }) {
      if (tag === 'sheet') entries.push({ name, state, id })
      if (tag === 'workbookPr') since1904 = date1904 === '1' || date1904 === 'true'
    },
  })
  return { entries, since1904 }
}
