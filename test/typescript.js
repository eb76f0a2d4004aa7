import { register } from 'node:module'

// Worker threads that the server starts under tests run its sources, which Node 20 cannot read by itself.
register('./typescriptHooks.js', import.meta.url)
