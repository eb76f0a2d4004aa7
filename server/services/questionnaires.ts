import { textOf } from '../../surveys/answers/text.ts'
import { type Change, changesBetween } from '../../surveys/compare.ts'
import { readKey, scoringKey } from '../../surveys/key.ts'
import { localesOf } from '../../surveys/locales.ts'
import { faultsOf } from '../../surveys/publishable.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { QuestionnaireReport, QuestionnaireSummary } from '../shapes/questionnaire.ts'
import { findQuestionnaire, listQuestionnaires, newestQuestionnaire } from '../store/surveys.ts'
import { publishQuestionnaire } from './publish.ts'
import { sanitised } from './sanitise.ts'

type Json = Record<string, unknown>

/** Every published version, by name, the newest first. */
export async function publishedQuestionnaires({ db }: Pick<Context, 'db'>): Promise<QuestionnaireSummary[]> {
  const rows = await listQuestionnaires(db)
  return rows
    .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1))
    .map(({ id, version, content, content_hash, published_at }) => {
      const questionnaire: Json = JSON.parse(content)
      const { items } = scoringKey(questionnaire)
      const { scheme } = questionnaire
      return {
        id,
        version,
        title: textOf(questionnaire.title ?? id),
        scheme: scheme === 'city' || scheme === 'county' ? scheme : null,
        locales: localesOf(questionnaire),
        items: items.length,
        scored: items.filter(({ scored }) => scored).length,
        publishedAt: published_at,
        sha256: content_hash,
      }
    })
}

/**
 * A published questionnaire.
 * @param version absent: the newest
 * @throws {Problem} `not-found`
 */
export async function questionnaireOf({ db }: Pick<Context, 'db'>, id: string, version?: number): Promise<Json> {
  const number = version ?? (await newestQuestionnaire(db, id))?.version
  const row = number === undefined ? undefined : await findQuestionnaire(db, id, number)
  if (!row) throw new Problem('not-found')
  return JSON.parse(row.content)
}

/** What would come of publishing a draft under this name: its faults, its weights, and what is new in it. */
export async function checkDraft(context: Pick<Context, 'db'>, id: string, draft: Json): Promise<QuestionnaireReport> {
  const newest = await newestQuestionnaire(context.db, id)
  return {
    faults: faultsOf(draft),
    key: readKey(draft).key,
    comparedWith: newest?.version ?? null,
    changes: newest ? changesBetween(await questionnaireOf(context, id, newest.version), sanitised(draft)) : [],
  }
}

/** @throws {Problem} `invalid` with everything that keeps it from being published */
export async function publishDraft(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { id, questionnaire, account }: { id: string; questionnaire: Json; account: string },
): Promise<{ id: string; version: number }> {
  const act = { account, at: now().toISOString() }
  const version = await db
    .transaction()
    .execute((transaction) => publishQuestionnaire(transaction, { id, questionnaire }, act))
  return { id, version }
}

/** @throws {Problem} `not-found` */
export async function changesOf(
  context: Pick<Context, 'db'>,
  id: string,
  { from, to }: { from: number; to: number },
): Promise<Change[]> {
  return changesBetween(await questionnaireOf(context, id, from), await questionnaireOf(context, id, to))
}
