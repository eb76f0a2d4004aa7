import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { lighterSurveyJs } from './lighterSurveyJs.js'
import { root } from './prepare.js'

/** What Node runs: the server, the command line, and the worker threads that they start. */
export const serverEntries = {
  main: 'server/main.ts',
  cli: 'server/cli/main.ts',
  ...workersIn('server/workers'),
}

/** @type {import('vite').InlineConfig} */
export const serverBuild = {
  root,
  configFile: false,
  logLevel: 'warn',
  // Some hundred small files, which every thread and every command would read anew.
  ssr: { noExternal: ['kysely'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: {
      input: serverEntries,
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
}

/**
 * The pages of residents and of officials are built apart: they share no script, and what each may ask of a browser differs.
 * @param {string} name @param {string} entry @param {string[]} target @param {import('vite').InlineConfig} [own]
 * @returns {import('vite').InlineConfig}
 */
const pageBuild = (name, entry, target, own) => ({
  root,
  logLevel: 'warn',
  base: '/assets/',
  publicDir: false,
  build: {
    target,
    outDir: 'dist/client',
    emptyOutDir: false,
    manifest: `manifests/${name}.json`,
    assetsDir: '',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: { input: { [name]: entry } },
  },
  ...own,
})

/** What an old phone has to fetch and read before SurveyJS stands: the types of question there are, and Preact for React. */
const light = {
  plugins: [lighterSurveyJs()],
  resolve: {
    alias: [
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      { find: 'react-dom/client', replacement: 'preact/compat/client' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
  },
}

export const clientBuilds = [
  // Old web views inside city apps: what they can read is settled here (docs/browsers.md).
  pageBuild('resident', 'client/resident/index.ts', ['chrome79', 'safari13'], light),
  pageBuild('worker', 'client/resident/worker.ts', ['chrome79', 'safari13']),
  // The console computes with exact integers, which came with Safari 14.
  pageBuild('console', 'client/console/index.tsx', ['chrome107', 'safari16', 'firefox104']),
]

/** @param {string} folder @returns {Record<string, string>} */
function workersIn(folder) {
  try {
    return Object.fromEntries(
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => [`workers/${name.slice(0, -3)}`, `${folder}/${name}`]),
    )
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {}
    throw error
  }
}

/** Writes `.br` and `.gz` beside every text asset, so that no request compresses. */
function compressAssets() {
  const folder = join(root, 'dist', 'client')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg)$/.test(name)) continue
    const bytes = readFileSync(join(folder, name))
    writeFileSync(
      join(folder, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    )
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

if (process.argv[1] === import.meta.filename) {
  rmSync(join(root, 'dist', '.tiyan-built'), { force: true })
  await build(serverBuild)
  rmSync(join(root, 'dist', 'client'), { recursive: true, force: true })
  for (const client of clientBuilds) await build(client)
  compressAssets()
}
