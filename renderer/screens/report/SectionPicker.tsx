import { Checkbox } from '@mantine/core';
import type { ReportKind } from '../../../shared/backend.ts';
import {
  chosenSections, sectionsOfKind, sectionTitles,
} from '../../../shared/report/sections.ts';
import { useActions, useDocument, useInputs, useScenarioId } from '../../state/hooks.tsx';
import { switchSection } from './section-choice.ts';
import { reportText } from './text.ts';

/** Which sections of a kind are printed; remembered in the project. */
export function SectionPicker({ kind }: { readonly kind: ReportKind }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const leftOut = useInputs()?.report.values.leftOut ?? '';
  const all = sectionsOfKind[kind];
  const kept = chosenSections(kind, leftOut) ?? all;
  return (
    <fieldset className="report-choice">
      <legend className="unseen">{reportText.sections}</legend>
      {all.map((id) => {
        const printed = kept.includes(id);
        return (
          <Checkbox
            key={id}
            size="xs"
            label={sectionTitles[id]}
            checked={printed}
            disabled={printed && kept.length === 1}
            onChange={(event) => {
              const print = event.currentTarget.checked;
              const label = print ? reportText.print(sectionTitles[id])
                : reportText.leaveOut(sectionTitles[id]);
              edit(label, switchSection(document, scenarioId, leftOut, id, print));
            }}
          />
        );
      })}
    </fieldset>
  );
}
