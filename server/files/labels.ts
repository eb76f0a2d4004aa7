import type { Input } from '../../scoring/standard/input.ts'
import type { Scheme } from '../../scoring/standard/scheme.ts'
import type { Text } from '../../scoring/text.ts'

/** Reads what people write (ids, keys, or the names of the standard in either language) as ids and keys. */
export interface Labels {
  /** Of an item or an L2; the text itself where it names neither. */
  id(text: string): string
  /** The input that is meant, or one option of its set; the text as key where it names none. */
  input(id: string, text: string): { key: string; option: string | null }
  /** The value in the CSV form of R12. */
  value(id: string, key: string, text: string): string
  /** Of a tick; null if it is neither. */
  yesOrNo(text: string): boolean | null
  inputOf(id: string, key: string): Input | undefined
}

const yesOrNo: Record<string, boolean> = {
  是: true,
  有: true,
  yes: true,
  true: true,
  否: false,
  无: false,
  no: false,
  false: false,
}
const none = new Set(['无', '没有', 'none'])

export function labelsOf(scheme: Scheme): Labels {
  const inputs = new Map<string, Input[]>()
  const ids = new Map<string, string>()
  const learn = ({ id, name }: { id: string; name: Text }) => {
    for (const written of [id, name.zh, name.en, `${id} ${name.zh}`, `${id} ${name.en}`]) ids.set(normal(written), id)
  }
  for (const { indicators } of scheme.dimensions) {
    for (const indicator of indicators) {
      learn(indicator)
      if (indicator.survey) inputs.set(indicator.id, [indicator.survey])
      // An item's name prevails over its L2's where they are the same.
      for (const item of indicator.items) {
        learn(item)
        inputs.set(item.id, item.inputs)
      }
    }
  }
  const inputOf = (id: string, key: string) => inputs.get(id)?.find((input) => input.key === key)
  return {
    id: (text) => ids.get(normal(text)) ?? text,
    input: (id, text) => meant(inputs.get(id) ?? [], text),
    value(id, key, text) {
      const input = inputOf(id, key)
      return input ? inKeys(input, text) : text
    },
    yesOrNo: (text) => yesOrNo[normal(text)] ?? null,
    inputOf,
  }
}

/** How a template writes one option of a set: `平台能力:预测`. */
export const optionLabel = (input: Text, option: Text): Text => ({
  zh: `${input.zh}:${option.zh}`,
  en: `${input.en}: ${option.en}`,
})

function meant(inputs: Input[], text: string): { key: string; option: string | null } {
  for (const input of inputs) {
    if (text === input.key || names(input.label, text)) return { key: input.key, option: null }
    if (input.type !== 'set') continue
    const option = input.options.find(({ label }) => names(optionLabel(input.label, label), text))
    if (option) return { key: input.key, option: option.key }
  }
  return { key: text, option: null }
}

function inKeys(input: Input, text: string): string {
  if (input.type === 'boolean') return String(yesOrNo[normal(text)] ?? text)
  if (input.type === 'choice') return optionKey(input.options, text)
  if (input.type !== 'set') return text
  if (none.has(normal(text))) return ''
  return text
    .split(/[;\uff1b\n]/)
    .map((piece) => optionKey(input.options, piece.trim()))
    .join(';')
}

const optionKey = (options: { key: string; label: Text }[], text: string): string =>
  options.find(({ label }) => names(label, text))?.key ?? text

const names = (label: Text, text: string): boolean =>
  normal(label.zh) === normal(text) || normal(label.en) === normal(text)

/** Width of characters, case and blanks do not matter: `APP（自有）` is `app(自有)`. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
