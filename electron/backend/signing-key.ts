import {
  createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject,
} from 'node:crypto';
import {
  chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileProblem } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

/** The key packages are signed with, and its public half as it goes along in them. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** 32 bytes of an Ed25519 public key in base64. */
  readonly publicKey: string;
}

export const keysFolder = (dataFolder: string): string => join(dataFolder, 'keys');

const keyPath = (dataFolder: string): string => join(keysFolder(dataFolder), 'signing-key.pem');

/** What stands before the 32 bytes in the DER form of an Ed25519 public key. */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The public half of a key as text. */
function publicOf(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return der.subarray(derPrefix.length).toString('base64');
}

/** A public key from its text, or null where it is none. */
export function readPublicKey(text: string): KeyObject | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || bytes.toString('base64') !== text) return null;
  try {
    return createPublicKey({
      key: Buffer.concat([derPrefix, bytes]), format: 'der', type: 'spki',
    });
  } catch {
    return null;
  }
}

/**
 * Digits of a fingerprint: 128 bits can be read out over the telephone and not be hit by
 * trying.
 */
const fingerprintDigits = 32;

/**
 * What people compare: the start of the SHA-256 of a public key, in groups of four.
 * @example fingerprintOf('AAAA').length // 39
 */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return (digest.slice(0, fingerprintDigits).match(/.{4}/gu) ?? []).join(' ');
}

/** Only the owner may read the key, whatever a copy or a restored backup made of its rights. */
function closeToOthers(path: string): void {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    chmodSync(path, 0o600);
}

function readKey(path: string): Result<SigningKey, FileProblem> {
  try {
    closeToOthers(path);
    const privateKey = createPrivateKey(readFileSync(path));
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('it is of another kind');
    return ok({ privateKey, publicKey: publicOf(privateKey) });
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message : String(problem);
    return refuse({ code: 'damaged', path, detail: `the key cannot be used: ${detail}` });
  }
}

function createKey(path: string): void {
  const pem =
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  // "wx": of two programs that start at once one makes the key and both use it.
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, String(pem));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const codeOf = (problem: unknown): unknown =>
  (problem instanceof Error && 'code' in problem ? problem.code : undefined);

/**
 * The key of whoever works here, made on first use and kept in the application's data
 * folder. A key that cannot be read is refused and never replaced: packages signed with
 * it would be a stranger's.
 */
export function signingKey(dataFolder: string): Result<SigningKey, FileProblem> {
  const path = keyPath(dataFolder);
  try {
    mkdirSync(keysFolder(dataFolder), { recursive: true, mode: 0o700 });
    createKey(path);
  } catch (problem) {
    const code = codeOf(problem);
    if (code !== 'EEXIST')
      return refuse({ code: code === 'ENOSPC' ? 'disk-full' : 'denied', path });
  }
  return readKey(path);
}

/** The public half of the key kept here, null where none was made yet; makes none. */
export function ownPublicKey(dataFolder: string): string | null {
  if (statSync(keyPath(dataFolder), { throwIfNoEntry: false }) === undefined) return null;
  const key = readKey(keyPath(dataFolder));
  return key.ok ? key.value.publicKey : null;
}
