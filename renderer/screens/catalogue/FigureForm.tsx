import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Catalog } from '../../../shared/catalog/types.ts';
import {
  readFigures, type OwnCollection, type StatedFigure,
} from '../../../shared/plan/entries/own-catalog.ts';
import { evidenceNames } from '../../../shared/report/types.ts';
import { unitsLike } from '../../../shared/units/convert.ts';
import { evidenceClasses } from '../../../shared/units/provenance.ts';
import { catalogueText as words, figureLabel } from '../../text/catalogue.ts';
import type { FigureLine } from './rows.ts';

interface Props {
  readonly line: FigureLine;
  readonly catalog: Catalog;
  readonly collection: OwnCollection;
  readonly onKeep: (figure: StatedFigure) => void;
  readonly onCancel: () => void;
}

/** Value, unit and source of a figure: none is kept without saying where it comes from. */
export function FigureForm({ line, catalog, collection, onKeep, onCancel }: Props) {
  const { path, unit: kept, now, own } = line;
  const [value, setValue] = useState<number | string>(now?.value ?? '');
  const [unit, setUnit] = useState(kept);
  const [source, setSource] = useState(own ? now?.source ?? '' : '');
  const [date, setDate] = useState(own ? now?.date ?? '' : '');
  const [evidence, setEvidence] =
    useState<StatedFigure['evidence']>(own ? now?.evidence ?? 'user' : 'user');
  const [note, setNote] = useState(own ? now?.note ?? '' : '');
  const [said, say] = useState('');
  const keep = (): void => {
    const figure = {
      value: typeof value === 'number' ? value : Number.NaN, unit, source: source.trim(),
      date: date.trim() === '' ? null : date.trim(), evidence,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    const read = readFigures(catalog, collection, JSON.stringify({ [path]: figure }));
    if (read.ok) onKeep(figure);
    else say(words.refused(figureLabel(read.error.where), read.error.detail));
  };
  return (
    <form className="catalogue-form" aria-label={`${words.state}: ${figureLabel(path)}`}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}>
      <NumberInput size="xs" label={`${words.value}: ${figureLabel(path)}`} value={value}
        onChange={setValue} data-autofocus />
      <Select size="xs" label={words.unit} value={unit} allowDeselect={false}
        data={[...unitsLike(kept)]}
        onChange={(next) => { if (next !== null) setUnit(next); }} />
      <TextInput size="xs" className="catalogue-wide" label={words.source}
        placeholder={words.sourceHint} required value={source}
        onChange={(event) => { setSource(event.currentTarget.value); }} />
      <TextInput size="xs" label={words.date} placeholder={words.dateHint} value={date}
        onChange={(event) => { setDate(event.currentTarget.value); }} />
      <Select size="xs" label={words.evidence} value={evidence} allowDeselect={false}
        data={evidenceClasses.map((each) => ({ value: each, label: evidenceNames[each] }))}
        onChange={(next) => {
          setEvidence(evidenceClasses.find((each) => each === next) ?? 'user');
        }} />
      <TextInput size="xs" className="catalogue-wide" label={words.note} value={note}
        onChange={(event) => { setNote(event.currentTarget.value); }} />
      <div className="catalogue-buttons">
        <Button size="xs" type="submit">{words.keep}</Button>
        <Button size="xs" variant="default" onClick={onCancel}>{words.cancel}</Button>
        <span role="alert">{said}</span>
      </div>
    </form>
  );
}
