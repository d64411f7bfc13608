import {
  Button, CloseButton, SegmentedControl, Select, Switch, TextInput,
} from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { RegisterRow } from '../../../shared/uncertainty/register.ts';
import { stalenessClasses, type Staleness } from '../../../shared/uncertainty/staleness.ts';
import { assumptionsText as words, stalenessText, stateText } from '../../text/assumptions.ts';
import { screenText } from '../../text/frame.ts';
import { screenIds, type ScreenId } from '../../state/screen-ids.ts';
import { clearFilter, setFilter, type RegisterFilter } from '../../state/register-filter.ts';
import { isFiltered } from './filter.ts';
import { screenOfRow } from './place.ts';

interface Props {
  readonly filter: RegisterFilter;
  readonly all: readonly RegisterRow[];
  readonly shown: number;
  readonly said: string;
  readonly onSave: () => void;
}

const states: readonly RegisterRow['state'][] = ['default', 'changed', 'inherited'];
const isState = (text: string | null): text is RegisterRow['state'] =>
  states.some((each) => each === text);
const isAge = (text: string | null): text is Staleness =>
  stalenessClasses.some((each) => each === text);
const isScreen = (text: string | null): text is ScreenId =>
  screenIds.some((each) => each === text);

/** Everything the register can be narrowed by, and its way out as a file. */
export function FilterBar({ filter, all, shown, said, onSave }: Props) {
  const places = screenIds.filter((id) => all.some((row) => screenOfRow(row) === id));
  return (
    <div className="register-tools" role="group" aria-label={words.table}>
      <TextInput className="register-search" size="xs" label={words.search}
        placeholder={words.searchHint} value={filter.text}
        onChange={(event) => { setFilter({ text: event.currentTarget.value }); }} />
      <Select size="xs" label={words.age} placeholder={words.any} clearable
        value={filter.staleness}
        data={stalenessClasses.map((value) => ({ value, label: stalenessText[value].label }))}
        onChange={(next) => { setFilter({ staleness: isAge(next) ? next : null }); }} />
      <Select size="xs" label={words.state} placeholder={words.any} clearable
        value={filter.state}
        data={states.map((value) => ({ value, label: stateText[value] }))}
        onChange={(next) => { setFilter({ state: isState(next) ? next : null }); }} />
      <Select size="xs" label={words.place} placeholder={words.any} clearable
        value={filter.place}
        data={places.map((value) => ({ value, label: screenText[value].label }))}
        onChange={(next) => { setFilter({ place: isScreen(next) ? next : null }); }} />
      <div className="register-state">
        {filter.behind !== null && (
          <span className="register-behind">
            {words.behind(filter.behind.figure)}
            <CloseButton size="xs" aria-label={words.removeBehind}
              onClick={() => { setFilter({ behind: null }); }} />
          </span>
        )}
        <span role="status">{said === '' ? words.shown(shown, all.length) : said}</span>
        <Switch size="xs" label={words.inactive} checked={filter.inactive}
          onChange={(event) => { setFilter({ inactive: event.currentTarget.checked }); }} />
        <span>{words.asOf}</span>
        <SegmentedControl size="xs" aria-label={words.asOf} value={filter.asOf}
          data={[{ value: 'today', label: words.asOfToday },
            { value: 'start', label: words.asOfStart }]}
          onChange={(next) => { setFilter({ asOf: next === 'start' ? 'start' : 'today' }); }} />
        {isFiltered(filter) && <Button size="compact-xs" variant="subtle"
          onClick={clearFilter}>{words.clear}</Button>}
        <Button size="compact-xs" variant="default"
          leftSection={<IconDownload size={13} aria-hidden />} onClick={onSave}>
            {words.csv}
          </Button>
      </div>
    </div>
  );
}
