import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  type IStylesOptions,
  LeaderType,
  LineRuleType,
  PageReference,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Language } from '../../../scoring/text.ts'
import { type Chapter, titles } from './titles.ts'

/** Margins of Chinese official documents (GB/T 9704), in twentieths of a point. */
export const margin = { top: 2098, bottom: 1985, left: 1588, right: 1474 }

/** Of A4 between the margins. */
const textWidth = 11_906 - margin.left - margin.right

/** As official documents are set: Fangsong for the text, Heiti for headings, Songti in tables. */
const fonts: Record<Language, { body: string; heading: string; table: string }> = {
  zh: { body: '仿宋', heading: '黑体', table: '宋体' },
  en: { body: 'Times New Roman', heading: 'Arial', table: 'Arial' },
}

const fontOf = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name })

const [inTable, tableHead, smallText] = ['TableText', 'TableHead', 'SmallText']

/** From line to line, in twentieths of a point; more where a picture stands in one. */
const leading = (line: number) => ({ line, lineRule: LineRuleType.AT_LEAST })

/** Sizes are half points. */
export function stylesFor(language: Language): IStylesOptions {
  const { body, heading, table } = fonts[language]
  const zh = language === 'zh'
  return {
    default: {
      document: { run: { font: fontOf(body), size: zh ? 28 : 22 }, paragraph: { spacing: leading(zh ? 420 : 320) } },
      title: {
        run: { font: fontOf(heading), size: 48, bold: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 2400, after: 600, ...leading(700) } },
      },
      heading1: {
        run: { font: fontOf(heading), size: zh ? 32 : 30, bold: !zh },
        paragraph: { spacing: { before: 360, after: 180 } },
      },
      heading2: {
        run: { font: fontOf(heading), size: zh ? 28 : 24, bold: !zh },
        paragraph: { spacing: { before: 240, after: 120 } },
      },
    },
    // What a report has hundreds of is set once, where its readers can change it, too.
    paragraphStyles: [
      {
        ...{ id: inTable, name: 'Table text', basedOn: 'Normal' },
        run: { font: fontOf(table), size: 20 },
        paragraph: { spacing: leading(260) },
      },
      {
        ...{ id: tableHead, name: 'Table head', basedOn: inTable },
        run: { bold: true },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      {
        ...{ id: smallText, name: 'Small text', basedOn: 'Normal' },
        run: { size: 20 },
        paragraph: { spacing: { after: 60, ...leading(280) } },
      },
    ],
  }
}

/** A chapter, which the contents refer to. */
export const heading1 = (chapter: Chapter, language: Language): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    children: [new Bookmark({ id: `chapter-${chapter}`, children: [new TextRun(titles[chapter][language])] })],
  })

/** A line of the contents, with the number of its page. */
export const contentsLine = (chapter: Chapter, language: Language): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({ anchor: `chapter-${chapter}`, children: [new TextRun(titles[chapter][language])] }),
      new TextRun({ children: [new Tab()] }),
      new PageReference(`chapter-${chapter}`),
    ],
  })

export const heading2 = (text: string): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_2, keepNext: true })

/** Text with the indent of two characters that Chinese documents have. */
export const paragraph = (text: string, language: Language): Paragraph =>
  new Paragraph({ text, ...(language === 'zh' ? { indent: { firstLine: 560 } } : { spacing: { after: 120 } }) })

export const small = (text: string): Paragraph => new Paragraph({ text, style: smallText })

/** Counts tables and figures, each by itself. */
export interface Numbers {
  tables: number
  figures: number
}

export function tableCaption(numbers: Numbers, text: string, language: Language): Paragraph {
  numbers.tables += 1
  return caption(`${language === 'zh' ? '表' : 'Table '}${numbers.tables}  ${text}`)
}

export function figureCaption(numbers: Numbers, text: string, language: Language): Paragraph {
  numbers.figures += 1
  return caption(`${language === 'zh' ? '图' : 'Figure '}${numbers.figures}  ${text}`)
}

const caption = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 240, after: 100 },
    children: [new TextRun({ text, bold: true, size: 22 })],
  })

export interface TableColumn {
  header: string
  /** Of the width of the page, in per cent. */
  width: number
  right?: boolean
}

type Content = string | Paragraph

interface Place {
  head: boolean
  /** On one page with the row below. */
  keepNext: boolean
}

/** A table with its header repeated on every page; rows are not torn apart, nor the whole of it where it is `together`. */
export function tableOf(
  columns: TableColumn[],
  rows: Content[][],
  { together = false }: { together?: boolean } = {},
): FileChild {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '999999' }
  const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }
  const cell = (content: Content, { width, right = false }: TableColumn, { head, keepNext }: Place) =>
    new TableCell({
      width: { size: Math.round((width / 100) * textWidth), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(head && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E8EEF4' } }),
      children: [typeof content === 'string' ? cellText(content, { right, head, keepNext }) : content],
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => Math.round((width / 100) * textWidth)),
    borders,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cell(column.header, column, { head: true, keepNext: together })),
      }),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, at) =>
              cell(row[at] ?? '', column, { head: false, keepNext: together && index < rows.length - 1 }),
            ),
          }),
      ),
    ],
  })
}

const cellText = (text: string, { right, head, keepNext }: Place & { right: boolean }): Paragraph =>
  new Paragraph({
    text,
    style: head ? tableHead : inTable,
    ...(keepNext && { keepNext }),
    ...(right && !head && { alignment: AlignmentType.RIGHT }),
  })
