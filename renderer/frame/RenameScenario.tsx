import type { KnownInput } from '../../shared/project/field-path.ts';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { setField } from '../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../state/hooks.tsx';
import type { ScenarioInfo } from '../state/scenarios.ts';
import { scenarioText } from '../text/frame.ts';

interface Props {
  readonly scenario: ScenarioInfo;
  readonly onClose: () => void;
}

/** Asks for a new name. An empty name is not taken. */
export function RenameScenario({ scenario, onClose }: Props) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [name, setName] = useState(scenario.name);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    const at =
      { kind: 'scenario', key: scenario.id, field: 'name' } as const satisfies KnownInput;
    if (name.trim() !== '')
      edit(scenarioText.labelRename(name.trim()),
        setField(document, scenarioId, at, name.trim()));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={scenarioText.rename} size="sm">
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={scenarioText.nameField}
          maxLength={200}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {scenarioText.cancel}
          </Button>
          <Button size="xs" type="submit" disabled={name.trim() === ''}>
            {scenarioText.save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
