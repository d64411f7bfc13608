import { useMemo, useState } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useScenarioId } from '../../state/hooks.tsx';
import { dependants, scenarioTree, type ScenarioInfo } from '../../state/scenarios.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { ScenarioNote } from './ScenarioNote.tsx';
import { ScenarioTable } from './ScenarioTable.tsx';
import { ScenarioTools } from './ScenarioTools.tsx';
import { StoredTable } from './StoredTable.tsx';
import { useScenarioActions } from '../../state/use-scenario-actions.ts';

/** The tree of scenarios, what can be done with the one on show, and what that one stores. */
export function TreePart({ document }: { readonly document: ProjectDocument }) {
  const scenarioId = useScenarioId();
  const actions = useScenarioActions();
  const [renaming, setRenaming] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<ScenarioInfo | null>(null);
  const nodes = useMemo(() => scenarioTree(document), [document]);
  const current = nodes.find(({ id }) => id === scenarioId);
  const askRemove = (scenario: ScenarioInfo): void => {
    if (nodes.length < 2) return;
    if (dependants(document, scenario.id).length === 0) actions.remove(scenario);
    else setDeleting(scenario);
  };
  return (
    <>
      {current !== undefined && (
        <ScenarioTools document={document} scenario={current} only={nodes.length < 2}
          actions={actions}
          onRename={() => { setRenaming(current.id); }}
          onRemove={() => { askRemove(current); }} />
      )}
      {actions.refusal !== null
        && <p className="scenario-refused" role="alert">{actions.refusal}</p>}
      <ScenarioTable document={document} nodes={nodes} actions={actions} renaming={renaming}
        onRename={setRenaming} onRemove={askRemove} />
      <p className="scenario-keys">{words.keys}</p>
      {current !== undefined && (
        <>
          <ScenarioNote key={current.id} document={document} scenario={current}
            onNote={actions.note} />
          <StoredTable document={document} scenario={current} />
        </>
      )}
      {deleting !== null && (
        <DeleteDialog document={document} scenario={deleting}
          onClose={() => { setDeleting(null); }}
          onDelete={() => { actions.remove(deleting); setDeleting(null); }} />
      )}
    </>
  );
}
