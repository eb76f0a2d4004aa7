import { spawnSync } from 'node:child_process'
import { prepare, root } from './prepare.js'

prepare()

/** @type {[what: string, command: string[]][]} */
const checks = [
  ['types', ['tsc', '-p', '.']],
  ['lint and format', ['biome', 'ci', '--error-on-warnings']],
  ['unused code', ['knip']],
  ['imports', ['vitest', 'run', 'test/imports.test.ts']],
]

const failed = checks.filter(([what, command]) => {
  console.log(`— ${what}`)
  return spawnSync('npx', ['--no-install', ...command], { cwd: root, stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) {
  console.error(`check failed: ${failed.map(([what]) => what).join(', ')}`)
  process.exit(1)
}
