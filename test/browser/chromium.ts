import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../server/setup/chromium.js'

/** Real Chromium, without a display and without calling anybody. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export const phone = { width: 360, height: 780 }
export const desk = { width: 1280, height: 800 }
