import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Files at once: each drives a browser and a host of its own, which keep two cores busy. */
const mostAtOnce = 3;

/**
 * The built application in a real Chromium, and in Electron where its binary is present.
 * Files run side by side: each has its own host on a free port, its own folders and its
 * own browser.
 */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts', 'test/electron/**/*.e2e.ts'],
    pool: 'forks',
    maxWorkers: Math.min(mostAtOnce, Math.max(2, availableParallelism())),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    /**
     * Beside other browsers a page may take seconds to answer; waiting longer hides no
     * failure.
     */
    expect: { poll: { timeout: 15_000 } },
  },
});
