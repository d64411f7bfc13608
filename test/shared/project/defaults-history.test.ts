import { describe, expect, it } from 'vitest';
import { defaultsOfVersion, readRecord } from '../../../build/defaults-record.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { defaultsAt, newestDefaults } from '../../../shared/project/defaults.ts';
import { defaultsHistory, latestDefaults } from '../../../shared/project/defaults-history.ts';
import { fieldOf, isKind } from '../../../shared/project/kinds.ts';
import { templates } from '../../../shared/project/templates.ts';
import { checkValue } from '../../../shared/project/validate.ts';

const versions = defaultsHistory.map(({ version }) => version);

describe('versions of the defaults', () => {
  it('rise by one from the first', () => {
    expect(versions)
      .toEqual(Array.from({ length: Number(latestDefaults) }, (_, at) => String(at + 1)));
  });
  it.each(versions)('version %s is what was shipped as it', (version) => {
    const made = defaultsOfVersion(version);
    // A field that is gone has no default any more; a new one had its first default in
    // every version.
    const shipped = Object.entries(readRecord(version))
      .filter(([path]) => Object.hasOwn(made, path));
    expect(shipped.length).toBeGreaterThan(300);
    // A default changed: put it back, or add a version to defaults-history.ts with what
    // stood there before and why.
    expect(Object.fromEntries(shipped.map(([path]) => [path, made[path]])))
      .toEqual(Object.fromEntries(shipped));
  });
  it('have every field on record (npm run docs)', () => {
    expect(Object.keys(readRecord(latestDefaults))).toEqual(
      expect.arrayContaining(Object.keys(defaultsOfVersion(latestDefaults))));
  });
  it('state values their fields accept, so that an old project computes with them', () => {
    const refused = defaultsHistory.flatMap(({ changes }) => changes)
      .filter(({ path, before }) => {
        const [kind = '', key = ''] = path.split('.');
        const field = isKind(kind) ? fieldOf(kind, key) : undefined;
        return field === undefined || !checkValue(field, before.default, path).ok;
      });
    expect(refused).toEqual([]);
  });
  it('are kept by new projects, the newest', () => {
    for (const { records } of templates) {
      const project = records.find(({ kind }) => kind === 'project');
      expect(project?.body.values['defaultsVersion']).toBe(latestDefaults);
      expect(project?.body.values['catalogVersion']).toBe(builtInCatalog.version);
    }
  });
  it('leave the field tables alone where nothing changed since', () => {
    expect(defaultsAt(newestDefaults()).field('demand', 'utilisation'))
      .toBe(fieldOf('demand', 'utilisation'));
  });
});
