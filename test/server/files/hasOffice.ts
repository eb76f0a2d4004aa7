import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether LibreOffice is installed (Debian: libreoffice-calc, libreoffice-writer). */
export const hasOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

export const withoutOffice = hasOffice ? '' : ' [skipped: soffice of LibreOffice is not installed]'

/** A file as LibreOffice writes it anew, e.g. a workbook whose formulas it has evaluated. */
export function converted(bytes: Uint8Array, from: 'xlsx' | 'docx', to: 'xlsx' | 'pdf'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tiyan-office-'))
  try {
    const file = join(folder, `given.${from}`)
    writeFileSync(file, bytes)
    const target = join(folder, 'out')
    const own = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const { status, stderr } = spawnSync('soffice', [own, '--headless', '--convert-to', to, '--outdir', target, file], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
    return readFileSync(join(target, `given.${to}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
