import { Button, CloseButton, Loader, Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { usePlannerStore } from '../../state/hooks.tsx';
import { helpText as words } from '../../text/help.ts';
import { keyMap } from '../key-map.ts';
import { startTour } from '../tour/tour.ts';
import { help, helpStore } from './help.ts';
import './help.css';

/** The pages are read only when somebody asks for them. */
const Guide = lazy(async () => ({ default: (await import('./Guide.tsx')).Guide }));

/** The guide over the screens, and the way to the tour and the keyboard map. */
export function HelpDialog() {
  const open = useStore(helpStore, (state) => state.open);
  const store = usePlannerStore();
  const instead = (run: () => void) => () => {
    help.close();
    run();
  };
  return (
    <Modal opened={open} onClose={help.close} withCloseButton={false} size={1040}
      attributes={{ content: { 'aria-label': words.title } }} transitionProps={{ duration: 0 }}>
      <div className="help-head">
        <h1>{words.title}</h1>
        <Button variant="default" size="xs" onClick={instead(() => { startTour(store); })}>
          {words.takeTour}
        </Button>
        <Button variant="default" size="xs" onClick={instead(keyMap.toggle)}>{words.keys}</Button>
        <CloseButton aria-label={words.close} onClick={help.close} />
      </div>
      <Suspense fallback={<Loader />}>{open && <Guide />}</Suspense>
    </Modal>
  );
}
