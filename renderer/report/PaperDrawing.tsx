import { memo, useMemo } from 'react';
import type { DrawingRef, PlanView } from '../../shared/report/types.ts';
import { palettes } from '../charts/palette.ts';
import type { Drawing, Mark } from '../diagrams/drawing.ts';
import { diagramOf } from './drawings.ts';

interface Props {
  readonly drawing: DrawingRef;
  /** How many stand side by side. */
  readonly across: number;
  readonly plan: PlanView;
  readonly draw: boolean;
}

/** Width of the printed area and the gap between diagrams, px: 178 mm and 6 mm. */
const pageWidthPx = 672;
const gapPx = 23;

/** Tallest diagram on a page, px; both states of the power chain stand on one page. */
const mostHeightPx = 560;
const oneLineHeightPx = 345;

/** A diagram is not blown up beyond this. */
const mostScale = 1.2;

/**
 * Words smaller than this on paper are left out, px; titles are never set smaller than
 * the second.
 */
const leastTextPx = 4.4;
const leastTitlePx = 8;

/** A diagram as vectors; to assistive technology one image with a description. */
export function PaperDrawing({ drawing: ref, across, plan, draw }: Props) {
  const diagram = useMemo(() => diagramOf(ref, plan, palettes.print), [ref, plan]);
  if (typeof diagram === 'string') return <p className="text-plain">{diagram}</p>;
  const { title, summary, drawing, legend } = diagram;
  const room = (pageWidthPx - (across - 1) * gapPx) / across;
  const scale = Math.min(room / drawing.width,
    (ref.id === 'one-line' ? oneLineHeightPx : mostHeightPx) / drawing.height, mostScale);
  const size = { width: drawing.width * scale, height: drawing.height * scale };
  return (
    <figure className="paper-chart">
      <figcaption>{title}</figcaption>
      <div style={{ height: size.height }}>
        {draw && (
          <svg role="img" aria-label={`${title}. ${summary}`}
            viewBox={`0 0 ${drawing.width} ${drawing.height}`} {...size}>
              <Marks drawing={drawing} scale={scale} />
            </svg>
        )}
      </div>
      {legend.length > 0 && (
        <ul className="paper-legend">
          {legend.map(({ colour, label }) => (
            <li key={label}>
              <svg aria-hidden>
                <rect width="100%" height="100%" fill={colour} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** All marks of a drawing, back to front. */
const Marks = memo(function Marks({ drawing, scale }: {
  readonly drawing: Drawing; readonly scale: number
}) {
  const marks = [...drawing.marks, ...drawing.items.flatMap((item) => item.marks)];
  return marks.map((mark, i) => <MarkView key={i} mark={mark} scale={scale} />);
});

function MarkView({ mark, scale }: { readonly mark: Mark; readonly scale: number }) {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, fill, stroke, round } = mark;
      return <rect {...{ x, y, width, height, fill, stroke }} rx={round} />;
    }
    case 'line':
      return (
        <polyline
          points={mark.points.map((point) => point.join(',')).join(' ')}
          fill="none"
          stroke={mark.stroke}
          strokeWidth={mark.width}
          strokeDasharray={mark.dash}
          strokeOpacity={mark.opacity}
        />
      );
    case 'text': {
      // words in a box must stay in it
      const free = mark.strong === true && mark.anchor !== 'middle';
      const size = free ? Math.max(mark.size, leastTitlePx / scale) : mark.size;
      if (size * scale < leastTextPx) return null;
      return (
        <text x={mark.x} y={mark.y} textAnchor={mark.anchor} fontSize={size}
          fontWeight={mark.strong === true ? 600 : undefined} fill={mark.fill}>
            {mark.text}
          </text>
      );
    }
  }
}
