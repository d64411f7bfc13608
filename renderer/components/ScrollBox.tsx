import { useEffect, useRef, useState, type ReactNode } from 'react';

interface Props {
  /** Name of the region for those who reach it by keyboard. */
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A box that is a stop of the keyboard while it holds more than it shows, and only then. */
export function ScrollBox({ label, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      setScrolls(element.scrollWidth > element.clientWidth + 1
        || element.scrollHeight > element.clientHeight + 1);
    };
    const sized = new ResizeObserver(look);
    sized.observe(element);
    for (const child of element.children) sized.observe(child);
    return () => { sized.disconnect(); };
  }, []);
  return scrolls
    ? <div ref={box} className={className} role="region" aria-label={label}
      tabIndex={0}>{children}</div>
    : <div ref={box} className={className}>{children}</div>;
}
