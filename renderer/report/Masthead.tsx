import { Fragment } from 'react';
import type { Report } from '../../shared/report/types.ts';

interface Props {
  readonly report: Report;
  /** Address of the picture; null for none. */
  readonly logo: string | null;
}

/** The head of a brief: whose, what, which scenario. */
export function Masthead({ report, logo }: Props) {
  const { client, preparedBy, project, scenario, title } = report;
  const facts: readonly (readonly [before: string, name: string])[] = [
    ['', scenario],
    ...(client === '' ? [] : [['for ', client] as const]),
    ...(preparedBy === '' ? [] : [['prepared by ', preparedBy] as const]),
  ];
  return (
    <header className="masthead">
      {logo !== null && <img className="masthead-logo" src={logo}
        alt={client === '' ? 'Logo' : `Logo of ${client}`} />}
      <p className="masthead-kind">{title}</p>
      <p className="masthead-project" dir="auto">
        {project}
      </p>
      <p className="masthead-facts">
        {facts.map(([before, name], i) => (
          <Fragment key={before}>
            {`${i === 0 ? '' : '  ·  '}${before}`}
            <bdi>{name}</bdi>
          </Fragment>
        ))}
      </p>
    </header>
  );
}
