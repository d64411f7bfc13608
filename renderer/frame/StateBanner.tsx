import { Button } from '@mantine/core';
import { IconLock, IconPackage } from '@tabler/icons-react';
import { listScenarios } from '../../shared/project/resolve.ts';
import { useActions, useDocument, useScenarioId, useProject } from '../state/hooks.tsx';
import { lockScenario } from '../state/scenario-edits.ts';
import { bannerText as words, isSuspect } from '../text/banner.ts';
import { printMoment } from '../text/moments.ts';
import './state-banner.css';

/**
 * Why nothing here can be edited: the project is a package, or the scenario on show is
 * locked.
 */
export function StateBanner() {
  const { package: info, readOnly } = useProject();
  const { go, edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  if (info !== null) {
    const { issuedAt, redacted } = info;
    const when = issuedAt === '' ? '' : printMoment(issuedAt);
    return (
      <section className="state-banner" aria-label={words.package}
        data-bad={isSuspect(info) || undefined}>
          <IconPackage size={15} aria-hidden />
          <p>{words.issued(when, redacted.length)} <strong>{words.state(info)}</strong></p>
          <Button size="compact-xs" variant="default"
            onClick={() => { go('scenarios', 'package'); }}>
              {words.asIssued}
            </Button>
        </section>
    );
  }
  const scenario = listScenarios(document).find(({ id }) => id === scenarioId);
  if (scenario?.locked !== true) return null;
  return (
    <section className="state-banner" aria-label={words.locked}>
      <IconLock size={15} aria-hidden />
      <p>{words.lockedText(scenario.name)}</p>
      <Button size="compact-xs" variant="default" disabled={readOnly}
        onClick={() => {
          edit(words.labelUnlock(scenario.name), lockScenario(document, scenario.id, false));
        }}>
        {words.unlock}
      </Button>
    </section>
  );
}
