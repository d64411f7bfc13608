import { Fragment } from 'react';
import { longDate } from '../../shared/report/date.ts';
import type { Report } from '../../shared/report/types.ts';

interface Props {
  readonly report: Report;
  /** Address of the picture; null for none. */
  readonly logo: string | null;
}

/** The head of a brief: whose, what, which scenario. */
export function Masthead({ report, logo }: Props) {
  const { client, preparedBy, project, scenario, title, date, question } = report;
  const facts: readonly (readonly [before: string, name: string])[] = [
    ['', scenario],
    ...(client === '' ? [] : [['for ', client] as const]),
    ...(preparedBy === '' ? [] : [['prepared by ', preparedBy] as const]),
    ...(date === '' ? [] : [['', longDate(date)] as const]),
  ];
  return (
    <header className="masthead" data-front={question === null ? undefined : true}>
      {logo !== null && <img className="masthead-logo" src={logo}
        alt={client === '' ? 'Logo' : `Logo of ${client}`} />}
      <p className="masthead-kind">{title}</p>
      <p className="masthead-project" dir="auto">
        {project}
      </p>
      <p className="masthead-facts">
        {facts.map(([before, name], i) => (
          <Fragment key={`${before}${name}`}>
            {`${i === 0 ? '' : '  ·  '}${before}`}
            <bdi>{name}</bdi>
          </Fragment>
        ))}
      </p>
      {question !== null && <p className="masthead-question" dir="auto">{question}</p>}
    </header>
  );
}
