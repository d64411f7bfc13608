import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import { useCallback, useEffect, useState } from 'react';
import type { Backend } from '../../shared/backend.ts';
import { refuse, type Result } from '../../shared/units/result.ts';
import { loadReport, readQuery, type LoadedReport } from './load.ts';
import { Paper } from './Paper.tsx';
import './print.css';
import { runningHead } from './running-head.ts';

/** Faces and weights the report is set in: layout waits for them. */
const faces = ['400', '500', '600'].flatMap((weight) => [
  `${weight} 12px Inter`,
  `${weight} 12px "Inter Variable"`,
]);

/**
 * Tells whoever prints this page how far it is: `true`, or `error` with the reason beside
 * it.
 */
function markReady(state: 'true' | 'error', reason = ''): void {
  document.documentElement.dataset['reportReady'] = state;
  if (reason !== '') document.documentElement.dataset['reportReason'] = reason;
}

/** The page that is printed: one report and nothing else. */
export function ReportApp({ backend }: { readonly backend: Backend }) {
  const [loaded, setLoaded] = useState<Result<LoadedReport, string> | null>(null);
  useEffect(() => {
    document.documentElement.classList.add('report-view');
    void load(backend).then(setLoaded, (problem: unknown) => {
      setLoaded(refuse(String(problem)));
    });
  }, [backend]);
  useEffect(() => {
    if (loaded === null) return;
    if (loaded.ok) addSheet(runningHead(loaded.value.report));
    else markReady('error', loaded.error);
  }, [loaded]);
  const ready = useCallback(() => {
    void imagesShown().then(() => {
      markReady('true');
    });
  }, []);
  if (loaded === null) return null;
  if (!loaded.ok) return <p role="alert">{`The report could not be made: ${loaded.error}.`}</p>;
  return (
    <main>
      <Paper {...loaded.value} onReady={ready} />
    </main>
  );
}

async function load(backend: Backend): Promise<Result<LoadedReport, string>> {
  const query = readQuery(window.location.search);
  if (query === null) return refuse('the address does not name a report');
  const [loaded] = await Promise.all([
    loadReport(backend, query),
    ...faces.map((face) => document.fonts.load(face)),
  ]);
  if (loaded.ok)
    document.title = `${loaded.value.report.project}: ${loaded.value.report.title}`;
  return loaded;
}

/** Waits until pictures can be printed; one that cannot be drawn is left out by the browser. */
async function imagesShown(): Promise<void> {
  await Promise.allSettled(Array.from(document.images, (image) => image.decode()));
}

/**
 * Adds rules while running without an inline style element, which the security policy
 * would refuse.
 */
function addSheet(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
