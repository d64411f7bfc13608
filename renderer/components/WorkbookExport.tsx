import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { Plan } from '../../shared/plan/types.ts';
import { useHost } from '../backend/context.tsx';
import { workbookText } from '../text/workbook.ts';

/** Saves the plan as a workbook whose formulas go on computing. */
export function WorkbookExport({ plan }: { readonly plan: Plan }) {
  const host = useHost();
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    say('');
    const info = await host.call('app:info', {});
    // Half of the people never ask for one: the code that writes it is fetched when they do.
    const { makeWorkbook } = await import('../state/workbook.ts');
    const reply = await host.call('export:file',
      makeWorkbook(plan, info.ok ? info.value.appVersion : ''));
    setBusy(false);
    say(reply.ok ? (reply.value === null ? '' : workbookText.saved(reply.value.path))
      : workbookText.notSaved);
  };
  return (
    <>
      <Button size="compact-xs" variant="default" loading={busy}
        leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
        onClick={() => { void save(); }}>
        {workbookText.make}
      </Button>
      <span role="status" className="workbook-said">{said}</span>
    </>
  );
}
