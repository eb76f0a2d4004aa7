import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

// The client's build; server/setup/build.js holds the server's, which bundles the same sources for Node.
export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'data'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    reporters: ['default', './test/reporter.ts'],
  },
})
