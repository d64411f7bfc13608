import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { headText } from '../../../shared/import/bytes/decode.ts';
import { recogniseKind } from '../../../shared/import/kind.ts';
import { fieldFile } from './field.ts';
import { makeWeather, type WeatherKind } from './weather/make.ts';

const kindOf = (bytes: Uint8Array): string | null => recogniseKind(headText(bytes));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Field cases are numbered by their section. */
const kindOfNumber = (number: number): string =>
  (number < 60 ? 'load' : number < 100 ? 'benchmark' : 'device');

describe('the kind of a file', () => {
  it.each(readdirSync(join(import.meta.dirname, '../../fixtures/field')).filter((name) => /^\d/u.test(name)))(
    'of %s is told by its content', (name) => {
      expect(kindOf(fieldFile(name))).toBe(kindOfNumber(Number.parseInt(name, 10)));
    });

  it.each<WeatherKind>(['base', 'pvgis', 'nsrdb', 'tmy3', 'pvgis-csv', 'pvgis-json'])(
    'of weather as %s is told too', (kind) => {
      const bytes = bytesOf(makeWeather(kind).slice(0, 200_000));
      expect(kindOf(bytes)).toBe('weather');
      expect(kindOf(gzipSync(bytes).slice(0, 9000))).toBe('weather');
    });

  it.each([
    ['{"model_type":"llama","num_hidden_layers":2}', 'model'], ['{"energyratestructure":[]}', 'tariff'],
    ['manufacturer: A\nmodel: B\nslug: b\nform_factor: 2-post-frame\n', 'rack'],
    ['1767225600,5\n1767229200,6\n', 'load'], ['hello', null], ['', null], ['{}', null], ['a,b\nc,d\n', null],
  ])('of %j is %s', (text, kind) => { expect(recogniseKind(text)).toBe(kind); });
});
