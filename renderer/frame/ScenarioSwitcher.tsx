import { Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconGitBranch,
  IconLock,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { listScenarios } from '../../shared/project/resolve.ts';
import { useActions, useDocument, useScenarioId } from '../state/hooks.tsx';
import { deleteScenario, dependants, deriveScenario } from '../state/scenarios.ts';
import { scenarioText } from '../text/frame.ts';
import { RenameScenario } from './RenameScenario.tsx';

/** Which scenario is on show, and what can be done with it. */
export function ScenarioSwitcher() {
  const { selectScenario, edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [renaming, setRenaming] = useState(false);
  const scenarios = listScenarios(document);
  const current = scenarios.find((s) => s.id === scenarioId);
  const built = dependants(document, scenarioId);
  if (current === undefined) return null;
  const duplicate = (): void => {
    const { edit: changes, key } = deriveScenario(document, current.id, scenarioText.copyOf(current.name));
    edit(scenarioText.labelDuplicate(current.name), changes);
    selectScenario(key);
  };
  const remove = (): void => {
    edit(scenarioText.labelRemove(current.name), deleteScenario(document, current.id));
    selectScenario(scenarios.find((s) => s.id !== current.id)?.id ?? '');
  };
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
            <IconChevronDown size={13} stroke={1.75} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label={scenarioText.switcher}>
          {scenarios.map((s) => (
            <Menu.Item
              key={s.id}
              onClick={() => {
                selectScenario(s.id);
              }}
              leftSection={
                s.id === scenarioId ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />
              }
              rightSection={s.locked ? <IconLock size={13} aria-hidden /> : null}>
              {s.name}
              {s.basedOn !== '' && (
                <div className="menu-note">
                  {scenarioText.basedOn(scenarios.find((b) => b.id === s.basedOn)?.name ?? s.basedOn)}
                </div>
              )}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconCopy size={14} aria-hidden />} onClick={duplicate}>
            {scenarioText.duplicate}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => {
              setRenaming(true);
            }}>
            {scenarioText.rename}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={14} aria-hidden />}
            disabled={built.length > 0 || scenarios.length < 2}
            onClick={remove}>
            {built.length > 0
              ? scenarioText.removeBlocked(built.map((s) => s.name).join(', '))
              : scenarioText.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && (
        <RenameScenario
          scenario={current}
          onClose={() => {
            setRenaming(false);
          }}
        />
      )}
    </>
  );
}
