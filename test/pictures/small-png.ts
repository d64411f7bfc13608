import { crc32, deflateSync } from 'node:zlib';

/** Pixels as a page gives them: red, green, blue and opacity of each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Enough for a screen of calm colours; more would weigh down the application. */
const most = 24;

/** Colour in five bits a part: what is closer than that looks the same. */
const coarse = (r: number, g: number, b: number): number =>
  ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);

interface Colour {
  readonly key: number;
  count: number;
  r: number;
  g: number;
  b: number;
}

/** Mean of every coarse colour in the picture, the commonest first. */
function coloursOf({ data }: Pixels): readonly Colour[] {
  const found = new Map<number, Colour>();
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    const key = coarse(r, g, b);
    const colour = found.get(key) ?? { key, count: 0, r: 0, g: 0, b: 0 };
    colour.count += 1;
    colour.r += r;
    colour.g += g;
    colour.b += b;
    found.set(key, colour);
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count)
    .map((each) => ({ ...each, r: Math.round(each.r / each.count),
      g: Math.round(each.g / each.count), b: Math.round(each.b / each.count) }));
}

const distance = (a: Colour, b: Colour): number =>
  (a.r - b.r) ** 2 + (a.g - b.g) ** 2 + (a.b - b.b) ** 2;

function chunk(type: string, body: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/**
 * A picture of screens in two dozen colours, the commonest of it, as PNG. Opacity is dropped.
 * @example smallPng({ width: 1, height: 1, data }).subarray(1, 4).toString() // 'PNG'
 */
export function smallPng(pixels: Pixels): Buffer {
  const { width, height, data } = pixels;
  const all = coloursOf(pixels);
  const kept = all.slice(0, most);
  const placeOf = new Map(all.map((colour, at) => [colour.key, at < most ? at
    : kept.reduce((best, each, place) => (distance(each, colour)
      < distance(kept[best] ?? each, colour) ? place : best), 0)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
      lines[y * (width + 1) + 1 + x] = placeOf.get(coarse(r, g, b)) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('PLTE', Uint8Array.from(kept.flatMap(({ r, g, b }) => [r, g, b]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', new Uint8Array())]);
}
