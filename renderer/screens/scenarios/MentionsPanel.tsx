import { Button, Checkbox } from '@mantine/core';
import type { Mention } from '../../../shared/disclosure/mentions.ts';
import { scenariosText as words } from '../../text/scenarios.ts';

interface Props {
  readonly mentions: readonly Mention[];
  readonly left: boolean;
  readonly onLeave: (left: boolean) => void;
  readonly onTake: (paths: readonly string[]) => void;
}

/**
 * Path that takes out what a mention stands in: the field's, or that of the notes on its
 * record.
 */
const pathOf = ({ where }: Mention): string =>
  (where.startsWith('notes on ') ? where.replace(/^notes on (.*)\.[^.]*$/u, '$1.notes')
    : where);

/** What stays in the package and says what is taken out of it. */
export function MentionsPanel({ mentions, left, onLeave, onTake }: Props) {
  if (mentions.length === 0) return null;
  return (
    <section className="scenario-panel" aria-label={words.mentionsTitle}>
      <h2>{words.mentionsTitle}</h2>
      <ul className="redacted">
        {mentions.map(
          ({ where, says }) => <li key={`${where} ${says}`}>{words.mention(where, says)}</li>,
        )}
      </ul>
      <div className="scenario-tools">
        <Button size="xs" variant="default" onClick={() => { onTake(mentions.map(pathOf)); }}>
          {words.takeMentions}
        </Button>
        <Checkbox size="xs" checked={left} label={words.leaveMentions}
          onChange={(event) => { onLeave(event.currentTarget.checked); }} />
      </div>
    </section>
  );
}
