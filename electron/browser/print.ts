import { setImmediate } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
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

/** An installed browser that shows no window, on its way up or ready to print. */
export interface Press {
  /**
   * Opens an address, waits until it is drawn, and prints it, tagged and with an outline.
   * @param meanwhile work for the time in which the browser sets the pages
   */
  readonly print: (
    address: string, meanwhile?: () => void,
  ) => Promise<Result<Uint8Array, PdfProblem>>;
  /** Ends the browser; to be called whatever became of it. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an installed browser without waiting for it, so that whatever is to be printed
 * can be made ready in the same time.
 */
export function startPress(signal: AbortSignal): Result<Press, PdfProblem> {
  const executable = findBrowser();
  if (!executable.ok) return executable;
  if (signal.aborted) return refuse({ code: 'cancelled' });
  const starting = launch(executable.value);
  const opening = starting.then((browser) => browser.newPage());
  // Whoever prints hears of it; nobody may ever print.
  opening.catch(() => undefined);
  const close = async (): Promise<void> => {
    signal.removeEventListener('abort', cancel);
    await starting.then((browser) => browser.close(), () => undefined);
  };
  const cancel = (): void => { void close(); };
  signal.addEventListener('abort', cancel, { once: true });
  return ok({ close, print: async (address, meanwhile = () => undefined) => {
    const errors: string[] = [];
    try {
      return ok(await drawAndPrint(await opening, address, errors, meanwhile));
    } catch (error) {
      if (signal.aborted) return refuse({ code: 'cancelled' });
      return refuse({ code: 'print-failed', detail: explain(error, errors) });
    }
  } });
}

/** Loaded only when something is printed: hosts that print by themselves do not carry it. */
async function launch(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: [...browserSwitches()] });
}

/** Prints one address through a browser of its own. */
export async function printPage(
  address: string, signal: AbortSignal,
): Promise<Result<Uint8Array, PdfProblem>> {
  const press = startPress(signal);
  if (!press.ok) return press;
  try {
    return await press.value.print(address);
  } finally {
    await press.value.close();
  }
}

async function drawAndPrint(
  page: Page, address: string, errors: string[], meanwhile: () => void,
): Promise<Uint8Array> {
  const failure = watchForErrors(page, errors);
  await page.goto(address, { timeout: drawLimitMs });
  const drawn = page.waitForSelector(readyPage, { state: 'attached', timeout: drawLimitMs });
  await Promise.race([drawn, failure]);
  const reason: unknown = await page.evaluate(
    "document.documentElement.dataset.reportReady === 'error' ? document.documentElement.dataset.reportReason : null");
  if (typeof reason === 'string') throw new Error(reason);
  const printing = page.pdf({
    tagged: true, outline: true, preferCSSPageSize: true, printBackground: true,
  });
  await Promise.race([printing, setImmediate()]);
  meanwhile();
  return printing;
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
