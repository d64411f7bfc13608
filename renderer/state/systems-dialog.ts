import { createStore } from 'zustand/vanilla';

/** Whether the choice of systems to compare is open; one window has one. */
export const systemsDialogStore = createStore<{ readonly open: boolean }>(() =>
  ({ open: false }));

export const systemsDialog = {
  open: (): void => { systemsDialogStore.setState({ open: true }); },
  close: (): void => { systemsDialogStore.setState({ open: false }); },
};
