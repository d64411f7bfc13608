import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useSave } from '../diagrams/use-save.ts';
import { tableText } from '../text/table.ts';
import { readTable } from './read-table.ts';

interface Props {
  readonly title: string;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** Saves a table as it is read on screen. */
export function TableTools({ title, table }: Props) {
  const { said, save } = useSave();
  return (
    <span className="table-tools">
      <span role="status">{said}</span>
      <Tooltip label={tableText.save}>
        <ActionIcon size={22} variant="subtle" color="gray"
          aria-label={`${tableText.save}: ${title}`}
          onClick={() => {
            if (table.current !== null) save({ suggestedName: tableText.file(title),
              encoding: 'utf8', data: readTable(table.current) });
          }}>
          <IconDownload size={13} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
