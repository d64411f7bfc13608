import { useMemo } from 'react';
import type { RankedHere, Ranking as RankingKnown } from '../../state/answer.ts';
import { useActions } from '../../state/hooks.tsx';
import { usePrinter, type Printer } from '../../state/use-print.ts';
import { answerText as words } from '../../text/answer.ts';
import { layOutBars, type BarLayout } from './bar-layout.ts';

const nothing: RankingKnown = { ranked: [], pending: [] };

interface Props {
  /** As far as it is computed; null before the first scenario is. */
  readonly ranking: RankingKnown | null;
  readonly scenarioId: string;
}

/** Scenarios as bars of what they are worth, with their range; a click shows one. */
export function Ranking({ ranking, scenarioId }: Props) {
  const print = usePrinter();
  const { selectScenario } = useActions();
  const { ranked, pending } = ranking ?? nothing;
  const bars = useMemo(() => layOutBars(ranked.map(({ npvUsd }) => npvUsd)), [ranked]);
  return (
    <section className="answer-panel" aria-label={words.ranking}>
      <h2 className="answer-title">{words.ranking}</h2>
      <p className="answer-help">{words.rankingHelp}</p>
      <ol className="answer-bars">
        {ranked.map((each, at) => (
          <li key={each.id} data-shown={each.id === scenarioId || undefined}>
            <button type="button" className="plain-button answer-bar"
              aria-pressed={each.id === scenarioId}
              onClick={() => { selectScenario(each.id); }}>
              <span className="answer-bar-name">{each.name}</span>
              {each.npvUsd === null ? <span className="answer-help">{each.why}</span>
                : <Bar bar={bars[at] ?? null} label={labelOf(each, print)} />}
              <span className="answer-bar-value numeric">
                {each.npvUsd === null ? words.noMoney : print(each.npvUsd.value, 'USD')}
              </span>
            </button>
          </li>
        ))}
        {pending.map(({ id, name }) => (
          <li key={id} className="answer-bar answer-bar-pending">
            <span className="answer-bar-name">{name}</span>
            <span className="answer-help">{words.pending}</span>
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">
        {pending.length === 0 ? '' : words.pendingCount(pending.length)}
      </p>
    </section>
  );
}

const labelOf = ({ name, npvUsd }: RankedHere, print: Printer): string =>
  (npvUsd === null ? '' : words.rankedAt(name, print(npvUsd.value, 'USD'),
    print(npvUsd.low, 'USD'), print(npvUsd.high, 'USD')));

function Bar({ bar, label }: { readonly bar: BarLayout | null; readonly label: string }) {
  return (
    <svg className="answer-bar-line" viewBox="0 0 100 16" preserveAspectRatio="none" role="img"
      aria-label={label}>
      {bar !== null && (
        <>
          <rect x={bar.from} width={bar.to - bar.from} y="3" height="10"
            data-gain={bar.gains || undefined} />
          <line x1={bar.low} x2={bar.high} y1="8" y2="8" className="answer-whisker" />
          <line x1={bar.zero} x2={bar.zero} y1="0" y2="16" className="answer-zero" />
        </>
      )}
    </svg>
  );
}
