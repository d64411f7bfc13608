import { TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useActions, useIsReadOnly, useScenarioId } from '../../state/hooks.tsx';
import type { ScenarioInfo, ScenarioNode } from '../../state/scenarios.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { useSidePlans } from '../compare/use-side-plans.ts';
import { scenarioLines, type ScenarioLine } from './scenario-lines.ts';
import type { ScenarioActions } from '../../state/use-scenario-actions.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly nodes: readonly ScenarioNode[];
  readonly actions: ScenarioActions;
  /** The scenario whose name is being changed. */
  readonly renaming: string | null;
  readonly onRename: (id: string | null) => void;
  readonly onRemove: (scenario: ScenarioInfo) => void;
}

/** All scenarios, each under its base, with what they store and what they come to. */
export function ScenarioTable(
  { document, nodes, actions, renaming, onRename, onRemove }: Props,
) {
  const scenarioId = useScenarioId();
  const readOnly = useIsReadOnly();
  const wanted = useMemo(() => nodes.map(({ id }) => id), [nodes]);
  const { ids, plans, behind } = useSidePlans(document, wanted);
  const lines = useMemo(() => scenarioLines(document, nodes, ids, plans),
    [document, nodes, ids, plans]);
  const keys = (event: KeyboardEvent, node: ScenarioNode): void => {
    if (readOnly) return;
    const orders: Readonly<Record<string, () => void>> = {
      'F2': () => { if (!node.locked) onRename(node.id); },
      'Delete': () => { if (!node.locked) onRemove(node); },
      'Alt+ArrowUp': () => { actions.move(node, -1); },
      'Alt+ArrowDown': () => { actions.move(node, 1); },
    };
    const order = orders[`${event.altKey ? 'Alt+' : ''}${event.key}`];
    if (order === undefined) return;
    event.preventDefault();
    order();
  };
  return (
    <section className="fact-table" aria-label={words.table} aria-busy={behind}>
      <div className="fact-table-scroll" role="region" aria-label={words.scroll} tabIndex={0}>
        <table className="numeric scenario-table">
          <thead>
            <tr>
              {words.columns.map((column, at) => (
                <th key={`${column} ${at}`} scope="col"
                  data-kind={at === 1 ? 'word' : undefined}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={line.node.id} data-shown={line.node.id === scenarioId || undefined}>
                <td>{at + 1}</td>
                <th scope="row" data-kind="word"
                  style={{ paddingLeft: 8 + 18 * Math.min(line.node.depth, 8) }}>
                    {renaming === line.node.id
                      ? <Rename node={line.node} onDone={(name) => {
                        if (name !== null) actions.rename(line.node, name);
                        onRename(null);
                      }} />
                      : <Name line={line} onKeys={(event) => { keys(event, line.node); }} />}
                  </th>
                <td>{words.stores(line.stored, line.node.basedOn === '')}</td>
                <td>{line.cost.printed}</td>
                <td data-good={line.cost.good ?? undefined}>{line.cost.change}</td>
                <td>{line.npv.printed}</td>
                <td data-good={line.npv.good ?? undefined}>{line.npv.change}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface NameProps {
  readonly line: ScenarioLine;
  readonly onKeys: (event: KeyboardEvent) => void;
}

function Name({ line: { node, note }, onKeys }: NameProps) {
  const { selectScenario } = useActions();
  const shown = useScenarioId() === node.id;
  return (
    <button type="button" className="plain-button scenario-name" aria-pressed={shown}
      onKeyDown={onKeys}
      onClick={() => { selectScenario(node.id); }}>
      <bdi>{node.name}</bdi>
      {node.locked && <IconLock size={13} role="img" aria-label={words.locked} />}
      {note !== '' && <small><bdi>{note}</bdi></small>}
    </button>
  );
}

interface RenameProps {
  readonly node: ScenarioNode;
  /** Null where the name stays. */
  readonly onDone: (name: string | null) => void;
}

/** The name as a box: Enter or leaving it keeps the text, Escape does not. */
function Rename({ node, onDone }: RenameProps) {
  const [name, setName] = useState(node.name);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => { box.current?.select(); }, []);
  const keep = (): void => { onDone(name.trim() === '' || name === node.name ? null : name); };
  return (
    <TextInput ref={box} size="xs" maxLength={200} aria-label={words.newName(node.name)}
      value={name} dir="auto"
      onChange={(event) => { setName(event.currentTarget.value); }} onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') onDone(null);
      }} />
  );
}
