import { Button } from '@mantine/core';
import { useCommands } from '../../frame/commands.ts';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { useActions, useProject } from '../../state/hooks.tsx';
import { printMoment } from '../../text/moments.ts';
import { startText } from '../../text/start.ts';
import { useReply } from '../../state/use-reply.ts';

/** Lines of the change log shown. */
const journalLines = 30;

/** The open project: its file, its particulars and what was changed in it. */
export function OpenProjectPanel() {
  const { closeFile } = useActions();
  const { path, session, history, edits } = useProject();
  const saveCopy = useCommands().find((command) => command.id === 'file.save-copy');
  return (
    <section className="open-project" aria-labelledby="start-project">
      <header>
        <h2 id="start-project">{startText.project}</h2>
        <code>{path}</code>
        <Button size="compact-sm" variant="default" onClick={saveCopy?.run}>
          {startText.saveCopy}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            void closeFile();
          }}>
          {startText.close}
        </Button>
      </header>
      <div className="open-project-columns">
        <RecordForm kind="project" />
        <Journal session={session} again={`${history.revision} ${edits.pending.length}`} />
      </div>
    </section>
  );
}

function Journal({ session, again }: { readonly session: string; readonly again: string }) {
  const entries = useReply('project:journal', { session, limit: journalLines }, again);
  return (
    <section className="panel journal" aria-labelledby="start-journal">
      <h2 id="start-journal">{startText.history}</h2>
      {entries?.length === 0 && <p className="panel-hint">{startText.noHistory}</p>}
      <ol>
        {entries?.map(({ id, at, label, undone }) => (
          <li key={id} data-undone={undone || undefined}>
            <span>
              {label}
              {undone && ` (${startText.undone})`}
            </span>
            <time dateTime={at}>{printMoment(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
