import { Button } from '@mantine/core';
import { useViewportSize } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useIsOpen, usePlannerStore } from '../../state/hooks.tsx';
import { tourSteps, tourText as words, type TourStep } from '../../text/tour.ts';
import { isFloating } from '../deeds.ts';
import { isTyping } from '../keys.ts';
import { placeNear } from './place-near.ts';
import './tour.css';
import { leaveTour, showStep, tourStore } from './tour.ts';
import { useAnchor } from './use-anchor.ts';

/** A few words beside the thing they are about. Everything else can be used meanwhile. */
export function Tour() {
  const at = useStore(tourStore, (state) => state.at);
  const step = at === null ? undefined : tourSteps[at];
  return at === null || step === undefined ? null : <Stop at={at} step={step} />;
}

function Stop({ at, step }: { readonly at: number; readonly step: TourStep }) {
  const store = usePlannerStore();
  const open = useIsOpen();
  const note = useRef<HTMLElement>(null);
  const anchor = useAnchor(step.anchor);
  const page = useViewportSize();
  const [size, setSize] = useState({ width: 320, height: 180 });
  useEscape();
  useFollowProject(at, open);
  useEffect(() => { note.current?.focus({ preventScroll: true }); }, [at]);
  useLayoutEffect(() => {
    const { offsetWidth: width = 320, offsetHeight: height = 180 } = note.current ?? {};
    setSize((last) => (last.width === width && last.height === height ? last
      : { width, height }));
  }, [at, open]);
  const last = at === tourSteps.length - 1;
  const goOn = async (): Promise<void> => {
    if (last) return leaveTour();
    const { actions } = store.getState();
    if (open || await actions.createFile('liquid-20mw', null)) showStep(store, at + 1);
  };
  return (
    <>
      {anchor !== null && <div className="tour-ring" aria-hidden style={anchor} />}
      <aside className="tour" ref={note} tabIndex={-1} aria-label={words.name(step.title)}
        aria-describedby="tour-text" style={placeNear(anchor, size, page)}>
        <p className="tour-at">{words.at(at + 1, tourSteps.length)}</p>
        <h2>{step.title}</h2>
        <p id="tour-text">{step.text}</p>
        <div className="tour-deeds">
          <Button size="compact-sm" variant="subtle" onClick={leaveTour}>{words.leave}</Button>
          {at > 0 && (
            <Button size="compact-sm" variant="default"
              onClick={() => { showStep(store, at - 1); }}>{words.back}</Button>
          )}
          <Button size="compact-sm" onClick={() => { void goOn(); }}>
            {last ? words.done : open ? words.next : words.example}
          </Button>
        </div>
        <p className="tour-keys">{words.keys}</p>
      </aside>
    </>
  );
}

/** Escape leaves, unless something else is there that it closes or takes back. */
function useEscape(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || isTyping(event.target) || isFloating())
        return;
      event.preventDefault();
      event.stopPropagation();
      leaveTour();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => { window.removeEventListener('keydown', listen, { capture: true }); };
  }, []);
}

/** Somebody who makes or closes a project on the way is followed. */
function useFollowProject(at: number, open: boolean): void {
  const store = usePlannerStore();
  const was = useRef(open);
  useEffect(() => {
    if (open === was.current) return;
    was.current = open;
    if (open && at === 0) showStep(store, 1);
    if (!open) showStep(store, 0);
  }, [at, open, store]);
}
