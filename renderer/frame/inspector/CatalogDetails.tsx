import { isPrice } from '../../../shared/uncertainty/register.ts';
import { dateIn } from '../../../shared/units/source-date.ts';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import { findCatalogItem } from '../../state/catalog.ts';
import { printSourced } from '../../state/trace.ts';
import { usePlan } from '../../state/use-plans.ts';
import { inspectorText } from '../../text/inspector.ts';
import { Facts } from './Facts.tsx';
import { SourceAge } from './SourceAge.tsx';

/** A cited value of the catalogue: the end of every trail. */
export function CatalogDetails({ catalogRef }: { readonly catalogRef: string }) {
  const plan = usePlan();
  const { entry, figure, value, citation } = findCatalogItem(catalogRef,
    plan.ok ? plan.value.stages.catalog : undefined);
  return (
    <>
      <h2>{entry}</h2>
      <code className="inspector-path">{figure === '' ? catalogRef : figure}</code>
      {value !== null
        && <p className="inspector-value numeric">{printSourced(value.value, value.unit)}</p>}
      {citation === null ? (
        <p className="inspector-empty">{inspectorText.notInCatalog}</p>
      ) : (
        <Facts
          facts={[
            {
              name: inspectorText.range,
              value:
                value?.low === undefined || value.high === undefined
                  ? ''
                  : `${printSourced(value.low, value.unit)} to ${printSourced(value.high, value.unit)}`,
            },
            { name: inspectorText.source, value: citation.source },
            { name: inspectorText.date,
              value: <SourceAge date={citation.date ?? dateIn(citation.source)}
                price={isPrice(value?.unit ?? '', `catalog:${catalogRef}`)}
                decision={false} /> },
            { name: inspectorText.evidence,
              value: <EvidenceBadge evidence={citation.evidence} /> },
            { name: inspectorText.note, value: citation.note ?? '' },
          ]}
        />
      )}
    </>
  );
}
