import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'

export interface Received {
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Somebody's system that takes webhooks; answers with `status`, which may change. */
export async function startWebhook() {
  const received: Received[] = []
  const it = { status: 204, received, url: '', stop: async () => {} }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(pieces).toString() })
      response.writeHead(it.status, it.status === 302 ? { location: 'http://example.cn/' } : {}).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  it.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  it.stop = async () => {
    server.close()
    await once(server, 'close')
  }
  return it
}

/** A mail server that takes everything; gives the mails as they came. */
export async function startMailServer() {
  const mails: string[] = []
  const server = createTcpServer((socket) => {
    let mail: string | null = null
    socket.write('220 test\r\n')
    socket.on('data', (piece) => {
      const text = piece.toString()
      if (mail !== null) {
        mail += text
        if (!mail.endsWith('\r\n.\r\n')) return
        mails.push(mail)
        mail = null
        socket.write('250 taken\r\n')
      } else if (/^data/i.test(text)) {
        mail = ''
        socket.write('354 go on\r\n')
      } else if (/^quit/i.test(text)) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    mails,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}
