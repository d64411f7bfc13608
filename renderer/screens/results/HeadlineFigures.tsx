import { Tooltip } from '@mantine/core';
import type { HeadlineKey, Plan } from '../../../shared/plan/types.ts';
import { describeReturn } from '../../../shared/report/answer.ts';
import { costLabels } from '../../../shared/report/cost-labels.ts';
import {
  headlineGroups, headlineNames, printHeadline,
} from '../../../shared/report/figures.ts';
import { AssumedWords } from '../../components/AssumedWords.tsx';
import { useActions, usePlanner } from '../../state/hooks.tsx';
import { resultsText } from './text.ts';

/** All headline figures in groups; each leads to its formula and inputs in the inspector. */
export function HeadlineFigures({ plan }: { readonly plan: Plan }) {
  return (
    <div className="headline-groups">
      {headlineGroups.map(({ title, keys }) => (
        <section key={title} className="headline-group">
          <h2>{title}</h2>
          <ul>
            {keys.map((name) => (
              <li key={name}>
                <HeadlineLine name={name} plan={plan} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="headline-group">
        <h2>{resultsText.basis}</h2>
        <dl className="basis">
          {costLabels(plan).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="headline-group">
        <h2>{resultsText.irr}</h2>
        <p>{describeReturn(plan)}</p>
      </section>
    </div>
  );
}

function HeadlineLine({ name, plan }: { readonly name: HeadlineKey; readonly plan: Plan }) {
  const { select } = useActions();
  const { key, label, printed, why } = printHeadline(plan, name);
  // The line above every screen says it once for all of them.
  const isUnbuildable = plan.figures[key]?.absent?.code === 'not-buildable';
  const chosen =
    usePlanner(({ selection }) => selection?.kind === 'figure' && selection.key === key);
  return (
    <Tooltip
      label={<AssumedWords before={headlineNames[name].definition} plan={plan} figureKey={key} />}
      position="top-start" multiline maw={360}>
      <button
        type="button"
        className="plain-button headline-line"
        aria-pressed={chosen}
        onClick={() => {
          select({ kind: 'figure', key });
        }}
      >
        <span className="headline-label">{label}</span>
        <span className="headline-value numeric">{printed}</span>
        {why !== '' && !isUnbuildable && <span className="headline-why">{why}</span>}
      </button>
    </Tooltip>
  );
}
