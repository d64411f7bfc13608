import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import type { Stop } from './load.ts';
import { exitCodes } from './output.ts';

/** Bytes of one piece. */
const pieceBytes = 1024 * 1024;

/**
 * Feeds a file piece by piece, however long it is, and hashes it on the way.
 * @param take gets each piece and its last byte's place; says whether to go on
 * @returns SHA-256 of what was read, in hexadecimal, and whether all was
 */
export async function feedFile(
  path: string, take: (piece: Uint8Array, end: number) => boolean,
): Promise<Result<{ readonly sha256: string; readonly isWhole: boolean }, Stop>> {
  const hash = createHash('sha256');
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    let end = 0;
    for (let pieces = 0; ; pieces++) {
      const piece = new Uint8Array(pieceBytes);
      const length = readSync(file, piece);
      if (length === 0) return ok({ sha256: hash.digest('hex'), isWhole: true });
      const read = piece.subarray(0, length);
      hash.update(read);
      end += length;
      if (!take(read, end)) return ok({ sha256: hash.digest('hex'), isWhole: false });
      // Lets an interrupt through.
      if (pieces % 16 === 15) await new Promise((resolve) => { setImmediate(resolve); });
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse({ exit: exitCodes.badFile, text: `${path}: ${code === 'ENOENT' ? 'there is no such file'
      : code === 'EISDIR' ? 'not a file' : `cannot be read (${code})`}` });
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** SHA-256 of bytes, in hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
