import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDevices } from '../../../../shared/import/device/read-devices.ts';
import { fieldText } from '../field.ts';

function read(text: string, reserve: number | null = null) {
  const found = readDevices(text, reserve);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  const { value, report } = found.value;
  return { value, report, first: value.kind === 'definitions' ? value.definitions[0] : undefined,
    said: report.notes.map(({ text: words }) => words) };
}
const refusal = (text: string, reserve: number | null = null): string => {
  const found = readDevices(text, reserve);
  return found.ok ? 'read' : `${found.error[0]?.line ?? ''} ${found.error[0]?.reason ?? ''}`;
};
const supplies = (watts: readonly number[]): string =>
  `manufacturer: A\nmodel: S\nslug: a-s\npower-ports:\n${watts
  .map((each, i) => `  - name: P${i}\n    maximum_draw: ${each}\n`).join('')}`;

describe('NetBox types from the field', () => {
  it('100: six supplies that are alike are asked about, both powers named', () => {
    const { first, said } = read(fieldText('100-redundant-psus.yaml'));
    expect(first).toMatchObject({ powerW: null, supply: { supplies: 6, allW: 19_800, halfW: 9900 } });
    expect(said[0]).toMatch(/9,900 W with n \+ n, 19,800 W if all 6 supplies carry load; say --reserve N/);
    expect(read(fieldText('100-redundant-psus.yaml'), 3).first?.powerW).toBe(9900);
    expect(read(fieldText('100-redundant-psus.yaml'), 0).first?.powerW).toBe(19_800);
  });

  it('two supplies that are alike are one and one, and the other figure is named', () => {
    const { first, said } = read(supplies([1100, 1100]));
    expect(first).toMatchObject({ powerW: 1100, reserve: 1 });
    expect(said[0]).toBe('1 of 2 supplies in reserve: 1,100 W with n + n, 2,200 W if all 2 supplies carry load');
    expect(read(supplies([1100, 750])).first?.powerW).toBe(1850);
    expect(read(supplies([500])).first?.powerW).toBe(500);
    expect(read(`${supplies([500])}  - name: Q\n`).first?.powerW).toBeNull();
    expect(refusal(supplies([500, 500]), 2)).toMatch(/2 supplies; fewer can be in reserve/);
  });

  it('102: a module type is called one, with its power', () => {
    const { first, said } = read(fieldText('102-module-type.yaml'));
    expect(first).toMatchObject({ definition: { kind: 'module' }, powerW: 1600 });
    expect(said[0]).toMatch(/module type: part of a device/);
  });

  it('104: aliases are replaced by what they stand for, own keys first', () => {
    const { first, said } = read(fieldText('104-anchors.yaml'));
    expect(first?.definition).toMatchObject({ device: { ports: { network: 2 } }, expanded: 1 });
    expect(said).toContain('1 alias replaced by what they stand for');
    expect(refusal('a: &a\n  b: *a\nmanufacturer: x\n')).toMatch(/aliases cannot be replaced/);
  });

  it('106: an export of devices gives devices by rack and type', () => {
    const { value, report } = read(fieldText('106-netbox-devices-csv.csv'));
    expect(value).toMatchObject({ kind: 'inventory', devices: [{ name: 'srv1', rack: 'R1', position: 1,
      deviceType: 'GX-8', manufacturer: 'Acme', face: 'front' }] });
    expect(report.read[0]?.text).toBe('1 device in 1 rack');
    const table = read('Name,Status,Site,Rack,Device type,Position (U)\na,Active,X,R1,GX-8,U1\nb,Offline,X,R1,GX-8,2\nc,Active,X,,GX-8,\nd,Active,X,R1,,\n');
    expect(table.value).toMatchObject({ devices: [{ name: 'a', position: 1 }, { name: 'c', rack: '' }] });
    expect(table.report.leftOut.map(({ code, share }) => [code, share])).toEqual([['status', 0.25],
      ['no-type', 0.25]]);
    expect(refusal('name,device_type,rack,position\na,GX-8,R1,top\n')).toMatch(/^2 “top” is no position/);
  });

  it('with columns in another order and columns nobody knows is the same', () => {
    const rows = 'rack,extra,position,device_type,name\nR1,?,4,GX-8,srv\n';
    expect(read(rows).value).toMatchObject({ devices: [{ name: 'srv', rack: 'R1', position: 4,
      deviceType: 'GX-8' }] });
  });

  it('cut short says so unless it is refused', () => {
    const text = fieldText('100-redundant-psus.yaml').trimEnd();
    fc.assert(fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
      const cut = text.slice(0, length);
      const found = readDevices(cut, null);
      const isSaid = !found.ok || cut.endsWith('\n') || found.value.report.notes.some(({ code }) =>
        code === 'no-line-end');
      expect(isSaid).toBe(true);
    }));
  });
});

describe('what a person may not have meant', () => {
  const head = 'name,status,site,rack,position,face,device_type,manufacturer,comments\n';
  const row = (name: string, position: string): string =>
    `${name},active,S,R1,${position},front,SW-1,Acme,\n`;

  it('is said of devices that repeat another', () => {
    const { said, value } = read(`${head}${row('n1', '3')}${row('n1', '5')}${row('n2', '5')}`);
    expect(said.slice(0, 2)).toEqual(['1 device with the name of another at its site; all are counted',
      '1 device in the place of another; all are counted']);
    expect(value).toMatchObject({ devices: [{}, {}, {}] });
    expect(read(`${head}${row('n1', '3')}${row('n2', '5')}`).said).toHaveLength(1);
  });

  it('is none of a comment over several lines', () => {
    const text = `${head}n1,active,S,R1,3,front,SW-1,Acme,"bought,\nin 2025"\n${row('n2', '5')}`;
    expect(read(text).value).toMatchObject({ devices: [{ line: 2, name: 'n1' }, { line: 4, name: 'n2' }] });
  });

  it('is said of supplies that differ and are added up', () => {
    expect(read(supplies([1100, 750])).said[0]).toContain('2 supplies that differ are added up');
    expect(read(supplies([1100, 750]), 1).said).toEqual([]);
    expect(read(supplies([500])).said).toEqual([]);
  });
});
