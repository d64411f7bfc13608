/** A drawn shape. Coordinates are the drawing's own; whoever shows it scales them. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke?: string;
      readonly round?: number;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly stroke: string;
      readonly width: number;
      readonly dash?: string;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly strong?: boolean;
    };

/**
 * A thing of the drawing that can be selected: its marks, its name, and where arrow keys
 * lead from it.
 */
export interface Item {
  readonly id: string;
  /** What is read out: name and the numbers that count. */
  readonly label: string;
  readonly box: {
    readonly x: number; readonly y: number; readonly width: number;
    readonly height: number
  };
  readonly marks: readonly Mark[];
}

/** A diagram as plain data: the same on screen, in an exported file and in a test. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** Behind the items, back to front. */
  readonly marks: readonly Mark[];
  readonly items: readonly Item[];
}

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

function markXml(mark: Mark): string {
  switch (mark.kind) {
    case 'rect': {
      const place =
        `x="${fixed(mark.x)}" y="${fixed(mark.y)}" width="${fixed(mark.width)}" height="${fixed(mark.height)}"`;
      const round = mark.round === undefined ? '' : ` rx="${mark.round}"`;
      const edge = mark.stroke === undefined ? '' : ` stroke="${mark.stroke}"`;
      return `<rect ${place}${round} fill="${mark.fill}"${edge}/>`;
    }
    case 'line': {
      const points = mark.points.map(([x, y]) => `${fixed(x)},${fixed(y)}`).join(' ');
      const dash = mark.dash === undefined ? '' : ` stroke-dasharray="${mark.dash}"`;
      const opacity = mark.opacity === undefined ? '' : ` stroke-opacity="${mark.opacity}"`;
      return `<polyline points="${points}" fill="none" stroke="${mark.stroke}" stroke-width="${mark.width}"${dash}${opacity}/>`;
    }
    case 'text': {
      const weight = mark.strong === true ? ' font-weight="600"' : '';
      const place =
        `x="${fixed(mark.x)}" y="${fixed(mark.y)}" text-anchor="${mark.anchor ?? 'start'}"`;
      return `<text ${place} font-size="${mark.size}"${weight} fill="${mark.fill}">${escapeXml(mark.text)}</text>`;
    }
  }
}

/**
 * The drawing as a standalone SVG document; every item carries its name as a title.
 * @example drawingSvg({ ...drawing, items: [] }, 'Hall plan').startsWith('<svg') // true
 */
export function drawingSvg(
  { width, height, background, marks, items }: Drawing, title: string,
): string {
  const named = items.map(
    ({ label, marks: own }) =>
      `<g><title>${escapeXml(label)}</title>${own.map(markXml).join('')}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fixed(width)} ${fixed(height)}"`,
    ` width="${fixed(width)}" height="${fixed(height)}" role="img" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${fixed(width)}" height="${fixed(height)}" fill="${background}"/>`,
    ...marks.map(markXml),
    ...named,
    '</svg>\n',
  ].join('\n');
}

/** Direction of an arrow key. */
export type Step = 'left' | 'right' | 'up' | 'down';

const middle = ({ box }: Item): readonly [number, number] => [
  box.x + box.width / 2,
  box.y + box.height / 2,
];

/** How much farther an item off the straight way counts. */
const askew = 3;

/**
 * The nearest item in a direction, straight ahead before askew; the item itself where
 * there is none.
 * @example stepFrom(items, 'a', 'right') // 'b'
 */
export function stepFrom(items: readonly Item[], id: string, step: Step): string {
  const from = items.find((item) => item.id === id);
  if (from === undefined) return items[0]?.id ?? id;
  const [x, y] = middle(from);
  let best = { id, far: Infinity };
  for (const item of items) {
    const [dx, dy] = [middle(item)[0] - x, middle(item)[1] - y];
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[step];
    const aside = step === 'left' || step === 'right' ? Math.abs(dy) : Math.abs(dx);
    const far = ahead + askew * aside;
    if (ahead > 0.5 && far < best.far) best = { id: item.id, far };
  }
  return best.id;
}
