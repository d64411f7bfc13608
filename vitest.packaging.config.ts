import { defineConfig } from 'vitest/config';

/** Packs the application with electron-builder and looks inside. */
export default defineConfig({
  test: { include: ['test/packaging/**/*.test.ts'], pool: 'forks', fileParallelism: false,
    testTimeout: 120_000, hookTimeout: 120_000 },
});
