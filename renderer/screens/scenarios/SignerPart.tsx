import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PackageInfo } from '../../../shared/project/package-info.ts';
import { useHost } from '../../backend/context.tsx';
import { useProject } from '../../state/hooks.tsx';
import { bannerText } from '../../text/banner.ts';
import { explain } from '../../text/problems.ts';
import { scenariosText as words } from '../../text/scenarios.ts';

/** Who vouches for a package, and how this computer knows the key. */
export function SignerPart({ info: opened }: { readonly info: PackageInfo }) {
  const host = useHost();
  const { session } = useProject();
  const [told, setTold] = useState<PackageInfo | null>(null);
  const [name, setName] = useState(opened.signer?.name ?? '');
  const [problem, setProblem] = useState('');
  const info = told ?? opened;
  const keep = async (): Promise<void> => {
    const reply = await host.call('package:know-signer', { session, name: name.trim() });
    if (reply.ok) setTold(reply.value);
    else setProblem(explain(reply.error).title);
  };
  const { signer } = info;
  return (
    <section className="scenario-panel" aria-label={words.signature}>
      <h2>{words.signature}</h2>
      <p>{bannerText.state(info)}</p>
      {signer === null ? <p>{words.unsigned}</p>
        : <p>{words.signer(signer.name, signer.fingerprint)}</p>}
      {signer?.key === 'own' && <p>{words.signerOwn}</p>}
      {signer?.key === 'known' && <p>{words.signerKnown(signer.knownAs ?? signer.name)}</p>}
      {signer?.key === 'unknown' && (
        <>
          <p>{words.signerUnknown}</p>
          <div className="scenario-tools">
            <TextInput size="xs" label={words.knowAs} value={name}
              onChange={(event) => { setName(event.currentTarget.value); }} />
            <Button size="xs" variant="default" disabled={name.trim() === ''}
              onClick={() => { void keep(); }}>
                {words.know}
              </Button>
          </div>
        </>
      )}
      {info.format === 1 && info.redacted.length > 0 && <p><strong>{words.weak}</strong></p>}
      {problem !== '' && <p role="status">{problem}</p>}
    </section>
  );
}
