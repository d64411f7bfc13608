/**
 * All long work of the pages in one worker, whose parts share the engine: a worker of its own
 * for each would carry a copy of it. The name it is started under says which part it is.
 */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  disclosure: () => import('./screens/scenarios/disclosure.worker.ts'),
  risk: () => import('./screens/risk/risk.worker.ts'),
  programs: () => import('./state/programs.worker.ts'),
  rivals: () => import('./screens/hardware/rivals.worker.ts'),
  search: () => import('./screens/search/search.worker.ts'),
  sensitivity: () => import('./screens/assumptions/sensitivity.worker.ts'),
  tco: () => import('./state/tco.worker.ts'),
};

/** Messages that come before the part is there; it gets them in their order. */
const early: MessageEvent[] = [];
const hold = (event: MessageEvent): void => { early.push(event); };
globalThis.addEventListener('message', hold);

void parts[self.name]?.().then(() => {
  globalThis.removeEventListener('message', hold);
  for (const { data } of early)
    globalThis.dispatchEvent(new MessageEvent('message', { data }));
});
