import type { Language } from '../../../scoring/text.ts'
import type { Published } from '../published.ts'
import { type CodedColumn, codebookOf } from './codebook.ts'

/** SPSS cuts texts at these numbers of bytes; a Chinese character has three. */
const longestLabel = 85
const longestValueLabel = 40

/** Syntax that reads `responses.csv` into SPSS: formats, labels, missing codes, weights (unweighted until switched on). */
export function spssSyntax(survey: Published, language: Language): string {
  const columns = codebookOf(survey)
  const labels = columns.map(({ name, label }) => `  ${name} ${quoted(label[language], longestLabel)}`)
  const valued = columns.filter(({ values }) => values.length > 0)
  const rated = columns.filter(({ missing }) => missing.length > 0)
  return [
    '* Encoding: UTF-8.',
    `* ${survey.id}: put this file beside responses.csv and run it.`,
    'SET UNICODE=ON.',
    "GET DATA /TYPE=TXT /FILE='responses.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=\",\"",
    "  /QUALIFIER='\"' /FIRSTCASE=2 /VARIABLES=",
    `${columns.map(({ name, kind, values }) => `  ${name} ${formatOf(kind, values)}`).join('\n')}.`,
    'CACHE.',
    'EXECUTE.',
    'VARIABLE LABELS',
    `${labels.join('\n')}.`,
    ...(valued.length > 0 ? ['VALUE LABELS', `${valued.map((column) => valuesOf(column, language)).join('\n')}.`] : []),
    ...rated.map(({ name, missing }) => `MISSING VALUES ${name} (${missing.join(', ')}).`),
    ...columns
      .filter(({ values, kind }) => kind === 'number' && values.length > 0)
      .map(({ name }) => `VARIABLE LEVEL ${name} (ORDINAL).`),
    'WEIGHT BY final_weight.',
    "SAVE OUTFILE='responses.sav'.",
    '',
  ].join('\n')
}

const formatOf = (kind: CodedColumn['kind'], values: CodedColumn['values']): string => {
  if (kind === 'text') return 'A100'
  return values.length > 0 ? 'F2.0' : 'F18.8'
}

const valuesOf = ({ name, kind, values }: CodedColumn, language: Language): string =>
  [
    `  /${name}`,
    ...values.map(
      ({ code, label }) =>
        `    ${kind === 'text' ? quoted(String(code), 100) : code} ${quoted(label[language], longestValueLabel)}`,
    ),
  ].join('\n')

const quoted = (text: string, longest: number): string =>
  `'${[...text].slice(0, longest).join('').replaceAll("'", "''").replaceAll('\n', ' ')}'`
