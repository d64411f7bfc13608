import type { ReactNode } from 'react';

interface Props {
  readonly main: ReactNode;
  readonly question: ReactNode;
  readonly children?: ReactNode;
}

/** The picture with the question and what is read from it beside it. */
export function Side({ main, question, children }: Props) {
  return (
    <div className="search-top">
      <div className="search-main">{main}</div>
      <div className="search-side">{question}{children}</div>
    </div>
  );
}
