import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  type SpotlightFilterFunction,
} from '@mantine/spotlight';
import { useMemo, useState } from 'react';
import { usePlanner, usePlannerStore, useScenarioId } from '../state/hooks.tsx';
import { findGroups } from '../state/palette-filter.ts';
import { listPaletteEntries } from '../state/palette.ts';
import { commandText, paletteText } from '../text/commands.ts';
import { useCommands } from './commands.ts';

/** Entries shown of one group; the list must stay short enough to read at a glance. */
const mostPerGroup = 8;

/** Without a query the many inputs stay out. */
const filter: SpotlightFilterFunction = (query, all) => {
  const groups = all.filter((each) => 'actions' in each);
  const open =
    query === '' ? groups.filter(({ group }) => group !== paletteText.groups.field) : groups;
  return findGroups(open, query, mostPerGroup);
};

/** Everything that has a name, found by typing it. The list is made when the palette opens. */
export function Palette() {
  const [opened, setOpened] = useState(false);
  const groups = useGroups(opened);
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
      searchProps={{ placeholder:
        paletteText.placeholder, 'aria-label': paletteText.placeholder }}
      onSpotlightOpen={() => { setOpened(true); }}
      onSpotlightClose={() => { setOpened(false); }}
    />
  );
}

function useGroups(opened: boolean): SpotlightActionGroupData[] {
  const commands = useCommands();
  const scenarioId = useScenarioId();
  const { actions } = usePlannerStore().getState();
  const document =
    usePlanner(({ project }) => (opened ? project?.edits.document ?? null : null));
  return useMemo(() => {
    const usable = commands.filter(({ id, needsProject }) =>
      id !== 'view.palette' && (document !== null || needsProject !== true));
    const own =
      usable.map(({ id, label, run }): SpotlightActionData => ({ id, label, onClick: run }));
    const commandGroup = { group: paletteText.groups.command, actions: own };
    return [commandGroup, ...listPaletteEntries(document, scenarioId, actions)];
  }, [commands, document, scenarioId, actions]);
}
