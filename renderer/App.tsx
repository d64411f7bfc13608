import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { HostProvider, type Host } from './backend/context.tsx';
import { Frame } from './frame/Frame.tsx';
import { screens } from './screens/registry.ts';
import { PlannerProvider, usePlanner } from './state/hooks.tsx';
import { createPlannerStore } from './state/store.ts';
import { usePrinting } from './state/use-printing.ts';
import { theme } from './theme.ts';

interface Props {
  readonly host: Host;
  readonly nonce: string;
}

/** Everything the frame stands on: the host, the store, and the theme the person prefers. */
export function App({ host, nonce }: Props) {
  const [store] = useState(() => createPlannerStore(host));
  useEffect(() => {
    const { loadPreferences, resume } = store.getState().actions;
    void loadPreferences();
    void resume();
  }, [store]);
  return (
    <HostProvider value={host}>
      <PlannerProvider value={store}>
        <Themed nonce={nonce} />
      </PlannerProvider>
    </HostProvider>
  );
}

function Themed({ nonce }: Pick<Props, 'nonce'>) {
  const wanted = usePlanner((state) => state.preferences.theme);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const printing = usePrinting();
  const onScreen = wanted === 'system' ? system : wanted;
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={printing ? 'light' : onScreen}
      getStyleNonce={() => nonce}>
      <Frame screens={screens} />
    </MantineProvider>
  );
}
