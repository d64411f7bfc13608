import { Button } from '@mantine/core';
import {
  parameterSet, setSource, siteSizes, type SiteSize,
} from '../../../shared/plan/entries/parameter-sets.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { setNote } from '../../state/edits.ts';
import {
  useActions, useDocument, useInputs, useIsReadOnly, useScenarioId,
} from '../../state/hooks.tsx';
import { joinChanges } from '../../state/rebase.ts';
import { fieldsOf, setFields } from '../../state/set-fields.ts';
import { parameterText as words } from './text.ts';

/** Takes the published parameters of a size of site, in one step to undo. */
export function ParameterSets() {
  const inputs = useInputs();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { edit } = useActions();
  const isFixed = useIsReadOnly();
  if (inputs === null) return null;
  const take = (size: SiteSize): void => {
    const fields = fieldsOf(parameterSet(size, inputs.cooling.values));
    const values = setFields(document, scenarioId, fields);
    const noted = fields.reduce((so, { at }) => joinChanges(so,
      setNote(applyChanges(document, so), scenarioId, at, { source: setSource(size) })), values);
    edit(words.label(size), noted);
  };
  return (
    <section className="chart climate-import" aria-label={words.title}>
      <h2 className="chart-title">{words.title}</h2>
      <p>{words.help}</p>
      <div className="climate-actions">
        {siteSizes.map((size) => (
          <Button key={size} size="compact-sm" variant="default" disabled={isFixed}
            onClick={() => { take(size); }}>
            {words.sizes[size]}
          </Button>
        ))}
      </div>
    </section>
  );
}
