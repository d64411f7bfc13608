import { Checkbox } from '@mantine/core';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { mostCompared } from '../../../shared/report/gather.ts';
import { useDocument } from '../../state/hooks.tsx';
import { reportText } from './text.ts';

interface Props {
  /** Ids in the order of the report; the first is what the others are bridged from. */
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Which scenarios a comparison prints. */
export function ScenarioPicker({ chosen, onChange }: Props) {
  const scenarios = listScenarios(useDocument());
  return (
    <fieldset className="report-choice">
      <legend className="unseen">{reportText.scenarios}</legend>
      {scenarios.map(({ id, name }) => {
        const on = chosen.includes(id);
        return (
          <Checkbox
            key={id}
            size="xs"
            label={<bdi>{id === chosen[0] ? reportText.from(name) : name}</bdi>}
            checked={on}
            disabled={on ? chosen.length === 1 : chosen.length >= mostCompared}
            onChange={(event) => {
              const wanted = event.currentTarget.checked;
              onChange(scenarios.map((each) => each.id)
                .filter((each) => (each === id ? wanted : chosen.includes(each))));
            }}
          />
        );
      })}
      {scenarios.length > mostCompared && <p>{reportText.mostScenarios(mostCompared)}</p>}
    </fieldset>
  );
}
