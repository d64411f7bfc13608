import { describe, expect, test } from 'vitest';
import {
  checkRecordAlone, checkRecordsTogether,
} from '../../db/check-document.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import { sampleRecords, scenarioRecord } from './support.ts';

/** A record as a file or a caller may hold it, whatever its type says. */
const malformed = (over: object): ProjectRecord => {
  const record: unknown = { ...scenarioRecord('base', 'demand', 'demand', {}), ...over };
  return record as ProjectRecord;
};
const documentOf = (...records: readonly ProjectRecord[]) =>
  Object.fromEntries(records.map((record) => [record.id, record]));

describe('a record by itself', () => {
  test('is stored when it is one of its kind, in its place, with values in range', () => {
    for (const record of sampleRecords) expect(checkRecordAlone(record)).toBeNull();
  });
  test('is refused by the first thing that is wrong with it', () => {
    expect(checkRecordAlone(malformed({ key: 5, position: Number.NaN })))
      .toMatchObject({ id: 'base:demand:demand', detail: expect.stringMatching(/^key: /) });
    expect(checkRecordAlone(malformed({ position: Number.POSITIVE_INFINITY })))
      .toMatchObject({ detail: expect.stringMatching(/^position: /) });
  });
  test.each([
    ['reserved id', malformed({ id: '__proto__' })],
    ['key other where demand is the only one', malformed({ key: 'other' })],
    ['demand belongs to the scenario', malformed({ scenarioId: null })],
    ['demand.demand.utilisation is 2, range 0.01 to 1 fraction',
      malformed({ body: { values: { utilisation: 2 } } })],
  ])('is refused: %s', (detail, record) => {
    expect(checkRecordAlone(record)?.detail).toBe(detail);
  });
});

describe('records together', () => {
  const [project, ...rest] = sampleRecords;

  test('are stored when each has an identity and a scenario of its own', () => {
    expect(checkRecordsTogether(documentOf(...sampleRecords))).toBeNull();
  });
  test.each([
    ['one twice', [{ ...scenarioRecord('base', 'opex', 'opex', {}), id: 'again' },
      scenarioRecord('base', 'opex', 'opex', {})],
      { id: 'base:opex:opex', detail: 'a second opex opex' }],
    ['one of no scenario', [scenarioRecord('gone', 'opex', 'opex', {})],
      { id: 'gone:opex:opex', detail: 'scenario gone does not exist' }],
  ] as const)('are refused with %s', (_what, more, fault) => {
    if (project === undefined) throw new Error('no records');
    expect(checkRecordsTogether(documentOf(project, ...rest, ...more))).toEqual(fault);
  });
});
