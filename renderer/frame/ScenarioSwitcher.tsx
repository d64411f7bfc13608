import { Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconGitBranch,
  IconListTree,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { listScenarios } from '../../shared/project/resolve.ts';
import { useActions, useDocument, useIsReadOnly, useScenarioId } from '../state/hooks.tsx';
import { dependants, type ScenarioInfo } from '../state/scenarios.ts';
import { useScenarioActions } from '../state/use-scenario-actions.ts';
import { scenarioText } from '../text/frame.ts';
import { RenameScenario } from './RenameScenario.tsx';

/** Which scenario is on show, and what can be done with it. */
export function ScenarioSwitcher() {
  const { go } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [renaming, setRenaming] = useState(false);
  const scenarios = listScenarios(document);
  const current = scenarios.find((s) => s.id === scenarioId);
  if (current === undefined) return null;
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <button
            type="button"
            className="plain-button top-scenario"
            aria-label={`${scenarioText.switcher}: ${current.name}`}>
            <IconGitBranch size={14} stroke={1.6} aria-hidden />
            <span>{current.name}</span>
            {current.locked && <IconLock size={13} aria-hidden />}
            <IconChevronDown size={13} stroke={1.75} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label={scenarioText.switcher} className="top-scenario-menu">
          {scenarios.map((s) => (
            <Choice key={s.id} scenario={s} base={scenarios.find((b) => b.id === s.basedOn)} />
          ))}
          <Menu.Divider />
          <Orders current={current} only={scenarios.length < 2}
            onRename={() => { setRenaming(true); }} />
          <Menu.Divider />
          <Order icon={IconListTree} label={scenarioText.all}
            run={() => { go('scenarios', 'tree'); }} />
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameScenario scenario={current}
        onClose={() => { setRenaming(false); }} />}
    </>
  );
}

interface ChoiceProps {
  readonly scenario: ScenarioInfo;
  readonly base: ScenarioInfo | undefined;
}

function Choice({ scenario: { id, name, basedOn, locked }, base }: ChoiceProps) {
  const { selectScenario } = useActions();
  const shown = useScenarioId() === id;
  return (
    <Menu.Item
      onClick={() => { selectScenario(id); }}
      leftSection={shown ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />}
      rightSection={locked ? <IconLock size={13} aria-hidden /> : null}>
      {name}
      {basedOn !== ''
        && <div className="menu-note">{scenarioText.basedOn(base?.name ?? basedOn)}</div>}
    </Menu.Item>
  );
}

interface OrdersProps {
  readonly current: ScenarioInfo;
  readonly only: boolean;
  readonly onRename: () => void;
}

/**
 * What can be done with the scenario on show; one that others build on is deleted on the
 * screen, which explains.
 */
function Orders({ current, only, onRename }: OrdersProps) {
  const { derive, duplicate, lock, remove } = useScenarioActions();
  const readOnly = useIsReadOnly();
  const built = dependants(useDocument(), current.id);
  const { locked } = current;
  return (
    <>
      <Order icon={IconGitBranch} label={scenarioText.derive} off={readOnly}
        run={() => { derive(current); }} />
      <Order icon={IconCopy} label={scenarioText.duplicate} off={readOnly}
        run={() => { duplicate(current); }} />
      <Order icon={IconPencil} label={scenarioText.rename} off={readOnly || locked}
        run={onRename} />
      <Order icon={locked ? IconLockOpen : IconLock}
        label={locked ? scenarioText.unlock : scenarioText.lock}
        off={readOnly} run={() => { lock(current); }} />
      <Order icon={IconTrash} off={readOnly || locked || only || built.length > 0}
        run={() => { remove(current); }}
        label={built.length > 0
          ? scenarioText.removeBlocked(built.map((s) => s.name).join(', '))
          : scenarioText.remove} />
    </>
  );
}

interface OrderProps {
  readonly icon: Icon;
  readonly label: string;
  readonly off?: boolean;
  readonly run: () => void;
}

function Order({ icon: Glyph, label, off = false, run }: OrderProps) {
  return <Menu.Item leftSection={<Glyph size={14} aria-hidden />} disabled={off}
    onClick={run}>{label}</Menu.Item>;
}
