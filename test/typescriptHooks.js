import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'rolldown/utils'

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  // Pages that the server writes have their styles in them, as Vite puts them there.
  if (url.endsWith('.css?inline')) {
    const styles = await readFile(fileURLToPath(url.slice(0, -'?inline'.length)), 'utf8')
    return { format: 'module', source: `export default ${JSON.stringify(styles)}`, shortCircuit: true }
  }
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const file = fileURLToPath(url)
  const { code, errors } = await transform(file, await readFile(file, 'utf8'), { sourcemap: false })
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => `${file}: ${message}`).join('\n'))
  return { format: 'module', source: code, shortCircuit: true }
}
