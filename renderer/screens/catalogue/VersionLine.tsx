import type { KnownInput } from '../../../shared/project/field-path.ts';
import { Button } from '@mantine/core';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { catalog as builtIn } from '../../state/catalog.ts';
import { setField } from '../../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { headlineMoves } from '../../state/headline-moves.ts';
import { catalogueText as words } from '../../text/catalogue.ts';
import { groupByReason, listUpdate, type UpdateLine } from './update-lines.ts';

interface Props {
  readonly inputs: ScenarioInputs;
  /** Entries the plan uses, as `systems/gb300_nvl72`. */
  readonly inUse: ReadonlySet<string>;
}

/** Which version's values the project keeps, and what those of this program's would move. */
export function VersionLine({ inputs, inUse }: Props) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { catalogVersion } = inputs.project.values;
  const offered = catalogVersion === builtIn.version ? null
    : listUpdate(builtIn, catalogVersion, inUse);
  if (offered === null)
    return <p className="catalogue-hint">{words.version(builtIn.version)}</p>;
  const at = { kind: 'project', key: 'project', field: 'catalogVersion' } satisfies KnownInput;
  const update = setField(document, scenarioId, at, builtIn.version);
  const moves = headlineMoves(document, applyChanges(document, update), scenarioId);
  return (
    <div className="catalogue-update" role="status">
      <p>{words.older(catalogVersion, builtIn.version)} {words.added(offered.added)}</p>
      <ul className="catalogue-moves">
        {moves.map(({ label, now, later }) =>
          <li key={label}>{words.moves(label, now, later)}</li>)}
      </ul>
      <p>{words.changes(offered.used.length)}</p>
      <Lines lines={offered.used} />
      <details>
        <summary>{words.others(offered.others.length)}</summary>
        <Lines lines={offered.others} />
      </details>
      <Button size="xs" onClick={() => { edit(words.labelUpdate(builtIn.version), update); }}>
        {words.update(builtIn.version)}
      </Button>
    </div>
  );
}

/** Changes under the reason they share. */
function Lines({ lines }: { readonly lines: readonly UpdateLine[] }) {
  return (
    <dl className="catalogue-reasons">
      {groupByReason(lines).map((group) => (
        <div key={`${group.why} ${group.date}`}>
          <dt>{words.reason(group.why, group.date)}</dt>
          {group.lines.map(({ ref, entry, figure, before, after }) =>
            <dd key={ref}>{words.move(entry, figure, before, after)}</dd>)}
        </div>
      ))}
    </dl>
  );
}
