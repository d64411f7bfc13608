import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  readUpdateFile,
  readUpdateSource,
  type UpdateSource,
} from '../../../electron/main/update-source.ts';
import { talkAbove } from '../../../electron/main/update-talk.ts';
import { createUpdater, type AutoUpdater } from '../../../electron/main/updater.ts';
import { checkForUpdates, type UpdateOutcome } from '../../../electron/main/updates.ts';
import { dialog } from '../../doubles/electron.ts';

/** electron-updater as the application sees it, with a record of what it was told to do. */
class FakeAutoUpdater implements AutoUpdater {
  autoDownload = true;
  autoInstallOnAppQuit = true;
  allowDowngrade = true;
  logger: unknown = console;
  readonly done: string[] = [];
  offered: string | null = '2.0.0';
  failure: string | null = null;
  readonly checkForUpdates = async () => {
    this.done.push('check');
    if (this.failure === 'kind') return null;
    if (this.failure === 'check') throw new Error('net::ERR_NAME_NOT_RESOLVED');
    return {
      isUpdateAvailable: this.offered !== null,
      updateInfo: { version: this.offered ?? '1.0.0' },
    };
  };
  readonly downloadUpdate = async () => {
    this.done.push('download');
    if (this.failure === 'download')
      throw new Error('New version is not signed by the application owner');
  };
  readonly quitAndInstall = () => {
    this.done.push('install');
  };
}

const checked: UpdateSource = { kind: 'checked', url: 'https://example.org/planner' };
let fake: FakeAutoUpdater;
let said: string[];
let logged: string[];

/** Asks for updates; `answers` are the person's, in order. */
function ask(source: UpdateSource, ...answers: readonly boolean[]): Promise<UpdateOutcome> {
  const left = [...answers];
  return checkForUpdates({
    source,
    version: '1.0.0',
    updater: createUpdater(async () => fake),
    log: (text) => {
      logged.push(text);
    },
    talk: {
      tell: async (message, detail) => {
        said.push(`${message} ${detail}`);
      },
      ask: async (message, detail, yes) => {
        said.push(`${message} ${detail} [${yes}]`);
        return left.shift() ?? false;
      },
    },
  });
}

beforeEach(() => {
  fake = new FakeAutoUpdater();
  said = [];
  logged = [];
});

describe('asking for updates', () => {
  it('says so when the build has no address, and asks nobody', async () => {
    expect(await ask({ kind: 'none' })).toBe('no-address');
    expect(fake.done).toEqual([]);
    expect(said[0]).toContain('Your projects stay');
  });

  it('goes on step by step with the person’s word', async () => {
    expect(await ask(checked, true, true)).toBe('installing');
    await vi.waitFor(() => {
      expect(fake.done).toEqual(['check', 'download', 'install']);
    });
    expect(said).toEqual([
      expect.stringContaining('[Download]'),
      expect.stringContaining('[Install and restart]'),
    ]);
  });

  it.each([
    [[false], 'declined', ['check']],
    [[true, false], 'later', ['check', 'download']],
  ] as const)('stops where they say no: %j', async (answers, outcome, done) => {
    expect(await ask(checked, ...answers)).toBe(outcome);
    expect(fake.done).toEqual(done);
  });

  it('fetches nothing where no signature can be checked, and says where to get it', async () => {
    expect(await ask({ kind: 'by-hand', url: 'https://example.org/planner' }, true, true)).toBe(
      'by-hand',
    );
    expect(fake.done).toEqual(['check']);
    expect(said[0]).toMatch(/2\.0\.0.*https:\/\/example\.org\/planner.*SHA256SUMS/s);
  });

  it('says when this is the newest', async () => {
    fake.offered = null;
    expect(await ask(checked)).toBe('newest');
  });

  it.each(['check', 'kind', 'download'])(
    'installs nothing when the %s fails, and logs why',
    async (step) => {
      fake.failure = step;
      expect(await ask(checked, true, true)).toBe('failed');
      expect(fake.done).not.toContain('install');
      expect(said.at(-1)).toContain('Nothing was installed');
      expect(logged).toHaveLength(1);
    },
  );
});

describe('the updater', () => {
  it('does nothing by itself', async () => {
    await createUpdater(async () => fake).find();
    expect(fake).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
      logger: null,
    });
    expect(fake.done).toEqual(['check']);
  });

  it('is loaded when first used, and once', async () => {
    let loads = 0;
    const updater = createUpdater(async () => {
      loads += 1;
      return fake;
    });
    expect(loads).toBe(0);
    await updater.find();
    await updater.fetch();
    expect(loads).toBe(1);
  });
});

describe('where updates come from', () => {
  const file = 'provider: generic\nurl: https://example.org/planner\nupdaterCacheDirName: x\n';
  it.each([
    [null, 'win32', 'none'],
    ['', 'win32', 'none'],
    [file, 'linux', 'by-hand'],
    [file, 'darwin', 'checked'],
    [file, 'win32', 'by-hand'],
    [`${file}publisherName:\n  - Example Ltd\n`, 'win32', 'checked'],
    [`${file}publisherName: Example Ltd\n`, 'win32', 'checked'],
    [`${file}publisherName:\n`, 'win32', 'by-hand'],
    [file.replace('https', 'http'), 'darwin', 'none'],
    ['url: nowhere\n', 'darwin', 'none'],
  ])('%j on %s: %s', (text, platform, kind) => {
    expect(readUpdateSource(text, platform).kind).toBe(kind);
  });

  it('a build without the file has none', () => {
    expect(readUpdateFile('/no/such/app-update.yml')).toBeNull();
  });
});

describe('message boxes', () => {
  it('answer yes with their first button only', async () => {
    const talk = talkAbove(() => null);
    vi.spyOn(dialog, 'showMessageBox')
      .mockResolvedValueOnce({ response: 0 })
      .mockResolvedValueOnce({ response: 1 })
      .mockResolvedValueOnce({ response: 0 });
    expect([await talk.ask('a', 'b', 'Yes'), await talk.ask('a', 'b', 'Yes')])
      .toEqual([true, false]);
    await expect(talk.tell('a', 'b')).resolves.toBeUndefined();
  });
});
