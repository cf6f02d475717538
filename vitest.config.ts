import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['@merit-lang/source'] },
  ssr: { resolve: { conditions: ['@merit-lang/source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 120_000,
  },
})
