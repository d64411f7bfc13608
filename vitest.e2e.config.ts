import { defineConfig } from 'vitest/config';

/** The built application in a real Chromium, and in Electron where its binary is present. One at a time. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts', 'test/electron/**/*.e2e.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
