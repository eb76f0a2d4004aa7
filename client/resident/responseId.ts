/** A random UUID, version 4; `crypto.randomUUID` is too young for old web views and needs https. */
export function newResponseId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const stateOfPage = () => document.querySelector<HTMLInputElement>('#first input[name="tiyan:state"]')

/** The id of the response that the first page begins: it decides in which order its questions stand. */
export function idOfPage(): string | undefined {
  const state = stateOfPage()
  return state ? JSON.parse(state.value).id : undefined
}

/** Of a first page that takes the place of another: the response stays the same. */
export function setIdOfPage(id: string): void {
  const state = stateOfPage()
  if (state) state.value = JSON.stringify({ ...JSON.parse(state.value), id })
}
