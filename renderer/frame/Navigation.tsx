import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconHelp, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { useActions, usePlanner } from '../state/hooks.tsx';
import { frameText, productName, screenText } from '../text/frame.ts';
import { helpText } from '../text/help.ts';
import { help } from './help/help.ts';
import { Mark } from './Mark.tsx';
import type { Screen } from './screen.ts';
import './navigation.css';
import { TourOffer } from './tour/TourOffer.tsx';

/** The screens, in the order of the data's way. */
export function Navigation({ screens }: { readonly screens: readonly Screen[] }) {
  const { setPreferences } = useActions();
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false });
  const chosen = usePlanner((state) => state.preferences.navigationCollapsed);
  const collapsed = chosen || narrow;
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const label = collapsed ? frameText.expand : frameText.collapse;
  return (
    <nav className="nav" data-collapsed={collapsed || undefined}
      aria-label={frameText.navigation}>
        <div className="nav-brand">
          <Mark />
          {!collapsed && <span>{productName}</span>}
        </div>
        <ul className="nav-list">
          {screens.map((screen) => (
            <li key={screen.id}>
              <Entry screen={screen} collapsed={collapsed} />
            </li>
          ))}
        </ul>
        {!collapsed && <TourOffer />}
        <div className="nav-foot">
          <HelpButton collapsed={collapsed} />
          {!narrow && <button
            type="button"
            className="plain-button nav-toggle"
            aria-label={label}
            title={label}
            onClick={() => {
              setPreferences({ navigationCollapsed: !collapsed });
            }}>
            <Toggle size={17} stroke={1.5} aria-hidden />
          </button>}
        </div>
      </nav>
  );
}

function HelpButton({ collapsed }: { readonly collapsed: boolean }) {
  return (
    <button type="button" className="plain-button nav-help" title={helpText.title}
      onClick={help.open}>
      <IconHelp size={17} stroke={1.5} aria-hidden />
      <span className={collapsed ? 'unseen' : undefined}>{helpText.button}</span>
    </button>
  );
}

function Entry(
  { screen, collapsed }: { readonly screen: Screen; readonly collapsed: boolean },
) {
  const { go } = useActions();
  const { current, open } = usePlanner((state) => ({
    current: state.screen,
    open: state.project !== null,
  }));
  const { label } = screenText[screen.id];
  const disabled = screen.needsProject && !open;
  const Icon = screen.icon;
  return (
    <Tooltip
      label={disabled ? frameText.needsProject : label}
      position="right"
      disabled={!collapsed && !disabled}>
      <button
        type="button"
        className="plain-button nav-entry"
        aria-current={current === screen.id ? 'page' : undefined}
        aria-disabled={disabled || undefined}
        onClick={() => {
          if (!disabled) go(screen.id);
        }}>
        <Icon size={17} stroke={1.5} aria-hidden />
        <span className={collapsed ? 'unseen' : undefined}>{label}</span>
      </button>
    </Tooltip>
  );
}
