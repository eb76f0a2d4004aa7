import { shown } from './display.ts'

export const canSpeak = (): boolean => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window

/** Reads the questions that are shown, with their choices; a second call stops. Gives whether it speaks now. */
export function speak(places: readonly Element[]): boolean {
  const { speechSynthesis } = window
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel()
    return false
  }
  for (const words of places.flatMap(wordsOf)) {
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = shown.language === 'zh' ? 'zh-CN' : 'en'
    utterance.rate = 0.9
    speechSynthesis.speak(utterance)
  }
  return true
}

export function stopSpeaking(): void {
  if (canSpeak()) window.speechSynthesis.cancel()
}

/** The texts of a place, one for each title, choice and hint, in order; what is for the eye alone is left out. */
function wordsOf(place: Element): string[] {
  return Array.from(place.querySelectorAll('.question-title, .hint, label, option, .html'))
    .filter((element) => !element.parentElement?.closest('label'))
    .map((element) => (element.textContent ?? '').replace('*', '').trim())
    .filter((words) => words !== '')
}
