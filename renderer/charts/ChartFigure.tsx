import { useId, useState, type ReactNode } from 'react';
import './chart.css';
import { ChartCanvas } from './ChartCanvas.tsx';
import { ChartTable } from './ChartTable.tsx';
import { ChartTools } from './ChartTools.tsx';
import { useNarrowed } from './use-narrowed.ts';
import type { Picture } from './picture.ts';
import { usePin } from './pins.ts';
import type { Drag, Pick, Stage } from './stage.ts';

interface Props {
  readonly picture: Picture;
  /** Stands beside the title. */
  readonly mark?: ReactNode;
  /** Called with the mark a reader clicked. */
  readonly onPick?: (pick: Pick) => void;
  /** Called while a reader drags a movable mark. */
  readonly onDrag?: (drag: Drag) => void;
}

/** A chart with its title, its numbers as a table on request, and ways to take it along. */
export function ChartFigure({ picture, mark, onPick, onDrag }: Props) {
  const [asTable, setAsTable] = useState(false);
  const [stage, setStage] = useState<Stage | null>(null);
  const pin = usePin(picture.title);
  const narrowed = useNarrowed(stage);
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <span>
          <span id={id} className="chart-title">
            {picture.title}
          </span>
          {mark}
        </span>
        {picture.kind === 'drawn' && (
          <ChartTools picture={picture} stage={stage} asTable={asTable} onTable={setAsTable}
            pin={pin} narrowed={narrowed} />
        )}
      </figcaption>
      {picture.kind === 'empty' ? (
        <p className="chart-empty">{picture.reason}</p>
      ) : asTable ? (
        <ChartTable table={picture.table} label={picture.title} heightPx={picture.heightPx} />
      ) : (
        <ChartCanvas
          picture={picture}
          pinned={pin.pinned}
          onStage={setStage}
          {...(onPick === undefined ? {} : { onPick })}
          {...(onDrag === undefined ? {} : { onDrag })}
        />
      )}
    </figure>
  );
}
