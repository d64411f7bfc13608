import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PackageInfo } from '../../shared/backend.ts';
import type { PlainDocument } from '../../shared/project/body-migrations/plain.ts';
import { canonical } from '../../shared/project/record.ts';

/** What is stored of a package besides its records and its fingerprint. */
export type StoredPackage = Omit<PackageInfo, 'intact' | 'hash'>;

const text = z.string().max(1000);
const stored = z.strictObject({
  hash: text, issuedAt: text, appVersion: text, redacted: z.array(text).max(100_000),
  issued: z.array(z.strictObject({
    id: text, name: text, planHash: text,
    figures: z.array(z.strictObject({ key: text, value: z.number().nullable(), unit: text })).max(1000),
  })).max(1000),
});

/** SHA-256 over the document and what is said of it: equal packages have equal ones on every machine. */
export function fingerprint(document: PlainDocument, about: StoredPackage): string {
  return createHash('sha256').update(canonical({ document, about })).digest('hex');
}

const broken: PackageInfo = { intact: false, hash: '', issuedAt: '', appVersion: '', redacted: [], issued: [] };

/** What a file says of itself as a package, its fingerprint recomputed; null for an ordinary project. */
export function readPackage(stated: string | null, document: PlainDocument): PackageInfo | null {
  if (stated === null) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(stated);
  } catch {
    return broken;
  }
  const read = stored.safeParse(parsed);
  if (!read.success) return broken;
  const { hash, ...about } = read.data;
  return { ...about, hash, intact: fingerprint(document, about) === hash };
}
