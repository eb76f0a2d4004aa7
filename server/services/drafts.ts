import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Draft } from '../shapes/survey.ts'
import { findDraft, putDraft, removeDraft, removeOldDrafts } from '../store/drafts.ts'
import { findPublished, stateAt } from './published.ts'

const keptDays = 30

/**
 * Keeps unfinished answers under a code that the client made up (60 bits). They are sealed with a key of the code,
 * which is not kept: neither the store nor who runs it can read them, or tell whose they are.
 * @returns until when they are kept
 * @throws {Problem} `not-found`, `survey-closed`
 */
export async function keepDraft(
  context: Context,
  survey: string,
  code: string,
  draft: Draft,
): Promise<{ keptUntil: string }> {
  const { db, now } = context
  const key = await draftKey(context, survey)
  const published = await findPublished(context, survey)
  if (!published || stateAt(published, now()) !== 'open') throw new Problem('survey-closed')
  const keptUntil = new Date(now().getTime() + keptDays * 86_400_000).toISOString()
  await removeOldDrafts(db, now().toISOString())
  await putDraft(db, {
    round_id: key.round,
    survey_id: key.id,
    code_hash: hashOf(context, survey, code),
    sealed: seal(draft, survey, code),
    kept_until: keptUntil,
  })
  return { keptUntil }
}

/** @throws {Problem} `not-found`, also where it was kept long enough */
export async function openDraft(context: Context, survey: string, code: string): Promise<Draft> {
  const found = await findDraft(context.db, await draftKey(context, survey), hashOf(context, survey, code))
  if (!found || found.kept_until <= context.now().toISOString()) throw new Problem('not-found')
  return unseal(found.sealed, survey, code)
}

export async function forgetDraft(context: Context, survey: string, code: string): Promise<void> {
  await removeDraft(context.db, await draftKey(context, survey), hashOf(context, survey, code))
}

async function draftKey(context: Context, id: string) {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  return { round: survey.round, id }
}

/** The code as people write it down: large or small, with or without dashes. */
const normal = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

const hashOf = ({ keyFor }: Context, survey: string, code: string) =>
  createHmac('sha256', keyFor('drafts'))
    .update(`${survey}\n${normal(code)}`)
    .digest('base64url')

const sealingKey = (survey: string, code: string) =>
  Buffer.from(hkdfSync('sha256', normal(code), survey, 'tiyan draft', 32))

function seal(draft: Draft, survey: string, code: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(survey, code), iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(draft), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}

function unseal(sealed: string, survey: string, code: string): Draft {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(survey, code), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'))
}
