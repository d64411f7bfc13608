import { ActionIcon, Chip, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { isActive } from '../../../shared/project/condition.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { describeCondition } from '../../state/active-when.ts';
import { pathOf, recordOf, valueOf } from '../../state/document.ts';
import { useActions, useInputs, usePlanner } from '../../state/hooks.tsx';
import { workbenchText as words } from '../../text/workbench.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { RecordForm } from '../fields/RecordForm.tsx';
import { matches, type InputLine, type InputSource } from './sources.ts';

interface Props {
  readonly sources: readonly InputSource[];
  readonly lines: readonly InputLine[];
  readonly tools?: ReactNode;
}

const filters = ['changed', 'assumed'] as const;
type Filter = (typeof filters)[number];

/** Every input of the screen, by group; what is searched for, or set apart, alone. */
export function AllInputs({ sources, lines, tools }: Props) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly Filter[]>([]);
  const asked = useDeferredValue(query.trim());
  const filtered = asked !== '' || chosen.length > 0;
  return (
    <section className="bench-all" aria-label={words.allTitle}>
      <AllHead query={query} onQuery={setQuery} />
      <div className="bench-chips">
        <Chip.Group multiple value={[...chosen]} onChange={(next: readonly string[]) => {
          setChosen(filters.filter((filter) => next.includes(filter)));
        }}>
          {filters.map((filter) => (
            <Chip key={filter} value={filter} size="xs" radius="xl" variant="light">
              {words.filters[filter]}
            </Chip>
          ))}
        </Chip.Group>
      </div>
      <div className="bench-list">
        {filtered ? <Found lines={lines} query={asked} filters={chosen} />
          : sources.map(({ kind, recordKey = kind, groups }) => (
            <RecordForm key={`${kind} ${recordKey}`} kind={kind} recordKey={recordKey}
              {...(groups === undefined ? {} : { groups })} />
          ))}
        {!filtered && tools}
      </div>
    </section>
  );
}

interface HeadProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function AllHead({ query, onQuery }: HeadProps) {
  const { showInputs } = useActions();
  const asked = usePlanner((state) => state.searchAsked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.focus();
  }, [asked]);
  return (
    <header className="bench-all-head">
      <TextInput
        ref={box}
        size="xs"
        type="search"
        className="bench-query"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
        value={query}
        onChange={({ currentTarget }) => { onQuery(currentTarget.value); }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (query === '') showInputs(false);
          else onQuery('');
        }}
      />
      <ActionIcon size="md" variant="subtle" color="gray" aria-label={words.close}
        onClick={() => { showInputs(false); }}>
        <IconX size={15} stroke={1.75} aria-hidden />
      </ActionIcon>
    </header>
  );
}

interface FoundProps {
  readonly lines: readonly InputLine[];
  readonly query: string;
  readonly filters: readonly Filter[];
}

function Found({ lines, query, filters: asked }: FoundProps) {
  const inputs = useInputs();
  if (inputs === null) return null;
  const found = lines.filter((line) => (query === '' || matches(line, query))
    && asked.every((filter) => holds(filter, line, inputs)));
  const groups = [...new Set(found.map(({ field }) => field.group))];
  return (
    <>
      <p className="bench-found" role="status">{words.found(found.length)}</p>
      {groups.map((group) => (
        <section key={group} className="group" aria-label={group}>
          <h2>{group}</h2>
          {found.filter(({ field }) => field.group === group).map(({ field, at }) => (
            <FieldRow key={pathOf(at)} field={field} at={at}
              inactive={field.activeWhen === undefined
                || isActive(field.activeWhen, inputs, at.key) ? null
                : describeCondition(field.activeWhen)} />
          ))}
        </section>
      ))}
    </>
  );
}

/** Whether an input was changed, or has only an assumed value. */
function holds(filter: Filter, { field, at }: InputLine, inputs: ScenarioInputs): boolean {
  const record = recordOf(inputs, at.kind, at.key);
  if (record === undefined) return false;
  const set = record.set.has(field.key);
  return filter === 'changed' ? set
    : field.evidence === 'assumed' && (!set || valueOf(record, field.key) === field.default);
}
