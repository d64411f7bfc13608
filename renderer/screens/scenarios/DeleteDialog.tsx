import { Button, Group, Modal } from '@mantine/core';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { dependants, type ScenarioInfo } from '../../state/scenarios.ts';
import { scenariosText as words } from '../../text/scenarios.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly scenario: ScenarioInfo;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Says who builds on the scenario, and offers to keep their results. */
export function DeleteDialog({ document, scenario, onDelete, onClose }: Props) {
  const names = dependants(document, scenario.id).map(({ name }) => `“${name}”`);
  return (
    <Modal opened onClose={onClose}
      title={<span className="scenario-said">{words.deleteTitle(scenario.name)}</span>}>
        <p className="scenario-said">{words.deleteUsed(names)}</p>
        <p>{words.deleteKeepHelp}</p>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button size="xs" data-autofocus onClick={onDelete}>{words.deleteKeep}</Button>
        </Group>
      </Modal>
  );
}
