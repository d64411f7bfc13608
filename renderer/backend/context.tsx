import { createContext, use } from 'react';
import type { Backend } from '../../shared/backend.ts';

/** The host as this page sees it: the contract, and the one thing a page can ask of a dropped file. */
export interface Host extends Backend {
  /** Path of a file dropped on the page, or null where the host keeps paths to itself. */
  readonly pathOfDropped: (file: File) => string | null;
}

const HostContext = createContext<Host | null>(null);

export const HostProvider = HostContext.Provider;

/** The host the entry point chose. */
export function useHost(): Host {
  const host = use(HostContext);
  if (host === null) throw new Error('useHost outside HostProvider');
  return host;
}
