/** Share of a day's answers by hour in China: few at night, most at noon and in the evening. */
const hours = [1, 0, 0, 0, 0, 1, 3, 6, 8, 8, 7, 8, 11, 9, 6, 6, 6, 7, 9, 12, 14, 12, 8, 4]
/** Of one day against another, from the opening: the invitations of the first days, a reminder, the tail. */
const days = [6, 11, 9, 6, 5, 4, 10, 8, 6, 5, 4, 4]

const hourLength = 3_600_000
const shiftToChina = 8

/** When the demo opened, given when it is made: at midnight in China, long enough ago for all its days. */
export function demoOpening(made: Date): Date {
  const dayLength = 24 * hourLength
  const today = Math.floor((made.getTime() + shiftToChina * hourLength) / dayLength) * dayLength
  return new Date(today - days.length * dayLength - shiftToChina * hourLength)
}

/** The moments at which so many made-up answers came in since the opening, in order; the same for the same numbers. */
export function arrivals(opening: Date, count: number): Date[] {
  const weights = days.flatMap((day) => hours.map((hour) => day * hour))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const moments: Date[] = []
  let passed = 0
  for (const [hour, weight] of weights.entries()) {
    const from = Math.round((count * passed) / total)
    passed += weight
    const upTo = Math.round((count * passed) / total)
    for (let one = from; one < upTo; one++) {
      const within = (one - from + 0.5) / (upTo - from)
      moments.push(new Date(opening.getTime() + Math.floor((hour + within) * hourLength)))
    }
  }
  return moments
}
