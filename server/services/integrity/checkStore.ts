import { createHash } from 'node:crypto'
import type { Text } from '../../../scoring/text.ts'
import { brokenLink, listAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { fileProblems } from '../../store/integrity.ts'
import { listResults } from '../../store/results.ts'
import { listQuestionnaires, surveyIds } from '../../store/surveys.ts'
import { questionnaireHash } from '../publish.ts'
import { findPublished } from '../published.ts'
import { checkResponses } from './checkResponses.ts'

interface StoreReport {
  responses: number
  problems: Text[]
}

/**
 * Derives again whatever can be derived, and compares: the file itself, the audit chain, hashes, codes, cells, receipts,
 * quotas against responses. In one transaction, so that a server may go on meanwhile.
 */
export async function checkStore(db: Store, receiptKey: Buffer): Promise<StoreReport> {
  const problems: Text[] = [
    ...(await fileProblems(db)).map((found) => ({ zh: `数据库文件：${found}`, en: `the database file: ${found}` })),
    ...(await questionnaireProblems(db)),
    ...(await resultProblems(db)),
    ...auditProblems(brokenLink(await listAudit(db))),
  ]
  let responses = 0
  for (const id of await surveyIds(db)) {
    const survey = await findPublished({ db }, id)
    if (!survey) continue
    const found = await checkResponses(db, survey, receiptKey)
    responses += found.responses
    problems.push(...found.problems)
  }
  return { responses, problems }
}

async function questionnaireProblems(db: Store): Promise<Text[]> {
  const versions = await listQuestionnaires(db)
  return versions
    .filter(({ content, content_hash }) => questionnaireHash(content) !== content_hash)
    .map(({ id, version }) => ({
      zh: `问卷 ${id} 第 ${version} 版：内容与发布时的哈希不符`,
      en: `questionnaire ${id}, version ${version}: its content is not what its hash says`,
    }))
}

async function resultProblems(db: Store): Promise<Text[]> {
  const results = await listResults(db)
  return results
    .filter(({ content, content_hash }) => createHash('sha256').update(content).digest('hex') !== content_hash)
    .map(({ evaluation_id, version }) => ({
      zh: `评价 ${evaluation_id} 的结果第 ${version} 版：内容与冻结时的哈希不符`,
      en: `evaluation ${evaluation_id}, version ${version} of its result: it is not what its hash says`,
    }))
}

const auditProblems = (position: number | undefined): Text[] =>
  position === undefined
    ? []
    : [
        {
          zh: `操作日志：第 ${position} 条与前一条接不上`,
          en: `the audit log: entry ${position} does not follow the one before`,
        },
      ]
