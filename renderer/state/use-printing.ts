import { useSyncExternalStore } from 'react';

let printing = false;

/** Follows the window into printing and out of it; both come before the page is drawn. */
function follow(changed: () => void): () => void {
  const begin = (): void => {
    printing = true;
    changed();
  };
  const end = (): void => {
    printing = false;
    changed();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** Whether the window is being printed: paper is light, and shows what stands below the fold. */
export const usePrinting = (): boolean => useSyncExternalStore(follow, () => printing);
