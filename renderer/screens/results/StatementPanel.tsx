import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import { periodLengths, type PeriodLength } from '../../../shared/report/periods.ts';
import { statementRows } from '../../../shared/report/statement.ts';
import { useHost } from '../../backend/context.tsx';
import { WorkbookExport } from '../../components/WorkbookExport.tsx';
import { foldableKeys, foldRows, statementCsv } from './statement-rows.ts';
import { StatementTable } from './StatementTable.tsx';
import { resultsText } from './text.ts';

const isLength = (text: string): text is PeriodLength => text in periodLengths;

/** The cash-flow statement with its controls. */
export function StatementPanel({ plan }: { readonly plan: Plan }) {
  const host = useHost();
  const [length, setLength] = useState<PeriodLength>('year');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [said, say] = useState('');
  const { periods, rows } = useMemo(() => statementRows(plan, length), [plan, length]);
  const foldable = useMemo(() => foldableKeys(plan), [plan]);
  const shown = useMemo(() => foldRows(plan, rows, open), [plan, rows, open]);
  const save = async (): Promise<void> => {
    const reply = await host.call('export:file', {
      suggestedName: `cash-flow-by-${length}.csv`,
      encoding: 'utf8',
      data: statementCsv(plan, length),
    });
    say(
      reply.ok
        ? reply.value === null
          ? ''
          : resultsText.saved(reply.value.path)
        : resultsText.notSaved,
    );
  };
  if (rows.length === 0) return <p className="results-empty">{resultsText.noStatement}</p>;
  const allOpen = open.size === foldable.size;
  return (
    <div className="statement-panel">
      <div className="statement-tools">
        <SegmentedControl
          size="xs"
          aria-label={resultsText.by}
          value={length}
          onChange={(next) => {
            if (isLength(next)) setLength(next);
          }}
          data={[
            { value: 'year', label: resultsText.year },
            { value: 'quarter', label: resultsText.quarter },
            { value: 'month', label: resultsText.month },
          ]}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            setOpen(allOpen ? new Set() : foldable);
          }}
        >
          {allOpen ? resultsText.collapseAll : resultsText.expandAll}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconDownload size={13} aria-hidden />}
          onClick={() => {
            void save();
          }}
        >
          {resultsText.csv}
        </Button>
        <WorkbookExport plan={plan} />
        <span role="status" className="statement-said">
          {said}
        </span>
      </div>
      <StatementTable
        periods={periods}
        rows={shown}
        open={open}
        onToggle={(key) => {
          setOpen(toggled(open, key));
        }}
      />
    </div>
  );
}

function toggled(open: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(key)) next.add(key);
  return next;
}
