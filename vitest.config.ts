import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/** Everything that needs no browser. `electron` is a hand-written double: its binary may not be there. */
export default defineConfig({
  resolve: { alias: { electron: fileURLToPath(new URL('./test/doubles/electron.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: [...configDefaults.exclude, 'test/e2e/**', 'test/packaging/**'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 20_000,
    restoreMocks: true,
  },
});
