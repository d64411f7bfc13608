import { useEffect, useState } from 'react';
import type { Box } from './place-near.ts';

/** Screens load and lists move without telling: looked at again this often. */
const everyMs = 200;

/** Where the thing a step points at is now; null while it is not on the page. */
export function useAnchor(selector: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    let found = false;
    const look = (): void => {
      const element = document.querySelector(selector);
      if (element !== null && !found) element.scrollIntoView({ block: 'nearest' });
      found = element !== null;
      const now = element?.getBoundingClientRect();
      setBox((last) => (now === undefined || now.width === 0 ? null
        : last !== null && isSame(last, now) ? last
          : { left: now.left, top: now.top, width: now.width, height: now.height }));
    };
    look();
    const timer = setInterval(look, everyMs);
    window.addEventListener('resize', look);
    window.addEventListener('scroll', look, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
      window.removeEventListener('scroll', look, { capture: true });
    };
  }, [selector]);
  return box;
}

const isSame = (a: Box, b: Box): boolean => a.left === b.left && a.top === b.top
  && a.width === b.width && a.height === b.height;
