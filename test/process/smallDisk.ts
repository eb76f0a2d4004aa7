import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own in a file, mounted. */
export interface SmallDisk {
  folder: string
  /**
   * The same disk as it would be found after a power cut this very moment: what was not forced onto it is not there.
   * Mounted as well, so that its own journal has been replayed.
   */
  afterPowerCut: () => SmallDisk
  remove: () => void
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' })

/** @throws {Error} where this machine lets nobody mount */
export function smallDisk(megabytes: number): SmallDisk {
  const home = mkdtempSync(join(tmpdir(), 'tiyan-disk-'))
  const image = join(home, 'image')
  writeFileSync(image, '')
  truncateSync(image, megabytes * 1024 * 1024)
  run('mkfs.ext4', '-q', '-m', '0', image)
  return mounted(home, image)
}

function mounted(home: string, image: string): SmallDisk {
  const folder = join(home, 'disk')
  mkdirSync(folder)
  run('mount', '-o', 'loop', image, folder)
  return {
    folder,
    afterPowerCut: () => {
      const other = mkdtempSync(join(tmpdir(), 'tiyan-disk-'))
      copyFileSync(image, join(other, 'image'))
      return mounted(other, join(other, 'image'))
    },
    remove: () => {
      run('umount', folder)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Why no disk can be mounted here; undefined where one can. */
export function whyNoDisk(): string | undefined {
  try {
    smallDisk(4).remove()
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message.split('\n')[0]
  }
}
