import { z } from 'zod'

export const channels = ['open', 'invitation', 'signed', 'assisted', 'paper'] as const
export type Channel = (typeof channels)[number]

/** A host app's word for a person, as it stands in the address of a signed link (CONTRACT section 2). */
export const SignedLink = z.object({
  p: z.string().min(1).max(200),
  e: z.string().max(12),
  h: z.string().max(100),
})

/** AAPOR codes of what comes of an invitation (SURVEY-PRACTICE 3.1). */
export const dispositions = {
  '1.1': { zh: '完成', en: 'Complete' },
  '2.111': { zh: '明确拒绝', en: 'Explicit refusal' },
  '2.112': { zh: '打开但没有回答', en: 'Opened, nothing answered' },
  '2.12': { zh: '中途退出', en: 'Break-off' },
  '2.2': { zh: '未能联系上', en: 'Non-contact' },
  '2.21': { zh: '本人一直不在', en: 'Never available' },
  '2.22': { zh: '答录机或语音信箱', en: 'Answering device of a household' },
  '2.3': { zh: '质量规则剔除', en: 'Removed by quality rules' },
  '2.32': { zh: '身体或精神原因不能作答', en: 'Physically or mentally unable' },
  '2.33': { zh: '语言不通', en: 'Language problem' },
  '3.11': { zh: '还没有拨打', en: 'Not attempted' },
  '3.112': { zh: '登录过，没有答题', en: 'Logged on, no item' },
  '3.12': { zh: '一直占线', en: 'Always busy' },
  '3.13': { zh: '无人接听', en: 'No answer' },
  '3.19': { zh: '尚无回音', en: 'Nothing ever returned' },
  '3.2': { zh: '接通，是否为调查对象不明', en: 'Reached, eligibility unknown' },
  '4.11': { zh: '不在调查对象范围', en: 'Screened out' },
  '4.3': { zh: '空号、停机', en: 'Not a working number' },
  '4.5': { zh: '单位电话，不是住户', en: 'Not a household' },
  '4.7': { zh: '没有符合条件的人', en: 'Nobody eligible' },
  '4.8': { zh: '名额已满', en: 'Quota full' },
} as const
export type Disposition = keyof typeof dispositions

/** `POST /api/surveys/{survey}/invitations` */
export const NewInvitations = z.object({
  label: z.string().min(1).max(100),
  count: z.number().int().min(1).max(100_000),
  stratum: z.string().max(100).default(''),
  baseWeight: z.number().positive().default(1),
})

/** What an interviewer says of a call that brought no answers. */
const callOutcomes = [
  ...(['2.111', '2.12', '2.2', '2.21', '2.22', '2.32', '2.33'] as const),
  ...(['3.11', '3.12', '3.13', '3.2', '4.11', '4.3', '4.5', '4.7', '4.8'] as const),
] satisfies Disposition[]
export const CallOutcome = z.enum(callOutcomes)
export type CallOutcome = z.infer<typeof CallOutcome>

/** `PATCH /api/surveys/{survey}/invitations/{code}`: what an interviewer or the post office reports. */
export const InvitationOutcome = z.object({ disposition: z.enum([...callOutcomes, '2.112', '3.19']) })

/** `POST /api/surveys/{survey}/calls`: a number of a telephone sample, and what the newest call to it came to. */
export const NewCall = z.object({
  reference: z.string().max(100),
  stratum: z.string().max(100).optional(),
  baseWeight: z.number().positive().optional(),
  disposition: CallOutcome.optional(),
})
export type NewCall = z.infer<typeof NewCall>

/** What became of a list of calls. */
export interface CallsNoted {
  /** Numbers that were not in the sample before. */
  added: number
  /** Outcomes of numbers that were there. */
  noted: number
}

/** One batch in `GET /api/surveys/{survey}/invitations`. */
export interface InvitationBatch {
  id: string
  label: string
  madeAt: string
  /** How many came to what, by AAPOR code. */
  dispositions: Partial<Record<Disposition, number>>
}

/** What is printed or mailed; the codes are shown this once and kept nowhere. */
export interface IssuedInvitation {
  reference: string
  code: string
  link: string
  stratum: string
  baseWeight: number
}
