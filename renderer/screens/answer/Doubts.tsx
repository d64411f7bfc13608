import type { Plan } from '../../../shared/plan/types.ts';
import { doubtsOf } from '../../../shared/reality/doubts.ts';
import { reality } from '../../../shared/reality/reality.ts';
import { besidePeers, mustBeTrue } from '../../../shared/reality/texts.ts';
import { usePrint } from '../../state/use-print.ts';
import { answerText as words } from '../../text/answer.ts';
import { Responsible } from '../results/RealityPart.tsx';

/** Doubts that leave the answer in sight. */
const most = 2;

/** What of the plan nobody achieves, before what it is worth; nothing for a plan among its peers. */
export function Doubts({ plan }: { readonly plan: Plan }) {
  const look = usePrint();
  const doubts = doubtsOf(reality(plan));
  if (doubts.length === 0) return null;
  const more = doubts.length - most;
  return (
    <section className="answer-doubts" aria-labelledby="answer-doubts">
      <h2 id="answer-doubts" className="answer-title">
        <span aria-hidden className="reality-mark">!</span>
        {words.doubts}
      </h2>
      <ul>
        {doubts.slice(0, most).map((measure) => (
          <li key={measure.measure}>
            <strong>{besidePeers(measure, look)}.</strong> {mustBeTrue(measure, look)}
          </li>
        ))}
      </ul>
      <Responsible paths={doubts[0]?.responsible ?? []} labels={plan.inputsInUse} />
      {more > 0 && <p className="answer-help">{words.moreDoubts(more)}</p>}
    </section>
  );
}
