import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  type SpotlightFilterFunction,
} from '@mantine/spotlight';
import { useMemo } from 'react';
import { usePlannerStore, useProjectOrNull, useScenarioId } from '../state/hooks.tsx';
import { findGroups } from '../state/palette-filter.ts';
import { listPaletteEntries } from '../state/palette.ts';
import { commandText, paletteText } from '../text/commands.ts';
import { useCommands } from './commands.ts';

/** Entries shown of one group; the list must stay short enough to read at a glance. */
const mostPerGroup = 8;

/** Without a query the many inputs stay out. */
const filter: SpotlightFilterFunction = (query, all) => {
  const groups = all.filter((each) => 'actions' in each);
  const open = query === '' ? groups.filter(({ group }) => group !== paletteText.groups.field) : groups;
  return findGroups(open, query, mostPerGroup);
};

/** Everything that has a name, found by typing it. */
export function Palette() {
  const commands = useCommands();
  const project = useProjectOrNull();
  const scenarioId = useScenarioId();
  const { actions } = usePlannerStore().getState();
  const document = project?.edits.document ?? null;
  const groups = useMemo((): SpotlightActionGroupData[] => {
    const usable = commands.filter(
      (command) => command.id !== 'view.palette' && (document !== null || command.needsProject !== true),
    );
    const own: SpotlightActionData[] = usable.map(({ id, label, run }) => ({ id, label, onClick: run }));
    return [
      { group: paletteText.groups.command, actions: own },
      ...listPaletteEntries(document, scenarioId, actions),
    ];
  }, [commands, document, scenarioId, actions]);
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      filter={filter}
      highlightQuery
      attributes={{ content: { 'aria-label': commandText['view.palette'] } }}
      nothingFound={paletteText.nothing}
      lockScroll={false}
      size={620}
      transitionProps={{ duration: 60 }}
      maxHeight={460}
      overlayProps={{ backgroundOpacity: 0.25 }}
      searchProps={{ placeholder: paletteText.placeholder, 'aria-label': paletteText.placeholder }}
    />
  );
}
