import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Catalog } from '../../../shared/catalog/types.ts';
import {
  entriesOf, type OwnCollection, type StatedFigure,
} from '../../../shared/plan/entries/own-catalog.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { catalog as builtIn } from '../../state/catalog.ts';
import {
  dropEntry, entryOf, ownRecordOf, withFigure, writeEntry,
} from '../../state/catalog-edits.ts';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import { catalogueText as words, figureLabel } from '../../text/catalogue.ts';
import { AddEntry } from './AddEntry.tsx';
import { ModelLine } from './ModelLine.tsx';
import { FigureForm } from './FigureForm.tsx';
import { FigureTable } from './FigureTable.tsx';
import { listFigures, type EntryLine } from './rows.ts';

interface Props {
  readonly catalog: Catalog;
  readonly inputs: ScenarioInputs;
  readonly collection: OwnCollection;
  readonly line: EntryLine;
  readonly onPick: (id: string) => void;
}

/** One entry: its figures with their sources, and what the project says instead. */
export function EntryView({ catalog, inputs, collection, line, onPick }: Props) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const [open, setOpen] = useState<string | null>(null);
  const figures = listFigures(catalog, builtIn, inputs, collection, line.id);
  const record = ownRecordOf(inputs, collection, line.id);
  const entry = entriesOf(catalog, collection)[line.id];
  const note = entry?.['note'];
  const state = (path: string, figure: StatedFigure | null): void => {
    const next = withFigure(entryOf(inputs, collection, line.id, line.name), path, figure);
    edit(words.labelFigure(line.name, figureLabel(path)),
      writeEntry(document, scenarioId, next));
    setOpen(null);
  };
  const opened = figures.find(({ path }) => path === open);
  return (
    <>
      <header className="catalogue-head">
        <h2>{line.name}</h2>
        <code>{line.id}</code>
        {record !== undefined && !readOnly && (
          <Button size="compact-xs" variant="default"
            onClick={() => {
              edit(words.labelRevert(line.name), dropEntry(document, scenarioId, record));
            }}>
            {line.mark === 'own' ? words.dropEntry : words.revertEntry}
          </Button>
        )}
      </header>
      {record !== undefined && record.values.basedOn !== ''
        && <p className="catalogue-hint">{words.based(record.values.basedOn)}</p>}
      {typeof note === 'string' && <p className="catalogue-hint">{note}</p>}
      <ModelLine life={collection === 'models' ? catalog.models[line.id]?.life : undefined} />
      {opened !== undefined && (
        <FigureForm key={opened.path} line={opened} catalog={catalog} collection={collection}
          onKeep={(figure) => { state(opened.path, figure); }}
          onCancel={() => { setOpen(null); }} />
      )}
      <FigureTable figures={figures} readOnly={readOnly} open={open} onOpen={setOpen}
        onRevert={(path) => { state(path, null); }} />
      <p className="catalogue-hint">{words.figuresHelp}</p>
      {!readOnly && <AddEntry catalog={catalog} collection={collection} base={line}
        onAdded={onPick} />}
    </>
  );
}
