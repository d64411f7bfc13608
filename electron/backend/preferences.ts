import { userInfo } from 'node:os';
import { z } from 'zod';
import type { Preferences } from '../../shared/backend.ts';
import { readJson, writeJson } from './json-file.ts';

/**
 * The account's name, until somebody says how to be called; empty where the system does
 * not know.
 */
function systemUser(): string {
  try {
    return userInfo().username.slice(0, 100);
  } catch {
    return '';
  }
}

/** Each preference by itself: one spoilt value falls back alone. */
const schema = z.looseObject({
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  navigationCollapsed: z.boolean().catch(false),
  inspectorOpen: z.boolean().catch(true),
  tourOffered: z.boolean().catch(false),
  author: z.string().max(100).catch(systemUser),
});

/** Preferences as stored, defaults for what is missing or makes no sense. */
export function readPreferences(path: string): Preferences {
  const { theme, navigationCollapsed, inspectorOpen, tourOffered, author } =
    schema.parse(stored(path));
  return { theme, navigationCollapsed, inspectorOpen, tourOffered, author };
}

/**
 * Stores changes and keeps whatever else is in the file: a newer version may have put it
 * there.
 */
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
