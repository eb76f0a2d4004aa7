import { run } from './run.ts'

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''

process.exitCode = await run(process.argv.slice(2), {
  out: (result) =>
    new Promise((resolve, reject) => {
      process.stdout.write(result, (error) => (error ? reject(error) : resolve()))
    }),
  err: (line) => {
    process.stderr.write(`${line}\n`)
  },
  language: locale.startsWith('en') ? 'en' : 'zh',
})
