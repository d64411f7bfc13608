import type { UpdateSource } from './update-source.ts';
import type { Updater } from './updater.ts';

/** What asking for updates needs to speak with a person. */
export interface UpdateTalk {
  readonly tell: (message: string, detail: string) => Promise<void>;
  /** True when the person chose the first button, which says `yes`. */
  readonly ask: (message: string, detail: string, yes: string) => Promise<boolean>;
}

export interface UpdateCheck {
  readonly source: UpdateSource;
  readonly updater: Updater;
  readonly talk: UpdateTalk;
  readonly version: string;
  readonly log: (text: string) => void;
}

/** How it ended, for tests and the log. */
export type UpdateOutcome =
  'no-address' | 'newest' | 'by-hand' | 'declined' | 'later' | 'installing' | 'failed';

/**
 * Looks for an update because a person asked, and goes on one step at a time with their word.
 * Nothing is fetched unasked, and nothing is installed that the system has not checked
 * the signature of. Project files are saved at every command, so a restart loses nothing.
 */
export async function checkForUpdates(check: UpdateCheck): Promise<UpdateOutcome> {
  const { source, talk, version } = check;
  if (source.kind === 'none') {
    await talk.tell(
      'This build does not know where updates are.',
      `You have version ${version}. Ask whoever gave you the application for a newer one, ` +
        'and install it over this one. Your projects stay.',
    );
    return 'no-address';
  }
  try {
    return await look(check, source);
  } catch (problem) {
    check.log(`update: ${problem instanceof Error ? problem.message : String(problem)}`);
    await talk.tell(
      'The update could not be fetched or checked.',
      `Nothing was installed; you still have version ${version}. Check the connection and try again, `
        +
        `or download it by hand from ${source.url}.`,
    );
    return 'failed';
  }
}

async function look(
  { source, updater, talk, version }: UpdateCheck,
  { url }: { readonly url: string },
): Promise<UpdateOutcome> {
  const found = await updater.find();
  if (found === null) {
    await talk.tell('You have the newest version.', `Version ${version}.`);
    return 'newest';
  }
  if (source.kind !== 'checked') {
    await talk.tell(
      `Version ${found} is available.`,
      'This build cannot check the signature of a download, so it installs none by itself. ' +
        `Download it from ${url}, compare it with SHA256SUMS there, ` +
        `and install it over version ${version}. Your projects stay.`,
    );
    return 'by-hand';
  }
  const wanted = await talk.ask(
    `Version ${found} is available.`,
    `You have version ${version}. The download is installed only if its signature is right.`,
    'Download',
  );
  if (!wanted) return 'declined';
  await updater.fetch();
  const now = await talk.ask(
    `Version ${found} is ready.`,
    'The application closes, installs it and opens again. Every change is already saved in the project file.',
    'Install and restart',
  );
  if (!now) return 'later';
  updater.installAndRestart();
  return 'installing';
}
