import { useEffect, useState } from 'react';
import { useHost } from '../../backend/context.tsx';
import { loadLogo } from '../../report/logo.ts';
import { useInputs, useProject } from '../../state/hooks.tsx';

/** The project's picture as an address; null while there is none. */
export function useLogo(): string | null {
  const host = useHost();
  const { session } = useProject();
  const id = useInputs()?.report.values.logo ?? '';
  const [loaded, setLoaded] = useState<
    { readonly id: string; readonly address: string | null }
  >({ id: '', address: null });
  useEffect(() => {
    let gone = false;
    void loadLogo(host, session, id).then((address) => {
      if (!gone) setLoaded({ id, address });
    });
    return () => {
      gone = true;
    };
  }, [host, session, id]);
  return loaded.id === id ? loaded.address : null;
}
