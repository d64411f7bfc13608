import type { BrowserWindow } from 'electron';
import type { Handlers } from '../backend/expose.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Services } from '../backend/services.ts';

/** Waits for the first screen: an empty root means the pages did not start. */
const pageIsDrawn = `new Promise((done) => {
  const look = () => { if (document.querySelector('#root > *') !== null) done(true); };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
  setTimeout(() => done(false), 15000);
})`;

/**
 * `--selftest`: what a packaged build can prove about itself, since nothing can be
 * attached to it. Opens the pages, makes a project from a template, prints it.
 * @returns null when all went well, otherwise which step failed
 */
export async function selfTest(
  window: BrowserWindow, handlers: Handlers, services: Services,
): Promise<string | null> {
  const drawn: unknown = await window.webContents.executeJavaScript(pageIsDrawn);
  if (drawn !== true) return 'the page stayed empty';
  const template = services.templates[0];
  if (template === undefined) return 'there is no template';
  const created = await handlers['project:create']({
    templateId: template.id, path: null, name: 'Self test',
  });
  if (!created.ok) return `creating a project: ${created.error.code}`;
  const { session, document } = created.value;
  const scenarioId = listScenarios(document)[0]?.id ?? '';
  const printed = await services.printPdf(
    { session, scenarioId, kind: 'executive', sections: null, scenarioIds: null },
    AbortSignal.timeout(60_000),
  );
  if (!printed.ok) return `printing: ${printed.error.code}`;
  const closed = await handlers['project:close']({ session });
  return closed.ok ? null : `closing: ${closed.error.code}`;
}
