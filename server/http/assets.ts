import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A built entry of the client: its script, its styles, and the scripts that it will need at once. */
export interface Entry {
  script: string
  styles: string[]
  imports: string[]
  /** Scripts that it is sure to ask for by itself, later. */
  later: string[]
}

export interface Assets {
  folder: string
  /** @param later sources that the entry loads by itself, which everybody who opens it will need */
  entry: (source: string, later?: string[]) => Entry
}

interface Chunk {
  file: string
  isEntry?: boolean
  css?: string[]
  imports?: string[]
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
    entry: (source, later = []) => {
      // Pages that are built apart share sources: what belongs to the one must not be asked of the other.
      const manifest = manifests.find((one) => one[source]?.isEntry) ?? {}
      const [chunk, ...others] = below(manifest, source)
      if (!chunk) throw new Error(`the client was built without ${source}`)
      return {
        script: address(chunk.file),
        styles: [chunk, ...others].flatMap(({ css }) => css ?? []).map(address),
        imports: others.map(({ file }) => address(file)),
        later: later.flatMap((other) => below(manifest, other, new Set([source]))).map(({ file }) => address(file)),
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
