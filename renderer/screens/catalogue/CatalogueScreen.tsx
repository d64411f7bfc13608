import { Select, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import {
  isOwnCollection, ownCollections, withOwnEntries, type OwnCollection,
} from '../../../shared/plan/entries/own-catalog.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { catalog as builtIn } from '../../state/catalog.ts';
import { useInputs, usePlanner } from '../../state/hooks.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { catalogueText as words, collectionText } from '../../text/catalogue.ts';
import './catalogue.css';
import { CatalogueFiles } from './CatalogueFiles.tsx';
import { EntryList } from './EntryList.tsx';
import { EntryView } from './EntryView.tsx';
import { entriesInUse, listEntries } from './rows.ts';
import { PeersPart } from './PeersPart.tsx';
import { VersionLine } from './VersionLine.tsx';

/**
 * Every entry plans can use, with its sources; figures of the project's own beside or in
 * place of them.
 */
export function CatalogueScreen() {
  const inputs = useInputs();
  const asked = usePlanner((state) => state.picked['catalogue'] ?? '');
  return (
    <ScreenFrame id="catalogue" parts={inputs === null ? [] : [
      { id: 'entries', label: words.entriesPart, content: 
        <Catalogue key={asked} inputs={inputs} asked={asked} /> },
      { id: 'peers', label: words.peers, content: <PeersPart catalog={builtIn} /> },
    ]} />
  );
}

const none: ReadonlySet<string> = new Set();

interface Props {
  readonly inputs: ScenarioInputs;
  /** Entry somebody asked for, as `systems/gb300_nvl72`; empty where nobody did. */
  readonly asked: string;
}

function Catalogue({ inputs, asked }: Props) {
  const [part = '', entry = null] = asked.split('/');
  const [collection, setCollection] = useState<OwnCollection>(isOwnCollection(part) ? part
    : 'systems');
  const [search, setSearch] = useState('');
  const [picked, pick] = useState<string | null>(entry);
  const plan = useDeferredValue(usePlan());
  const { catalog } = withOwnEntries(builtIn, inputs);
  const inUse = useMemo(() => (plan.ok ? entriesInUse(plan.value) : none), [plan]);
  const entries = listEntries(catalog, builtIn, inputs, collection, search, inUse);
  const shown = entries.find(({ id }) => id === picked) ?? entries[0];
  const all = listEntries(catalog, builtIn, inputs, collection, '', inUse).length;
  return (
    <>
      <VersionLine inputs={inputs} inUse={inUse} />
      <div className="catalogue">
        <aside className="catalogue-side" aria-label={words.list}>
          <Select size="xs" label={words.part} value={collection} allowDeselect={false}
            data={ownCollections.map((value) => ({ value, label: collectionText[value] }))}
            onChange={(next) => {
              if (next !== null && isOwnCollection(next)) setCollection(next);
            }} />
          <TextInput size="xs" label={words.find} value={search}
            onChange={(event) => { setSearch(event.currentTarget.value); }} />
          <p className="catalogue-count" role="status">{words.entries(entries.length, all)}</p>
          <EntryList entries={entries} shown={shown?.id ?? null} onPick={pick} />
        </aside>
        <section className="catalogue-entry" aria-label={shown?.name ?? words.figures}>
          {shown === undefined ? <p className="catalogue-hint">{words.nothing}</p>
            : <EntryView key={`${collection}/${shown.id}`} catalog={catalog}
              inputs={inputs} collection={collection} line={shown} onPick={pick} />}
          <CatalogueFiles catalog={catalog} inputs={inputs} collection={collection} />
        </section>
      </div>
    </>
  );
}
