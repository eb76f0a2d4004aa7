import { csvText } from '../../files/csv.ts'
import { factsCsv } from '../../files/factsCsv.ts'
import { type PackageFiles, zipOf } from '../../files/package/write.ts'
import { designJson } from '../exports/designJson.ts'
import { programVersion } from '../version.ts'
import { coarsened } from './coarsen.ts'
import { json } from './json.ts'
import { hashed, type Manifest, manifestName } from './manifest.ts'
import { publicFiles } from './publicFiles.ts'
import { readme } from './readme.ts'
import { rPart } from './rPart.ts'
import type { PackageSource } from './source.ts'
import { type PackagedSurvey, packagedScore, packagedSurvey, responsesIn } from './survey.ts'

export type PackageKind = Manifest['kind']

/** What is made of one source never changes, and is made once: the public package bears the hash of the full one. */
const fullOf = new WeakMap<PackageSource, PackageFiles>()

/** A result as an archive that reproduces it: `tiyan verify` and the R script in it recompute every number. */
export async function packageOf(source: PackageSource, kind: PackageKind): Promise<Buffer> {
  const full = fullOf.get(source) ?? withManifest(source, 'full', fullFiles(source), null)
  fullOf.set(source, full)
  if (kind === 'full') return zipOf(full)
  const own = full.get(manifestName)
  return zipOf(withManifest(source, 'public', publicPart(source), own ? hashed(own).sha256 : null))
}

type Files = Map<string, string>

function withManifest(source: PackageSource, kind: PackageKind, texts: Files, full: string | null): PackageFiles {
  const { evaluation, document, version } = source
  const files = new Map<string, Buffer>()
  for (const [name, text] of texts) files.set(name, Buffer.from(text))
  const manifest: Manifest = {
    format: 'tiyan-result-1',
    kind,
    standard: document.standard,
    evaluation: {
      ...{ id: evaluation.id, round: evaluation.round },
      ...{ region: evaluation.region.code, scheme: evaluation.scheme },
    },
    version,
    madeUp: document.madeUp,
    program: 'program' in document ? document.program : programVersion,
    full,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, hashed(bytes)])),
  }
  return new Map([[manifestName, Buffer.from(json(manifest))], ...files])
}

/** What both kinds have: the result, and the data that are of nobody in person. */
function commonFiles({ document, inputs }: PackageSource, kind: PackageKind): Files {
  const files: Files = new Map([
    ['README.md', readme(kind, document.madeUp)],
    ['result.json', json(document)],
  ])
  if (inputs.facts.length > 0) files.set('inputs/facts.csv', factsCsv(inputs.facts))
  if (inputs.scores.length > 0) {
    const rows = inputs.scores.map(({ indicator, score }) => [indicator, score])
    files.set('inputs/scores.csv', csvText([['indicator', 'score'], ...rows]))
  }
  if (inputs['survey-score'].length > 0) {
    const rows = inputs['survey-score'].map(({ score, se = '', kind = '' }) => [score, se, kind])
    files.set('inputs/survey-score.csv', csvText([['score', 'se', 'kind'], ...rows]))
  }
  return files
}

const kindOf = ({ document }: PackageSource) => document.regions[0]?.survey?.kind ?? 'model'

function fullFiles(source: PackageSource): Files {
  const files = commonFiles(source, 'full')
  if (!source.survey) return files
  const { published, responses: csv } = source.survey
  const survey = packagedSurvey(published, kindOf(source))
  const responses = responsesIn(csv, survey)
  const score = packagedScore(responses, survey)
  files.set('survey/survey.json', json(survey))
  files.set('survey/questionnaire.json', json(published.questionnaire))
  files.set('survey/design.json', json(designJson(published, score)))
  files.set('survey/responses.csv', csv)
  for (const [name, text] of rPart(survey, responses)) files.set(name, text)
  return files
}

function publicPart(source: PackageSource): Files {
  const files = commonFiles(source, 'public')
  if (!source.survey) return files
  const { published, responses } = source.survey
  const { design, ...coarse } = coarsened(published.design, responsesIn(responses, published))
  const survey: PackagedSurvey = { ...packagedSurvey(published, kindOf(source)), design }
  files.set('survey/questionnaire.json', json(published.questionnaire))
  for (const [name, text] of publicFiles(survey, coarse, source.document)) files.set(name, text)
  return files
}
