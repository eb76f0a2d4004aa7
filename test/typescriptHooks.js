import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'rolldown/utils'

const root = join(import.meta.dirname, '..')
const programs = join(root, 'server', 'workers') + sep
const kept = join(root, 'node_modules', '.cache', 'tiyan-threads')

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  // Pages that the server writes have their styles in them, as Vite puts them there.
  if (url.endsWith('.css?inline')) {
    return { format: 'module', source: await styles(fileURLToPath(url)), shortCircuit: true }
  }
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const file = fileURLToPath(url)
  if (file.startsWith(programs)) return { format: 'module', source: await program(file), shortCircuit: true }
  const { code, errors } = await transform(file, await readFile(file, 'utf8'), { sourcemap: false })
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => `${file}: ${message}`).join('\n'))
  return { format: 'module', source: code, shortCircuit: true }
}

/** @param {string} file */
const styles = async (file) => `export default ${JSON.stringify(await readFile(file, 'utf8'))}`

/**
 * A thread's program in one piece: to load its some hundred files one by one takes a second, each time. It is kept for as
 * long as all of them stay as they are.
 * @param {string} file
 */
async function program(file) {
  const place = join(kept, `${createHash('sha256').update(file).digest('hex')}.json`)
  const before = await readFile(place, 'utf8').then(JSON.parse, () => undefined)
  if (before && stampsOf(before.files) === before.stamps) return before.code
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: file,
    platform: 'node',
    external: (id) => /^[^./]/.test(id) && !/^(kysely|zod)\b/.test(id),
    plugins: [
      {
        name: 'styles',
        load: {
          filter: { id: /\.css\?inline$/ },
          handler: async (id) => ({ code: await styles(id.slice(0, -'?inline'.length)), moduleType: 'js' }),
        },
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  const { code, modules } = output[0]
  const files = Object.keys(modules).filter((one) => one.startsWith(root))
  const own = `${place}.${process.pid}-${performance.now()}`
  await mkdir(kept, { recursive: true })
  await writeFile(own, JSON.stringify({ files, stamps: stampsOf(files), code }))
  await rename(own, place)
  return code
}

/** @param {string[]} files */
const stampsOf = (files) =>
  files
    .map((file) => statSync(file.replace('?inline', ''), { throwIfNoEntry: false }))
    .map((stat) => `${stat?.mtimeMs} ${stat?.size}`)
    .join()
