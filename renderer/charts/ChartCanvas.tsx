import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { DrawnPicture } from './picture.ts';
import { usePrinting } from '../state/use-printing.ts';
import { createStage, paperTheme, type Drag, type Pick, type Stage } from './stage.ts';
import { chartText } from './text.ts';
import { useLook } from './use-look.ts';
import { monthsOf, type ZoomStep } from './zoom.ts';

interface Props {
  readonly picture: DrawnPicture;
  /** Drawn behind, for comparison. */
  readonly pinned: DrawnPicture | null;
  /**
   * Hands the drawn chart out, for taking it along; null when it is gone. Must not change
   * between renders.
   */
  readonly onStage: (stage: Stage | null) => void;
  readonly onPick?: (pick: Pick) => void;
  readonly onDrag?: (drag: Drag) => void;
}

const zoomKeys: Readonly<Partial<Record<string, ZoomStep>>> = {
  '+': 'in', '=': 'in', '-': 'out', ArrowLeft: 'earlier', ArrowRight: 'later', '0': 'all',
};

/** The drawing itself; to assistive technology one image with a description. */
export function ChartCanvas({ picture, pinned, onStage, onPick, onDrag }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const scheme = useComputedColorScheme('light');
  const printing = usePrinting();
  const theme = printing ? paperTheme : scheme;
  useEffect(() => {
    if (box.current === null) return undefined;
    const made = createStage(box.current);
    stage.current = made;
    onStage(made);
    return () => {
      stage.current = null;
      onStage(null);
      made.close();
    };
  }, [onStage]);
  const { palette } = useLook();
  useEffect(() => {
    stage.current?.show({ picture, pinned, theme, ghostColour: palette.muted });
  }, [picture, pinned, theme, palette]);
  useEffect(() => {
    stage.current?.onPick(onPick ?? null);
  }, [onPick]);
  useEffect(() => {
    stage.current?.onDrag(onDrag ?? null);
  }, [onDrag]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : zoomKeys[event.key];
    if (step === undefined) return;
    event.preventDefault();
    stage.current?.zoom(step);
  };
  const months = monthsOf(picture.option) > 0;
  return (
    <div
      ref={box}
      className="chart-canvas"
      style={{ height: `var(--picture-height, ${picture.heightPx}px)` }}
      role="img"
      aria-label={months ? `${picture.summary} ${chartText.zoomKeys}` : picture.summary}
      {...(months ? { tabIndex: 0, onKeyDown } : {})}
    />
  );
}
