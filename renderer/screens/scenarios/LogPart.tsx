import { Select, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { JournalEntry } from '../../../shared/backend.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { useActions, usePlanner, useProject } from '../../state/hooks.tsx';
import { useReply } from '../../state/use-reply.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { authorsOf, filterLog, type LogFilter } from './log-lines.ts';
import { LogEntry } from './LogEntry.tsx';
import { useTouched } from './use-touched.ts';

/** Steps asked for; a project with more shows the newest. */
const most = 5_000;

/** Who changed what and when, newest first. */
export function LogPart({ document }: { readonly document: ProjectDocument }) {
  const { session, history } = useProject();
  const entries = useReply('project:journal', { session, limit: most }, history.revision);
  const [filter, setFilter] = useState<LogFilter>({ text: '', by: null });
  const [scenario, setScenario] = useState<string | null>(null);
  const found = useMemo(() => filterLog(entries ?? [], filter), [entries, filter]);
  const touched = useTouched(session, scenario === null ? null : found);
  const shown = scenario === null ? found
    : found.filter(({ id }) => touched.get(id)?.has(scenario) === true);
  if (entries === null) return null;
  return (
    <>
      <div className="scenario-tools">
        <TextInput size="xs" label={words.find} value={filter.text}
          onChange={(event) => {
            setFilter({ ...filter, text: event.currentTarget.value });
          }} />
        <Select size="xs" label={words.person} clearable placeholder={words.everyone}
          value={filter.by}
          data={authorsOf(entries)
            .map((by) => ({ value: by, label: by === '' ? words.nobody : by }))}
          onChange={(by) => { setFilter({ ...filter, by }); }} />
        <Select size="xs" label={words.inScenario} clearable placeholder={words.every}
          value={scenario}
          data={listScenarios(document).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setScenario} />
        <Author />
      </div>
      <p className="scenario-keys" role="status">{words.steps(shown.length, entries.length)}</p>
      {shown.length > 0 && <LogList entries={shown} document={document} />}
    </>
  );
}

/** The name under which one's own changes stand in the log. */
function Author() {
  const author = usePlanner(({ preferences }) => preferences.author);
  const { setPreferences } = useActions();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextInput className="scenario-base" size="xs" label={words.author} maxLength={200}
      dir="auto" value={draft ?? author}
      onChange={(event) => { setDraft(event.currentTarget.value); }}
      onBlur={() => {
        if (draft !== null && draft.trim() !== author) setPreferences({ author: draft.trim() });
        setDraft(null);
      }} />
  );
}

interface ListProps {
  readonly entries: readonly JournalEntry[];
  readonly document: ProjectDocument;
}

/** Height of a closed entry, px; open ones are measured. */
const entryPx = 34;

function LogList({ entries, document }: ListProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const lines = useVirtualizer({
    count: entries.length, getScrollElement: () => scroll.current,
    estimateSize: () => entryPx, overscan: 10,
    getItemKey: (index) => entries[index]?.id ?? index,
  });
  return (
    <div ref={scroll} className="log-scroll" role="region" aria-label={words.log} tabIndex={0}>
      <ol className="log" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start, key }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <li key={key} ref={lines.measureElement} data-index={index}
              aria-setsize={entries.length}
              aria-posinset={index + 1} style={{ transform: `translateY(${start}px)` }}>
              <LogEntry entry={entry} document={document} open={entry.id === open}
                onToggle={() => { setOpen(entry.id === open ? null : entry.id); }} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
