import type { State } from '../../../client/resident/plain/state.ts'
import { ofPage, type Step } from '../../../client/resident/plain/walk.ts'
import type { Form } from '../../../surveys/answers/form.ts'
import type { Context } from '../../context.ts'
import { noteProgress } from '../../services/progress.ts'

type Reached = Parameters<typeof noteProgress>[2]

/**
 * Counts how far somebody comes on the plain pages, as the scripts do on the others: each page once, however often it is
 * gone back to; nothing of who it is. Gives the number of the furthest page, which goes along in the form.
 */
export async function noteStep(
  context: Context,
  survey: string,
  form: Form,
  state: State,
  step: Step,
): Promise<number> {
  const left = form.pages.findIndex(({ name }) => name === state.page) + 1
  const reached = step.kind === 'page' ? form.pages.indexOf(step.page) + 1 : form.pages.length + 1
  if (reached <= left || reached <= state.furthest) return state.furthest
  if (state.furthest === 0) await note(context, survey, { event: 'consented', page: 1 })
  if (step.kind === 'page') await note(context, survey, { event: 'page', page: reached })
  const last = lastScreening(form)
  if (left >= last && state.furthest <= last) {
    await note(context, survey, { event: 'started', page: Math.min(reached, form.pages.length) })
  }
  return reached
}

/** Nobody is held up because a visit could not be counted. */
export async function note(context: Context, survey: string, reached: Reached): Promise<void> {
  await noteProgress(context, survey, reached).catch((error: unknown) =>
    context.log.warn({ err: error, survey }, 'a visit was not counted'),
  )
}

/** Number of the last page with a screening question; 0 where there is none. */
export function lastScreening(form: Form): number {
  const screening = form.questions.filter(({ json }) => json.screening === true)
  const asked = screening.map(({ name }) => ({ path: name, code: 'required' as const, message: { zh: '', en: '' } }))
  return form.pages.findLastIndex((page) => ofPage(page, asked).length > 0) + 1
}
