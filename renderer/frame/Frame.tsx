import { Loader } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { Fence } from '../components/Fence.tsx';
import { SideSlot } from '../components/workbench/side-slot.ts';
import { useIsOpen, usePlanner } from '../state/hooks.tsx';
import { projectName } from '../state/names.ts';
import { frameText, productName } from '../text/frame.ts';
import { useCommandKeys } from './commands.ts';
import './frame.css';
import { HeadlineStrip } from './HeadlineStrip.tsx';
import { HelpDialog } from './help/HelpDialog.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { useInspecting } from './inspector/use-inspecting.ts';
import { KeyMap } from './KeyMap.tsx';
import { Navigation } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { ObstacleBanner } from './ObstacleBanner.tsx';
import { Palette } from './Palette.tsx';
import type { Screen } from './screen.ts';
import { StateBanner } from './StateBanner.tsx';
import { SystemsDialog } from './SystemsDialog.tsx';
import { Told } from './Told.tsx';
import { TopBar } from './TopBar.tsx';
import { Tour } from './tour/Tour.tsx';
import { usePlace } from './use-place.ts';

/** What stands around every screen: navigation, top bar, headline strip, inspector. */
export function Frame({ screens }: { readonly screens: readonly Screen[] }) {
  const open = useIsOpen();
  const screen = usePlanner((state) => state.screen);
  const [side, setSide] = useState<HTMLElement | null>(null);
  const inspecting = usePlanner((state) => state.preferences.inspectorOpen);
  const collapsed = usePlanner((state) => state.preferences.navigationCollapsed);
  const name = usePlanner(({ project }) => (project === null ? null : projectName(project)));
  useCommandKeys();
  usePlace();
  useDocumentTitle(name === null ? productName : `${name} · ${productName}`);
  const Shown = screens.find(({ id }) => id === screen)?.Component;
  return (
    <div className="frame" data-nav={collapsed ? 'icons' : undefined}
      data-inspector={inspecting ? undefined : 'closed'}>
      <a className="frame-skip" href="#content">
        {frameText.skip}
      </a>
      <Navigation screens={screens} />
      <div className="frame-body">
        <TopBar />
        {open && <HeadlineStrip />}
        {open && <div className="frame-state"><StateBanner /><ObstacleBanner /></div>}
        <div className="frame-work">
          <main id="content" className="frame-main" tabIndex={-1}>
            <Fence key={screen} screen={screen}>
              <SideSlot value={setSide}>
                <Suspense fallback={<Loader className="frame-loader" />}>
                  {Shown !== undefined && <Shown />}
                </Suspense>
              </SideSlot>
            </Fence>
          </main>
          {open && <Explained side={side} />}
        </div>
      </div>
      <Notices />
      <Told />
      <Palette />
      <KeyMap />
      <HelpDialog />
      <Tour />
      {open && <SystemsDialog />}
      {open && <ImportDialog />}
    </div>
  );
}

/** The inspector: in the side column of the screen where it has one, else beside it. */
function Explained({ side }: { readonly side: HTMLElement | null }) {
  const inspecting = useInspecting(side !== null);
  if (!inspecting) return null;
  return side === null ? <Inspector /> : createPortal(<Inspector />, side);
}
