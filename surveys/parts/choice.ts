import type { Text } from '../../scoring/text.ts'
import { localText } from '../localText.ts'

/** A choice by its value and its words. */
export const choice = (value: string | number, zh: string, en: string) => ({ value, text: localText({ zh, en }) })

/** A choice whose words are kept elsewhere. */
export const named = ({ code, label }: { code: string; label: Text }) => ({ value: code, text: localText(label) })

/** Offered with every personal question but age and district. */
export const undisclosed = choice('undisclosed', '不愿透露', 'Prefer not to say')
