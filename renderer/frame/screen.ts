import type { Icon } from '@tabler/icons-react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { ScreenId } from '../state/screen-ids.ts';

/** One screen of the frame. Screens are loaded when they are first shown. */
export interface Screen {
  readonly id: ScreenId;
  readonly icon: Icon;
  /** Whether the screen makes sense without an open project. */
  readonly needsProject: boolean;
  readonly Component: LazyExoticComponent<ComponentType>;
}
