import { Kbd } from '@mantine/core';
import {
  Spotlight, type SpotlightActionData, type SpotlightActionGroupData,
  type SpotlightFilterFunction,
} from '@mantine/spotlight';
import { useMemo, useState } from 'react';
import { usePlanner, usePlannerStore, useScenarioId } from '../state/hooks.tsx';
import { findGroups } from '../state/palette-filter.ts';
import {
  isInputOf, listPaletteEntries, type PaletteEntry, type PaletteGroup,
} from '../state/palette.ts';
import { commandText, paletteText } from '../text/commands.ts';
import { screenText } from '../text/frame.ts';
import { useCommands } from './commands.ts';
import { showKeys } from './keys.ts';
import './palette.css';

/** Entries shown of one group; the list must stay short enough to read at a glance. */
const mostPerGroup = 8;

const { groups: titles } = paletteText;
/** Without a query only what is short enough to read through is listed. */
const atRest: ReadonlySet<string> =
  new Set([titles.recent, titles.command, titles.place, titles.scenario]);

const filterAll = (narrowed: boolean): SpotlightFilterFunction => (query, all) => {
  const groups = all.filter((each) => 'actions' in each);
  if (query.trim() !== '')
    return findGroups(groups.filter(({ group }) => group !== titles.recent), query, mostPerGroup);
  const shown = narrowed ? groups : groups.filter(({ group }) => atRest.has(group));
  return findGroups(shown, query, narrowed ? 60 : mostPerGroup);
};

/** Everything that has a name, found by typing it. The list is made when the palette opens. */
export function Palette() {
  const [opened, setOpened] = useState(false);
  const { actions } = usePlannerStore().getState();
  const scope = usePlanner((state) => state.paletteScope);
  const groups = useGroups(opened);
  const placeholder = scope === null ? paletteText.placeholder
    : paletteText.within(screenText[scope].label);
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      filter={filterAll(scope !== null)}
      highlightQuery
      attributes={{ content: { 'aria-label': commandText['view.palette'] } }}
      nothingFound={paletteText.nothing}
      lockScroll={false}
      centered={false}
      size={680}
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={480}
      className="palette"
      overlayProps={{ backgroundOpacity: 0.25 }}
      searchProps={{ placeholder, 'aria-label': placeholder,
        rightSectionWidth: 150, rightSection: <Hint /> }}
      onSpotlightOpen={() => { setOpened(true); }}
      onSpotlightClose={() => {
        setOpened(false);
        actions.narrowPalette(null);
      }}
    />
  );
}

const Hint = () => (
  <span className="palette-hint" aria-hidden>
    <Kbd size="xs">↑</Kbd><Kbd size="xs">↓</Kbd><Kbd size="xs">Enter</Kbd><Kbd size="xs">Esc</Kbd>
  </span>
);

/** Commands that open the palette or put something away are of no use in it. */
const unlisted: ReadonlySet<string> = new Set(['view.palette', 'view.inputs', 'view.close']);

function useGroups(opened: boolean): SpotlightActionGroupData[] {
  const commands = useCommands();
  const scenarioId = useScenarioId();
  const { actions } = usePlannerStore().getState();
  const document =
    usePlanner(({ project }) => (opened ? project?.edits.document ?? null : null));
  const recent = usePlanner((state) => state.recent);
  const scope = usePlanner((state) => state.paletteScope);
  return useMemo(() => {
    if (!opened) return [];
    const usable = commands.filter(({ id, needsProject }) => !unlisted.has(id)
      && !id.startsWith('go.') && (document !== null || needsProject !== true));
    const all = listPaletteEntries(document, scenarioId, actions,
      usable.map(({ id, label, keys = [], run }) => ({ id, label, run,
        keys: keys.slice(0, 1).flatMap((each) => showKeys(each)).join(' ') })));
    const row = (entry: PaletteEntry) => rowOf(entry, actions.remember);
    return (scope === null ? withRecent(all, recent)
      : all.map(({ group, actions: some }) => ({ group,
        actions: some.filter(({ id }) => isInputOf(id, scope)) })))
      .map(({ group, actions: some }) => ({ group, actions: some.map(row) }));
  }, [opened, commands, document, scenarioId, actions, recent, scope]);
}

/** What was used last stands first, as far as it is still there. */
function withRecent(all: PaletteGroup[], recent: readonly string[]): PaletteGroup[] {
  const entries = all.flatMap((group) => group.actions);
  const again = recent.flatMap((id) => entries.find((each) => each.id === id) ?? []);
  return [{ group: titles.recent, actions: again }, ...all];
}

function rowOf(
  { id, label, description, place, keywords, onClick }: PaletteEntry,
  remember: (entry: string) => void,
): SpotlightActionData {
  return {
    id, label, description, keywords: [...keywords],
    rightSection: <span className="palette-place">{place}</span>,
    onClick: () => {
      remember(id);
      onClick();
    },
  };
}
