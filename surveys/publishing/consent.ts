import type { Placed } from '../elements.ts'
import type { Report } from './fault.ts'

/** Nobody is counted without having agreed: the personal information protection law (PIPL), articles 13 and 14. */
export function checkConsent(elements: Placed[], { error, warning }: Report): void {
  const consent = elements.find(({ json }) => json.name === 'consent')
  if (!consent) {
    warning(
      'survey',
      '没有知情同意题（名为 consent 的 boolean，必答）',
      'There is no question of consent: a required boolean called consent',
    )
    return
  }
  const { path, json } = consent
  if (json.type !== 'boolean')
    error(`${path}.type`, '知情同意题应为 boolean', 'The question of consent must be a boolean')
  if (json.isRequired !== true)
    error(`${path}.isRequired`, '知情同意题必须必答', 'The question of consent must be required')
  if (json.defaultValue !== undefined && json.defaultValue !== 'indeterminate') {
    error(`${path}.defaultValue`, '同意不能预先勾选', 'Consent must not be ticked beforehand')
  }
  const asked = elements.find(({ kind, json: { type } }) => kind === 'question' && type !== 'html' && type !== 'image')
  if (asked !== consent) error(path, '知情同意题应为第一题', 'The question of consent must come first')
}
