import type { IssuedScenario, PackageInfo } from '../../../shared/project/package-info.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { headlineGroups, headlineNames } from '../../../shared/report/figures.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { planOf } from '../../state/plan.ts';
import { usePrinter, type Printer } from '../../state/use-print.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { printIssued } from './disclosure-lines.ts';
import { SignerPart } from './SignerPart.tsx';

interface Props {
  readonly document: ProjectDocument;
  readonly info: PackageInfo;
}

/** What a package said when it was issued, beside what its remaining inputs come to. */
export function IssuedPart({ document, info }: Props) {
  const print = usePrinter();
  return (
    <>
      <p className="scenario-keys">{words.hash(info.hash)}</p>
      <SignerPart info={info} />
      {info.issued.map((scenario) => (
        <FactTable key={scenario.id} title={words.issuedTitle(scenario.name)}
          columns={words.issuedColumns}
          help={words.issuedHelp(info.redacted.length)}
          rows={issuedRows(document, scenario, print)} />
      ))}
      {info.redacted.length > 0 && (
        <section className="scenario-panel" aria-label={words.redactedTitle}>
          <h2>{words.redactedTitle}</h2>
          <ul
            className="redacted">{info.redacted.map((path) => <li key={path}>{path}</li>)}</ul>
        </section>
      )}
    </>
  );
}

/**
 * Figures in the order of the screens; what the plan no longer knows is printed as it was
 * written.
 */
function issuedRows(
  document: ProjectDocument, { id, figures }: IssuedScenario, print: Printer,
): readonly FactRow[] {
  const plan = planOf(document, id);
  return headlineGroups.flatMap(({ keys }) => keys).flatMap((key): readonly FactRow[] => {
    const issued = figures.find((each) => each.key === key);
    if (issued === undefined) return [];
    const now = plan.ok ? plan.value.figures[`headline.${key}`] : undefined;
    const plain = (value: number | null): string => `${value ?? '–'} ${issued.unit}`;
    const then = printIssued(issued,
      (value) => (now === undefined ? plain(value) : print(value, now.unit)));
    const today = now === undefined ? '–' : print(now.value, now.unit);
    return [{ key, strong: then !== today, cells: [headlineNames[key].label, then, today] }];
  });
}
