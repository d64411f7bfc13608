import { createStore } from 'zustand/vanilla';

interface HelpState {
  readonly open: boolean;
  /** File of the page on show. */
  readonly page: string;
}

/** Whether the guide is open, and where; one window has one. */
export const helpStore = createStore<HelpState>(() => ({ open: false, page: 'README.md' }));

export const help = {
  open: (): void => { helpStore.setState({ open: true }); },
  close: (): void => { helpStore.setState({ open: false }); },
  turnTo: (page: string): void => { helpStore.setState({ page }); },
};
