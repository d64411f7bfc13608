import type { StartField, StartProblem } from '../../../shared/project/start-problem.ts';

/** The id of the box in which an answer is given. */
export const boxId = (field: StartField, at: number | null = null): string =>
  `start-${field}${at === null ? '' : `-${at}`}`;

/** Whether an answer was found wrong. */
export const isWrong = (
  problems: readonly StartProblem[], field: StartField, at: number | null = null,
): boolean => problems.some((each) => each.field === field
  && ('at' in each ? each.at : null) === at);

interface Props {
  readonly field: StartField;
  readonly at?: number | null;
  /** Shown beside the box, or only told where a head says it. */
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly unit?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly problems: readonly StartProblem[];
  readonly onType: (text: string) => void;
}

/** A box for a number that is read when the plan is asked for. */
export function TypedNumber(
  { field, at = null, label, isLabelShown = false, unit, value, placeholder, problems, onType }: Props,
) {
  const id = boxId(field, at);
  return (
    <div className="typed">
      <label htmlFor={id} className={isLabelShown ? 'typed-label' : 'unseen'}>{label}</label>
      <span className="number-box typed-box">
        <input id={id} className="numeric" type="text" inputMode="decimal" autoComplete="off"
          spellCheck={false} value={value} placeholder={placeholder}
          aria-invalid={isWrong(problems, field, at)}
          onFocus={(event) => { event.currentTarget.select(); }}
          onChange={(event) => { onType(event.currentTarget.value); }} />
        {unit !== undefined && <span className="number-affix number-unit">{unit}</span>}
      </span>
    </div>
  );
}
