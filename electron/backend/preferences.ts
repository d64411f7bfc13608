import { z } from 'zod';
import type { Preferences } from '../../shared/backend.ts';
import { readJson, writeJson } from './json-file.ts';

/** Each preference by itself: one spoilt value falls back alone. */
const schema = z.looseObject({
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  navigationCollapsed: z.boolean().catch(false),
  inspectorOpen: z.boolean().catch(true),
});

/** Preferences as stored, defaults for what is missing or makes no sense. */
export function readPreferences(path: string): Preferences {
  const { theme, navigationCollapsed, inspectorOpen } = schema.parse(stored(path));
  return { theme, navigationCollapsed, inspectorOpen };
}

/** Stores changes and keeps whatever else is in the file: a newer version may have put it there. */
export function changePreferences(path: string, set: Partial<Preferences>): Preferences {
  writeJson(path, { ...stored(path), ...set });
  return readPreferences(path);
}

function stored(path: string): Readonly<Record<string, unknown>> {
  const content = readJson(path);
  if (content.state !== 'read') return {};
  const object = z.record(z.string(), z.unknown()).safeParse(content.value);
  return object.success ? object.data : {};
}
