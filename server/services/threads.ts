import { join } from 'node:path'

/** The program of a worker thread: bundled beside the server's (server/setup/build.js), under tests the source itself. */
export function threadProgram(name: string): string {
  const { dirname, filename } = import.meta
  if (filename.endsWith('.ts')) return join(dirname, '..', 'workers', `${name}.ts`)
  return join(dirname.replace(/[\\/]parts$/, ''), 'workers', `${name}.js`)
}
