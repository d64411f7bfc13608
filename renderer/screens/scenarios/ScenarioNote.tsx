import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useIsScenarioFixed } from '../../state/hooks.tsx';
import type { ScenarioInfo } from '../../state/scenarios.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { noteOf } from './scenario-lines.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly scenario: ScenarioInfo;
  readonly onNote: (scenario: ScenarioInfo, note: string) => void;
}

/** Free text kept with the scenario; kept when the cursor leaves the box. */
export function ScenarioNote({ document, scenario, onNote }: Props) {
  const kept = noteOf(document, scenario.id);
  const fixed = useIsScenarioFixed();
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    if (draft !== null && draft !== kept) onNote(scenario, draft);
    setDraft(null);
  };
  return (
    <Textarea className="scenario-note" size="xs" label={words.note}
      placeholder={words.noteHint} maxLength={10_000}
      autosize minRows={2} maxRows={8} dir="auto" disabled={fixed} value={draft ?? kept}
      onChange={(event) => { setDraft(event.currentTarget.value); }} onBlur={keep} />
  );
}
