import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';
import { keysFolder, ownPublicKey } from './signing-key.ts';

/** A key somebody here said the owner of. */
export interface KnownKey {
  readonly publicKey: string;
  readonly name: string;
}

/** How this computer knows keys. */
export interface KnownKeys {
  /** Whose key it is by what was said here; null for a key nobody vouched for. */
  readonly nameOf: (publicKey: string) => string | null;
  readonly isOwn: (publicKey: string) => boolean;
}

const listPath = (dataFolder: string): string =>
  join(keysFolder(dataFolder), 'known-keys.json');

const entry = z.object({ publicKey: z.string().max(100), name: z.string().max(200) });

function readKnown(dataFolder: string): readonly KnownKey[] {
  const content = readJson(listPath(dataFolder));
  const list = content.state === 'read' ? z.array(z.unknown()).safeParse(content.value) : null;
  return (list?.data ?? []).flatMap((each) => {
    const read = entry.safeParse(each);
    return read.success ? [read.data] : [];
  });
}

/** The keys known here; a null folder knows none. */
export function knownKeys(dataFolder: string | null): KnownKeys {
  if (dataFolder === null) return { nameOf: () => null, isOwn: () => false };
  const known = readKnown(dataFolder);
  const own = ownPublicKey(dataFolder);
  return {
    nameOf: (publicKey) => known.find((each) => each.publicKey === publicKey)?.name ?? null,
    isOwn: (publicKey) => own !== null && own === publicKey,
  };
}

/** Keeps whose a key is; said again, the later name holds. */
export function rememberKey(dataFolder: string, key: KnownKey): void {
  const others = readKnown(dataFolder).filter(({ publicKey }) => publicKey !== key.publicKey);
  writeJson(listPath(dataFolder), [...others, key]);
}
