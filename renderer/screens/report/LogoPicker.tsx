import type { KnownInput } from '../../../shared/project/field-path.ts';
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useHost } from '../../backend/context.tsx';
import { setField } from '../../state/edits.ts';
import { useActions, useDocument, useProject, useScenarioId } from '../../state/hooks.tsx';
import { keepLogo } from './logo.ts';
import { reportText } from './text.ts';
import { useLogo } from './use-logo.ts';

const address = { kind: 'report', key: 'report', field: 'logo' } as const satisfies KnownInput;

/** The picture on the first page: shown, replaced, taken off. */
export function LogoPicker() {
  const host = useHost();
  const { session } = useProject();
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const logo = useLogo();
  const [said, say] = useState('');
  const choose = async (file: File): Promise<void> => {
    const kept = await keepLogo(host, session, file);
    if (kept.ok) edit(reportText.setLogo(file.name),
      setField(document, scenarioId, address, kept.value.id));
    say(kept.ok ? '' : reportText.logoRefused(kept.error));
  };
  return (
    <section className="report-logo" aria-label={reportText.logo}>
      {logo !== null && <img src={logo} alt={reportText.logo} />}
      <div className="report-logo-tools">
        <FileButton accept="image/png,image/jpeg,image/svg+xml"
          onChange={(file) => { if (file !== null) void choose(file); }}>
            {(props) => (
              <Button {...props} size="compact-xs" variant="default">
                {reportText.chooseLogo}
              </Button>
            )}
          </FileButton>
        {logo !== null && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              edit(reportText.dropLogo, setField(document, scenarioId, address, ''));
              say('');
            }}
          >
            {reportText.dropLogo}
          </Button>
        )}
      </div>
      <p className="report-hint" role="status">
        {said}
      </p>
    </section>
  );
}
