import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSvgText } from '../../../../electron/backend/pictures/svg-check.ts';
import { root } from '../../../architecture/source.ts';
import { compareWork, countInThisFile } from '../../../support/steps.ts';

countInThisFile();

const svg = (inside: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${more}>${inside}</svg>`;
const verdict = (text: string): string => {
  const checked = checkSvgText(text);
  return checked.ok ? 'taken' : checked.error.code;
};

/** Each level draws the one below ten times: 10^levels parts of a few hundred letters. */
const nested = (levels: number, link: (id: string) => string): string =>
  svg(Array.from({ length: levels }, (_, level) =>
    `<g id="l${level + 1}">${link(`l${level}`).repeat(10)}</g>`)
      .join('') + '<rect id="l0" width="1" height="1"/>');

describe('a logo as drawing programs write it', () => {
  it.each([
    ['the icon of this application', readFileSync(join(root, 'renderer/icon.svg'), 'utf8')],
    ['Illustrator: classes, gradients and clip paths', `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a drawing program -->
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" x="0px" y="0px" viewBox="0 0 100 100" xml:space="preserve">
<style type="text/css"><![CDATA[.st0{clip-path:url(#SVGID_2_);}.st1{fill:url(#grad);stroke:#FFF}/* a note */ path { stroke-width: 2 }]]></style>
<defs><rect id="SVGID_1_" width="100" height="100"/><linearGradient id="grad"><stop offset="0"/></linearGradient></defs>
<clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath>
<g class="st0"><path class="st1" d="M0 0L10 10z"/></g></svg>\n`],
    ['Inkscape: its own names and RDF', svg(`<sodipodi:namedview id="b"
inkscape:export-filename="C:\\Users\\a\\logo.png"/>
<metadata><rdf:RDF><cc:Work rdf:about=""><dc:title/></cc:Work></rdf:RDF></metadata><g inkscape:label="Layer 1"><path d="m 0,0 5,5"/></g>`,
    ' xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
    + ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"')],
    ['Figma: a shadow', svg(`<g filter="url(#f)"><rect width="9" height="9" fill="white"/></g><defs><filter id="f" x="0" y="0">
<feFlood flood-opacity="0"/><feGaussianBlur stdDeviation="2"/><feBlend mode="normal" in2="a"/></filter></defs>`)],
    ['a symbol used twice',
      svg('<symbol id="s"><circle r="1"/></symbol><use href="#s"/><use href="#s" x="3"/>')],
    ['text with an ampersand', svg('<text>R&amp;D</text>')],
    ['a mask',
      svg(
        '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><g mask="url(#m)"><path d="M0 0"/></g>',
      )],
  ])('%s is taken',
    (_what, text) => { expect(checkSvgText(text)).toEqual({ ok: true, value: null }); });
});

describe('a drawing made to be slow', () => {
  it.each([
    ['uses of uses', nested(5, (id) => `<use href="#${id}"/>`)],
    ['more of them', nested(12, (id) => `<use xlink:href="#${id}"/>`)],
    ['patterns in patterns',
      svg(Array.from(
        { length: 8 },
        (_, i) =>
          `<pattern id="p${i + 1}" width="1" height="1">${`<rect fill="url(#p${i})"/>`.repeat(10)}</pattern>`,
      ).join(
        '',
      ) + '<rect fill="url(#p8)"/>')],
    ['masks by class', svg(`<style>${Array.from({ length: 8 }, (_, i) => `.c${i}{mask:url(#m${i})}`).join('')}</style>`
      + Array.from(
        { length: 8 },
        (_, i) => `<mask id="m${i + 1}">${`<rect class="c${i}"/>`.repeat(10)}</mask>`,
      ).join('') + '<rect class="c7"/><mask id="m0"><rect/></mask>')],
    ['filters on everything',
      svg(`<filter id="f">${'<feGaussianBlur stdDeviation="9"/>'.repeat(20)}</filter>${'<g filter="url(#f)"><rect/></g>'.repeat(200)}`)],
    ['a marker at every vertex',
      svg(`<marker id="m">${'<path d="M0 0"/>'.repeat(100)}</marker><path marker-mid="url(#m)" d="M${'0 0 '.repeat(5000)}"/>`)],
    ['an inherited pattern',
      svg(`<pattern id="p">${'<rect/>'.repeat(400)}</pattern><g fill="url(#p)">${'<rect/>'.repeat(400)}</g>`)],
    ['a use of what has a mask',
      svg(`<mask id="m">${'<rect/>'.repeat(400)}</mask><g id="g">${'<rect/>'.repeat(400)}</g><use mask="url(#m)" href="#g"/>`)],
    ['itself', svg('<g id="a"><use href="#a"/></g>')],
    ['a circle of two', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')],
    ['a rule for everything', svg('<style>* { mask: url(#m) }</style><mask id="m"/>')],
    ['a reference through a variable', svg('<style>.a { --m: url(#m) }</style><mask id="m"/>')],
    ['depth', svg('<g>'.repeat(100) + '</g>'.repeat(100))],
    ['elements', svg('<g/>'.repeat(20_001))],
  ])('by %s is refused', (_what, text) => { expect(verdict(text)).toBe('too-complex'); });

  it.each([
    ['turbulence', '<filter id="f"><feTurbulence numOctaves="9999"/></filter>'],
    ['movement', '<rect><animate attributeName="x" dur="1s"/></rect>'],
    ['a set', '<rect><set attributeName="href" to="x"/></rect>'],
    ['keyframes', '<style>@keyframes a { to { x: 1 } }</style>'],
    ['a script under another prefix', '<x:script xmlns:x="http://www.w3.org/2000/svg"/>'],
    ['HTML under another prefix', '<h:b xmlns:h="http://www.w3.org/1999/xhtml"/>'],
    ['HTML as default', '<g xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['an escaped address', '<style>.a{fill:u\\72l(http://a.example)}</style>'],
    ['a character reference', '<text>&#60;</text>'],
    ['an entity of its own', '<text>&lol;</text>'],
    ['a fetched style', '<style>.a { background: URL( "//a.example" ) }</style>'],
    ['an import', `<style>@import 'x'</style>`],
    ['a picture set', '<rect style="mask:image-set(\'a\')"/>'],
    ['a linked script', '<a xlink:href="javascript:alert(1)"><rect/></a>'],
    ['an attribute twice', '<rect x="1" x="2"/>'],
    ['an unquoted attribute', '<rect x=1/>'], ['wrong nesting', '<g><rect></g></rect>'],
    ['an open comment', '<!-- <g>'],
  ])('or acting by %s is refused',
    (_what, inside) => { expect(verdict(svg(inside))).toBe('active-content'); });

  it.each(['', 'hello', '<svg>', '<html/>', svg('')
    + svg(''), 'x' + svg(''), svg('') + 'x'])('%j is no drawing', (text) => {
      expect(verdict(text)).toBe('not-an-image');
    });
});

describe('work', () => {
  /**
   * Pieces of markup, sound and broken; a text of many of one kind brings out what is not
   * linear.
   */
  const pieces = ['<svg ', '<svg', '<g>', '</g>', '<g/>', '<rect x="1"/>', '<!-- -->',
    '<!--', ' ', '/>', 'url( ', 'href=  ', '"', "'", '&amp;',
    '<use href="#a"/>', '<g id="a" class="b b c"/>', '<style>.b{fill:url(#a)}</style>',
    '<style>/* a */</style>', '<![CDATA[', ']]>', '<?x ?>',
    '<rect style="fill:url(  #a)"/>', '<path d="M0 0 1 1"/>', 'a', '=', '\n'];
  it('grows with the length of the text alone, whatever it is made of', () => {
    fc.assert(fc.property(fc.array(
      fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 },
    ), fc.boolean(), (unit, inside) => {
      const text = unit.join('');
      const { taken, linear } = compareWork((times) => {
        const drawing = inside ? svg(text.repeat(times)) : text.repeat(times);
        return () => checkSvgText(drawing);
      }, 200);
      expect(taken).toBeLessThan(linear);
    }), { numRuns: 30, seed: 5, examples: [[['<svg'], false], [['url( '], true]] });
  });
});
