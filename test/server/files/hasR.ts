import { spawnSync } from 'node:child_process'

/** Whether R with its survey package is installed (Debian: r-base-core, r-cran-survey). */
export const hasR = spawnSync('Rscript', ['-e', 'library(survey)'], { stdio: 'ignore' }).status === 0

export const withoutR = hasR ? '' : ' [skipped: Rscript with the package survey is not installed]'

/** Runs the script of a folder in R: its exit code and what it printed. */
export function recomputed(folder: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('Rscript', [`${folder}/recompute.R`], { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
