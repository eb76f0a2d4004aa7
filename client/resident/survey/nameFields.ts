/** Gives names to the fields and groups that SurveyJS leaves without: each has that of its question. */
export function nameFields(place: Element): void {
  for (const field of place.querySelectorAll('select,textarea,input,fieldset[role=presentation]')) {
    if (field.hasAttribute('aria-label') || field.hasAttribute('aria-labelledby') || hasLabel(field)) continue
    const title = field.closest('.question')?.querySelector('.question-title')
    if (!title?.id) continue
    field.setAttribute('aria-labelledby', title.id)
    if (field.tagName === 'FIELDSET') field.setAttribute('role', 'radiogroup')
  }
  for (const legend of place.querySelectorAll('legend[role]')) legend.removeAttribute('role')
}

const hasLabel = (field: Element): boolean => ((field as HTMLInputElement).labels?.length ?? 0) > 0
