import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectBrowser } from './backend/browser.ts';
import type { Host } from './backend/context.tsx';
import { connectElectron, findPreload } from './backend/electron.ts';
import { createMemoryHost } from './backend/memory.ts';

/** The desktop window has a preload; a page opened with #memory runs without any host; else HTTP. */
function chooseHost(): Host {
  const preload = findPreload(window);
  if (preload !== null) return connectElectron(preload);
  return window.location.hash === '#memory' ? createMemoryHost() : connectBrowser(() => document.cookie);
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<StrictMode><App host={chooseHost()} nonce={nonce} /></StrictMode>);
