import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowHtml, allowScript, guardMarkup,
} from '../../../renderer/backend/trusted-types.ts';

describe('markup', () => {
  it.each([
    'plain', ':root{--a: "b"} .c > .d { color: red }', '', '1 & 2',
    '<div style="margin: 0px 0 0;line-height:1;"><span style="font-size:14px;">2027-01</span><br/></div>',
    `<span class='a' style="b">c</span>`,
  ])('%j stays as it is', (text) => { expect(allowHtml(text)).toBe(text); });

  it.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>',
    '<div onclick="alert(1)">', '<svg onload=alert(1)>', '<b/onclick=alert(1)>',
    '<iframe srcdoc="x">', '<div style="a" onclick="b">', '<style>*{}</style>',
    '<a href="javascript:alert(1)">', '<!-- x -->', '<divx>', '<',
  ])('%j is written out', (text) => {
    expect(allowHtml(text)).not.toContain(text.slice(0, 2) === '</' ? text : text.slice(0, 4));
  });

  it('never holds a tag beyond those of tooltips', () => {
    fc.assert(fc.property(fc.string({
      unit: fc.constantFrom('<', '>', '/', 'b', 'r', ' ', '"', "'", '=', 'style', 'div',
        'script', 'on', 'class', 'img'),
    }), (text) => {
      const tags = allowHtml(text).match(/<[^&][^<]*/gu) ?? [];
      expect(tags.every((one) => /^<\/?(?:div|span|br|b|strong|i)[\s/>]/u.test(one)
        && !/^[^>]*\bon\w*=(?=[^"']*>)/u.test(one))).toBe(true);
    }), { seed: 3 });
  });
});

describe('scripts', () => {
  const page = 'http://127.0.0.1:4100/';
  it.each([
    ['./assets/a.worker-1.js', page, 'http://127.0.0.1:4100/assets/a.worker-1.js'],
    ['app://planner/assets/a.js', 'app://planner/index.html', 'app://planner/assets/a.js'],
    ['http://127.0.0.1:4101/a.js', page, null], ['https://evil.example/a.js', page, null],
    ['data:text/javascript,1', page, null],
    ['blob:http://127.0.0.1:4100/1', page, null],
    ['app://planner.evil/a.js', 'app://planner/index.html', null],
    ['/logo.svg', page, null],
    ['http://[', page, null],
  ])('%s on %s gives %s',
    (address, from, allowed) => { expect(allowScript(address, from)).toBe(allowed); });
});

it('a browser without the interface is left alone, and one that has it gets one policy', () => {
  const names: string[] = [];
  guardMarkup({}, 'x');
  guardMarkup({ trustedTypes: { createPolicy: (name: string) => { names.push(name); } } }, 'x');
  expect(names).toEqual(['default']);
});
