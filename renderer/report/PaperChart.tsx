import { useLayoutEffect, useMemo, useRef } from 'react';
import { printOf } from '../../shared/project/print.ts';
import type { ChartId, PlanView } from '../../shared/report/types.ts';
import { startChart } from '../charts/engine.ts';
import { palettes } from '../charts/palette.ts';
import { pictureOf } from '../charts/plan-pictures.ts';

interface Props {
  readonly id: ChartId;
  readonly group: string | null;
  readonly plan: PlanView;
  readonly draw: boolean;
}

/** Charts on paper: the printed palette, words of about 8 pt. */
const paperLook = { palette: palettes.print, fontPx: 10.5 };

/** On paper a chart needs less height than on screen, where it is also read closely. */
const paperShare = 0.8;

/** A chart as vectors; to assistive technology one image with a description. */
export function PaperChart({ id, group, plan, draw }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const picture = useMemo(() => {
    const look = { ...paperLook, print: printOf(plan.inputs.project.values) };
    return pictureOf(id, plan, look, group);
  }, [id, group, plan]);
  useLayoutEffect(() => {
    if (!draw || picture.kind === 'empty' || box.current === null) return undefined;
    const chart = startChart(box.current, 'svg');
    chart.setOption(picture.option);
    return () => {
      chart.dispose();
    };
  }, [picture, draw]);
  return (
    <figure className="paper-chart">
      <figcaption>{picture.title}</figcaption>
      {picture.kind === 'empty' ? (
        <p className="text-small">{picture.reason}</p>
      ) : (
        <div
          ref={box}
          className="paper-drawing"
          style={{ minHeight: 90, flexBasis: picture.heightPx * paperShare }}
          role="img"
          aria-label={picture.summary}
        />
      )}
    </figure>
  );
}
