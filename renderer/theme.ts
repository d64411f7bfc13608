import {
  createTheme,
  Loader,
  Menu,
  Modal,
  Select,
  Switch,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';
import { frameText } from './text/frame.ts';

/** Steel blue; shade 8 carries white text at 7:1. */
const steel: MantineColorsTuple = [
  '#eef5fb',
  '#dbe8f3',
  '#b4d0e7',
  '#8ab6da',
  '#68a0cf',
  '#4f90c8',
  '#3f87c5',
  '#2f73ad',
  '#1d5f94',
  '#0d4f80',
];

/** Neutral greys of the dark scheme, light text first, ground last. */
const dark: MantineColorsTuple = [
  '#e6e9ee',
  '#b6bdc9',
  '#939cab',
  '#6b7484',
  '#333a45',
  '#272d36',
  '#1b2028',
  '#14181e',
  '#0f1217',
  '#0a0c10',
];

export const theme = createTheme({
  primaryColor: 'steel',
  primaryShade: 8,
  colors: { steel, dark },
  defaultRadius: 4,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The page never scrolls, so nothing has to be locked; the lock would add styles the
    // policy forbids.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': frameText.closeDialog },
      },
    }),
    // A `header` outside a section is a banner, and a page has one.
    ModalHeader: { defaultProps: { component: 'div' } },
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        withArrow: false,
        multiline: true,
        maw: 320,
        transitionProps: { duration: 80 },
      },
    }),
    Select: Select.extend({
      defaultProps: {
        size: 'xs',
        comboboxProps: { shadow: 'md', transitionProps: { duration: 0 } },
        maxDropdownHeight: 340,
      },
    }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 80 },
      },
    }),
    Switch: Switch.extend({ defaultProps: { size: 'xs' } }),
    Loader: Loader.extend({ defaultProps: { size: 'xs', type: 'dots' } }),
  },
});
