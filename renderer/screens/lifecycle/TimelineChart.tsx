import { useMemo, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { monthLabel } from '../../../shared/report/periods.ts';
import { useActions, useInputs, usePlanner } from '../../state/hooks.tsx';
import { lifecycleText } from './text.ts';
import {
  keyStep, monthAt, placeOfMonth, timelineOf, type Handle, type Span, type Stretch,
  type TimelineRow,
} from './timeline.ts';
import './timeline.css';
import { useMoveHandle, type MoveHandle } from './use-move-handle.ts';

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/**
 * Racks, releases, spikes and prices over the months of the plan, each movable by hand
 * and by keyboard.
 */
export function TimelineChart() {
  const inputs = useInputs();
  const timeline = useMemo(() => (inputs === null ? null : timelineOf(inputs)), [inputs]);
  const track = useRef<HTMLDivElement>(null);
  const move = useMoveHandle();
  const disabled = usePlanner(({ project }) => project?.readOnly === true);
  if (timeline === null || inputs === null) return null;
  const start = inputs.project.values.startMonth;
  return (
    <section className="timeline" aria-label={lifecycleText.timeline}>
      <header>
        <h2>{lifecycleText.timeline}</h2>
        <p>{lifecycleText.timelineHelp}</p>
      </header>
      <div className="timeline-grid">
        <span />
        <div ref={track} className="timeline-years" aria-hidden>
          {yearsOf(timeline.span, start).map(({ label, at }) => (
            <span key={label} style={{ left: percent(at) }}>{label}</span>
          ))}
        </div>
        {timeline.rows.map((row) => (
          <Row key={row.key} row={row} span={timeline.span} start={start} track={track}
            move={move} disabled={disabled} />
        ))}
      </div>
    </section>
  );
}

/** Januaries within the span with their place on the track. */
function yearsOf(
  span: Span, start: string,
): readonly { readonly label: string; readonly at: number }[] {
  const months = Array.from({ length: span.to - span.from + 1 }, (_, i) => span.from + i);
  const januaries = months.filter((month) => monthLabel(start, month - 1).startsWith('Jan'));
  const every = Math.max(1, Math.ceil(januaries.length / 12));
  return januaries.filter((_, i) => i % every === 0)
    .map((month) => ({
      label: monthLabel(start, month - 1).slice(-4), at: placeOfMonth(span, month),
    }));
}

interface RowProps {
  readonly row: TimelineRow;
  readonly span: Span;
  readonly start: string;
  readonly track: RefObject<HTMLDivElement | null>;
  readonly move: MoveHandle;
  readonly disabled: boolean;
}

function Row({ row, span, start, track, move, disabled }: RowProps) {
  return (
    <>
      <span className="timeline-name" title={row.name}>{row.name}</span>
      <div className="timeline-track">
        {row.stretches.map((stretch) => <Bar key={stretch.phase} stretch={stretch}
          span={span} />)}
        {row.handles.map((handle) => (
          <HandleMark key={handle.kind} handle={handle} span={span} start={start}
            track={track} move={move} disabled={disabled} />
        ))}
      </div>
    </>
  );
}

function Bar(
  { stretch: { phase, from, to }, span }: { readonly stretch: Stretch; readonly span: Span },
) {
  const left = placeOfMonth(span, Math.max(span.from, from));
  const right = Math.min(1, placeOfMonth(span, to + 1));
  if (right <= left) return null;
  return (
    <span className="timeline-bar" data-phase={phase} title={lifecycleText.phases[phase]}
      style={{ left: percent(left), width: percent(right - left) }} />
  );
}

interface MarkProps extends Omit<RowProps, 'row'> {
  readonly handle: Handle;
}

/** One movable month. A drag or a run of arrow keys is one step of the history. */
function HandleMark({ handle, span, start, track, move, disabled }: MarkProps) {
  const { select } = useActions();
  const dragging = useRef(false);
  const { kind, at, name, month, min, max, inUse } = handle;
  const place = Math.min(1,
    Math.max(0, placeOfMonth(span, kind === 'retire' ? month + 1 : month)));
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    const box = track.current?.getBoundingClientRect();
    if (!dragging.current || box === undefined || box.width === 0) return;
    const under = monthAt(span, (event.clientX - box.left) / box.width);
    move.to(handle, kind === 'retire' ? under - 1 : under);
  };
  const press = (event: KeyboardEvent<HTMLSpanElement>): void => {
    const step = event.key === 'Home' ? min - month
      : event.key === 'End' ? Math.min(max, span.to) - month
      : keyStep(event.key, event.shiftKey);
    if (step === null || disabled) return;
    event.preventDefault();
    move.to(handle, month + step);
  };
  const label = lifecycleText.month(month, monthLabel(start, month - 1));
  return (
    <span
      role="slider"
      tabIndex={0}
      className="timeline-handle"
      data-kind={kind}
      data-off={!inUse || undefined}
      aria-label={lifecycleText.handles[kind](name)}
      aria-disabled={disabled}
      aria-valuemin={min}
      aria-valuemax={Math.max(min, Math.min(max, span.to))}
      aria-valuenow={month}
      aria-valuetext={inUse ? label
        : `${label}, ${kind === 'retire' ? lifecycleText.atHorizon : lifecycleText.notInUse}`}
      title={`${lifecycleText.handles[kind](name)} (${label})`}
      style={{ left: percent(place) }}
      onFocus={() => {
        move.begin(handle);
        select({ kind: 'field', at });
      }}
      onKeyDown={press}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0) return;
        dragging.current = true;
        move.begin(handle);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={() => { dragging.current = false; }}
      onPointerCancel={() => { dragging.current = false; }}
    />
  );
}
