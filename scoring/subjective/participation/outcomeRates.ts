import type { Text } from '../../text.ts'

/** How the persons of a drawn sample came out, by AAPOR's codes for surveys by invitation (SURVEY-PRACTICE 3.1). */
export interface Dispositions {
  /** 1.1: accepted responses, whichever of the items they rated: all that was rated is in the score. */
  complete: number
  /** 2.11: said no, or withdrew what they had answered. */
  refused: number
  /** 2.12: began and never sent the answers. Such a break-off is never scored, so none counts as a partial interview (1.2). */
  brokenOff: number
  /** 2.2: known to live here, never reached. */
  nonContact: number
  /** 2.3: answered, and taken out by a quality rule; and other eligible persons who gave nothing. */
  removed: number
  /** 3: the invitation was never opened, or came back: nobody knows whether the person is eligible. */
  unknown: number
  /** 4: screened out, turned away by a full quota, or over it. */
  notEligible: number
}

/** Share of the persons of unknown eligibility who are eligible. */
export interface Eligibility {
  /** 0…1 */
  share: number
  /** Where the share comes from; printed with the rates. */
  source: Text
}

/** Shares from 0 to 1; null where nobody is counted. */
export interface OutcomeRates {
  rr1: number | null
  rr2: number | null
  rr3: number | null
  rr4: number | null
  rr5: number | null
  rr6: number | null
  /** e of RR3 and RR4. */
  eligibility: Eligibility
  notes: Text[]
}

/**
 * AAPOR's response rates RR1–RR6 of a sample drawn from a list. An open link has none: see `participationFunnel`.
 * @throws RangeError for a count that is none, a share outside 0…1, or a share without its source
 */
export function outcomeRates(counts: Dispositions, eligibility: Eligibility): OutcomeRates {
  for (const [name, count] of Object.entries(counts))
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${name} must be a count, not ${count}`)
  const { share, source } = eligibility
  if (!(share >= 0 && share <= 1)) throw new RangeError(`e must be from 0 to 1, not ${share}`)
  if (source.zh.trim() === '' || source.en.trim() === '') throw new RangeError('e needs its source')
  const { complete, refused, brokenOff, nonContact, removed, unknown } = counts
  const eligible = complete + refused + brokenOff + nonContact + removed
  const of = (persons: number) => (persons > 0 ? complete / persons : null)
  const [all, expected, known] = [of(eligible + unknown), of(eligible + share * unknown), of(eligible)]
  return {
    rr1: all,
    rr2: all,
    rr3: expected,
    rr4: expected,
    rr5: known,
    rr6: known,
    eligibility,
    notes: notesOf(eligibility),
  }
}

/** e as the cases of known eligibility suggest it (proportional allocation, as CASRO does). */
export function eligibilityFromKnown({
  complete,
  refused,
  brokenOff,
  nonContact,
  removed,
  notEligible,
}: Dispositions): Eligibility {
  const eligible = complete + refused + brokenOff + nonContact + removed
  const share = eligible + notEligible > 0 ? eligible / (eligible + notEligible) : 1
  return {
    share,
    source: {
      zh: `按已知情况推算：${eligible + notEligible} 人中 ${eligible} 人符合条件（比例分配法）`,
      en: `As among those whose eligibility is known: ${eligible} of ${eligible + notEligible} (proportional allocation)`,
    },
  }
}

const notesOf = ({ share, source }: Eligibility): Text[] => [
  {
    zh: '交卷即为完成，所答题目均计分；没有交卷的为中途退出，一律不计分，没有“部分完成”的答卷，因此 RR2、RR4、RR6 分别等于 RR1、RR3、RR5。',
    en: 'Whoever sent answers in is complete, and all that they rated is scored; whoever did not broke off. A break-off is never scored, so there are no partial interviews: RR2, RR4 and RR6 equal RR1, RR3 and RR5.',
  },
  {
    zh: `RR3、RR4 中资格不明者的合格比例 e = ${share.toFixed(3)}；来源：${source.zh}。`,
    en: `In RR3 and RR4 the share e of eligible persons among those of unknown eligibility is ${share.toFixed(3)}. Source: ${source.en}.`,
  },
  {
    zh: '因质量规则剔除的答卷按合格未应答（2.3）计，会使应答率下降。',
    en: 'Responses taken out by quality rules count as eligible persons without a response (2.3), which lowers the rates.',
  },
]
