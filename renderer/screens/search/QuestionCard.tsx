import { MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { rivalSystems } from '../../../shared/plan/figures/rivals.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { findCatalogItem } from '../../state/catalog.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { searchText as words } from '../../text/search.ts';
import { withFigure, type SearchForm } from './form.ts';
import { figureOptions, inputsFor, numbersFor, unitOfFigure } from './inputs.ts';
import { AmountBox, AxisPick, Pick } from './Pickers.tsx';

interface Props {
  readonly form: SearchForm;
  readonly plan: Plan | null;
  readonly setForm: (form: SearchForm) => void;
}

/** The question, picker by picker. */
export function QuestionCard(props: Props) {
  const { form } = props;
  return (
    <section className="search-card" aria-label={words.question}>
      <p className="search-help">{words.asks[form.kind]}</p>
      {form.kind === 'sweep' && <SweepQuestion {...props} />}
      {form.kind === 'seek' && <SeekQuestion {...props} />}
      {form.kind === 'flip' && <FlipQuestion {...props} />}
      {form.kind === 'optimise' && <OptimiseQuestion {...props} />}
      {form.kind === 'crossover' && <CrossoverQuestion {...props} />}
    </section>
  );
}

function FigurePick({ form, setForm, label = words.figure }: Props & { readonly label?: string }) {
  return (
    <Pick label={label} value={form.figure} options={figureOptions}
      onPick={(figure) => { setForm(withFigure(form, figure)); }} />
  );
}

function TargetBox({ form, setForm, label }: Props & { readonly label: string }) {
  return (
    <AmountBox label={label} value={form.target} unit={unitOfFigure(form.figure)}
      onValue={(target) => { setForm({ ...form, target }); }} />
  );
}

function TwoAxes({ form, plan, setForm }: Props) {
  return (
    <>
      <AxisPick label={words.across} axis={form.across} options={inputsFor(plan)} plan={plan}
        onAxis={(across) => { setForm({ ...form, across }); }} />
      <AxisPick label={words.down} axis={form.down} options={inputsFor(plan)} plan={plan}
        onAxis={(down) => { setForm({ ...form, down }); }} />
    </>
  );
}

function SweepQuestion(props: Props) {
  return (
    <>
      <div className="search-pair">
        <FigurePick {...props} />
        <TargetBox {...props} label={words.line} />
      </div>
      <TwoAxes {...props} />
    </>
  );
}

function SeekQuestion(props: Props) {
  const { form, plan, setForm } = props;
  return (
    <>
      <div className="search-pair">
        <FigurePick {...props} />
        <TargetBox {...props} label={words.target} />
      </div>
      <AxisPick label={words.vary} axis={form.vary} options={numbersFor(plan)} plan={plan}
        counted={false} onAxis={(vary) => { setForm({ ...form, vary }); }} />
    </>
  );
}

function FlipQuestion(props: Props) {
  const { form, setForm } = props;
  const [document, scenarioId] = [useDocument(), useScenarioId()];
  const others = listScenarios(document).filter(({ id }) => id !== scenarioId)
    .map(({ id, name }) => ({ value: id, label: name }));
  if (others.length === 0) return <p role="status">{words.onlyScenario}</p>;
  return (
    <div className="search-pair">
      <Pick label={words.other} value={form.other} options={others}
        onPick={(other) => { setForm({ ...form, other }); }} />
      <FigurePick {...props} />
    </div>
  );
}

function LimitPick({ form, setForm }: Props) {
  const { limit } = form;
  return (
    <div className="search-limit">
      <Pick label={words.limit} value={limit?.figure ?? ''}
        options={[{ value: '', label: words.noLimit }, ...figureOptions]}
        onPick={(figure) => {
          setForm({ ...form, limit: figure === '' ? null
            : { side: '<=', bound: 0, ...limit, figure } });
        }} />
      {limit !== null && (
        <>
          <Select size="xs" label={words.side} data={['<=', '>=']} value={limit.side}
            allowDeselect={false}
            onChange={(side) => {
              setForm({ ...form, limit: { ...limit, side: side === '>=' ? '>=' : '<=' } });
            }} />
          <AmountBox label={words.bound} value={limit.bound} unit={unitOfFigure(limit.figure)}
            onValue={(bound) => {
              if (bound !== null) setForm({ ...form, limit: { ...limit, bound } });
            }} />
        </>)}
    </div>
  );
}

function OptimiseQuestion(props: Props) {
  const { form, setForm } = props;
  const none = { value: '', label: words.none };
  return (
    <>
      <SegmentedControl size="xs" aria-label={words.choose} value={form.choice}
        data={(['mix', 'values'] as const).map((value) =>
          ({ value, label: words.choice[value] }))}
        onChange={(choice) => {
          setForm({ ...form, choice: choice === 'mix' ? 'mix' : 'values' });
        }} />
      <div className="search-pair">
        <FigurePick {...props} label={words.objective} />
        {form.choice === 'values' && (
          <Pick label={words.second} value={form.second ?? ''} options={[none, ...figureOptions]}
            onPick={(key) => { setForm({ ...form, second: key === '' ? null : key }); }} />)}
      </div>
      {form.choice === 'values' && <TwoAxes {...props} />}
      <LimitPick {...props} />
    </>
  );
}

const systemOptions = rivalSystems.map((value) =>
  ({ value, label: findCatalogItem(`catalog:systems/${value}`).entry }));

function CrossoverQuestion({ form, plan, setForm }: Props) {
  return (
    <>
      <AxisPick label={words.across} axis={form.speed} options={numbersFor(plan)} plan={plan}
        onAxis={(speed) => { setForm({ ...form, speed }); }} />
      <AxisPick label={words.down} axis={form.latency} options={numbersFor(plan)} plan={plan}
        onAxis={(latency) => { setForm({ ...form, latency }); }} />
      <MultiSelect size="xs" label={words.systems} value={[...form.systems]} searchable
        data={systemOptions} onChange={(systems) => { setForm({ ...form, systems }); }} />
    </>
  );
}
