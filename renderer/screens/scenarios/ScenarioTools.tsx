import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import {
  IconArrowDown, IconArrowUp, IconCopy, IconGitBranch, IconLock, IconLockOpen, IconPencil,
  IconTrash, type Icon,
} from '@tabler/icons-react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useIsReadOnly } from '../../state/hooks.tsx';
import { possibleBases } from '../../state/scenario-edits.ts';
import type { ScenarioNode } from '../../state/scenarios.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import type { ScenarioActions } from '../../state/use-scenario-actions.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly scenario: ScenarioNode;
  /** Whether there is no other scenario. */
  readonly only: boolean;
  readonly actions: ScenarioActions;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the scenario on show. */
export function ScenarioTools(
  { document, scenario, only, actions, onRename, onRemove }: Props,
) {
  const readOnly = useIsReadOnly();
  const { locked, first, last, basedOn } = scenario;
  const bases = possibleBases(document, scenario.id);
  return (
    <div className="scenario-tools" role="group" aria-label={words.tools}>
      <Tool icon={IconGitBranch} label={words.derive} off={readOnly}
        run={() => { actions.derive(scenario); }} />
      <Tool icon={IconCopy} label={words.duplicate} off={readOnly}
        run={() => { actions.duplicate(scenario); }} />
      <Tool icon={IconPencil} label={words.rename} off={readOnly || locked} run={onRename} />
      <Mover icon={IconArrowUp} label={words.up} off={readOnly || first}
        run={() => { actions.move(scenario, -1); }} />
      <Mover icon={IconArrowDown} label={words.down} off={readOnly || last}
        run={() => { actions.move(scenario, 1); }} />
      <Tool icon={locked ? IconLockOpen : IconLock}
        label={locked ? words.unlock : words.lock} off={readOnly}
        run={() => { actions.lock(scenario); }} />
      <Tool icon={IconTrash} label={words.remove} off={readOnly || locked || only}
        run={onRemove} />
      <Select className="scenario-base" size="xs" label={words.basedOn} allowDeselect={false}
        disabled={readOnly || locked} value={basedOn}
        data={[{ value: '', label: words.noBase },
          ...bases.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(base) => { if (base !== null) actions.rebase(scenario, base); }} />
    </div>
  );
}

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly off: boolean;
  readonly run: () => void;
}

function Tool({ icon: Glyph, label, off, run }: ToolProps) {
  return (
    <Button size="xs" variant="default" disabled={off}
      leftSection={<Glyph size={14} aria-hidden />} onClick={run}>
        {label}
      </Button>
  );
}

function Mover({ icon: Glyph, label, off, run }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={30} variant="default" disabled={off} aria-label={label} onClick={run}>
        <Glyph size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
