import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { importDialog, type ImportHint } from '../state/import-file.ts';
import { useIsReadOnly } from '../state/hooks.tsx';

interface Props {
  readonly label: string;
  /** What stands beside the button and so need not be asked. */
  readonly hint?: ImportHint;
}

/** Chooses a file of any kind and shows what it holds before anything of it is kept. */
export function ImportButton({ label, hint }: Props) {
  const isFixed = useIsReadOnly();
  const forget = useRef<() => void>(null);
  return (
    <FileButton resetRef={forget} inputProps={{ 'aria-label': label }}
      onChange={(file) => {
        // A file that was mended is chosen again under the same name.
        forget.current?.();
        if (file !== null) importDialog.open(file, hint);
      }}>
      {(props) => (
        <Button {...props} size="compact-sm" variant="default" disabled={isFixed}
          leftSection={<IconFileImport size={14} aria-hidden />}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
