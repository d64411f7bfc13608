import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../../project/record.ts';
import { listInputsInUse } from './inputs-in-use.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';

/**
 * Identifies what a plan was computed from: all inputs in use and the catalogue version.
 * Results are left out, since transcendental functions differ in the last bit between
 * machines.
 * @returns 64 hexadecimal digits; equal inputs give equal digits everywhere
 */
export function hashInputs(inputs: ScenarioInputs, catalogVersion: string): string {
  const values = listInputsInUse(inputs).map(({ path, value }) => [path, value]);
  return bytesToHex(sha256(utf8ToBytes(canonical({ catalogVersion, values }))));
}
