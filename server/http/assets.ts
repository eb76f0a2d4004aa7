import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A built entry of the client: its script, its styles, and the scripts that it will need at once. */
export interface Entry {
  script: string
  styles: string[]
  imports: string[]
  /** Scripts that it asks for by itself, later. */
  later: string[]
}

export interface Assets {
  folder: string
  entry: (source: string) => Entry
}

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
  dynamicImports?: string[]
}

/** The built client; addresses begin with `/assets/`. */
export function readAssets(): Assets {
  const folder = join(projectRoot(), 'dist', 'client')
  const manifests = readdirSync(join(folder, 'manifests')).map(
    (name): Record<string, Chunk> => JSON.parse(readFileSync(join(folder, 'manifests', name), 'utf8')),
  )
  const address = (file: string) => `/assets/${file}`

  function below(manifest: Record<string, Chunk>, key: string, seen = new Set<string>()): Chunk[] {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return []
    seen.add(key)
    return [chunk, ...(chunk.imports ?? []).flatMap((other) => below(manifest, other, seen))]
  }

  return {
    folder,
    entry: (source) => {
      const [chunk, ...others] = manifests.flatMap((manifest) => below(manifest, source))
      if (!chunk) throw new Error(`the client was built without ${source}`)
      return {
        script: address(chunk.file),
        styles: [chunk, ...others].flatMap(({ css }) => css ?? []).map(address),
        imports: others.map(({ file }) => address(file)),
        later: manifests
          .flatMap((manifest) => (chunk.dynamicImports ?? []).flatMap((other) => below(manifest, other)))
          .map(({ file }) => address(file)),
      }
    },
  }
}

/** The folder with package.json, from the sources as from the bundle. */
function projectRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  throw new Error('no package.json above the server')
}
