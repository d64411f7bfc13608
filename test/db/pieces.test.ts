import Database from 'better-sqlite3';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { writeWhole } from '../../db/files.ts';
import { createSeat } from '../../db/seat.ts';
import { setAside } from '../../db/whole-copy.ts';
import { temporaryFolder } from './support.ts';

describe('a file that is built', () => {
  it('tells why the building failed, even where it had not begun', () => {
    const folder = temporaryFolder();
    expect(() => {
      writeWhole(join(folder, 'a.aifp'), () => { throw new Error('nothing to write'); });
    }).toThrow('nothing to write');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a connection', () => {
  it.each(['read', 'write'] as const)('to %s never makes a file', (mode) => {
    const path = join(temporaryFolder(), 'none.aifp');
    expect(() => connect(path, mode)).toThrow(/unable to open|does not exist/u);
    expect(existsSync(path)).toBe(false);
  });
});

describe('what belongs to another file', () => {
  it('is set aside under the next number that is free', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.aifp');
    for (const name of ['a.aifp', 'a.aifp-wal', 'a.aifp-wal.set-aside-1'])
      writeFileSync(join(folder, name), name);
    setAside(path);
    expect(readdirSync(folder).toSorted())
      .toEqual(['a.aifp', 'a.aifp-wal.set-aside-1', 'a.aifp-wal.set-aside-2']);
  });
});

const seat = () => createSeat({
  db: new Database(':memory:'), path: '/plans/a.aifp', readOnly: false, fileVersion: 1,
  migrated: null, document: {}, held: null, rescueFolders: [], onDisplaced: () => undefined,
  reopen: () => null, close: () => undefined,
});
const refusing = (code: string) => () => seat().write(() => {
  throw new Database.SqliteError('refused', code);
});

describe('a write that the disk refuses', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'], ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'], ['SQLITE_IOERR_WRITE', 'disk-error'],
    ['SQLITE_CORRUPT_VTAB', 'disk-error'],
  ] as const)('with %s is told as %s', (sqlite, code) => {
    expect(refusing(sqlite)()).toMatchObject({ ok: false,
      error: { code, path: '/plans/a.aifp' } });
  });

  it('in any other way is a mistake of ours', () => {
    expect(refusing('SQLITE_MISUSE')).toThrow('refused');
  });
});
