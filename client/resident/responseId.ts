/** A random UUID, version 4; `crypto.randomUUID` is too young for old web views and needs https. */
export function newResponseId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * The id that the first page was made for: it decides in which order its questions stand.
 * A page that a service worker may have kept can have been answered before, so its id is not used again.
 */
export function idOfPage(): string | undefined {
  if ('serviceWorker' in navigator && navigator.serviceWorker.controller) return undefined
  const state = document.querySelector<HTMLInputElement>('#first input[name="tiyan:state"]')
  return state ? JSON.parse(state.value).id : undefined
}
