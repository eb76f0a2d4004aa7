import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Language, Text } from '../../scoring/text.ts'
import type { Report, ReportInput } from './report/input.ts'
import { appendix } from './report/parts/appendix.ts'
import { findings } from './report/parts/findings.ts'
import { method, sample } from './report/parts/method.ts'
import { scores } from './report/parts/scores.ts'
import { surveyPart } from './report/parts/survey.ts'
import { weakPoints } from './report/parts/weak.ts'
import { contentsLine, margin, stylesFor } from './report/style.ts'
import { chapters } from './report/titles.ts'
import { phrases } from './results/sheetNames.ts'

const title: Text = { zh: '新型智慧城市评价报告', en: 'New-type smart city: evaluation report' }

/**
 * The report of one region in Word, in the manner of official documents.
 * @throws {RangeError} where the region has no result
 */
export async function reportDocx(input: ReportInput, language: Language): Promise<Buffer> {
  const [region] = input.book.regions
  if (!region?.result) throw new RangeError('a report needs a result')
  const say = (text: Text) => text[language]
  const report: Report = {
    ...input,
    ...{ scheme: input.book.scheme, region, result: region.result, language, say },
    numbers: { tables: 0, figures: 0 },
  }
  const body: FileChild[] = [
    ...findings(report),
    ...method(report),
    ...sample(report),
    ...scores(report),
    ...surveyPart(report),
    ...weakPoints(report),
    ...appendix(report),
  ]
  const document = new Document({
    title: `${region.name} ${say(title)}`,
    creator: 'Tiyan',
    styles: stylesFor(language),
    // Word and WPS fill in the page numbers of the contents when they open it.
    features: { updateFields: true },
    sections: [
      { properties: { page: { margin }, titlePage: true }, children: cover(report) },
      {
        properties: { page: { margin, pageNumbers: { start: 1 } } },
        headers: { default: new Header({ children: [headerLine(report)] }) },
        footers: { default: new Footer({ children: [pageNumber] }) },
        children: [...contents(report), ...body],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function cover({ region, book, round, say }: Report): FileChild[] {
  const line = (text: string, size = 32) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240 },
      children: [new TextRun({ text, size })],
    })
  return [
    new Paragraph({ text: say(title), heading: HeadingLevel.TITLE }),
    line(region.name || region.code, 40),
    line(round),
    line(`${book.standard} · ${say(book.scheme.name)}`, 24),
    line(book.computedAt.slice(0, 10), 28),
    ...(book.madeUp ? [line(say(phrases.madeUp), 28)] : []),
    ...(book.options.normalizeShares ? [line(say(phrases.normalized), 22)] : []),
  ]
}

const contents = ({ say, traces, language }: Report): FileChild[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: say({ zh: '目  录', en: 'Contents' }), bold: true, size: 32 })],
  }),
  ...chapters
    .filter((chapter) => chapter !== 'rulings' || traces.length > 0)
    .map((chapter) => contentsLine(chapter, language)),
  new Paragraph({ children: [new PageBreak()] }),
]

const headerLine = ({ region, book, say }: Report): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        text: [region.name || region.code, say(title), book.madeUp ? say(phrases.madeUp) : '']
          .filter((part) => part !== '')
          .join(' · '),
        size: 18,
        color: '666666',
      }),
    ],
  })

const pageNumber = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24 })],
})
