import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Context, createChanges } from '../../context.ts'
import { openStore } from '../../store/open.ts'

/**
 * Runs something in a store of its own in a temporary folder, which is deleted afterwards: nothing of it can come among
 * real answers.
 */
export async function inSandbox<Outcome>(
  context: Context,
  run: (sandbox: Context) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-dry-run-'))
  try {
    const db = await openStore(folder)
    try {
      return await run({
        ...context,
        config: { ...context.config, dataFolder: folder, store: folder },
        db,
        changes: createChanges(),
      })
    } finally {
      await db.destroy()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
