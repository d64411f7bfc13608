import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ScreenId } from '../state/screen-ids.ts';
import { useActions, usePlanner } from '../state/hooks.tsx';
import { screenText } from '../text/frame.ts';
import './screen-frame.css';

/** One part of a screen, shown alone under the screen's title. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface Props {
  readonly id: ScreenId;
  readonly children?: ReactNode;
  /** Parts of the screen, as tabs; none for a screen of one piece. */
  readonly parts?: readonly Part[];
  /** What can be done with the whole screen, at the end of its head. */
  readonly tools?: ReactNode;
}

/** Title and purpose of a screen, its tabs, and its content. */
export function ScreenFrame({ id, children, parts = [], tools }: Props) {
  const { go } = useActions();
  const chosen = usePlanner((state) => state.parts[id]);
  const { label, purpose } = screenText[id];
  const part = parts.find((each) => each.id === chosen) ?? parts[0];
  if (part === undefined) {
    return (
      <div className="screen">
        <div className="screen-head">
          <h1>{label}</h1>
          <p>{purpose}</p>
          {tools !== undefined && <div className="screen-tools">{tools}</div>}
        </div>
        {children}
      </div>
    );
  }
  return (
    <Tabs className="screen" value={part.id} keepMounted={false} onChange={(next) => {
      if (next !== null) go(id, next);
    }}>
      <div className="screen-head">
        <h1 title={purpose}>{label}</h1>
        <Tabs.List className="screen-tabs" aria-label={label}>
          {parts.map((each) => (
            <Tabs.Tab key={each.id} value={each.id}>
              {each.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tools !== undefined && <div className="screen-tools">{tools}</div>}
      </div>
      {children}
      {parts.map((each) => (
        <Tabs.Panel key={each.id} value={each.id}>
          {each.content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
