import type { Language, Text } from '../../scoring/text.ts'
import { factSheet, importedSheet } from './results/dataSheets.ts'
import {
  cautionSheet,
  codebookSheet,
  groupSheet,
  sampleSheet,
  sensitivitySheet,
  weightingSheet,
} from './results/fieldworkSheets.ts'
import { errorSheet, missingSheet, surveyDimensionSheet, surveyItemSheet } from './results/listSheets.ts'
import { overviewSheet } from './results/overviewSheet.ts'
import type { ResultBook } from './results/resultBook.ts'
import { dimensionSheet, indicatorSheet, itemSheet, type Sheet } from './results/scoreSheets.ts'
import { phrases, sheetNames } from './results/sheetNames.ts'
import { weakSheet } from './results/weakSheet.ts'
import { addTable, bookBytes, newBook } from './xlsx/book.ts'

/**
 * The workbook of a result: overview, L1s, L2s, items, the survey with groups, sample, weighting and sensitivity, the
 * facts with their sources, the codebook, weak points with their departments, what is missing, what is wrong.
 * Scores of items are numbers; what is made of them is a live formula with its value, so that anyone can re-add it.
 */
export async function resultXlsx(book: ResultBook, language: Language): Promise<Uint8Array> {
  const sheets: [name: Text, sheet: Sheet, always: boolean][] = [
    [sheetNames.overview, overviewSheet(book, language), true],
    [sheetNames.dimensions, dimensionSheet(book, language), true],
    [sheetNames.indicators, indicatorSheet(book, language), true],
    [sheetNames.items, itemSheet(book, language), true],
    [sheetNames.surveyDimensions, surveyDimensionSheet(book, language), false],
    [sheetNames.surveyItems, surveyItemSheet(book, language), false],
    [sheetNames.facts, factSheet(book, language), false],
    [sheetNames.imported, importedSheet(book, language), false],
    [sheetNames.groups, groupSheet(book, language), false],
    [sheetNames.sample, sampleSheet(book, language), false],
    [sheetNames.weighting, weightingSheet(book, language), false],
    [sheetNames.sensitivity, sensitivitySheet(book, language), false],
    [sheetNames.cautions, cautionSheet(book, language), false],
    [sheetNames.codebook, codebookSheet(book, language), false],
    [sheetNames.weak, weakSheet(book, language), false],
    [sheetNames.missing, missingSheet(book, language), true],
    [sheetNames.errors, errorSheet(book, language), false],
  ]
  const workbook = newBook()
  const [note, footer] = [noteOf(book, language), book.madeUp ? phrases.madeUp[language] : titleOf(book, language)]
  for (const [name, sheet, always] of sheets) {
    if (sheet.rows.length === 0 && !always) continue
    const title = `${titleOf(book, language)} · ${name[language]}`
    addTable(workbook, { name: name[language], title, note, ...sheet }, { language, footer })
  }
  return bookBytes(workbook)
}

function titleOf({ regions, scheme, standard }: ResultBook, language: Language): string {
  const [only] = regions
  const subject = regions.length === 1 && only ? only.name || only.code : ''
  return [subject, standard, scheme.name[language]].filter((part) => part !== '').join(' · ')
}

function noteOf({ madeUp, options, computedAt }: ResultBook, language: Language): string {
  const computed = `${phrases.computedAt[language]} ${computedAt.slice(0, 16).replace('T', ' ')} UTC`
  const marks = [madeUp ? phrases.madeUp[language] : '', options.normalizeShares ? phrases.normalized[language] : '']
  return [...marks, computed].filter((part) => part !== '').join(' · ')
}
