import { IconLock } from '@tabler/icons-react';
import { stressAll, type StressResult } from '../../../shared/claims/stress.ts';
import type {
  CardResult, CheckResult, ClaimCard, Fact, Overrides,
} from '../../../shared/claims/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { printSourced } from '../../state/trace.ts';
import { claimsText as words, printOutcome, stressNames } from '../../text/claims.ts';

const printFact = ({ value, unit }: Fact): string =>
  (typeof value === 'number' ? printSourced(value, unit) : value);

/** What the publisher states; nothing here can be changed. */
export function FactsTable({ card }: { readonly card: ClaimCard }) {
  return (
    <FactTable title={words.facts} help={words.factsHelp} columns={words.factColumns}
      words={[0, 2, 3]}
      rows={card.facts.map((fact) => ({
        key: fact.key,
        cells: [fact.label, printFact(fact),
          <>{fact.source}<small>{fact.date ?? words.undated}</small></>,
          <EvidenceBadge key="class" evidence={fact.evidence} />],
      }))}>
      <IconLock size={14} role="img" aria-label={words.locked} />
    </FactTable>
  );
}

const agreement = ({ matches, expected }: CheckResult): string =>
  (matches ? words.agrees : expected ? words.disagreesAt : words.disagrees);

/** Every printed figure of the claim beside what its own inputs give. */
export function ChecksTable(
  { card, result }: { readonly card: ClaimCard; readonly result: CardResult },
) {
  if (card.checks.length === 0) return null;
  const unitOf = (id: string): Unit => card.checks.find((check) => check.id === id)?.unit
    ?? 'ratio';
  return (
    <FactTable title={words.checks} columns={words.checkColumns} words={[0, 3, 4]}
      rows={result.checks.map((check) => ({
        key: check.id,
        cells: [check.label, check.printed.text, printOutcome(check.actual, unitOf(check.id)),
          words.origin[check.origin], agreement(check)],
      }))} />
  );
}

/**
 * The claim when prices fall, capacity stays unsold, or tier, precision and speed are
 * others.
 */
export function StressTable(
  { card, entries }: { readonly card: ClaimCard; readonly entries: Overrides },
) {
  const { unit } = card.formula;
  return (
    <FactTable title={words.stress} help={words.stressHelp} columns={words.stressColumns}
      words={[0, 3]}
      rows={stressAll(card, entries).flatMap((stress) => stressRows(stress, unit))} />
  );
}

function stressRows(stress: StressResult, unit: Unit): readonly FactRow[] {
  const name = stressNames[stress.kind];
  if (!stress.applies)
    return [{ key: stress.kind, strong: true, cells: [
      name, '', '', `${words.notApplicable}: ${stress.reason}`,
    ] }];
  return [
    { key: stress.kind, strong: true, cells: [name, '', '', ''] },
    ...stress.cases.map(({ label, value, ofPublished, quoted }): FactRow => ({
      key: `${stress.kind} ${label}`, part: true,
      cells: [label, printOutcome(value, unit), formatQuantity(ofPublished, 'fraction'),
        quoted === null ? words.computed : words.quoted(quoted.source)],
    })),
  ];
}

/** What the publisher leaves open, and what turned up in checking. */
export function FindingsList({ card: { unstated, findings } }: { readonly card: ClaimCard }) {
  return (
    <section className="claim-findings">
      {unstated.length > 0 && (
        <>
          <h3>{words.unstated}</h3>
          <ul>{unstated.map((each) => <li key={each}>{each}</li>)}</ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3>{words.findings}</h3>
          <ul>
            {findings.map(({ text, source }) => (
              <li key={text}>{text} <small>({source ?? words.ownArithmetic})</small></li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
