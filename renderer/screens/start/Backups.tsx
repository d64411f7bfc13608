import { Button } from '@mantine/core';
import { useActions, usePlanner } from '../../state/hooks.tsx';
import { printMoment } from '../../text/moments.ts';
import { startText } from '../../text/start.ts';
import { useReply } from '../../state/use-reply.ts';

/** Backups made while working, newest first. */
export function Backups() {
  const backups = useReply('app:backups', {});
  const { recoverFile } = useActions();
  const busy = usePlanner((state) => state.busy);
  return (
    <section className="panel" aria-labelledby="start-backups">
      <h2 id="start-backups">{startText.backups}</h2>
      <p className="panel-hint">
        {backups?.length === 0 ? startText.noBackups : startText.backupsHint}
      </p>
      <ul>
        {backups?.map(({ path, projectName, savedAt }) => (
          <li key={path} className="file-line">
            <span className="file-open">
              <span className="file-name">{projectName}</span>
              <span className="file-path">{printMoment(savedAt)}</span>
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={busy}
              aria-label={startText.recover(projectName)}
              onClick={() => {
                void recoverFile(path);
              }}>
              {startText.recover('')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
