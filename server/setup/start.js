import { prepare } from './prepare.js'

prepare()
await import(new URL('../../dist/server/main.js', import.meta.url).href)
