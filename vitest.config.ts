import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Files of many seconds each: whole years by the hour, every field, every catalogue
 * figure, repeated kills, processes and browsers that have to start.
 */
const slow = [
  'test/reliability/displaced.test.ts',
  'test/campaign/campaign.test.ts',
  'test/electron/backend/displaced.test.ts',
  'test/electron/backend/worker/foreign.test.ts',
  'test/electron/browser/print.test.ts',
  'test/electron/cli/batch-parallel.test.ts',
  'test/electron/cli/commands.test.ts',
  'test/electron/cli/risk-threads.test.ts',
  'test/reliability/kill.test.ts',
  'test/electron/cli/mcp.test.ts',
  'test/shared/disclosure/attack.test.ts',
  'test/shared/economics/identities.test.ts',
  'test/shared/facility/devices/checked-yaml.test.ts',
  'test/shared/facility/site/hours.test.ts',
  'test/shared/facility/weather/synthetic-year.test.ts',
  'test/shared/plan/set-fields.test.ts',
  'test/shared/plan/trace-complete.test.ts',
  'test/shared/search/plans/flip-plans.test.ts',
  'test/shared/search/plans/mix.test.ts',
  'test/shared/search/start.test.ts',
  'test/shared/uncertainty/evidence-share.test.ts',
  'test/shared/uncertainty/register.test.ts',
];

/** Properties of random cases: a few in `fast`, many in `deep`. */
const random = ['test/shared/compare/bridge-pairs.test.ts'];

/**
 * Everything that needs no browser, in two projects: `fast` while working, `deep` for
 * what takes long. Files share a worker's modules, so that catalogue and measurements are
 * read once: a test must leave modules, globals and environment as it found them.
 * `electron` is a hand-written double: its binary may not be there.
 */
export default defineConfig({
  resolve: {
    alias: { electron: fileURLToPath(new URL('./test/doubles/electron.ts', import.meta.url)) },
  },
  test: {
    environment: 'node',
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', 'test/packaging/**', ...slow],
          provide: { randomPairs: 20 },
        },
      },
      {
        extends: true,
        test: { name: 'deep', include: [...slow, ...random], testTimeout: 180_000,
          provide: { randomPairs: 200 } },
      },
    ],
  },
});
