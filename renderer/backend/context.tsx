import { createContext, use } from 'react';
import type { Backend } from '../../shared/backend.ts';

/**
 * The host as this page sees it: the contract, and what only the window around the page
 * knows.
 */
export interface Host extends Backend {
  /** Path of a file dropped on the page, or null where the host keeps paths to itself. */
  readonly pathOfDropped: (file: File) => string | null;
  /** The session this window had open before it was reloaded. */
  readonly rememberedSession: () => string | null;
  readonly rememberSession: (session: string | null) => void;
}

const HostContext = createContext<Host | null>(null);

export const HostProvider = HostContext.Provider;

/** The host the entry point chose. */
export function useHost(): Host {
  const host = use(HostContext);
  if (host === null) throw new Error('useHost outside HostProvider');
  return host;
}
