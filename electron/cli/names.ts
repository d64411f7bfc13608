import type { Entry } from '../../shared/catalog/types.ts';
import { nearestWord } from '../../shared/project/path.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

/** Letters and digits only, lower case: `GB300 NVL72` and `gb300_nvl72` are the same name. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');

/**
 * A catalogue entry by id, or by name however it is spelled; a beginning is enough where
 * it is the only one.
 * @param where the option, named in a refusal
 * @example findByName(builtInCatalog.systems, 'GB300 NVL72', '--system')
 */
export function findByName<T extends Entry>(
  entries: Readonly<Record<string, T>>, wanted: string | undefined, where: string,
): Result<T, string> {
  const all = Object.values(entries);
  if (wanted === undefined)
    return refuse(`${where} is needed; one of ${all.map((e) => e.id).join(', ')}`);
  const name = plain(wanted);
  const exact = all.find((e) => plain(e.id) === name || plain(e.name) === name);
  if (exact !== undefined) return ok(exact);
  const starting = all.filter((e) => plain(e.id).startsWith(name));
  const [only] = starting;
  if (only !== undefined && starting.length === 1) return ok(only);
  const near = nearestWord(wanted, all.map((e) => e.id));
  const hint = starting.length > 1 ? `; it may be ${starting.map((e) => e.id).join(' or ')}`
    : near === null ? ''
    : `; did you mean ${near}?`;
  return refuse(`${where}: there is no "${wanted}" in the catalogue${hint}`);
}
