import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useActions, usePlanner } from '../../state/hooks.tsx';
import type { Selection } from '../../state/store.ts';
import { inspectorText } from '../../text/inspector.ts';
import { CatalogDetails } from './CatalogDetails.tsx';
import { FieldDetails } from './FieldDetails.tsx';
import { FigureDetails } from './FigureDetails.tsx';
import './inspector.css';
import { LimitDetails } from './LimitDetails.tsx';

/** Explains whatever is selected: an input, a figure, a catalogue value, the limits. */
export function Inspector() {
  const { selectBack, setPreferences } = useActions();
  const { selection, trail } =
    usePlanner((state) => ({ selection: state.selection, trail: state.trail }));
  return (
    <aside className="inspector" aria-label={inspectorText.title}>
      <div className="inspector-bar">
        {trail.length > 0 && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={inspectorText.back}
            onClick={selectBack}>
            <IconArrowLeft size={15} stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
        <span>{inspectorText.title}</span>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={inspectorText.close}
          onClick={() => {
            setPreferences({ inspectorOpen: false });
          }}>
          <IconX size={15} stroke={1.75} aria-hidden />
        </ActionIcon>
      </div>
      <div className="inspector-body">
        {selection === null ? (
          <p className="inspector-empty">{inspectorText.empty}</p>
        ) : (
          <Details selection={selection} />
        )}
      </div>
    </aside>
  );
}

function Details({ selection }: { readonly selection: Selection }) {
  switch (selection.kind) {
    case 'field':
      return <FieldDetails at={selection.at} />;
    case 'figure':
      return <FigureDetails figureKey={selection.key} />;
    case 'catalog':
      return <CatalogDetails catalogRef={selection.ref} />;
    case 'limits':
      return <LimitDetails />;
  }
}
