import { createStore } from 'zustand/vanilla';

/** Whether the keyboard map is open; one window has one. */
export const keyMapStore = createStore<{ readonly open: boolean }>(() => ({ open: false }));

export const keyMap = {
  toggle: (): void => { keyMapStore.setState(({ open }) => ({ open: !open })); },
  close: (): void => { keyMapStore.setState({ open: false }); },
};
