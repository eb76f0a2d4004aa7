import { prepare } from './prepare.js'

prepare({ quiet: true })
await import(new URL('../../dist/server/cli.js', import.meta.url).href)
