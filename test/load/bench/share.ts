import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { familyOf } from './process.ts'

/** Holds a process and its children to a part of one core, while it is on. */
export interface Share {
  set: (on: boolean) => void
  /** Takes the limit away for good; the processes may go on. */
  end: () => void
}

const root = '/sys/fs/cgroup'
const period = 10_000

/**
 * By a control group of Linux; undefined where there are none, or not for this user.
 * @param part of a core, 0…1
 */
export async function shareOf(pid: number, part: number): Promise<Share | undefined> {
  const unified = existsSync(join(root, 'cgroup.controllers'))
  const group = join(root, unified ? '' : 'cpu', `tiyan-bench-${process.pid}`)
  const write = (file: string, value: string | number) => writeFileSync(join(group, file), String(value))
  const set = (on: boolean) => {
    const most = Math.round(part * period)
    if (unified) write('cpu.max', `${on ? most : 'max'} ${period}`)
    else write('cpu.cfs_quota_us', on ? most : -1)
  }
  try {
    mkdirSync(group)
    if (!unified) write('cpu.cfs_period_us', period)
    set(false)
    for (const one of await familyOf(pid)) write('cgroup.procs', one)
  } catch (error) {
    console.error(`no processor can be shared out here: ${String(error)}`)
    return undefined
  }
  return {
    set,
    end: () => {
      set(false)
      try {
        rmdirSync(group)
      } catch (error) {
        console.error(`${group} is still in use: ${String(error)}`)
      }
    },
  }
}
