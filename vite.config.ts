import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'
import BrowserFirst from './test/sequencer.ts'

// The client's build; server/setup/build.js holds the server's, which bundles the same sources for Node.
export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'data'],
    globalSetup: ['test/postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: BrowserFirst },
    // Loading the server again for every file would take longer than its tests; what is kept in modules is kept by context.
    isolate: false,
    // Inherited by the worker threads that the server starts.
    execArgv: ['--import', './test/typescript.js'],
    // Pages that the server writes have their styles in them.
    css: { include: /client\/resident/ },
    reporters: ['default', './test/reporter.ts'],
  },
})
