import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Catalog } from '../../../shared/catalog/types.ts';
import {
  fileEntry, printCollection, printEntries, printEntriesCsv, type FiledEntry, type FileFault,
} from '../../../shared/plan/entries/own-catalog-files.ts';
import { entriesOf, type OwnCollection } from '../../../shared/plan/entries/own-catalog.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { useSave } from '../../diagrams/use-save.ts';
import { readForeign } from '../../foreign/read-foreign.ts';
import { catalog as builtIn } from '../../state/catalog.ts';
import { writeEntries } from '../../state/catalog-edits.ts';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import { explainReading } from '../../text/reading.ts';
import { catalogueText as words, collectionText } from '../../text/catalogue.ts';

interface Props {
  readonly catalog: Catalog;
  readonly inputs: ScenarioInputs;
  readonly collection: OwnCollection;
}

type Looked =
  | { readonly name: string; readonly entries: readonly FiledEntry[] }
  | { readonly name: string; readonly faults: readonly FileFault[] };

const mostBytes = 5 * 1024 * 1024;

/**
 * Own entries in and out of files. A file is shown before it is taken, and taken wholly
 * or not at all.
 */
export function CatalogueFiles({ catalog, inputs, collection }: Props) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const picker = useRef<HTMLInputElement>(null);
  const [looked, look] = useState<Looked | null>(null);
  const { said, save } = useSave();
  const own = inputs.catalogEntry.flatMap((record) => fileEntry(record) ?? []);
  const read = async (file: File): Promise<void> => {
    const { name, size } = file;
    if (size > mostBytes)
      return look({ name, faults: [{ where: name, detail: words.tooLarge }] });
    const reading = await readForeign('entries', { text: await file.text(), catalog });
    if (!reading.ok)
      return look({ name, faults: [{ where: name, detail: explainReading(reading.error) }] });
    const entries = reading.value;
    look(entries.ok ? { name, entries: entries.value } : { name, faults: entries.error });
  };
  const take = (name: string, entries: readonly FiledEntry[]): void => {
    edit(words.labelImport(name), writeEntries(document, scenarioId, entries));
    look(null);
  };
  return (
    <section className="catalogue-files" aria-label={words.files}>
      <Button size="compact-xs" variant="default" disabled={readOnly}
        leftSection={<IconFileImport size={14} aria-hidden />}
        onClick={() => { picker.current?.click(); }}>
        {words.importFile}
      </Button>
      <input ref={picker} type="file" hidden accept=".json,.csv,application/json,text/csv"
        aria-label={words.importLabel}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void read(file);
        }} />
      <Button size="compact-xs" variant="default" disabled={own.length === 0}
        onClick={() => {
          save({ suggestedName: 'catalogue.json', encoding: 'utf8', data: printEntries(own) });
        }}>
        {words.exportJson}
      </Button>
      <Button size="compact-xs" variant="default" disabled={own.length === 0}
        onClick={() => {
          save({ suggestedName: 'catalogue.csv', encoding: 'utf8',
            data: printEntriesCsv(own) });
        }}>
        {words.exportCsv}
      </Button>
      <Button size="compact-xs" variant="default"
        onClick={() => {
          save({ suggestedName: `${collection}.csv`, encoding: 'utf8',
            data: printCollection(catalog, collection) });
        }}>
        {words.exportPart}
      </Button>
      <span role="status">{said === '' && own.length === 0 ? words.noOwn : said}</span>
      {looked !== null && <Preview looked={looked} onTake={take}
        onCancel={() => { look(null); }} />}
    </section>
  );
}

interface PreviewProps {
  readonly looked: Looked;
  readonly onTake: (name: string, entries: readonly FiledEntry[]) => void;
  readonly onCancel: () => void;
}

/** What a file would do, or every fault of it. */
function Preview({ looked, onTake, onCancel }: PreviewProps) {
  if ('faults' in looked) {
    return (
      <div className="catalogue-preview" role="alert">
        <p>{words.notTaken(looked.name)}</p>
        <ul>
          {looked.faults.map(
            ({ where, detail }) => <li key={`${where} ${detail}`}>{where}: {detail}</li>,
          )}
        </ul>
      </div>
    );
  }
  const { name, entries } = looked;
  return (
    <div className="catalogue-preview" role="status">
      <p>{words.read(name, entries.length)}</p>
      <ul>
        {entries.map((entry) => {
          const say = Object.hasOwn(entriesOf(builtIn, entry.collection), entry.entry)
            ? words.replaces
            : words.adds;
          return <li key={`${entry.collection}/${entry.entry}`}>
            {say(entry.name, collectionText[entry.collection])}
          </li>;
        })}
      </ul>
      <div className="catalogue-buttons">
        <Button size="xs" onClick={() => { onTake(name, entries); }}>{words.take}</Button>
        <Button size="xs" variant="default" onClick={onCancel}>{words.cancel}</Button>
      </div>
    </div>
  );
}
