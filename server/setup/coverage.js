import { join } from 'node:path'
import { prepare, root } from './prepare.js'

prepare({ quiet: true })
const { runnerImport } = await import('vite')
// Prints docs/coverage.md's tables; a number after `--` is that of the replications.
await runnerImport(join(root, 'test/load/coverage/main.ts'), { root, configFile: false, logLevel: 'warn' })
