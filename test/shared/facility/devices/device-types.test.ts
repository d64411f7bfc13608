import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseDefinitions } from '../../../../shared/facility/devices/device-types.ts';
import { csvCell, exportRacks } from '../../../../shared/facility/halls/placement-csv.ts';
import type { RackSpec } from '../../../../shared/facility/halls/placement-types.ts';

const device = `---
manufacturer: Acme
model: 8000
slug: acme-8000
part_number: 8000-AB
u_height: 10
is_full_depth: true
airflow: front-to-rear
weight: 313.9
weight_unit: lb
power-ports:
  - name: PSU 1
    type: iec-60320-c20
    maximum_draw: 3300
  - name: PSU 2
    type: iec-60320-c20
    maximum_draw: 3300
interfaces:
  - name: BMC
    type: 1000base-t
    mgmt_only: true
  - name: ib0
    type: infiniband-ndr
`;

const refusal = (yaml: string) => {
  const result = parseDefinitions(yaml);
  return result.ok ? null : result.error.map(({ code, line, at }) => ({ code, line, at }));
};

describe('NetBox device types', () => {
  it('reads height, weight in kilograms, power and ports', () => {
    const result = parseDefinitions(device);
    expect(result).toMatchObject({
      ok: true, value: [{
        kind: 'device', line: 2, ignored: [], device: {
          model: '8000', heightU: 10, airflow: 'front-to-rear', fullDepth: true,
          powerPorts: [{ maximumW: 3300, allocatedW: null }, { maximumW: 3300 }],
          ports: { network: 1, management: 1, console: 0, outlets: 0 },
        },
      }],
    });
    const [read] = result.ok ? result.value : [];
    // 1 lb = 0.45359237 kg by definition.
    expect(read?.kind === 'device' && read.device.weightKg).toBeCloseTo(142.383, 3);
  });

  it('takes the definition with Windows line ends and without optional keys', () => {
    expect(parseDefinitions(device.replaceAll('\n', '\r\n')).ok).toBe(true);
    const least = parseDefinitions('manufacturer: A\nmodel: B\nslug: a-b\n');
    expect(least).toMatchObject({ ok: true, value: [{ device: { heightU: 1 } }] });
  });

  it.each([
    ['at the top', `${device}warp_drive: 1\n`, 24, 'warp_drive'],
    ['in a port', device.replace('mgmt_only', 'x'), 21, 'interfaces.1.x'],
    ['named like a property of every object', `__proto__: 1\n${device.slice(4)}`, 1,
      '__proto__'],
  ])('leaves out an unknown key %s and names its line', (_, yaml, line, at) => {
    expect(parseDefinitions(yaml))
      .toMatchObject({ ok: true, value: [{ ignored: [{ code: 'unknown-key', line, at }] }] });
  });

  it('reads several definitions of a file, and none of them when one is wrong', () => {
    const rack =
      'manufacturer: A\nmodel: R\nslug: a-r\nform_factor: 4-post-cabinet\nu_height: 48\n';
    const file = `${device}---\n${rack}---\n`;
    expect(parseDefinitions(file)).toMatchObject({
      ok: true, value: [{ kind: 'device', line: 2 }, { kind: 'rack', line: 25 }],
    });
    expect(refusal(file.replace('u_height: 48', 'u_height: tall')))
      .toContainEqual({ code: 'wrong-type', line: 29, at: 'u_height' });
    expect(refusal(Array.from({ length: 101 }, () => device).join(''))?.[0]?.code)
      .toBe('too-many-documents');
  });

  it.each([
    ['a missing key', device.replace('slug: acme-8000\n', ''), 'missing-key', 2, ''],
    ['a wrong unit', device.replace(': lb', ': stone'), 'not-a-choice', 10, 'weight_unit'],
    ['a weight without unit', device.replace('weight_unit: lb\n', ''), 'missing-key', 9,
      'weight'],
    ['text for a number', device.replace('u_height: 10', 'u_height: ten'), 'wrong-type',
      6, 'u_height'],
    ['a third of a unit', device.replace('u_height: 10', 'u_height: 1.3'), 'out-of-range',
      6, 'u_height'],
    ['a negative weight', device.replace('313.9', '-1'), 'out-of-range', 9, 'weight'],
    ['not a number', device.replace('313.9', '.nan'), 'out-of-range', 9, 'weight'],
    ['a name used twice', device.replace('PSU 2', 'PSU 1'), 'repeated-name', 15,
      'power-ports.2'],
    ['a bad slug', device.replace('acme-8000\n', '../etc\n'), 'bad-slug', 4, 'slug'],
    ['a key twice', `${device}model: other\n`, 'not-yaml', 24, 'model'],
    ['broken text', 'model: [', 'not-yaml', 1, ''],
    ['a list', '- a\n- b\n', 'not-a-map', 1, ''],
    ['nothing', '', 'not-a-map', 1, ''],
  ])('refuses %s with its line', (_, yaml, code, line, at) => {
    expect(refusal(yaml)).toContainEqual({ code, line, at });
  });

  it('refuses aliases that stand for too much, and anything huge', () => {
    const many = (of: string): string => Array.from({ length: 12 }, () => of).join(',');
    const bomb = `a: &a [${many('x')}]\nb: &b [${many('*a')}]\nc: &c [${many('*b')}]\n`
      + `d: [${many('*c')}]\n`;
    expect(refusal(bomb)?.map(({ code }) => code)).toEqual(['alias']);
    const huge = `${device}comments: "${'x'.repeat(600_000)}"`;
    expect(refusal(huge)).toEqual([{ code: 'too-large', line: 1, at: '' }]);
    const ports = Array.from({ length: 2000 }, (_, i) => `  - name: p${i}\n    type: x\n`)
      .join('');
    expect(refusal(`manufacturer: A\nmodel: B\nslug: a\ninterfaces:\n${ports}`)?.[0]?.code)
      .toBe('too-many');
    expect(refusal('__proto__: 1\nconstructor: 2\n')?.map((p) => p.code))
      .toEqual(['missing-key', 'missing-key', 'missing-key']);
  });

  it('never throws, whatever the text', () => {
    const unit = fc.constantFrom(...'a : - [ ] { } & * ! | > \n " \' #'.split(' '), ' ');
    const marks = fc.string({ unit });
    fc.assert(fc.property(fc.oneof(fc.string(), marks), (text) => {
      const result = parseDefinitions(text);
      expect(result.ok || result.error.length > 0).toBe(true);
    }));
  });

  it('reads rack types with their measures in metres', () => {
    const rack =
      'manufacturer: A\nmodel: R\nslug: a-r\nform_factor: 4-post-cabinet\nu_height: 48\n'
      + 'outer_width: 600\nouter_depth: 1200\nouter_unit: mm\nmax_weight: 4000\nweight_unit: lb\n';
    expect(parseDefinitions(rack)).toMatchObject({
      ok: true,
      value: [{ kind: 'rack', rack: {
        heightU: 48, outerWidthM: 0.6, outerDepthM: 1.2, weightKg: null,
      } }],
    });
    expect(parseDefinitions(rack.replace('outer_unit: mm\n', '')).ok).toBe(false);
  });
});

