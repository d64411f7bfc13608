import { use, type ReactNode } from 'react';
import type { FieldPath } from '../../../shared/project/field-path.ts';
import { useDefaults, usePlanner } from '../../state/hooks.tsx';
import type { ListKind } from '../../state/record-lists.ts';
import { RecordList, usePickedKey } from '../records/RecordList.tsx';
import { AllInputs } from './AllInputs.tsx';
import { Matters } from './Matters.tsx';
import { SideSlot } from './side-slot.ts';
import { linesOf, type InputSource } from './sources.ts';
import './workbench.css';

export interface WorkbenchProps {
  /** The one picture that answers the question of the screen; it stays in sight. */
  readonly picture: ReactNode;
  /** The picture goes with the rest, where what stands beneath it is a picture too. */
  readonly scrolls?: boolean;
  /** Tables, further charts and what else is read: beneath the picture. */
  readonly children?: ReactNode;
  /** The few inputs that move the picture most. */
  readonly matters: readonly FieldPath[];
  /** Every input edited here; those of a list are its picked record's. */
  readonly inputs: readonly InputSource[];
  /** The list whose picked record the inputs describe. */
  readonly list?: ListKind;
  /** Imports and further lists, after all inputs. */
  readonly tools?: ReactNode;
}

/**
 * A picture with the inputs that move it beside it. All other inputs are one key away, and
 * the picture stays in sight while they are edited.
 */
export function Workbench({ list, ...props }: WorkbenchProps) {
  return list === undefined ? <Bench {...props} /> : <ListBench {...props} list={list} />;
}

type BenchProps = Omit<WorkbenchProps, 'list'> & { readonly records?: ReactNode };

/** The inputs of the record picked in the list; none while the list is empty. */
function ListBench({ list, inputs, ...props }: WorkbenchProps & { readonly list: ListKind }) {
  const key = usePickedKey(list);
  const own = inputs.flatMap((source) => source.kind !== list ? [source]
    : key === null ? [] : [{ ...source, recordKey: key }]);
  return <Bench {...props} inputs={own} records={<RecordList kind={list} />} />;
}

function Bench(
  { picture, scrolls = false, children, matters, inputs, records, tools }: BenchProps,
) {
  const slot = use(SideSlot);
  const defaults = useDefaults();
  const all = usePlanner((state) => state.inputsOpen);
  const jumps = usePlanner(({ jump }) => jump?.count ?? 0);
  const lines = linesOf(inputs, defaults);
  return (
    <div className="bench" data-all={all || undefined}>
      <div className="bench-view">
        <div className="bench-picture" data-alone={children === undefined || undefined}
          data-scrolls={scrolls || undefined}>
          {picture}
        </div>
        {children}
      </div>
      <div className="bench-side">
        <div className="bench-inputs" data-tour="inputs">
          {records}
          {all
            ? <AllInputs key={jumps} sources={inputs} lines={lines} tools={tools} />
            : <Matters paths={matters} lines={lines} tools={tools !== undefined} />}
        </div>
        <div className="bench-inspector" ref={slot} />
      </div>
    </div>
  );
}
