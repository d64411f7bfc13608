import type { AttachmentProblem, ImageType } from '../../shared/backend.ts';
import { checkSvgText } from './pictures/svg-check.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

/** A logo of a megabyte fills a printed page sharply. */
export const maxImageBytes = 1024 * 1024;
/**
 * Pixels on either side, and in all: more is a picture made to exhaust memory when it is
 * drawn.
 */
const maxSide = 8000;
const maxPixels = 16_000_000;

const startOfScan = Buffer.from([0xff, 0xda]);
const maxScans = 64;

const notImage = (detail: string): Result<never, AttachmentProblem> =>
  refuse({ code: 'not-an-image', detail });
const tooLarge = (detail: string): Result<never, AttachmentProblem> =>
  refuse({ code: 'image-too-large', detail });

interface Size {
  readonly width: number;
  readonly height: number;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The size in the header of a PNG, or null. */
function sizeOfPng(bytes: Buffer): Size | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngSignature)) return null;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Start-of-frame markers carry the size; four numbers between them mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The size in the first frame of a JPEG, or null. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function checkSvg(bytes: Buffer): Result<null, AttachmentProblem> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return notImage('the SVG is not UTF-8 text');
  }
  return checkSvgText(text);
}

/** A PNG of several frames says so before its first picture data. */
const moves = (bytes: Buffer): boolean => {
  const control = bytes.indexOf('acTL');
  return control >= 0 && control < bytes.indexOf('IDAT');
};

/** Passes over a JPEG: each may repaint the whole picture. Cameras make up to ten. */
function countScans(bytes: Buffer): number {
  let scans = 0;
  for (let at = bytes.indexOf(startOfScan); at >= 0; at = bytes.indexOf(startOfScan, at + 2))
    scans += 1;
  return scans;
}

/**
 * Whether bytes are the picture they are said to be, small and still: PNG and JPEG by
 * signature and size of the header, SVG without anything that runs, embeds, fetches or
 * takes long to draw.
 */
export function checkImage(
  bytes: Buffer, mediaType: ImageType,
): Result<null, AttachmentProblem> {
  if (bytes.length > maxImageBytes) {
    return tooLarge(`${(bytes.length / 1024 / 1024).toFixed(1)} MB; at most 1 MB is taken`);
  }
  if (mediaType === 'image/svg+xml') return checkSvg(bytes);
  const size = mediaType === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  if (size === null)
    return notImage(`the bytes are not a ${mediaType === 'image/png' ? 'PNG' : 'JPEG'} picture`);
  const { width, height } = size;
  if (width === 0 || height === 0) return notImage('the picture has no area');
  if (Math.max(width, height) > maxSide)
    return tooLarge(`${width} x ${height} pixels; at most ${maxSide} on a side are taken`);
  if (width * height > maxPixels)
    return tooLarge(`${width} x ${height} pixels; at most ${maxPixels / 1e6} million are taken`);
  const tooComplex = (detail: string): Result<never, AttachmentProblem> =>
    refuse({ code: 'too-complex', detail });
  if (mediaType === 'image/png') return moves(bytes) ? tooComplex('it moves') : ok(null);
  return countScans(bytes) > maxScans
    ? tooComplex(`it is painted in more than ${maxScans} passes`)
    : ok(null);
}
