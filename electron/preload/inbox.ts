/**
 * Pushes kept for a page that has not subscribed yet; more than these can only be a page
 * that never will.
 */
const keptWhileUnread = 20;

/**
 * One kind of push: hands each to every listener, and keeps those that arrive before the
 * first one.
 */
export interface Inbox<T> {
  readonly receive: (push: T) => void;
  readonly subscribe: (listener: (push: T) => void) => () => void;
}

/**
 * A file opened by double click is announced before the page has drawn its first frame;
 * without keeping it the announcement would be lost.
 */
export function createInbox<T>(): Inbox<T> {
  const listeners = new Set<(push: T) => void>();
  let unread: T[] = [];
  return {
    receive: (push) => {
      if (listeners.size === 0) unread = [...unread, push].slice(-keptWhileUnread);
      else for (const listener of listeners) listener(push);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      const waiting = unread;
      unread = [];
      for (const push of waiting) listener(push);
      return () => { listeners.delete(listener); };
    },
  };
}
