import { Button } from '@mantine/core';
import { useActions, usePlanner } from '../../state/hooks.tsx';
import { startText } from '../../text/start.ts';
import { useReply } from '../../state/use-reply.ts';

/** Complete plans to start from. */
export function Templates() {
  const templates = useReply('app:templates', {});
  const { createFile } = useActions();
  const busy = usePlanner((state) => state.busy);
  return (
    <section className="panel" aria-labelledby="start-templates">
      <h2 id="start-templates">{startText.templates}</h2>
      <p className="panel-hint">{startText.blankHint}</p>
      <ul className="template-list">
        {templates?.map(({ id, name, summary }) => (
          <li key={id} className="template">
            <div>
              <h3>{name}</h3>
              <p>{summary}</p>
            </div>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              aria-label={`${startText.create}: ${name}`}
              onClick={() => {
                void createFile(id, null);
              }}>
              {startText.create}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
