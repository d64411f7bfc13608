import { Button, CloseButton, Group, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { firstAnswers, mostSystems } from '../../shared/project/guided-start.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { SystemTick } from '../components/SystemTick.tsx';
import { choose } from '../state/compare-choice.ts';
import {
  useDocument, useIsReadOnly, usePlannerStore, useScenarioId,
} from '../state/hooks.tsx';
import { cutTo } from '../state/names.ts';
import { withSystem } from '../state/start-draft.ts';
import type { PlannerStore } from '../state/store.ts';
import { offersFor, scenariosOn, systemsIn } from '../state/system-scenarios.ts';
import { systemsDialog, systemsDialogStore } from '../state/systems-dialog.ts';
import { shortSystem } from '../text/start-guide.ts';
import { compareSystemsText as words } from '../text/systems.ts';
import './systems-dialog.css';

/** Asks for systems and makes a scenario of each. */
export function SystemsDialog() {
  const open = useStore(systemsDialogStore, (state) => state.open);
  const fixed = useIsReadOnly();
  return (
    <Modal opened={open && !fixed} onClose={systemsDialog.close} size={900}
      withCloseButton={false} transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': words.title } }}>
      <div className="systems-dialog-head">
        <h2>{words.title}</h2>
        <CloseButton aria-label={words.close} onClick={systemsDialog.close} />
      </div>
      <Choice />
    </Modal>
  );
}

/** Drawn only while the dialog is open, so that it begins anew each time. */
function Choice() {
  const store = usePlannerStore();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const offers = useMemo(() => offersFor(document, scenarioId), [document, scenarioId]);
  const [systems, setSystems] = useState<readonly string[]>(() => {
    const own = systemsIn(document, scenarioId);
    return firstAnswers.systems.filter((id) => !own.includes(id)
      && offers.some((offer) => offer.id === id && offer.kit !== null));
  });
  const name = listScenarios(document).find(({ id }) => id === scenarioId)?.name ?? '';
  if (offers.length === 0) return <p>{words.noRacks}</p>;
  return (
    <form className="systems-dialog" onSubmit={(event) => {
      event.preventDefault();
      compareOn(store, systems);
    }}>
      <p className="systems-dialog-help">{words.help(name)}</p>
      <div className="systems" role="group" aria-label={words.title}>
        {offers.map((offer) => (
          <SystemTick key={offer.id} offer={offer} ticked={systems.includes(offer.id)}
            full={systems.length >= mostSystems}
            onTick={(ticked) => { setSystems(withSystem(systems, offer.id, ticked)); }} />
        ))}
      </div>
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={systemsDialog.close}>{words.cancel}</Button>
        <Button size="xs" type="submit" disabled={systems.length === 0}>
          {words.make(systems.length)}
        </Button>
      </Group>
    </form>
  );
}

/** Makes the scenarios as one step, tells so once, and shows them beside the one they came of. */
function compareOn(store: PlannerStore, systems: readonly string[]): void {
  const { actions, project, scenarioId } = store.getState();
  if (project === null) return;
  const before = project.edits.document;
  const { edit, keys } = scenariosOn(before, scenarioId, systems);
  const offers = offersFor(before, scenarioId);
  const names = systems.flatMap((id) => offers.find((each) => each.id === id)?.name ?? [])
    .map(shortSystem);
  const label = cutTo(words.label(names));
  systemsDialog.close();
  if (keys.length === 0) return;
  actions.edit(label, edit);
  actions.tell({ code: 'systems-compared', names, label });
  choose({ hidden: listScenarios(before).map(({ id }) => id).filter((id) => id !== scenarioId) });
  actions.go('compare', 'side');
}
