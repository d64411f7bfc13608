import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowsHorizontal, IconChartBar, IconDots, IconPin, IconPinFilled, IconTable, type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useHost } from '../backend/context.tsx';
import { csvFile, pngFile, svgFile, type ExportFile } from './export-chart.ts';
import { hasCurve } from './ghost.ts';
import type { DrawnPicture } from './picture.ts';
import type { Pin } from './pins.ts';
import type { Stage } from './stage.ts';
import { chartText } from './text.ts';
import { useLook } from './use-look.ts';

interface Props {
  readonly picture: DrawnPicture;
  readonly stage: Stage | null;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly pin: Pin;
  /** Whether only some months are on show. */
  readonly narrowed: boolean;
}

/** Pin, table or chart, copy, and save as image, drawing or numbers. */
export function ChartTools({ picture, stage, asTable, onTable, pin, narrowed }: Props) {
  const [said, say] = useState('');
  const { pinned } = pin;
  return (
    <span className="chart-tools">
      <span className="chart-said" role="status">
        {said}
      </span>
      {narrowed && !asTable && (
        <Tool icon={IconArrowsHorizontal} label={chartText.allMonths} title={picture.title}
          run={() => { stage?.zoom('all'); }} />
      )}
      {!asTable && (pinned !== null || hasCurve(picture.option)) && (
        <Tool icon={pinned === null ? IconPin : IconPinFilled} title={picture.title}
          label={pinned === null ? chartText.pin : chartText.unpin} pressed={pinned !== null}
          run={() => { pin.pin(pinned === null ? picture : null); }} />
      )}
      <Tool icon={asTable ? IconChartBar : IconTable} title={picture.title} pressed={asTable}
        label={asTable ? chartText.chart : chartText.table}
        run={() => { onTable(!asTable); }} />
      <Exports picture={picture} stage={stage} asTable={asTable} say={say} />
    </span>
  );
}

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly title: string;
  readonly pressed?: boolean;
  readonly run: () => void;
}

function Tool({ icon: Glyph, label, title, pressed, run }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={22} variant="subtle" color="gray" aria-label={`${label}: ${title}`}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })} onClick={run}>
          <Glyph size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
    </Tooltip>
  );
}

interface ExportsProps extends Pick<Props, 'picture' | 'stage' | 'asTable'> {
  readonly say: (text: string) => void;
}

/** The ways to take a chart along. */
function Exports({ picture, stage, asTable, say }: ExportsProps) {
  const host = useHost();
  const { palette } = useLook();
  const save = async (file: ExportFile): Promise<void> => {
    const reply = await host.call('export:file', file);
    say(reply.ok ? (reply.value === null ? '' : chartText.saved(reply.value.path))
      : chartText.notSaved);
  };
  const png = (): string => stage?.pngUrl(palette.surface) ?? '';
  const copy = async (): Promise<void> => {
    say((await copyImage(png())) ? chartText.copied : chartText.copyRefused);
  };
  const ways: readonly (readonly [label: string, run: () => Promise<void>])[] = [
    ...(asTable ? [] : [[chartText.copy, copy],
      [chartText.png, () => save(pngFile(picture, png()))]] as const),
    [chartText.svg, () => save(svgFile(picture))],
    [chartText.csv, () => save(csvFile(picture))],
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={22} variant="subtle" color="gray"
          aria-label={chartText.tools(picture.title)}>
            <IconDots size={14} stroke={1.6} aria-hidden />
          </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(([label, run]) => (
          <Menu.Item key={label} onClick={() => { void run(); }}>{label}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Puts a picture on the clipboard; false where the host forbids it. */
async function copyImage(dataUrl: string): Promise<boolean> {
  try {
    const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) =>
      letter.charCodeAt(0),
    );
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
    ]);
    return true;
  } catch {
    return false;
  }
}
