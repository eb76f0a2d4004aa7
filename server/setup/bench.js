import { join } from 'node:path'
import { prepare, root } from './prepare.js'

prepare({ quiet: true })
const { runnerImport } = await import('vite')
// Entries to measure may be named after `--`, e.g. `npm run bench -- intake score`; all of them if not.
await runnerImport(join(root, 'test/load/bench/main.ts'), { root, configFile: false, logLevel: 'warn' })
