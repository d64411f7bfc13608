import { sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { ContentDigests } from '../../db/contents.ts';
import { canonical } from '../../shared/project/record.ts';
import { readPublicKey, type SigningKey } from './signing-key.ts';

/** A signature over everything a package holds, as it is stored in it. */
export interface Seal {
  readonly algorithm: 'ed25519';
  /** What the signer is called by himself. */
  readonly name: string;
  /** 32 bytes in base64. */
  readonly publicKey: string;
  /** What was signed, part by part, so that a later change can be named. */
  readonly digests: ContentDigests;
  readonly signature: string;
}

const schema = z.strictObject({
  algorithm: z.literal('ed25519'), name: z.string().max(200), publicKey: z.string().max(100),
  digests: z.record(z.string().max(200), z.string().max(100)), signature: z.string().max(200),
});

/** Keeps a signature made for a package from being taken for one of anything else. */
const domain = 'AI Factory Planner package 2\0';

const messageOf = ({ algorithm, name, publicKey, digests }: Omit<Seal, 'signature'>): Buffer =>
  Buffer.from(domain + canonical({ algorithm, name, publicKey, digests }));

/** The text that is stored as a package's signature. */
export function makeSeal(
  digests: ContentDigests, { privateKey, publicKey }: SigningKey, name: string,
): string {
  const said = { algorithm: 'ed25519', name: name.slice(0, 200), publicKey, digests } as const;
  const signature = sign(null, messageOf(said), privateKey).toString('base64');
  return JSON.stringify({ ...said, signature } satisfies Seal);
}

/**
 * A stored signature that is sound in itself: the key's owner signed these digests. Null for
 * anything else.
 */
export function readSeal(stored: string): Seal | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored);
  } catch {
    return null;
  }
  const read = schema.safeParse(parsed);
  if (!read.success) return null;
  const key = readPublicKey(read.data.publicKey);
  const signature = Buffer.from(read.data.signature, 'base64');
  const isSigned = key !== null && verify(null, messageOf(read.data), key, signature);
  return isSigned ? read.data : null;
}

/** Parts whose digests differ, or that only one side has, in order. */
export function differingParts(
  signed: ContentDigests, found: ContentDigests,
): readonly string[] {
  const parts = new Set([...Object.keys(signed), ...Object.keys(found)]);
  return [...parts].filter((part) => signed[part] !== found[part]).toSorted();
}
