import { createContext } from 'react';

/**
 * Takes the element in which the frame shows its inspector on a screen with a side column;
 * null when the screen has gone.
 */
export const SideSlot = createContext<(element: HTMLElement | null) => void>(() => undefined);
