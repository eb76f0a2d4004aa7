import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { phone } from '../browser/chromium.ts'

/** A survey's page as somebody would write it by hand, served by itself: the same words and questions, no script, a few lines of style. It can be kept on the device. */
export async function serveHandMade(browser: Browser, url: string): Promise<{ url: string; stop: () => void }> {
  const body = brotliCompressSync(await handMadeForm(browser, url))
  const server = createServer(({ url: asked }, response) => {
    if (asked === workerAddress) response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker)
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

const workerAddress = '/worker.js'

const worker = `addEventListener('install',e=>{skipWaiting();e.waitUntil(caches.open('kept').then(c=>c.add('/')))})
addEventListener('activate',e=>e.waitUntil(clients.claim()))
addEventListener('fetch',e=>{if(new URL(e.request.url).pathname==='/')e.respondWith(caches.match('/'))})`

/** Runs in the page: has it open without a network from now on. */
export async function keepHandMade(): Promise<void> {
  await navigator.serviceWorker.register('/worker.js')
  await navigator.serviceWorker.ready
}

async function handMadeForm(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage({ viewport: phone })
  await page.goto(url)
  const welcome = await page.evaluate(() => {
    const copy = document.querySelector('#welcome')?.cloneNode(true) as HTMLElement
    for (const element of copy.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) element.removeAttribute(name)
    }
    return copy.innerHTML
  })
  const asked = await page.evaluate(() =>
    Array.from(document.querySelectorAll('#first .question'), (question) => ({
      title: question.querySelector('.question-title')?.textContent ?? '',
      choices: Array.from(question.querySelectorAll('label'), (label) => label.textContent ?? ''),
    })),
  )
  const title = await page.title()
  await page.close()
  const fields = asked.map(
    ({ title: legend, choices }, at) =>
      `<fieldset><legend>${legend}</legend>${choices.map((choice) => `<p><label><input type="radio" name="q${at}"> ${choice}</label></p>`).join('')}</fieldset>`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:1rem sans-serif;margin:1rem}label{display:block;padding:.75rem;border:1px solid #888}</style>${welcome}<form method="post">${fields.join('')}<button>OK</button></form></html>`
}
