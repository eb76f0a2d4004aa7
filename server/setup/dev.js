import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.js'

prepare()
const [{ build }, { clientBuilds, serverBuild }] = await Promise.all([import('vite'), import('./build.js')])

/** @type {import('node:child_process').ChildProcess | undefined} */
let server

async function restart() {
  if (server?.exitCode === null) {
    server.kill('SIGTERM')
    await new Promise((resolve) => server?.once('exit', resolve))
  }
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'server', 'main.js')], {
    stdio: 'inherit',
  })
}

/** @param {import('vite').InlineConfig} config @param {() => void} built */
async function watch(config, built) {
  const watcher = await build({ ...config, build: { ...config.build, watch: {}, emptyOutDir: false } })
  if (!('on' in watcher)) throw new Error('vite gave no watcher')
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message)
    if (event.code === 'END') built()
  })
}

for (const client of clientBuilds) await watch(client, () => {})
await watch(serverBuild, () => void restart())
process.on('SIGINT', () => {
  server?.kill('SIGTERM')
  process.exit(0)
})
