/** Two taps within this time are meant as one, in milliseconds. */
const apart = 400

let last = Number.NEGATIVE_INFINITY

/**
 * Whether a press is the second half of a double tap, by a trembling hand or out of habit: it would turn a page that
 * was not seen. Keys and screen readers press without taps.
 */
export function isSecondTap(event: MouseEvent): boolean {
  const since = event.timeStamp - last
  last = event.timeStamp
  const isMouse = (event as Partial<PointerEvent>).pointerType === 'mouse'
  return event.detail > 1 || (event.detail === 1 && !isMouse && since < apart)
}
