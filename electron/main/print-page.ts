import { BrowserWindow } from 'electron';
import type { PdfProblem } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { lockedPreferences } from './main-window.ts';
import { startPage } from './page-address.ts';

/**
 * A full technical report is drawn in well under this; a page that takes longer has
 * failed silently.
 */
const drawLimitMs = 30_000;

/**
 * Answers true once the print view has marked itself complete, with fonts and charts in
 * place.
 */
const waitUntilReady = `new Promise((done) => {
  const look = () => { if (document.querySelector('[data-report-ready="true"]') !== null) done(true); };
  new MutationObserver(look).observe(document, { attributes: true, childList: true, subtree: true });
  look();
})`;

/**
 * False after the limit: the page's own clock stands still while it computes, so that
 * ours has to be asked.
 */
function timeLimit(
  signal: AbortSignal,
): { readonly passed: Promise<false>; readonly clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<false>((resolve) => {
    timer = setTimeout(() => { resolve(false); }, drawLimitMs);
    signal.addEventListener('abort', () => { resolve(false); }, { once: true });
  });
  return { passed, clear: () => { clearTimeout(timer); } };
}

/**
 * Draws a view of the application in a window nobody sees and prints it: tagged, with an
 * outline.
 * @param query what comes after `?` in the page's address, e.g. `view=report&session=…`
 */
export async function printPage(
  preload: string, query: string, signal: AbortSignal,
): Promise<Result<Uint8Array, PdfProblem>> {
  if (signal.aborted) return refuse({ code: 'cancelled' });
  const window = new BrowserWindow({ show: false, webPreferences: lockedPreferences(preload) });
  const cancel = (): void => { if (!window.isDestroyed()) window.destroy(); };
  signal.addEventListener('abort', cancel, { once: true });
  const limit = timeLimit(signal);
  try {
    const drawn: Promise<unknown> = window.loadURL(`${startPage}?${query}`)
      .then(() => window.webContents.executeJavaScript(waitUntilReady));
    drawn.catch(() => undefined); // a window that is gone by then has nobody to tell
    const ready = await Promise.race([drawn, limit.passed]);
    if (signal.aborted) return refuse({ code: 'cancelled' });
    if (ready !== true)
      return refuse({ code: 'print-failed', detail: 'the report page did not finish drawing' });
    return ok(await window.webContents.printToPDF({
      printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true,
      generateDocumentOutline: true,
    }));
  } catch (problem) {
    return refuse(signal.aborted ? { code: 'cancelled' }
      : { code: 'print-failed', detail: String(problem) });
  } finally {
    limit.clear();
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
