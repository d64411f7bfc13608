import type { Page } from 'playwright-core';
import type { PdfProblem } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { browserSwitches, findBrowser } from './find-browser.ts';

/**
 * The longest report is drawn in well under this; a page that takes longer has failed
 * silently.
 */
const drawLimitMs = 60_000;

/** An error on the page may be harmless; it has this long to finish all the same. */
const graceAfterErrorMs = 5_000;

/** Set by the report page once fonts and charts are in place, or it cannot be made. */
const readyPage = 'html[data-report-ready="true"], html[data-report-ready="error"]';

/**
 * Opens a page in an installed browser that shows no window, waits until it is drawn, and
 * prints it, tagged and with an outline.
 */
export async function printPage(
  address: string, signal: AbortSignal,
): Promise<Result<Uint8Array, PdfProblem>> {
  const executable = findBrowser();
  if (!executable.ok) return executable;
  if (signal.aborted) return refuse({ code: 'cancelled' });
  // Loaded only when something is printed: hosts that print by themselves do not carry it.
  const { chromium } = await import('playwright-core');
  const errors: string[] = [];
  try {
    const browser =
      await chromium.launch({ executablePath: executable.value, args: [...browserSwitches()] });
    const cancel = (): void => { void browser.close(); };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      // It may have been cancelled while the browser was starting, before anybody listened.
      if (signal.aborted) return refuse({ code: 'cancelled' });
      return ok(await drawAndPrint(await browser.newPage(), address, errors));
    } finally {
      signal.removeEventListener('abort', cancel);
      await browser.close();
    }
  } catch (error) {
    if (signal.aborted) return refuse({ code: 'cancelled' });
    return refuse({ code: 'print-failed', detail: explain(error, errors) });
  }
}

async function drawAndPrint(
  page: Page, address: string, errors: string[],
): Promise<Uint8Array> {
  const failure = watchForErrors(page, errors);
  await page.goto(address, { timeout: drawLimitMs });
  const drawn = page.waitForSelector(readyPage, { state: 'attached', timeout: drawLimitMs });
  await Promise.race([drawn, failure]);
  const reason: unknown = await page.evaluate(
    "document.documentElement.dataset.reportReady === 'error' ? document.documentElement.dataset.reportReason : null");
  if (typeof reason === 'string') throw new Error(reason);
  return page.pdf({
    tagged: true, outline: true, preferCSSPageSize: true, printBackground: true,
  });
}

/** Collects the page's errors; rejects when it does not recover from one. */
function watchForErrors(page: Page, errors: string[]): Promise<never> {
  const failure = new Promise<never>((_resolve, reject) => {
    page.on('pageerror', (error) => {
      errors.push(error.message);
      setTimeout(
        () => { reject(new Error('the report page did not finish')); }, graceAfterErrorMs,
      ).unref();
    });
    page.once('crash', () => { reject(new Error('the report page crashed')); });
  });
  // it may come after the page was printed, when nobody waits any more
  failure.catch(() => undefined);
  return failure;
}

/** What the page itself complained of says more than that waiting for it took too long. */
function explain(error: unknown, pageErrors: readonly string[]): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  // The address carries the token; it must not end up in a message or a log.
  return [...pageErrors, first].join('; ').replaceAll(/token=[\w-]+/g, 'token=…').slice(0, 500);
}
