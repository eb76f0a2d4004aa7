import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Plain JavaScript and nothing but Node: this runs before anything is installed.

export const root = fileURLToPath(new URL('../..', import.meta.url))

const sources = ['package-lock.json', 'vite.config.ts', 'scoring', 'surveys', 'server', 'client']
const installStamp = join(root, 'node_modules', '.tiyan-installed')
const buildStamp = join(root, 'dist', '.tiyan-built')
const lock = join(root, '.tiyan-setup')

/**
 * Installs what the lock file says if `node_modules` is missing or stale, and builds if the sources changed.
 * Two preparations at once wait for each other. Ends the process with one clear line where it cannot succeed.
 * @param {{ quiet?: boolean }} [options] quiet: nothing on standard output
 */
export function prepare({ quiet = false } = {}) {
  requireNode()
  const release = takeLock()
  try {
    installIfStale(quiet)
    buildIfChanged(quiet)
  } finally {
    release()
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`需要 Node.js 20.19 或更新版本 / Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
  }
}

/** @param {boolean} quiet */
function installIfStale(quiet) {
  const wanted = hashOf(['package-lock.json'])
  if (readStamp(installStamp) === wanted) return
  say(quiet, '正在安装依赖 / Installing dependencies (npm ci) …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    fail(
      'npm ci 失败 / npm ci failed. 若提示 node-gyp 或 better-sqlite3:请安装 C++ 编译工具(Debian/Ubuntu: apt-get install g++ make python3) / ' +
        'If it names node-gyp or better-sqlite3, install a C++ toolchain (Debian/Ubuntu: apt-get install g++ make python3; macOS: xcode-select --install).',
    )
  }
  writeFileSync(installStamp, wanted)
}

/** @param {boolean} quiet */
function buildIfChanged(quiet) {
  const wanted = hashOf(sources)
  if (readStamp(buildStamp) === wanted) return
  say(quiet, '正在构建 / Building …')
  const build = spawnSync(process.execPath, [join(root, 'server', 'setup', 'build.js')], {
    cwd: root,
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
  })
  if (build.status !== 0) fail('构建失败,见上 / The build failed, see above.')
  writeFileSync(buildStamp, wanted)
}

/** @returns {() => void} gives the lock back */
function takeLock() {
  const holder = join(lock, 'pid')
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock)
      writeFileSync(holder, String(process.pid))
      return () => rmSync(lock, { recursive: true, force: true })
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    // A preparation that was killed leaves its lock behind; it is no longer a process.
    if (waited > 2000 && !isRunning(Number(readStamp(holder)))) rmSync(lock, { recursive: true, force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

/** @param {number} pid */
function isRunning(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** @param {string[]} paths @returns {string} */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.modules)
  for (const path of paths.flatMap((path) => filesBelow(path)).sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(`${path}/${name}`))
}

/** @param {string} path */
function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** @param {boolean} quiet @param {string} line */
function say(quiet, line) {
  if (!quiet) console.log(line)
}

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line)
  rmSync(lock, { recursive: true, force: true })
  process.exit(1)
}
