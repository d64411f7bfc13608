import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash, type Icon,
} from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useActions, useInputs, useIsFixed, usePlanner } from '../../state/hooks.tsx';
import {
  listRecordLines, pickedKey, type ListKind, type RecordLine,
} from '../../state/record-lists.ts';
import { othersOf, throughTo, withTicked } from '../../state/selected.ts';
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
  const { selected, tick, press } = useTogether(kind, picked, lines);
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
          <li key={line.key} className="record" data-many={selected.length > 1 || undefined}
            data-picked={selected.includes(line.key) || undefined}>
            <TogetherTick name={line.name} ticked={selected.includes(line.key)} disabled={fixed}
              onTick={() => { tick(line.key); }} />
            <Pick line={line} picked={line.key === picked}
              onPick={(event) => { press(line.key, event); }} />
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
      <p className="records-many" role="status">
        {selected.length > 1 && recordText.editing(kind, selected.length)}
      </p>
    </section>
  );
}

/** Key of the record on show, or null when the list is empty. */
export function usePickedKey(kind: ListKind): string | null {
  const inputs = useInputs();
  const picked = usePlanner((state) => state.picked[kind]);
  return inputs === null ? null : pickedKey(listRecordLines(inputs, kind), picked);
}

interface Together {
  /** Keys of the record picked and of those beside it. */
  readonly selected: readonly string[];
  /** Adds a record to those edited together, or takes it out. */
  readonly tick: (key: string) => void;
  /** A press on a name: picks it alone, with Control beside others, with Shift all up to it. */
  readonly press: (key: string, event: MouseEvent) => void;
}

function useTogether(
  kind: ListKind, picked: string | null, lines: readonly RecordLine[],
): Together {
  const { pick, pickTogether } = useActions();
  const also = usePlanner((planner) =>
    (picked === null ? [] : othersOf(planner, { kind, key: picked })));
  const tick = (key: string): void => {
    const next = withTicked(picked, also, key);
    if (next.picked !== null) pickTogether(kind, next.picked, next.also);
  };
  return {
    selected: picked === null ? [] : [picked, ...also],
    tick,
    press: (key, { shiftKey, ctrlKey, metaKey }) => {
      if (shiftKey && picked !== null)
        pickTogether(kind, picked, throughTo(lines.map((line) => line.key), picked, key));
      else if (ctrlKey || metaKey) tick(key);
      else pick(kind, key);
    },
  };
}

interface PickProps {
  readonly line: RecordLine;
  readonly picked: boolean;
  readonly onPick: (event: MouseEvent) => void;
}

function Pick({ line, picked, onPick }: PickProps) {
  return (
    <button type="button" className="plain-button record-pick" aria-pressed={picked}
      onClick={onPick}>
      <span className="record-name">{line.name}</span>
      <span className="record-summary">{line.summary}</span>
    </button>
  );
}

interface TogetherProps {
  readonly name: string;
  readonly ticked: boolean;
  readonly disabled: boolean;
  readonly onTick: () => void;
}

/** The tick by which several records are edited at once. */
const TogetherTick = ({ name, ticked, disabled, onTick }: TogetherProps) => (
  <input type="checkbox" className="record-tick" aria-label={recordText.together(name)}
    checked={ticked} disabled={disabled} onChange={onTick} />
);

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
