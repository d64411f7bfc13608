import { ActionIcon, Kbd, Menu, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceDesktop,
  IconInfoSquareRounded,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { useActions, useIsOpen, usePlanner } from '../state/hooks.tsx';
import { projectName } from '../state/names.ts';
import { frameText } from '../text/frame.ts';
import { ScenarioSwitcher } from './ScenarioSwitcher.tsx';
import { UnitSwitch } from './UnitSwitch.tsx';
import './top-bar.css';

/** Project, scenario, undo and redo, the palette, units and appearance. */
export function TopBar() {
  const open = useIsOpen();
  return (
    <header className="top-bar">
      <div className="top-start">
        {open && (
          <>
            <ProjectName />
            <ScenarioSwitcher />
            <History />
          </>
        )}
      </div>
      <button
        type="button"
        className="plain-button top-find"
        aria-label={`${frameText.palette} Ctrl K`}
        onClick={() => {
          spotlight.open();
        }}>
        <IconSearch size={14} stroke={1.75} aria-hidden />
        <span>{frameText.palette}</span>{' '}
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <div className="top-end">
        {open && <UnitSwitch />}
        <ThemeMenu />
        {open && <InspectorToggle />}
      </div>
    </header>
  );
}

function ProjectName() {
  const { go } = useActions();
  const { name, path, saving, readOnly } = usePlanner(({ project }) => ({
    name: project === null ? '' : projectName(project),
    path: project?.path,
    saving: (project?.edits.pending.length ?? 0) > 0,
    readOnly: project?.readOnly === true,
  }));
  const state = readOnly ? frameText.readOnly : saving ? frameText.saving : frameText.saved;
  return (
    <button type="button" className="plain-button top-project"
      onClick={() => { go('start'); }} title={path}>
        <span className="top-project-name">{name}</span>
        <span className="top-project-state" data-saving={saving || undefined}>{state}</span>
      </button>
  );
}

/** What waits for the host can be undone too; nothing can be repeated while it waits. */
function History() {
  const { undo, redo } = useActions();
  const { undoLabel, redoLabel } = usePlanner(({ project }) => ({
    undoLabel: project?.edits.pending.at(-1)?.label ?? project?.history.undo ?? null,
    redoLabel: project === null || project.edits.pending.length > 0 ? null
      : project.history.redo,
  }));
  return (
    <div className="top-history">
      <Step label={frameText.undo(undoLabel)} enabled={undoLabel !== null} run={undo}
        icon={undoIcon} />
      <Step label={frameText.redo(redoLabel)} enabled={redoLabel !== null} run={redo}
        icon={redoIcon} />
    </div>
  );
}

const undoIcon = <IconArrowBackUp size={17} stroke={1.6} aria-hidden />;
const redoIcon = <IconArrowForwardUp size={17} stroke={1.6} aria-hidden />;

interface StepProps {
  readonly label: string;
  readonly enabled: boolean;
  readonly run: () => Promise<void>;
  readonly icon: React.ReactNode;
}

function Step({ label, enabled, run, icon }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-disabled={!enabled}
        {...(enabled ? {} : { 'data-disabled': true })}
        onClick={() => {
          if (enabled) void run();
        }}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

const themeIcons = { light: IconSun, dark: IconMoon, system: IconDeviceDesktop };

function ThemeMenu() {
  const { setPreferences } = useActions();
  const theme = usePlanner((state) => state.preferences.theme);
  const Icon = themeIcons[theme];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${frameText.themeMenu}: ${frameText.theme[theme]}`}>
          <Icon size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={frameText.themeMenu}>
        {(['light', 'dark', 'system'] as const).map((each) => {
          const EachIcon = themeIcons[each];
          return (
            <Menu.Item
              key={each}
              leftSection={<EachIcon size={15} stroke={1.6} aria-hidden />}
              onClick={() => {
                setPreferences({ theme: each });
              }}>
              {frameText.theme[each]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function InspectorToggle() {
  const { setPreferences } = useActions();
  const shown = usePlanner((state) => state.preferences.inspectorOpen);
  const label = shown ? frameText.hideInspector : frameText.showInspector;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={shown ? 'light' : 'subtle'}
        color={shown ? 'steel' : 'gray'}
        aria-label={label}
        aria-pressed={shown}
        onClick={() => {
          setPreferences({ inspectorOpen: !shown });
        }}>
        <IconInfoSquareRounded size={17} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
