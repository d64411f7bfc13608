import { Button } from '@mantine/core';
import type { Limit } from '../../shared/units/limit.ts';
import { fixEdit } from '../state/fixes.ts';
import { useActions, useDocument, useIsScenarioFixed, useScenarioId } from '../state/hooks.tsx';
import { fixText } from '../text/limits.ts';

/** Mends a limit by the edits it names: one click, one step of undo. */
export function FixButton({ limit }: { readonly limit: Limit }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const fixed = useIsScenarioFixed();
  const { fix = [] } = limit;
  if (fix.length === 0) return null;
  const what = fixText.what(fix);
  return (
    <Button size="compact-xs" variant="default" disabled={fixed} aria-label={fixText.mend(what)}
      onClick={() => { edit(fixText.label(what), fixEdit(document, scenarioId, fix)); }}>
      {what}
    </Button>
  );
}
