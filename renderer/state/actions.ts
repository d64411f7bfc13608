import type { Host } from '../backend/context.tsx';
import { createEditing, type EditActions } from './editing.ts';
import { createFiles, type FileActions } from './files.ts';
import { createNavigation, type NavigationActions } from './navigation.ts';
import { createPlace, type PlaceActions } from './place.ts';
import type { SetState, State } from './store.ts';

export interface Actions extends EditActions, FileActions, NavigationActions, PlaceActions {}

export function createActions(host: Host, set: SetState, get: () => State): Actions {
  const navigation = createNavigation(host, set);
  const editing = createEditing(host, set, get);
  const place = createPlace(host, set, get);
  return { ...navigation, ...editing, ...place,
    ...createFiles(host, set, get, editing.settle) };
}
