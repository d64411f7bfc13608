import { useState } from 'react';
import { sourceOf, type ModelFile } from '../../../shared/plan/entries/own-models.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import { readForeign } from '../../foreign/read-foreign.ts';
import { catalog } from '../../state/catalog.ts';
import { addRecord, setField, setNote } from '../../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { joinChanges } from '../../state/rebase.ts';
import { explainReading } from '../../text/reading.ts';
import { modelText } from './model-text.ts';
import { mostBytes, ownText } from './text.ts';
import { keyOf, type Outcome } from './use-import-own.ts';

/** A file that waits: for a word that it is meant, or for its longest context. */
type Waiting =
  | { readonly for: 'word'; readonly file: string; readonly source: string;
    readonly read: ModelFile }
  | { readonly for: 'context'; readonly file: string; readonly source: string;
    readonly text: string };

/**
 * Reads a model's configuration, shows it, and takes it only when told to.
 * @param say tells what became of a file
 */
export function useImportModel({ traffic }: GroupServing, say: (outcome: Outcome | null) => void) {
  const { edit, pick } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const refuse = (file: string, lines: readonly string[]): void => {
    say({ kind: 'refused', title: ownText.refused(file), lines, waiting: 0 });
  };
  const readText = async (
    text: string, file: string, source: string, context: number | null,
  ): Promise<void> => {
    setWaiting(null);
    const reading = await readForeign('model', { text, name: file, context, catalog });
    if (!reading.ok) return refuse(file, [explainReading(reading.error)]);
    const read = reading.value;
    if (!read.ok) {
      if (read.error.asksContext) setWaiting({ for: 'context', file, source, text });
      return refuse(file, [ownText.modelProblem(read.error)]);
    }
    if (read.value.config === null) return refuse(file, [ownText.tooLong]);
    say(null);
    setWaiting({ for: 'word', file, source, read: read.value });
  };
  const done = (title: string): void => {
    setWaiting(null);
    say({ kind: 'imported', title, lines: [], waiting: 0 });
  };
  return {
    waiting,
    readModel: async (file: File): Promise<void> => {
      if (file.size > mostBytes) return refuse(file.name, [ownText.tooLarge]);
      const bytes = new Uint8Array(await file.arrayBuffer());
      await readText(await file.text(), file.name, sourceOf(file.name, bytes), null);
    },
    answerContext: (context: number): void => {
      if (waiting?.for === 'context') void readText(waiting.text, waiting.file, waiting.source, context);
    },
    take: (): void => {
      if (waiting?.for !== 'word' || waiting.read.config === null) return;
      const { report: { name }, config } = waiting.read;
      const added = addRecord(document, scenarioId, 'customModel', `own-${keyOf(name)}`,
        { name, config });
      const note = setNote(applyChanges(document, added.edit), scenarioId,
        { kind: 'customModel', key: added.key, field: 'config' }, { source: waiting.source });
      edit(ownText.imported(waiting.file), joinChanges(added.edit, note));
      pick('customModel', added.key);
      done(ownText.importedModel(name));
    },
    useBuiltIn: (modelId: string): void => {
      const name = catalog.models[modelId]?.name ?? modelId;
      edit(modelText.used(name), setField(document, scenarioId,
        { kind: 'traffic', key: traffic.key, field: 'model' }, modelId));
      done(modelText.used(name));
    },
    leave: (): void => { setWaiting(null); },
  };
}
