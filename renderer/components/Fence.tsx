import { Component, type ReactNode } from 'react';
import { screenText } from '../text/frame.ts';
import { fenceText } from '../text/fence.ts';
import type { ScreenId } from '../state/screen-ids.ts';

interface Props {
  readonly screen: ScreenId;
  readonly children: ReactNode;
}

/** Keeps a fault of one screen on that screen: frame, undo and the other screens go on. */
export class Fence extends Component<Props, { readonly fault: string | null }> {
  override state: { readonly fault: string | null } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { fault: string } {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <div className="screen" role="alert">
        <h1>{fenceText.title(screenText[this.props.screen].label)}</h1>
        <p>
          {fenceText.kept} {fenceText.next}
        </p>
        <p>
          <code>{fault}</code>
        </p>
      </div>
    );
  }
}
