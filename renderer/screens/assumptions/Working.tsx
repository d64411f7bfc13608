import { Button, Progress } from '@mantine/core';
import { assumptionsText as words } from '../../text/assumptions.ts';
import type { Sensitivity } from './use-sensitivity.ts';

/** How far the work beside the page is; stops it, or starts it again. */
export function Working({ sensitivity: { phase, progress, failed, stop, restart } }: {
  readonly sensitivity: Sensitivity
}) {
  if (failed !== null)
    return <p className="foundation-work" role="alert">{words.failed(failed)}</p>;
  if (phase === 'done')
    return <p className="foundation-work foundation-help">{words.sharesHelp}</p>;
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  return (
    <div className="foundation-work">
      {phase === 'old' ? (
        <>
          <span role="status">{words.stopped}</span>
          <Button size="compact-xs" variant="default" onClick={restart}>{words.restart}</Button>
        </>
      ) : (
        <>
          <Progress value={share * 100} size="sm" aria-label={words.starting} />
          <span className="numeric">
            {progress === null ? words.starting : words.busy(progress.done, progress.total)}
          </span>
          <Button size="compact-xs" variant="default" onClick={stop}>{words.stop}</Button>
        </>
      )}
    </div>
  );
}
