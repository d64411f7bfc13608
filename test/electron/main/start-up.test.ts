import type { App } from 'electron';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findProjectFile, switchValue } from '../../../electron/main/file-arguments.ts';
import { claimInstance } from '../../../electron/main/instance.ts';
import { redactPaths } from '../../../electron/main/log.ts';
import { app } from '../../doubles/electron.ts';

describe('the project file on a command line', () => {
  it.each([
    [['planner', 'a.aifp'], resolve('/home/ada', 'a.aifp')],
    [['electron', '.', '--x', 'B.AIFP'], resolve('/home/ada', 'B.AIFP')],
    [['planner', resolve('/data/a.aifp')], resolve('/data/a.aifp')], [['a.aifp'], null],
    [['planner', '--path=a.aifp'], null], [['planner', 'a.txt'], null],
    [['planner'], null],
  ])('%j names %s', (argv, file) => { expect(findProjectFile(argv, '/home/ada')).toBe(file); });

  it.each([
    [['p', '--projects', 'dir'], 'dir'], [['p', '--projects=dir'], 'dir'],
    [['p', '--projects'], null], [['p'], null],
  ])(
    '%j switches to %s',
    (argv, value) => { expect(switchValue(argv, '--projects')).toBe(value); });
});

describe('one instance', () => {
  const opened: (string | null)[] = [];
  const claim = (argv: readonly string[]): boolean =>
    claimInstance(app as unknown as App, argv, '/home/ada', (file) => { opened.push(file); });

  beforeEach(() => { opened.length = 0; app.removeAllListeners(); app.hasLock = true; });

  it('hands its file to the one that runs and opens nothing itself', () => {
    app.hasLock = false;
    expect(claim(['planner', 'a.aifp'])).toBe(false);
    expect(app.lockData).toEqual({ file: resolve('/home/ada', 'a.aifp') });
    expect(opened).toEqual([]);
  });

  it('opens what it was started with, what a second start brings and what macOS hands over', () => {
    expect(claim(['planner', 'a.aifp'])).toBe(true);
    app.emit('second-instance', {}, ['planner', 'ignored.aifp'], '/', { file: '/b.aifp' });
    app.emit('second-instance', {}, ['planner'], '/', { file: null });
    app.emit('second-instance', {}, ['planner'], '/', 'not what we sent');
    app.emit('open-file', { preventDefault: () => {} }, '/c.aifp');
    expect(opened).toEqual([resolve('/home/ada', 'a.aifp'), '/b.aifp', null, null, '/c.aifp']);
  });
});

describe('logs', () => {
  it.each([
    ['cannot open /home/ada/clients/x.aifp', 'cannot open ~/clients/x.aifp'],
    ['from /home/bob/x', 'from /home/…/x'],
    ['at /Users/eve/x.aifp', 'at /Users/…/x.aifp'],
    [String.raw`at C:\Users\eve\x.aifp`, String.raw`at C:\Users\…\x.aifp`],
    ['no path', 'no path'],
  ])('%s names nobody',
    (text, redacted) => { expect(redactPaths(text, '/home/ada')).toBe(redacted); });
});
