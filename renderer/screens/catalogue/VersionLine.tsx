import type { KnownInput } from '../../../shared/project/field-path.ts';
import { Button } from '@mantine/core';
import { changesSince } from '../../../shared/catalog/history.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { catalog as builtIn } from '../../state/catalog.ts';
import { setField } from '../../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { headlineMoves } from '../../state/headline-moves.ts';
import { catalogueText as words } from '../../text/catalogue.ts';

/** Which version's values the project keeps, and what those of this program's would move. */
export function VersionLine({ inputs }: { readonly inputs: ScenarioInputs }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { catalogVersion } = inputs.project.values;
  const since = changesSince(catalogVersion);
  if (catalogVersion === builtIn.version || !since.ok)
    return <p className="catalogue-hint">{words.version(builtIn.version)}</p>;
  const at = { kind: 'project', key: 'project', field: 'catalogVersion' } satisfies KnownInput;
  const update = setField(document, scenarioId, at, builtIn.version);
  const moves = headlineMoves(document, applyChanges(document, update), scenarioId);
  return (
    <div className="catalogue-update" role="status">
      <p>{words.older(catalogVersion, builtIn.version)} {words.changes(since.value.length)}</p>
      <ul>
        {since.value.map(({ ref, before, after, why }) => (
          <li key={ref}>{ref}: {before?.value
            ?? words.absent} → {after?.value ?? words.absent} {after?.unit ?? ''} ({why})</li>
        ))}
        {moves.map(({ label, now, later }) =>
          <li key={label}>{words.moves(label, now, later)}</li>)}
      </ul>
      <Button size="xs" onClick={() => { edit(words.labelUpdate(builtIn.version), update); }}>
        {words.update(builtIn.version)}
      </Button>
    </div>
  );
}
