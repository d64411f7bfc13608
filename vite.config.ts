import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { woff2Only } from './build/woff2-only.ts';

/**
 * The pages. The same files are loaded by Electron and by the browser host, so every
 * address is relative.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react(), woff2Only()],
  worker: { format: 'es' },
  build: {
    target: 'chrome140',
    outDir: '../out/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no data: scripts or fonts
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
    sourcemap: true,
  },
});
