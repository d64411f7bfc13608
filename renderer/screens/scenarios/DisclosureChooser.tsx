import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import {
  digitLimits, disclosureModes, gridLimits, isDisclosureMode, type Disclosure,
} from '../../../shared/project/disclosure.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { givenLines, recoveryLines } from './disclosure-lines.ts';
import type { DisclosureAnswer } from './disclosure-task.ts';
import type { DisclosureReview } from './use-disclosure.ts';

interface Props {
  readonly disclosure: Disclosure;
  readonly onChoose: (disclosure: Disclosure) => void;
  readonly review: DisclosureReview;
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
}

/**
 * How results that rest on fields taken out are given, and what each way reveals, before
 * anything is written.
 */
export function DisclosureChooser({ disclosure, onChoose, review, scenarios }: Props) {
  const { mode, gridShare, digits } = disclosure;
  const { progress, answer, failed, ask } = review;
  return (
    <section className="scenario-panel" aria-label={words.disclosure}>
      <h2>{words.disclosure}</h2>
      <div className="scenario-tools">
        <SegmentedControl size="xs" aria-label={words.disclosure} value={mode}
          data={disclosureModes.map((each) => ({ value: each, label: words.modes[each] }))}
          onChange={(next) => {
            if (isDisclosureMode(next)) onChoose({ ...disclosure, mode: next });
          }} />
        <WholeNumber label={words.grid} value={Math.round(gridShare * 100)}
          min={gridLimits.min * 100} max={gridLimits.max * 100}
          onChoose={(percent) => { onChoose({ ...disclosure, gridShare: percent / 100 }); }} />
        <WholeNumber label={words.digits} value={digits} min={digitLimits.min}
          max={digitLimits.max}
          onChoose={(next) => { onChoose({ ...disclosure, digits: next }); }} />
        <Button size="xs" variant="default" loading={progress !== null}
          onClick={ask}>{words.reveal}</Button>
      </div>
      <p className="scenario-keys">{words.modeHelp[mode]}</p>
      {progress !== null && (
        <p className="scenario-keys"
          role="status">{words.revealing(progress.done, progress.total)}</p>
      )}
      {failed !== null
        && <p className="scenario-keys" role="status">{words.revealFailed(failed)}</p>}
      {answer !== null && <Revealed answer={answer} scenarios={scenarios} />}
    </section>
  );
}

interface WholeNumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChoose: (value: number) => void;
}

/** A whole number between two ends; what is being typed and is none changes nothing. */
const WholeNumber = ({ label, value, min, max, onChoose }: WholeNumberProps) => (
  <NumberInput size="xs" w={90} label={label} value={value} min={min} max={max}
    allowDecimal={false}
    clampBehavior="strict"
    onChange={(next) => { if (typeof next === 'number') onChoose(next); }} />
);

interface RevealedProps extends Pick<Props, 'scenarios'> {
  readonly answer: DisclosureAnswer;
}

function Revealed({ answer: { choices }, scenarios }: RevealedProps) {
  const print = usePrinter();
  return (
    <>
      <FactTable title={words.revealTitle} help={words.revealHelp} columns={words.revealColumns}
        words={[0, 1, 2, 3]} rows={recoveryLines(choices, print)} />
      {scenarios.map(({ id, name }) => {
        const rows = givenLines(choices, id, print);
        return rows.length === 0 ? null
          : <FactTable key={id} title={words.givenTitle(name)}
            columns={words.givenColumns} rows={rows} />;
      })}
    </>
  );
}
