import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, type RefObject } from 'react';
import type { DrawnPicture } from './picture.ts';
import { createStage, type Pick, type Stage } from './stage.ts';

interface Props {
  readonly picture: DrawnPicture;
  /** Where the drawn chart is handed out, for taking it along. */
  readonly stage: RefObject<Stage | null>;
  readonly onPick?: (pick: Pick) => void;
}

/** The drawing itself; to assistive technology one image with a description. */
export function ChartCanvas({ picture, stage, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    if (box.current === null) return undefined;
    const made = createStage(box.current);
    stage.current = made;
    return () => {
      stage.current = null;
      made.close();
    };
  }, [stage]);
  useEffect(() => { stage.current?.show(picture, scheme); }, [picture, scheme, stage]);
  useEffect(() => { stage.current?.onPick(onPick ?? null); }, [onPick, stage]);
  return <div ref={box} className="chart-canvas" style={{ height: picture.heightPx }} role="img" aria-label={picture.summary} />;
}
