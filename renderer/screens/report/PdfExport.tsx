import { Button, Progress } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ReportKind } from '../../../shared/backend.ts';
import { useHost } from '../../backend/context.tsx';
import { useActions, useProject, useScenarioId } from '../../state/hooks.tsx';
import { useReply } from '../../state/use-reply.ts';
import { explain } from '../../text/problems.ts';
import { reportText } from './text.ts';

interface Props {
  readonly kind: ReportKind;
  /** Sections to print; null prints all of the kind. */
  readonly sections: readonly string[] | null;
  /** Scenarios of a comparison; null for other kinds. */
  readonly scenarioIds: readonly string[] | null;
}

interface Running {
  readonly fraction: number;
  readonly label: string;
}

/** Makes the PDF, shows how far it is, and lets a person stop it. */
export function PdfExport({ kind, sections, scenarioIds }: Props) {
  const host = useHost();
  const { session } = useProject();
  const { settle } = useActions();
  const scenarioId = useScenarioId();
  const [running, setRunning] = useState<Running | null>(null);
  const [said, say] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  useEffect(
    () =>
      host.subscribe('task:progress', ({ task, fraction, label }) => {
        if (task === 'report') setRunning((now) => (now === null ? null : { fraction, label }));
      }),
    [host],
  );
  const make = async (): Promise<void> => {
    say('');
    setSaved(null);
    setRunning({ fraction: 0, label: reportText.starting });
    await settle(); // the printed page reads the file as the host has it
    const reply = await host.call('report:pdf', {
      session, scenarioId, kind, path: null, sections, scenarioIds,
    });
    setRunning(null);
    if (reply.ok) setSaved(reply.value.path);
    if (reply.ok) say(reportText.made(reply.value.path, reply.value.pages));
    else if (reply.error.code === 'cancelled') say(reportText.cancelled);
    else say(sentences(explain(reply.error)));
  };
  return (
    <>
      {running === null ? (
        <Button
          size="xs"
          leftSection={<IconFileDownload size={14} aria-hidden />}
          onClick={() => {
            void make();
          }}
        >
          {reportText.make}
        </Button>
      ) : (
        <span className="report-progress">
          <Progress value={running.fraction * 100} w={140} aria-label={running.label} />
          <span>{running.label}</span>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              void host.call('report:cancel', { session });
            }}
          >
            {reportText.cancel}
          </Button>
        </span>
      )}
      <span role="status" className="report-said">
        {said}
      </span>
      {saved !== null && <ShowSaved path={saved} />}
    </>
  );
}

/** Opens what was saved, or its folder, where the host has a desktop to do it with. */
function ShowSaved({ path }: { readonly path: string }) {
  const host = useHost();
  const info = useReply('app:info', {});
  const [failed, setFailed] = useState(false);
  if (info?.kind !== 'electron') return null;
  const show = async (how: 'open' | 'folder'): Promise<void> => {
    const reply = await host.call('report:show', { path, how });
    setFailed(!reply.ok || !reply.value.shown);
  };
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => { void show('open'); }}>
        {reportText.open}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => { void show('folder'); }}>
        {reportText.showInFolder}
      </Button>
      {failed && <span role="status" className="report-said">{reportText.notShown}</span>}
    </>
  );
}

const sentences = ({ title, kept, next }: ReturnType<typeof explain>): string =>
  [title, kept, next].join(' ');
