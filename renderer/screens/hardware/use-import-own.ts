import { useState } from 'react';
import type { MeasuredPoint } from '../../../shared/catalog/types.ts';
import type { ImportContext } from '../../../shared/import/benchmark/context.ts';
import { splitPoints } from '../../../shared/plan/entries/own-entries.ts';
import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import { readForeign } from '../../foreign/read-foreign.ts';
import { catalog } from '../../state/catalog.ts';
import { addRecord, type Edit } from '../../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { joinChanges } from '../../state/rebase.ts';
import { explainReading } from '../../text/reading.ts';
import { mostBytes, ownText } from './text.ts';

export interface Outcome {
  readonly kind: 'imported' | 'refused';
  readonly title: string;
  readonly lines: readonly string[];
  /** Points that could be kept although others of the file were refused. */
  readonly waiting: number;
}

interface Waiting {
  readonly name: string;
  readonly points: readonly MeasuredPoint[];
}

/** What a key may be made of. */
export const keyOf = (name: string): string =>
  name.toLowerCase().replace(/\.[a-z]+$/, '').replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '').slice(0, 40) || 'own';

type Widths = Pick<ImportContext, 'tp' | 'attentionDp' | 'ep'>;

/** Points of a result file, taken to be of the group's server where the file does not say. */
function readPoints(
  text: string, { record, accelerator, model }: GroupServing, widths: Widths,
) {
  const { precision, framework, speculativeDraft } = record.values;
  const context: ImportContext = {
    gpu: accelerator.id,
    model: model.id,
    precision,
    framework,
    frameworkVersion: '',
    speculative: speculativeDraft > 0,
    ...widths,
  };
  const known = { ...catalog, models: { ...catalog.models, [model.id]: model } };
  return readForeign('benchmark', { text, context, catalog: known });
}

/** The records that keep points, one or several by their length. */
function recordsFor({ name, points }: Waiting, document: ProjectDocument, scenarioId: string) {
  let edits: Edit = [];
  let next = document;
  let key = '';
  splitPoints(points).forEach((rows, i, all) => {
    const title = all.length > 1 ? `${name}, part ${i + 1}` : name;
    const values = { name: title.slice(0, 120), origin: name.slice(0, 400), rows };
    const added = addRecord(next, scenarioId, 'benchmark', keyOf(name), values);
    next = applyChanges(next, added.edit);
    edits = joinChanges(edits, added.edit);
    key = added.key;
  });
  return { edits, key };
}

/**
 * Reads files into the project, or says line by line why not; what is refused in part
 * waits for a word.
 */
export function useImportOwn(serving: GroupServing) {
  const { edit, pick } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [outcome, say] = useState<Outcome | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const refuse = (
    name: string, lines: readonly string[], left: Waiting | null = null,
  ): void => {
    setWaiting(left);
    say({ kind: 'refused', title: ownText.refused(name), lines,
      waiting: left?.points.length ?? 0 });
  };
  const keepPoints = ({ name, points }: Waiting): void => {
    const { edits, key } = recordsFor({ name, points }, document, scenarioId);
    pick('benchmark', key);
    edit(ownText.imported(name), edits);
    setWaiting(null);
    say({ kind: 'imported', title: ownText.importedPoints(name, points.length), lines: [],
      waiting: 0 });
  };
  return {
    outcome,
    keep: () => {
      if (waiting !== null) keepPoints(waiting);
    },
    say,
    readBenchmark: async (file: File, widths: Widths): Promise<void> => {
      if (file.size > mostBytes) return refuse(file.name, [ownText.tooLarge]);
      const reading = await readPoints(await file.text(), serving, widths);
      if (!reading.ok) return refuse(file.name, [explainReading(reading.error)]);
      const read = reading.value;
      if (!read.ok) return refuse(file.name, read.error.map(({ reason }) => reason));
      const { points, refused } = read.value.value;
      const lines = refused.map(({ line, reason }) => ownText.line(line, reason));
      const kept = { name: file.name, points };
      if (refused.length > 0 || points.length === 0)
        return refuse(file.name, lines, points.length > 0 ? kept : null);
      keepPoints(kept);
    },
  };
}
