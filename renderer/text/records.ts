import type { ListKind } from '../state/record-lists.ts';

export const listText: Readonly<
  Record<ListKind, { readonly title: string; readonly one: string; readonly empty: string }>
> = {
  traffic: {
    title: 'Traffic classes',
    one: 'traffic class',
    empty: 'No traffic class yet. Add one to say which model is asked what.',
  },
  rackGroup: {
    title: 'Rack groups',
    one: 'rack group',
    empty: 'No racks yet. Add a group to say which system serves which traffic.',
  },
  release: {
    title: 'Software releases',
    one: 'release',
    empty: 'No release yet. Add one to see what a future gain would be worth.',
  },
};

export const recordText = {
  add: (one: string) => `Add ${one}`,
  duplicate: (name: string) => `Duplicate ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removeBlocked: (name: string, users: readonly string[]) =>
    `${name} cannot be removed: ${users.join(', ')} ${users.length === 1 ? 'serves' : 'serve'} it`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  copyOf: (name: string) => `${name}, copy`,
  newName: (one: string, count: number) => `${one.charAt(0).toUpperCase()}${one.slice(1)} ${count}`,
};
