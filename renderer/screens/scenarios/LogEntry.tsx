import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { JournalEntry } from '../../../shared/backend.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useProject } from '../../state/hooks.tsx';
import { useReply } from '../../state/use-reply.ts';
import { printMoment } from '../../text/moments.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { describeChanges } from './log-lines.ts';

interface Props {
  readonly entry: JournalEntry;
  readonly document: ProjectDocument;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One step of the log; open, it lists what it changed. */
export function LogEntry({ entry, document, open, onToggle }: Props) {
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button type="button" className="plain-button log-entry" aria-expanded={open}
        onClick={onToggle}
        data-undone={entry.undone || undefined}>
        <Chevron size={13} aria-hidden />
        <time dateTime={entry.at}>{printMoment(entry.at)}</time>
        <bdi className="log-label">{entry.label}</bdi>
        {entry.undone && <em>{words.undone}</em>}
        <bdi className="log-by">{entry.by === '' ? words.nobody : entry.by}</bdi>
      </button>
      {open && <Detail id={entry.id} document={document} />}
    </>
  );
}

function Detail({ id, document }: { readonly id: number; readonly document: ProjectDocument }) {
  const { session, history } = useProject();
  const detail = useReply('project:journal-entry', { session, id }, history.revision);
  if (detail === null) return null;
  return (
    <dl className="log-detail">
      {describeChanges(detail.changes, document).map((line) => (
        <div key={line.id}>
          <dt><bdi>
            {[line.scenario, line.record, line.label].filter((part) => part !== '').join(' · ')}
          </bdi></dt>
          <dd>{line.before !== line.after
            && <><bdi>{line.before}</bdi> → <bdi>{line.after}</bdi></>}</dd>
        </div>
      ))}
    </dl>
  );
}
