import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconChartBar, IconDots, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useHost } from '../backend/context.tsx';
import { csvFile, pngFile, svgFile, type ExportFile } from './export-chart.ts';
import type { DrawnPicture } from './picture.ts';
import type { Stage } from './stage.ts';
import { chartText } from './text.ts';
import { useLook } from './use-look.ts';

interface Props {
  readonly picture: DrawnPicture;
  readonly stage: Stage | null;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
}

/** Table or chart, copy, and save as image, drawing or numbers. */
export function ChartTools({ picture, stage, asTable, onTable }: Props) {
  const host = useHost();
  const { palette } = useLook();
  const [said, say] = useState('');
  const save = async (file: ExportFile): Promise<void> => {
    const reply = await host.call('export:file', file);
    say(reply.ok ? (reply.value === null ? '' : chartText.saved(reply.value.path))
      : chartText.notSaved);
  };
  const png = (): string => stage?.pngUrl(palette.surface) ?? '';
  const copy = async (): Promise<void> => {
    say((await copyImage(png())) ? chartText.copied : chartText.copyRefused);
  };
  const toggle = asTable ? chartText.chart : chartText.table;
  return (
    <span className="chart-tools">
      <span className="chart-said" role="status">
        {said}
      </span>
      <Tooltip label={toggle}>
        <ActionIcon
          size={22}
          variant="subtle"
          color="gray"
          aria-label={`${toggle}: ${picture.title}`}
          aria-pressed={asTable}
          onClick={() => {
            onTable(!asTable);
          }}
        >
          {asTable ? (
            <IconChartBar size={14} stroke={1.6} aria-hidden />
          ) : (
            <IconTable size={14} stroke={1.6} aria-hidden />
          )}
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size={22}
            variant="subtle"
            color="gray"
            aria-label={chartText.tools(picture.title)}
          >
            <IconDots size={14} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!asTable && (
            <Menu.Item
              onClick={() => {
                void copy();
              }}
            >
              {chartText.copy}
            </Menu.Item>
          )}
          {!asTable && (
            <Menu.Item
              onClick={() => {
                void save(pngFile(picture, png()));
              }}
            >
              {chartText.png}
            </Menu.Item>
          )}
          <Menu.Item
            onClick={() => {
              void save(svgFile(picture));
            }}
          >
            {chartText.svg}
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              void save(csvFile(picture));
            }}
          >
            {chartText.csv}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
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
