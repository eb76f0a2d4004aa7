import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root } from './prepare.js'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The path of a Chromium for the browser tests: `CHROMIUM_PATH`, the system's, or one that is installed now.
 * Ends the process with what to do where none can be had.
 * @returns {string}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    console.error(`CHROMIUM_PATH=${named}: there is no such file.`)
    process.exit(1)
  }
  return present() ?? fromSystemPackages() ?? fromPlaywright() ?? giveUp()
}

function present() {
  return usual.find((path) => existsSync(path))
}

function fromSystemPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('Installing Chromium from the system packages …')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']]) {
    const { status } = spawnSync('apt-get', ['-qq', ...command], { stdio: ['ignore', 2, 2], env: environment })
    if (status !== 0) return undefined
  }
  return present()
}

function fromPlaywright() {
  console.log('Fetching Chromium with Playwright …')
  const { status } = spawnSync('npx', ['--no-install', 'playwright-core', 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) return undefined
  const found = spawnSync(
    process.execPath,
    ['-e', "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))"],
    { cwd: root, encoding: 'utf8' },
  ).stdout.trim()
  return existsSync(found) ? found : undefined
}

/** @returns {never} */
function giveUp() {
  console.error(
    'No Chromium for the browser tests. Install one (Debian/Ubuntu: apt-get install chromium; macOS: brew install --cask chromium) ' +
      'or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  )
  process.exit(1)
}
