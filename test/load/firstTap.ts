import type { CDPSession, Page } from 'playwright-core'

/** By the page's own clock, in milliseconds since its address was asked for. */
export interface FirstTap {
  /** The first choice has been painted. */
  visible: number
  /** A tap on it, given at once, has been answered. */
  answered: number
}

/** A page that is watched from within. */
export interface Watched {
  /** Opens an address and taps the first choice as soon as it is seen. @throws {Error} if it is not answered within a minute */
  tapFirst: (url: string) => Promise<FirstTap>
  /** Until SurveyJS has taken over, in milliseconds. */
  ready: () => Promise<number>
  /** Cumulative layout shift so far; also what moves after a tap counts. */
  shift: () => Promise<number>
}

type Told = 'visible' | 'answered' | 'ready'

/**
 * Watches a page in which nothing is open yet. The page itself says what happens: every look into it from outside would
 * have it read Playwright's scripts, and slow down what is measured.
 */
export async function watched(page: Page, session: CDPSession): Promise<Watched> {
  const said = new Map<Told, (what: number[]) => void>()
  const saying = (one: Told) => new Promise<number[]>((resolve) => said.set(one, resolve))
  const happens = { visible: saying('visible'), answered: saying('answered'), ready: saying('ready') }
  /** A tap may miss, or a server be gone: nobody waits for ever. */
  const heard = (one: Told) => Promise.race([happens[one], tooLong(one)])
  session.on('Runtime.bindingCalled', ({ payload }) => {
    const [one, ...what] = JSON.parse(payload) as [Told, ...number[]]
    said.get(one)?.(what)
  })
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'tell' })
  await page.addInitScript(watch)

  return {
    tapFirst: async (url) => {
      await session.send('Page.navigate', { url })
      const [visible = Number.NaN, x = 0, y = 0] = await heard('visible')
      const tap = { x, y, button: 'left', clickCount: 1 } as const
      void session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...tap })
      await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...tap })
      const [answered = Number.NaN] = await heard('answered')
      return { visible, answered }
    },
    ready: async () => (await heard('ready'))[0] ?? Number.NaN,
    shift: () => page.evaluate(() => (window as unknown as { shift: number }).shift),
  }
}

const tooLong = (one: Told) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`for a minute nothing was ${one}`)), 60_000).unref()
  })

/** Runs in the page. */
function watch() {
  const own = window as unknown as { tell: (what: string) => void; shift: number }
  const tell = (...what: [Told, ...number[]]) => own.tell(JSON.stringify(what))
  own.shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) own.shift += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'tiyan:ready') tell('ready', startTime)
  }).observe({ type: 'mark', buffered: true })
  const look = () => {
    const choice = document.querySelector<HTMLElement>('input[type=radio]')
    if (!choice || choice.offsetHeight === 0) return void requestAnimationFrame(look)
    // It has been laid out; with the next frame it has been painted.
    requestAnimationFrame(() => {
      const visible = performance.now()
      choice.scrollIntoView({ block: 'nearest' })
      const { x, y, width, height } = choice.getBoundingClientRect()
      tell('visible', visible, x + width / 2, y + height / 2)
    })
  }
  look()
  document.addEventListener('change', () => tell('answered', performance.now()), { once: true })
}
