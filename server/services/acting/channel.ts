import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { type Channel, channels } from '../../shapes/channel.ts'
import { addAudit } from '../../store/audit.ts'
import { changeSurveyState } from '../../store/surveys.ts'
import { forgetPublished, type Published, stateAt } from '../published.ts'

/** The channels by which a survey takes answers. */
export const openChannels = ({ settings }: Pick<Published, 'settings'>): Channel[] => [
  ...(settings.channels ?? channels),
]

/**
 * Opens or closes a channel. Who began by it under a place before it closed may still finish. Opening an open one, or
 * closing a closed one, changes nothing.
 * @throws {Problem} `conflict` once the survey has closed, or where no channel would be left
 */
export async function setChannel(
  context: Context,
  survey: Published,
  { channel, open, reason, account }: { channel: Channel; open: boolean; reason: string; account: string },
): Promise<Channel[]> {
  const { id, settings } = survey
  if (stateAt(survey, context.now()) === 'closed') throw new Problem('conflict', { detail: closed })
  const before = openChannels(survey)
  if (before.includes(channel) === open) return before
  if (open && survey.design.sample === 'probability') throw new Problem('conflict', { detail: drawnOnly })
  const after = channels.filter((one) => (one === channel ? open : before.includes(one)))
  if (after.length === 0) throw new Problem('conflict', { detail: lastOne })
  await context.db.transaction().execute(async (transaction) => {
    await changeSurveyState(transaction, id, { settings: JSON.stringify({ ...settings, channels: after }) })
    await addAudit(transaction, {
      at: context.now().toISOString(),
      account,
      action: open ? 'channel.open' : 'channel.close',
      subject: `survey ${id}`,
      detail: { channel, channels: after, reason },
    })
  })
  forgetPublished(context, id)
  context.changes.tell({ kind: 'other', survey: id })
  return after
}

const closed = { zh: '调查已结束，渠道不能再改。', en: 'The survey has closed: its channels stay as they are.' }

const drawnOnly = {
  zh: '本调查是概率样本，只由邀请码参加；开放其他渠道会使置信区间不再成立。要用其他渠道，请另设一个混合样本的调查。',
  en: 'This survey is a probability sample, by invitation alone: another channel would make its confidence interval untrue. Set up a survey with a mixed sample for that.',
}

const lastOne = {
  zh: '至少要留一个渠道；要暂停收集请用“暂停”。',
  en: 'One channel must stay open; to take no answers for a while, pause the survey.',
}
