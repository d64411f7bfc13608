import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash, type Icon,
} from '@tabler/icons-react';
import { useActions, useInputs, useIsFixed, usePlanner } from '../../state/hooks.tsx';
import {
  listRecordLines, pickedKey, type ListKind, type RecordLine,
} from '../../state/record-lists.ts';
import { listText, recordText } from '../../text/records.ts';
import './record-list.css';
import { useRecordEdits } from './use-record-edits.ts';

/** The records of a list; the one picked is edited beside it. */
export function RecordList({ kind }: { readonly kind: ListKind }) {
  const inputs = useInputs();
  const edits = useRecordEdits(kind);
  const picked = usePickedKey(kind);
  const lines = inputs === null ? [] : listRecordLines(inputs, kind);
  const fixed = useIsFixed(kind);
  const { title, one, empty } = listText(kind);
  return (
    <section className="records" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={fixed}
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={edits.add}>
          {recordText.add(one)}
        </Button>
      </header>
      {lines.length === 0 && <p className="records-empty">{empty}</p>}
      <ul>
        {lines.map((line, index) => (
          <li key={line.key} className="record" data-picked={line.key === picked || undefined}>
            <Pick kind={kind} line={line} picked={line.key === picked} />
            <div className="record-actions">
              <Action
                icon={IconArrowUp}
                label={recordText.up(line.name)}
                off={fixed || index === 0}
                run={() => {
                  edits.move(line, -1);
                }}
              />
              <Action
                icon={IconArrowDown}
                label={recordText.down(line.name)}
                off={fixed || index === lines.length - 1}
                run={() => {
                  edits.move(line, 1);
                }}
              />
              <Action
                icon={IconCopy}
                label={recordText.duplicate(line.name)}
                off={fixed}
                run={() => {
                  edits.duplicate(line);
                }}
              />
              <Action
                icon={IconTrash}
                off={fixed || line.usedBy.length > 0}
                run={() => {
                  edits.remove(line);
                }}
                label={
                  line.usedBy.length > 0
                    ? recordText.removeBlocked(line.name, line.usedBy)
                    : recordText.remove(line.name)
                }
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Key of the record on show, or null when the list is empty. */
export function usePickedKey(kind: ListKind): string | null {
  const inputs = useInputs();
  const picked = usePlanner((state) => state.picked[kind]);
  return inputs === null ? null : pickedKey(listRecordLines(inputs, kind), picked);
}

function Pick({
  kind,
  line,
  picked,
}: {
  readonly kind: ListKind;
  readonly line: RecordLine;
  readonly picked: boolean;
}) {
  const { pick } = useActions();
  return (
    <button
      type="button"
      className="plain-button record-pick"
      aria-pressed={picked}
      onClick={() => {
        pick(kind, line.key);
      }}>
      <span className="record-name">{line.name}</span>
      <span className="record-summary">{line.summary}</span>
    </button>
  );
}

interface ActionProps {
  readonly icon: Icon;
  readonly label: string;
  readonly off?: boolean;
  readonly run: () => void;
}

function Action({ icon: Glyph, label, off = false, run }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-disabled={off}
        data-off={off || undefined}
        onClick={() => {
          if (!off) run();
        }}>
        <Glyph size={14} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
