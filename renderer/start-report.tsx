import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.layer.css';
import './styles/base.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectHost } from './backend/connect.ts';
import { ReportApp } from './report/ReportApp.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <ReportApp backend={connectHost()} />
  </StrictMode>,
);
