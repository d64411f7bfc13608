import { defineConfig, type Rolldown } from 'vite';
import { guardNodeVersion, guarded } from './build/node-guard.ts';

/**
 * Main process, browser host, command line and preload. Electron and the native module
 * stay outside, and so does the browser driver, which only hosts started from a checkout
 * use; everything else is bundled.
 */
const external = ['electron', 'better-sqlite3', 'playwright-core', /^node:/];

/**
 * Only a checkout has a command line and a browser host: what they alone need is named
 * so, and not packed. The solver of linear programs and runs of draws are among it: pages have
 * them in their worker.
 */
const ofCheckout = new RegExp([
  '/electron/(?:browser|cli)/', '/node_modules/highs/', '/shared/uncertainty/runs/',
].join('|').replaceAll('/', '[\\\\/]'), 'u');

const nameChunk = ({ moduleIds, facadeModuleId }: Rolldown.PreRenderedChunk): string =>
  `${[facadeModuleId ?? '', ...moduleIds].some((id) => ofCheckout.test(id)) ? 'checkout' : 'chunk'}-[name]-[hash].js`;

/**
 * Small, yet with the names of functions, so that a stack in a log says where it went
 * wrong.
 */
const minify = { mangle: { keepNames: true },
  compress: { keepNames: { function: true, class: true } } };

const hosts = {
  input: {
    main: 'electron/main/main.ts',
    host: guarded('electron/browser/main.ts'),
    cli: guarded('electron/cli/main.ts'),
    worker: 'electron/backend/worker/entry.ts',
    'checkout-risk-worker': 'electron/cli/risk/worker.ts',
    'checkout-search': 'electron/cli/search/worker.ts',
  },
  external,
  // One flat folder: `import.meta.dirname` is out/main whichever chunk a module lands in.
  output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: nameChunk, minify },
} as const;

// A sandboxed preload can load nothing but Electron's own few modules: one CommonJS file.
const preload = {
  input: 'electron/preload/preload.ts',
  external,
  output: { format: 'cjs', entryFileNames: 'preload.cjs' },
} as const;

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [guardNodeVersion()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node24',
    emptyOutDir: true,
    sourcemap: true,
    outDir: mode === 'preload' ? 'out/preload' : 'out/main',
    rolldownOptions: mode === 'preload' ? preload : hosts,
  },
}));
