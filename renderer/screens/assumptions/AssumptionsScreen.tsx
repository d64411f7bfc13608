import { useMemo, useState } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import { registerCsv } from '../../../shared/report/register-csv.ts';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useSave } from '../../diagrams/use-save.ts';
import { usePlan } from '../../state/use-plans.ts';
import { assumptionsText as words } from '../../text/assumptions.ts';
import './assumptions.css';
import { useFilter, type RegisterFilter } from '../../state/register-filter.ts';
import { DefaultsOffer } from './DefaultsOffer.tsx';
import { filterRows, sortRows } from './filter.ts';
import { FilterBar } from './FilterBar.tsx';
import { InfluencePart } from './InfluencePart.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { figuresAsked, unitOfFigure, type SensitivityAnswer } from './sensitivity-task.ts';
import { Summary } from './Summary.tsx';
import { UnknownValues } from './UnknownValues.tsx';
import { useRegister } from './use-register.ts';
import { useSensitivity, type Sensitivity } from './use-sensitivity.ts';
import type { RegisterRow } from '../../../shared/uncertainty/register.ts';

/**
 * Every input in use: what it is, how it is known, how old that is, and what the answer
 * owes to it.
 */
export function AssumptionsScreen() {
  const plan = usePlan();
  const sensitivity = useSensitivity();
  return plan.ok ? <Assumptions plan={plan.value} sensitivity={sensitivity} /> : (
    <ScreenFrame id="assumptions">
      <KeptValues />
      <p className="foundation-empty">{words.noPlan}</p>
    </ScreenFrame>
  );
}

function Assumptions(
  { plan, sensitivity }: { readonly plan: Plan; readonly sensitivity: Sensitivity },
) {
  const filter = useFilter();
  const rows = useRegister(plan, sensitivity.refs, filter.asOf);
  return (
    <ScreenFrame id="assumptions" parts={[
      { id: 'register', label: words.register,
        content: <RegisterPart rows={rows} filter={filter} answer={sensitivity.answer} /> },
      { id: 'influence', label: words.influence,
        content: <InfluencePart plan={plan} sensitivity={sensitivity} /> },
      { id: 'uncertainty', label: words.uncertainty, content: <UncertaintyPart /> },
    ]}>
      <KeptValues />
      <Summary rows={rows} filter={filter} sensitivity={sensitivity} />
    </ScreenFrame>
  );
}

/** What the project keeps that this version has otherwise. */
const KeptValues = () => (
  <>
    <DefaultsOffer />
    <UnknownValues />
  </>
);

interface PartProps {
  readonly rows: readonly RegisterRow[];
  readonly filter: RegisterFilter;
  readonly answer: SensitivityAnswer | null;
}

/** Change of a figure by input; empty before it is known. */
const effectsOf = (
  answer: SensitivityAnswer | null, figure: number,
): ReadonlyMap<string, number> =>
  new Map((answer?.ranked ?? []).map(({ input, effects }) => [
    input.id, effects[figure]?.change ?? 0,
  ]));

/** The figure whose change the register lists: the unit cost where nothing is earned. */
const listedFigure = (answer: SensitivityAnswer | null): number =>
  Math.max(0, answer?.effects.findIndex((each) => each !== null) ?? 0);

function RegisterPart({ rows, filter, answer }: PartProps) {
  const [opened, setOpened] =
    useState<{ readonly id: string; readonly under: RegisterFilter } | null>(null);
  const open = opened?.id ?? null;
  // An edit may take the open row out of what is asked for: it stays until something else
  // is asked.
  const kept = opened?.under === filter ? open : null;
  const { said, save } = useSave();
  const at = listedFigure(answer);
  const figure = figuresAsked[at] ?? figuresAsked[0];
  const effects = useMemo(() => effectsOf(answer, at), [answer, at]);
  const shown = useMemo(() => sortRows(filterRows(rows, filter, kept), filter, effects),
    [rows, filter, kept, effects]);
  return (
    <>
      <FilterBar filter={filter} all={rows} shown={shown.length} said={said}
        onSave={() => {
          save({ suggestedName: 'assumptions.csv', encoding: 'utf8',
            data: registerCsv(shown) });
        }} />
      {shown.length === 0 ? <p className="foundation-empty">{words.none} {words.noneHelp}</p>
        : <RegisterTable rows={shown} filter={filter} effects={effects}
          effectUnit={unitOfFigure[figure]}
            effectName={words.shareOf[figure]} open={open}
            onOpen={(id) => { setOpened(id === null ? null : { id, under: filter }); }} />}
    </>
  );
}

function UncertaintyPart() {
  return (
    <div className="uncertainty">
      <p className="foundation-help">{words.uncertaintyHelp}</p>
      <RecordForm kind="project" groups={['Uncertainty']} />
    </div>
  );
}
