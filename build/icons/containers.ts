/** A drawing at one size, as a PNG file. */
export interface Png {
  readonly size: number;
  readonly bytes: Buffer;
}

/**
 * A Windows icon: a header, one entry of 16 bytes per picture, then the pictures. 256 is
 * written as 0.
 */
export function toIco(pictures: readonly Png[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2); // kind: icon
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, bytes }, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4); // colour planes
    header.writeUInt16LE(32, entry + 6); // bits per pixel
    header.writeUInt32LE(bytes.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += bytes.length;
  });
  return Buffer.concat([header, ...pictures.map(({ bytes }) => bytes)]);
}

/**
 * Picture types of a macOS icon by pixel size; sizes shown at double density have a
 * second type.
 */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'], 64: [
    'ic12',
  ], 128: ['ic07'], 256: ['ic08', 'ic13'], 512: ['ic09', 'ic14'], 1024: ['ic10'],
};

/** A macOS icon: blocks of type, length and PNG under one header. */
export function toIcns(pictures: readonly Png[]): Buffer {
  const blocks = pictures.flatMap(
    ({ size, bytes }) => (icnsTypes[size] ?? []).map((type) => block(type, bytes)),
  );
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'ascii');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
