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
}

/** Title and purpose of a screen, its tabs, and its content. */
export function ScreenFrame({ id, children, parts = [] }: Props) {
  const { go } = useActions();
  const chosen = usePlanner((state) => state.parts[id]);
  const { label, purpose } = screenText[id];
  const part = parts.find((each) => each.id === chosen) ?? parts[0];
  return (
    <div className="screen">
      <div className="screen-head">
        <h1>{label}</h1>
        <p>{purpose}</p>
      </div>
      {children}
      {part !== undefined && (
        <Tabs
          value={part.id}
          onChange={(next) => {
            if (next !== null) go(id, next);
          }}
          keepMounted={false}>
          <Tabs.List className="screen-tabs">
            {parts.map((each) => (
              <Tabs.Tab key={each.id} value={each.id}>
                {each.label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {parts.map((each) => (
            <Tabs.Panel key={each.id} value={each.id}>
              {each.content}
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </div>
  );
}