describe('placement for NetBox', () => {
  const spec: RackSpec = {
    key: 'main', kind: 'compute', racks: 1, kw: 132, liquidFraction: 0.87, weightKg: 1360,
    heightU: 48,
  };
  const placed = { rack: 'main-001', key: 'main', hall: 'h1', row: 'R01', position: 3,
    byHand: false };

  it('writes one rack to a line under the names of NetBox', () => {
    expect(exportRacks([placed], [spec], { site: 'Phoenix, Arizona' })).toBe(
      'site,location,name,facility_id,status,role,width,u_height,comments\r\n'
      + '"Phoenix, Arizona",h1,main-001,h1/R01/3,planned,compute,19,48,132 kW; 87 % liquid; 1360 kg\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', ' =1', '\t=1'])('guards %j', (text) => {
    expect(csvCell(text).replaceAll('"', '')).toMatch(/^'/u);
  });

  it('is read back as it was written, apart from the guard', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (site, rack) => {
      const clean = (s: string): string => s.replaceAll('\0', '');
      const csv = exportRacks([{ ...placed, rack }], [spec], { site });
      const [, row] = Papa.parse<string[]>(csv.replace(/\r\n$/u, ''), { newline: '\r\n' }).data;
      expect([clean(site), `'${clean(site)}`]).toContain(row?.[0]);
      expect([clean(rack), `'${clean(rack)}`]).toContain(row?.[2]);
    }));
  });
});
