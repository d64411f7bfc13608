import { useWindowEvent } from '@mantine/hooks';
import { useEffect } from 'react';
import { useHost } from '../backend/context.tsx';
import { usePlannerStore } from '../state/hooks.tsx';

/**
 * Follows the project to its copy when its file is taken away: told by the host, and
 * asked whenever the page is back.
 */
export function usePlace(): void {
  const host = useHost();
  const { followTo, lookForFile } = usePlannerStore().getState().actions;
  useEffect(() => host.subscribe('project:displaced', followTo), [host, followTo]);
  useWindowEvent('focus', () => { void lookForFile(); });
}
