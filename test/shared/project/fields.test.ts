import { describe, expect, it } from 'vitest';
import { kindNames, kindOf } from '../../../shared/project/kinds.ts';
import { checkValue } from '../../../shared/project/validate.ts';
import { listFieldPaths, nearestWord, setByPath } from '../../../shared/project/path.ts';
import { documentOf, templates, findTemplate } from '../../../shared/project/templates.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { unsourced } from '../../../shared/project/define.ts';

const document = documentOf(findTemplate('b200-1mw')?.records ?? []);

describe('field tables', () => {
  it.each(
    kindNames,
  )('%s: every field has a unit or choices, a range, help, a source, and a default within range', (
    kind,
  ) => {
    const keys = new Set<string>();
    for (const field of kindOf(kind).fields) {
      expect(keys.has(field.key)).toBe(false);
      keys.add(field.key);
      expect(field.help.length).toBeGreaterThan(10);
      expect(field.source.length).toBeGreaterThan(3);
      expect(field.type !== 'number' || field.min < field.max).toBe(true);
      expect(checkValue(field, field.default, field.key))
        .toEqual({ ok: true, value: field.default });
    }
  });

  it('marks every default without a source as assumed', () => {
    const fields = kindNames.flatMap((kind) => kindOf(kind).fields);
    for (const field of fields.filter((f) => f.source === unsourced))
      expect(field.evidence).toBe('assumed');
  });
});

describe('setByPath', () => {
  const problemOf = (path: string, value: string) => {
    const set = setByPath(document, 'base', path, value);
    return set.ok ? null : set.error;
  };

  it('lays a value over every record of the kind, or over one', () => {
    const all = setByPath(document, 'base', 'traffic.isl', '2048');
    const resolved = all.ok ? resolveScenario(all.value, 'base') : all;
    expect(resolved.ok && resolved.value.traffic.map((t) => t.values.isl)).toEqual([2048]);
    const one = setByPath(document, 'base', 'rackGroup.main.racks', '7');
    const again = one.ok ? resolveScenario(one.value, 'base') : one;
    expect(again.ok && again.value.rackGroup[0]?.values.racks).toBe(7);
  });

  it('refuses with the range, the choices, or the nearest path', () => {
    expect(problemOf('demand.utilisation', '7'))
      .toMatchObject({ code: 'range', min: 0.01, max: 1 });
    expect(problemOf('demand.utilisation', 'NaN')).toMatchObject({ code: 'wrong-type' });
    expect(problemOf('demand.utilisation', 'Infinity')).toMatchObject({ code: 'range' });
    expect(problemOf('demand.horizonMonths', '1.5')).toMatchObject({ code: 'not-integer' });
    expect(problemOf('power.redundancy', '5n')).toMatchObject({ code: 'choice' });
    expect(problemOf('demand.utilization', '1'))
      .toMatchObject({ code: 'unknown-field', nearest: 'demand.utilisation' });
    expect(problemOf('rackGroup.nobody.racks', '1'))
      .toMatchObject({ code: 'no-record', known: ['main'] });
    expect(problemOf('constructor.x', '1')).toMatchObject({ code: 'unknown-field' });
  });

  it('accepts every listed path with its own default', () => {
    for (const { path, field } of listFieldPaths()) {
      if (path.startsWith('release.')) continue;
      expect(setByPath(document, 'base', path, field.default).ok).toBe(true);
    }
  });

  it('states ranges that hold the default and lie within what may be entered', () => {
    const stated = listFieldPaths().flatMap(({ path, field }) =>
      (field.type === 'number'
        && (field.low !== undefined || field.high !== undefined) ? [{ path, field }] : []));
    expect(stated.length).toBeGreaterThan(5);
    for (const {
      path, field: { low = -Infinity, high = Infinity, min, max, default: usual },
    } of stated) {
      expect([usual !== null && low <= usual && usual <= high, low >= min, high <= max], path)
        .toEqual([true, true, true]);
    }
  });

  it('finds the nearest word only when it is near', () => {
    expect(nearestWord('finance.discuntRate', ['finance.discountRate', 'site.site']))
      .toBe('finance.discountRate');
    expect(nearestWord('zzzzzz', ['finance.discountRate'])).toBeNull();
  });
});

describe('templates', () => {
  it.each(
    templates.map((t) => t.id),
  )('%s stores only known fields with values in range', (id) => {
    for (const record of findTemplate(id)?.records ?? []) {
      for (const [key, value] of Object.entries(record.body.values)) {
        const field = kindOf(record.kind).fields.find((f) => f.key === key);
        expect(field === undefined ? `no field ${record.kind}.${key}`
          : checkValue(field, value, key)).toEqual({ ok: true, value });
      }
    }
  });
});
