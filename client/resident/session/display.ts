import type { Language } from '../../../scoring/text.ts'
import { langOf, type Shown } from '../page/say.ts'
import { switches } from '../page/switches.ts'

const listeners = new Set<() => void>()

/** In which language and size everything is shown now; the page says how it begins. */
export const shown: Shown = {
  language: document.documentElement.lang === 'en' ? 'en' : 'zh',
  elder: document.documentElement.classList.contains('elder'),
}

/** Called after every change of language or size. @returns what ends that */
export function onShownChanged(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Changes language or size for all that stands on the page, and in its address, so that a reload keeps it. */
export function show(change: Partial<Shown>): void {
  Object.assign(shown, change)
  document.documentElement.lang = langOf(shown.language)
  document.documentElement.classList.toggle('elder', shown.elder)
  document.getElementById('switches')?.replaceWith(switchesElement())
  history.replaceState(history.state, '', addressOf(shown))
  for (const listener of listeners) listener()
}

function switchesElement(): Node {
  const template = document.createElement('template')
  template.innerHTML = switches(shown).html
  return template.content
}

export const addressOf = ({ language, elder }: { language: Language; elder: boolean }) =>
  `${location.pathname}?lang=${language}${elder ? '&view=elder' : ''}`
