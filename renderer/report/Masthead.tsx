import type { Report } from '../../shared/report/types.ts';

/** The head of a brief: whose, what, which scenario. */
export function Masthead({ report }: { readonly report: Report }) {
  const { client, preparedBy, project, scenario, title } = report;
  return (
    <header className="masthead">
      <p className="masthead-kind">{title}</p>
      <p className="masthead-project">{project}</p>
      <p className="masthead-facts">
        {[
          scenario,
          ...(client === '' ? [] : [`for ${client}`]),
          ...(preparedBy === '' ? [] : [`prepared by ${preparedBy}`]),
        ].join('  ·  ')}
      </p>
    </header>
  );
}
