import type { Plan } from '../../../shared/plan/types.ts';
import { addressOf } from '../../../shared/project/path.ts';
import { reality } from '../../../shared/reality/reality.ts';
import {
  formatMeasure, labelOf, measureTexts, mustBeTrue, verdictText,
} from '../../../shared/reality/texts.ts';
import type { RealityMeasure } from '../../../shared/reality/types.ts';
import { useActions } from '../../state/hooks.tsx';
import { usePrint } from '../../state/use-print.ts';
import { layOutRange } from './range-layout.ts';
import './reality.css';
import { realityText as words } from './reality-text.ts';

/** The plan beside what others published, measure by measure. */
export function RealityPart({ plan }: { readonly plan: Plan }) {
  return (
    <section className="reality" aria-label={words.part}>
      <p className="reality-help">{words.help}</p>
      <ul>
        {reality(plan).map((measure) => (
          <li key={measure.measure} data-marked={measure.marked || undefined}>
            <Measure measure={measure} labels={plan.inputsInUse} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MeasureProps {
  readonly measure: RealityMeasure;
  readonly labels: Plan['inputsInUse'];
}

function Measure({ measure, labels }: MeasureProps) {
  const print = usePrint();
  const sentence = mustBeTrue(measure, print);
  return (
    <>
      <div className="reality-line">
        <div>
          <h2>{labelOf(measure)}</h2>
          <p className="reality-definition">{measureTexts[measure.kind].definition}</p>
        </div>
        <span className="reality-value numeric">
          {formatMeasure(measure.value, measure.unit, print)}
        </span>
        <Range measure={measure} />
        <span className="reality-verdict">
          {measure.marked && <span aria-hidden className="reality-mark">!</span>}
          {words.lies(verdictText(measure), measure.verdict !== null)}
        </span>
      </div>
      {sentence !== '' && <p className="reality-sentence">{sentence}</p>}
      <div className="reality-foot">
        <Responsible paths={measure.responsible} labels={labels} />
        <Peers measure={measure} />
      </div>
    </>
  );
}

/** Where the plan lies in the range of its peers, drawn. */
function Range({ measure }: { readonly measure: RealityMeasure }) {
  const print = usePrint();
  const { value, low, high, unit } = measure;
  if (low === null || high === null) return <span className="reality-none">{words.noPeers}</span>;
  const at = layOutRange(value, low, high);
  const amount = (x: number | null): string => formatMeasure(x, unit, print);
  return (
    <div className="reality-range">
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img"
        aria-label={words.range(amount(value), amount(low), amount(high))}>
        <line className="reality-axis" x1="0" x2="100" y1="7" y2="7" />
        <rect className="reality-band" x={at.from} width={at.to - at.from} y="3" height="8" />
        <line className="reality-twice" x1={at.twice} x2={at.twice} y1="1" y2="13" />
        {at.plan !== null && <line className="reality-plan" x1={at.plan} x2={at.plan} y1="0"
          y2="14" />}
      </svg>
      <span className="reality-ends numeric" aria-hidden>
        <span>{low === high ? amount(low) : `${amount(low)} – ${amount(high)}`}</span>
        {at.beyond && <span>{words.beyond}</span>}
      </span>
    </div>
  );
}

interface ResponsibleProps {
  readonly paths: readonly string[];
  readonly labels: Plan['inputsInUse'];
}

/** The inputs that move a measure most, each a press away. */
export function Responsible({ paths, labels }: ResponsibleProps) {
  const { jumpTo } = useActions();
  const known = paths.flatMap((path) => {
    const at = addressOf(path);
    return at === null ? [] : [{ path, at }];
  });
  if (known.length === 0) return null;
  return (
    <p className="reality-responsible">
      {words.movedBy}
      {known.map(({ path, at }) => (
        <button key={path} type="button" className="plain-button reality-link"
          onClick={() => { jumpTo(at); }}>
          {words.input(labels.find((input) => input.path === path)?.label ?? path, at.key)}
        </button>
      ))}
    </p>
  );
}

/** Every peer with value, date and source. */
function Peers({ measure: { peers, unit } }: { readonly measure: RealityMeasure }) {
  const print = usePrint();
  if (peers.length === 0) return null;
  return (
    <details className="reality-peers">
      <summary>{words.peers(peers.length)}</summary>
      <ul>
        {peers.map((peer) => (
          <li key={peer.name}>
            <span className="numeric">{formatMeasure(peer.value, unit, print)}</span>
            {' '}{peer.name}, {peer.date ?? words.undated}. {peer.source}
            {peer.note === '' ? '.' : `; ${peer.note}.`}
          </li>
        ))}
      </ul>
    </details>
  );
}
