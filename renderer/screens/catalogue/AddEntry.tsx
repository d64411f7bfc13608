import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { valuesOf } from '../../../shared/plan/entries/own-catalog-files.ts';
import {
  entriesOf, readCatalogEntry, type OwnCollection,
} from '../../../shared/plan/entries/own-catalog.ts';
import { writeEntry } from '../../state/catalog-edits.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { catalogueText as words } from '../../text/catalogue.ts';
import type { EntryLine } from './rows.ts';

interface Props {
  readonly catalog: Catalog;
  readonly collection: OwnCollection;
  readonly base: EntryLine;
  readonly onAdded: (id: string) => void;
}

/** A new entry that begins as a copy of the one on show. */
export function AddEntry({ catalog, collection, base, onAdded }: Props) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [said, say] = useState('');
  const add = (): void => {
    const entry = { collection, entry: key.trim(), basedOn: base.id,
      name: name.trim() || key.trim(), figures: {}, properties: {} };
    const read = readCatalogEntry(catalog, valuesOf(entry));
    if (!read.ok) say(words.refused(read.error.where, read.error.detail));
    else if (Object.hasOwn(entriesOf(catalog, collection), entry.entry)) say(words.keyTaken);
    else {
      edit(words.labelAdd(entry.name), writeEntry(document, scenarioId, entry));
      onAdded(entry.entry);
    }
  };
  return (
    <form className="catalogue-form" aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}>
      <h3>{words.add}</h3>
      <TextInput size="xs" label={words.name} maxLength={120} value={name}
        onChange={(event) => { setName(event.currentTarget.value); }} />
      <TextInput size="xs" label={words.key} placeholder={words.keyHint} required
        maxLength={120} value={key}
        onChange={(event) => { setKey(event.currentTarget.value); }} />
      <div className="catalogue-buttons">
        <Button size="xs" variant="default" type="submit">{words.create}</Button>
        <span role="alert">{said}</span>
      </div>
    </form>
  );
}
