import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { peerSubjects } from '../../../shared/catalog/market-types.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { formatMeasure } from '../../../shared/reality/texts.ts';
import { units, type Unit } from '../../../shared/units/unit.ts';
import type { Sourced } from '../../../shared/units/provenance.ts';
import type { Print } from '../../../shared/units/print.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import { usePrint } from '../../state/use-print.ts';
import { catalogueText as words, peerSubjectText } from '../../text/catalogue.ts';

/** A figure somebody else published, and what of a plan it stands beside. */
interface Published {
  readonly id: string;
  readonly measure: string;
  readonly name: string;
  readonly figure: Sourced;
}

/** All that plans are held against, measure by measure. */
const publishedIn = ({ peers, markets }: Catalog): readonly Published[] => [
  ...peerSubjects.flatMap((subject) => Object.values(peers)
    .filter((peer) => peer.subject === subject)
    .map(({ id, name, figure }) => ({ id, name, figure, measure: peerSubjectText[subject] }))),
  ...Object.values(markets)
    .map(({ id, name, figure }) => ({ id, name, figure, measure: words.markets })),
];

const isUnit = (unit: string): unit is Unit => units.some((each) => each === unit);

const contains = (found: Published, search: string): boolean =>
  [found.measure, found.name, found.figure.source]
    .some((text) => text.toLowerCase().includes(search.trim().toLowerCase()));

/** The dated figures of others that the measures of Results > Reality stand beside. */
export function PeersPart({ catalog }: { readonly catalog: Catalog }) {
  const print = usePrint();
  const [search, setSearch] = useState('');
  const all = useMemo(() => publishedIn(catalog), [catalog]);
  const shown = all.filter((each) => contains(each, search));
  return (
    <div className="catalogue-peers">
      <p className="catalogue-hint">{words.peersHelp}</p>
      <TextInput size="xs" label={words.find} value={search} className="catalogue-find"
        onChange={(event) => { setSearch(event.currentTarget.value); }} />
      <p className="catalogue-count" role="status">{words.entries(shown.length, all.length)}</p>
      <FactTable title={words.peers} columns={words.peerColumns} words={[0, 1, 3, 4]}
        rows={shown.map((each) => rowFor(each, print))} />
    </div>
  );
}

function rowFor({ id, measure, name, figure }: Published, print: Print): FactRow {
  const { value, unit, date, undated = 'source', source, note, evidence } = figure;
  return { key: `${measure} ${id}`, cells: [
    name, measure,
    isUnit(unit) ? formatMeasure(value, unit, print) : `${value} ${unit}`,
    <span key="day" className="peer-day">{date ?? words.undated[undated]}</span>,
    <span key="source" className="peer-source">
      {source} <EvidenceBadge evidence={evidence} />
      {note !== undefined && note !== '' && <small>{note}</small>}
    </span>,
  ] };
}
