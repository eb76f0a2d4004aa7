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
  '1.2': { zh: '部分完成，信息足够', en: 'Partial, enough information' },
  '2.111': { zh: '明确拒绝', en: 'Explicit refusal' },
  '2.112': { zh: '打开但没有回答', en: 'Opened, nothing answered' },
  '2.12': { zh: '中途退出', en: 'Break-off' },
  '2.2': { zh: '未能联系上', en: 'Non-contact' },
  '2.3': { zh: '质量规则剔除', en: 'Removed by quality rules' },
  '3.112': { zh: '登录过，没有答题', en: 'Logged on, no item' },
  '3.19': { zh: '尚无回音', en: 'Nothing ever returned' },
  '4.11': { zh: '不在调查对象范围', en: 'Screened out' },
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

/** `PATCH /api/surveys/{survey}/invitations/{code}`: what an interviewer or the post office reports. */
export const InvitationOutcome = z.object({
  disposition: z.enum(['2.111', '2.112', '2.2', '3.19', '4.11']),
})

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
