import { Button, Group } from '@mantine/core';
import type { AnyRead } from '../../foreign/read-any.ts';
import { catalog } from '../../state/catalog.ts';
import { setField } from '../../state/edits.ts';
import {
  useActions, useDocument, useInputs, useIsReadOnly, useScenarioId,
} from '../../state/hooks.tsx';
import { importDialog, keepRecords, partKnown } from '../../state/import-file.ts';
import { importText as words } from '../../text/import-file.ts';

interface KeepProps {
  readonly file: File;
  readonly read: AnyRead;
  /** Class a person has chosen; null takes the first. */
  readonly traffic: string | null;
}

/** One commit, which one undo takes back. */
export function Keep({ file, read: { records, obstacle, builtIn }, traffic }: KeepProps) {
  const { edit, pick } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const isFixed = useIsReadOnly();
  const { fresh, known } = partKnown(document, scenarioId, records);
  const why = isFixed ? words.readOnly : obstacle;
  const keep = (): void => {
    const kept = keepRecords(document, scenarioId, fresh);
    edit(words.label(file.name), kept.edit);
    if (kept.added !== null) pick(kept.added.kind, kept.added.key);
    importDialog.close();
  };
  return (
    <>
      {why !== null && <p role="note" className="import-obstacle">{why}</p>}
      {known.length > 0 && (
        <p role="note" className="import-obstacle">
          {words.known(known.map(({ values }) => String(values['name'])))}
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={importDialog.close}>{words.cancel}</Button>
        {builtIn !== null && !isFixed && <UseBuiltIn model={builtIn} traffic={traffic} />}
        <Button size="xs" data-main disabled={isFixed || fresh.length === 0} onClick={keep}>
          {words.add}
        </Button>
      </Group>
    </>
  );
}

/** Takes the catalogue's entry of the same model, which has its measurements. */
function UseBuiltIn({ model, traffic }: Pick<KeepProps, 'traffic'> & { readonly model: string }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const classes = useInputs()?.traffic ?? [];
  const target = classes.find(({ key }) => key === traffic) ?? classes[0];
  if (target === undefined) return null;
  const label = words.useBuiltIn(catalog.models[model]?.name ?? model, target.values.name);
  return (
    <Button size="xs" variant="light" onClick={() => {
      edit(label.slice(0, 120), setField(document, scenarioId,
        { kind: 'traffic', key: target.key, field: 'model' }, model));
      importDialog.close();
    }}>
      {label}
    </Button>
  );
}
