import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { DrawnPicture } from './picture.ts';
import { usePrinting } from '../state/use-printing.ts';
import { createStage, paperTheme, type Drag, type Pick, type Stage } from './stage.ts';

interface Props {
  readonly picture: DrawnPicture;
  /**
   * Hands the drawn chart out, for taking it along; null when it is gone. Must not change
   * between renders.
   */
  readonly onStage: (stage: Stage | null) => void;
  readonly onPick?: (pick: Pick) => void;
  readonly onDrag?: (drag: Drag) => void;
}

/** The drawing itself; to assistive technology one image with a description. */
export function ChartCanvas({ picture, onStage, onPick, onDrag }: Props) {
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
  useEffect(() => {
    stage.current?.show(picture, theme);
  }, [picture, theme]);
  useEffect(() => {
    stage.current?.onPick(onPick ?? null);
  }, [onPick]);
  useEffect(() => {
    stage.current?.onDrag(onDrag ?? null);
  }, [onDrag]);
  return (
    <div
      ref={box}
      className="chart-canvas"
      style={{ height: `var(--picture-height, ${picture.heightPx}px)` }}
      role="img"
      aria-label={picture.summary}
    />
  );
}
