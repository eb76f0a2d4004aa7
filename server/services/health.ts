import type { Context } from '../context.ts'
import { findSetting } from '../store/settings.ts'

/** Whether the store answers; migrations are done before a server listens. */
export async function storeAnswers({ db, log }: Context): Promise<boolean> {
  try {
    await findSetting(db, 'secret')
    return true
  } catch (error) {
    log.error({ err: error }, 'the store does not answer')
    return false
  }
}
