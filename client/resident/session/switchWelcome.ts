import { byId } from '../dom.ts'
import { idOfPage, setIdOfPage } from '../responseId.ts'

/** Fetches the welcome in the language and size that are now chosen; what was answered in it stays. */
export async function switchWelcome(): Promise<void> {
  if (byId('welcome').hidden) return
  const address = location.href
  const page = await fetch(address)
    .then((response) => (response.ok ? response.text() : undefined))
    .catch(() => undefined)
  if (page === undefined || address !== location.href) return
  // Without its styles: they carry the other page's nonce, and this page has them already.
  const fresh = new DOMParser().parseFromString(page.replace(/<style.*?<\/style>/gs, ''), 'text/html')
  document.title = fresh.title
  const answers = answersIn(byId('opening'))
  const id = idOfPage()
  const { pathname } = byId<HTMLAnchorElement>('sent-before')
  for (const id of ['place', 'draft-here', 'receipt-here', 'welcome', 'opening', 'others']) {
    const part = fresh.getElementById(id)
    const hidden = byId(id).hidden
    if (!part) continue
    part.hidden = hidden
    byId(id).replaceWith(part)
  }
  byId<HTMLAnchorElement>('sent-before').pathname = pathname
  answer(byId('opening'), answers)
  if (id !== undefined) setIdOfPage(id)
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const fieldsIn = (form: HTMLElement) =>
  Array.from(form.querySelectorAll<Field>('input:not([type=hidden]),select,textarea'))

const isTicked = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox'

const answersIn = (form: HTMLElement): Set<string> =>
  new Set(
    fieldsIn(form)
      .filter((field) => !isTicked(field) || field.checked)
      .map(({ name, value }) => JSON.stringify([name, value])),
  )

function answer(form: HTMLElement, answers: Set<string>) {
  const texts = new Map([...answers].map((one): [string, string] => JSON.parse(one)))
  for (const field of fieldsIn(form)) {
    if (isTicked(field)) field.checked = answers.has(JSON.stringify([field.name, field.value]))
    else field.value = texts.get(field.name) ?? field.value
  }
}
