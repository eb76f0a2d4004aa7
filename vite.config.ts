import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'
import BrowserFirst from './test/sequencer.ts'

const onPostgresInShort = [
  'core/intake',
  'core/quotas',
  'core/jobs',
  'places/places',
  'monitor/monitor',
  'evaluations/steps',
].map((name) => `test/server/${name}.test.ts`)

/** What one server does three do behind a balancer: intake, quotas and faults. */
const behindBalancer = [
  'core/intake',
  'core/quotas',
  'core/sessions',
  'core/accounts',
  'places/exact',
  'faults/connections',
  'faults/hostile',
].map((name) => `test/server/${name}.test.ts`)

// The client's build; server/setup/build.js holds the server's, which bundles the same sources for Node.
export default defineConfig({
  plugins: [react()],
  test: {
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
    projects: [
      {
        extends: true,
        test: { name: 'sqlite', include: ['test/**/*.test.{ts,tsx}'], exclude: [...configDefaults.exclude, 'data'] },
      },
      // The same tests of the store once more, on PostgreSQL: in short those that mean most, else all that have a store.
      {
        extends: true,
        test: {
          name: 'postgres',
          include: process.env.TIYAN_LONG === '1' ? ['test/server/**/*.test.ts'] : onPostgresInShort,
          exclude: [...configDefaults.exclude, 'test/server/{files,faults,postgres}/**'],
          globalSetup: ['test/postgres.ts'],
          env: { TIYAN_TEST_STORE: 'postgres' },
        },
      },
      {
        extends: true,
        test: {
          name: 'balancer',
          include: process.env.TIYAN_LONG === '1' ? behindBalancer : behindBalancer.slice(0, 1),
          globalSetup: ['test/postgres.ts'],
          env: { TIYAN_TEST_STORE: 'postgres', TIYAN_TEST_SERVERS: '3' },
        },
      },
    ],
  },
})
