import type { KnownInput } from '../../shared/project/field-path.ts';
import { Menu, UnstyledButton } from '@mantine/core';
import { fieldOf } from '../../shared/project/kinds.ts';
import { fieldState } from '../state/document.ts';
import { setField } from '../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../state/hooks.tsx';
import { labelEdit } from '../text/fields.ts';
import { frameText } from '../text/frame.ts';

const at =
  { kind: 'project', key: 'project', field: 'unitSystem' } as const satisfies KnownInput;

/**
 * SI or imperial units: a field of the project, so that the report is printed as the
 * screen shows it.
 */
export function UnitSwitch() {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const field = fieldOf(at.kind, at.field);
  const value = fieldState(document, scenarioId, at)?.value === 'imperial' ? 'imperial' : 'si';
  const choose = (next: 'si' | 'imperial'): void => {
    if (field !== undefined)
      edit(
        labelEdit(field, frameText.unitSystem[value], frameText.unitSystem[next]),
        setField(document, scenarioId, at, next),
      );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton
          className="top-units"
          aria-label={`${frameText.units}: ${frameText.unitSystem[value]}`}>
          {value === 'si' ? 'SI' : 'IP'}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={frameText.units}>
        <Menu.Item
          onClick={() => {
            choose('si');
          }}>
          {frameText.unitSystem.si}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            choose('imperial');
          }}>
          {frameText.unitSystem.imperial}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
