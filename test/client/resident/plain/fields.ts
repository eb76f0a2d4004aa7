const entities: Record<string, string> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const unescaped = (text: string) => text.replace(/&(quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity)

const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? []
  return value === undefined ? undefined : unescaped(value)
}

/** What a browser sends of a form as it stands. */
export function fieldsOf(html: string): URLSearchParams {
  const fields = new URLSearchParams()
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined) fields.append(name, value)
  }
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const type = attribute(tag, 'type')
    const isChosen = (type !== 'radio' && type !== 'checkbox') || / checked/.test(tag)
    if (isChosen) add(attribute(tag, 'name'), attribute(tag, 'value') ?? 'on')
  }
  for (const [whole, opening = ''] of html.matchAll(/(<select [^>]*>)[\s\S]*?<\/select>/g)) {
    const [selected] = /<option [^>]* selected>/.exec(whole) ?? ['']
    add(attribute(opening, 'name'), attribute(selected, 'value') ?? '')
  }
  for (const [, opening = '', text = ''] of html.matchAll(/(<textarea [^>]*>)\n?([\s\S]*?)<\/textarea>/g)) {
    add(attribute(opening, 'name'), unescaped(text).replaceAll('\n', '\r\n'))
  }
  return fields
}
