import { useEffect, useState } from 'react';
import { usePlanner } from '../state/hooks.tsx';
import { frameText } from '../text/frame.ts';
import { toldText } from '../text/commands.ts';

/** Long enough to be read at a glance. */
const shownMs = 5000;

/** What a key just did, said politely and gone by itself. */
export function Told() {
  const told = usePlanner((state) => state.told);
  const [gone, setGone] = useState(0);
  const count = told?.count ?? 0;
  useEffect(() => {
    if (count === 0) return undefined;
    const timer = setTimeout(() => { setGone(count); }, shownMs);
    return () => { clearTimeout(timer); };
  }, [count]);
  const text = told === null || gone >= count ? '' : toldText[told.deed](told.label);
  return (
    <section className="told-place" aria-label={frameText.done}>
      <div className="unseen" role="status" aria-live="polite">{text}</div>
      <div className="told" aria-hidden>{text}</div>
    </section>
  );
}
