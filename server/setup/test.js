import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findChromium } from './chromium.js'
import { prepare, root } from './prepare.js'

const { values, positionals } = parseArgs({
  options: { long: { type: 'boolean', default: false } },
  allowPositionals: true,
})

prepare()
const vitest = spawnSync('npx', ['--no-install', 'vitest', 'run', ...positionals], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: findChromium(), TIYAN_LONG: values.long ? '1' : '0' },
})
process.exit(vitest.status ?? 1)
