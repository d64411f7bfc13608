import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconDownload, IconFocusCentered, IconMinus, IconPlus, type Icon,
} from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react';
import '../charts/chart.css';
import { fileName } from '../charts/export-chart.ts';
import { useLook } from '../charts/use-look.ts';
import './diagram.css';
import { drawingSvg, type Drawing } from './drawing.ts';
import { paint } from './paint.ts';
import { diagramText } from './text.ts';
import { useSave } from './use-save.ts';
import { useViewport } from './use-viewport.ts';
import type { Size, Viewport } from './viewport.ts';

interface Props {
  readonly title: string;
  /** What the diagram shows, for those who do not see it. */
  readonly summary: string;
  readonly drawing: Drawing;
  readonly heightPx: number;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Tools of this diagram, before zoom and export. */
  readonly children?: ReactNode;
  /** Beneath the drawing: its legend. */
  readonly legend?: ReactNode;
}

const zoomStep = 1.4;

/** A drawing to pan, zoom, select in and save. The same keys work in every one. */
export function Diagram(
  { title, summary, drawing, heightPx, selected, onSelect, children, legend }: Props,
) {
  const { palette } = useLook();
  const { said, save } = useSave();
  const { element, view, size, zoom, fit, handlers } =
    useViewport({ drawing, selected, onSelect });
  const ids = { title: useId(), help: useId() };
  const item = drawing.items.find(({ id }) => id === selected);
  return (
    <figure className="chart diagram" aria-labelledby={ids.title}>
      <figcaption>
        <span id={ids.title} className="chart-title">
          {title}
        </span>
        <span className="chart-tools">
          <span className="chart-said" role="status">
            {said}
          </span>
          {children}
          <Tool icon={IconPlus} label={diagramText.zoomIn} title={title}
            run={() => { zoom(zoomStep); }} />
          <Tool icon={IconMinus} label={diagramText.zoomOut} title={title}
            run={() => { zoom(1 / zoomStep); }} />
          <Tool icon={IconFocusCentered} label={diagramText.fit} title={title} run={fit} />
          <Tool
            icon={IconDownload}
            label={diagramText.svg}
            title={title}
            run={() => {
              save({ suggestedName: fileName(title, 'svg'), encoding: 'utf8',
                data: drawingSvg(drawing, title) });
            }}
          />
        </span>
      </figcaption>
      <div
        ref={element}
        className="diagram-stand"
        style={{ height: `var(--picture-height, ${heightPx}px)` }}
        role="application"
        aria-label={`${title}. ${summary}`}
        aria-describedby={ids.help}
        tabIndex={0}
        {...handlers}
      >
        <Sheet view={view} size={size} drawing={drawing} selected={selected}
          accent={palette.text} />
      </div>
      <p id={ids.help} className="unseen">
        {diagramText.keys}
      </p>
      {legend}
      <p className="diagram-selected" role="status">
        {item?.label ?? ''}
      </p>
    </figure>
  );
}

interface SheetProps {
  readonly view: Viewport;
  readonly size: Size;
  readonly drawing: Drawing;
  readonly selected: string | null;
  readonly accent: string;
}

/** The canvas, painted once a frame at most. */
function Sheet({ view, size, drawing, selected, accent }: SheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  usePainting(canvas, () => {
    const sheet = canvas.current?.getContext('2d');
    const ratio = window.devicePixelRatio || 1;
    if (sheet !== null && sheet !== undefined)
      paint(sheet, { drawing, view, size, ratio, selected, accent });
  });
  const ratio = window.devicePixelRatio || 1;
  return (
    <canvas
      ref={canvas}
      width={Math.round(size.width * ratio)}
      height={Math.round(size.height * ratio)}
      style={{ width: size.width, height: size.height }}
      aria-hidden
    />
  );
}

function usePainting(canvas: RefObject<HTMLCanvasElement | null>, draw: () => void): void {
  useEffect(() => {
    if (canvas.current === null) return;
    const frame = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(frame);
    };
  });
}

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly title: string;
  readonly run: () => void;
}

/** A small button of a diagram, named with the diagram it belongs to. */
export function Tool({ icon: Glyph, label, title, run }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={22} variant="subtle" color="gray"
        aria-label={diagramText.of(label, title)} onClick={run}>
          <Glyph size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
    </Tooltip>
  );
}
