import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './styles/base.css';
import './styles/print.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectBrowser } from './backend/browser.ts';
import { connectElectron, findPreload } from './backend/electron.ts';

/** The desktop window has a preload; every other page was served by the loopback host. */
const preload = findPreload(window);
const host = preload === null ? connectBrowser() : connectElectron(preload);
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** The page is the planner, or a report on paper when the address asks for one. */
async function choosePage(): Promise<ReactNode> {
  if (new URLSearchParams(window.location.search).get('view') !== 'report')
    return <App host={host} nonce={nonce} />;
  const { ReportApp } = await import('./report/ReportApp.tsx');
  return <ReportApp backend={host} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<StrictMode>{await choosePage()}</StrictMode>);