import type { BadName, Displacement, FileProblem } from '../../shared/backend.ts';
import { unreachable } from '../../shared/units/result.ts';

/** A problem as three sentences: what happened, what was kept, what to do next. */
export interface Explanation {
  readonly title: string;
  readonly kept: string;
  readonly next: string;
}

const untouched = 'The file was not changed.';

/** The last part of a path, which is what people call the file. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Why a file could not be opened or written. */
export function explainFile(problem: FileProblem): Explanation {
  const name = fileName(problem.path);
  switch (problem.code) {
    case 'missing':
      return {
        title: `${name} is not there any more.`,
        kept: 'Nothing was changed.',
        next:
          'It may have been moved or renamed: open it from its new place, or restore a backup below.',
      };
    case 'not-ours':
      return {
        title: `${name} is not an AI Factory Planner project.`,
        kept: untouched,
        next: 'Choose a file that ends in .aifp and was saved by this program.',
      };
    case 'damaged':
      return {
        title: `${name} is damaged (${problem.detail}).`,
        kept: 'The file was left exactly as it is.',
        next:
          'Restore the newest backup from the list on this page; it becomes a new file beside this one.',
      };
    case 'too-new':
    case 'newer-defaults':
      return explainNewer(problem, name);
    case 'busy':
      return {
        title: `${name} is open in another window or on another computer.`,
        kept: untouched,
        next: 'Close it there, or open a copy of the file.',
      };
    case 'too-large':
    case 'too-slow':
    case 'too-much-memory':
      return explainBurden(problem, name);
    case 'read-only':
    case 'denied':
    case 'exists':
    case 'disk-full':
    case 'no-folder':
      return explainPlace(problem, name);
    case 'name-too-long':
    case 'link-loop':
    case 'bad-name':
    case 'disk-error':
      return explainName(problem, name);
    default:
      return unreachable(problem, 'explainFile');
  }
}

type NewerProblem = Extract<FileProblem, { readonly code: 'too-new' | 'newer-defaults' }>;

/** The file says more than this program knows. */
function explainNewer(problem: NewerProblem, name: string): Explanation {
  const said = problem.code === 'too-new'
    ? `file version ${problem.fileVersion}, this program reads up to ${problem.appVersion}`
    : `it keeps defaults of version ${problem.version}, this program has them up to ${problem.appVersion}`;
  return {
    title: `${name} was saved by a newer version of the program (${said}).`,
    kept: untouched,
    next: 'Update the program, or ask for a copy saved by your version.',
  };
}

type BurdenProblem =
  Extract<FileProblem, { readonly code: 'too-large' | 'too-slow' | 'too-much-memory' }>;

/** Reading the file would take more than there is to give. */
function explainBurden(problem: BurdenProblem, name: string): Explanation {
  switch (problem.code) {
    case 'too-large':
      return {
        title:
          `${name} has ${megabytes(problem.bytes)}; projects may have up to ${megabytes(problem.maxBytes)}.`,
        kept: untouched,
        next: 'Check that this is the file you meant.',
      };
    case 'too-slow':
      return {
        title:
          `${name} was not opened: reading it took more than ${problem.seconds} s of processor time.`,
        kept: untouched,
        next:
          'No project of this program takes that long. Ask whoever sent it for a fresh copy, or restore a backup.',
      };
    case 'too-much-memory':
      return {
        title:
          `${name} was not opened: reading it took more than ${megabytes(problem.limitBytes)} of memory.`,
        kept: untouched,
        next:
          'No project of this size needs that much. Ask whoever sent it for a fresh copy, or restore a backup.',
      };
    default:
      return unreachable(problem, 'explainBurden');
  }
}

type PlaceProblem = Extract<
  FileProblem,
  { readonly code: 'read-only' | 'denied' | 'exists' | 'disk-full' | 'no-folder' }
>;

/** The file is sound, its place is not. */
function explainPlace(problem: PlaceProblem, name: string): Explanation {
  switch (problem.code) {
    case 'read-only':
      return {
        title: `${name} may not be written.`,
        kept: untouched,
        next: 'Save a copy in a folder you may write to and go on there.',
      };
    case 'denied':
      return {
        title: `You have no permission to use ${name}.`,
        kept: untouched,
        next: 'Ask for access to the file or its folder, or choose another place.',
      };
    case 'exists':
      return {
        title: `There already is a file named ${name}.`,
        kept: 'It was not replaced.',
        next: 'Choose another name.',
      };
    case 'disk-full':
      return {
        title: `The disk is full; ${name} could not be written.`,
        kept: 'What was saved before is still there.',
        next: 'Free some space and try again.',
      };
    case 'no-folder':
      return {
        title: `The folder for ${name} does not exist.`,
        kept: 'Nothing was written.',
        next: 'Create the folder or choose another one.',
      };
    default:
      return unreachable(problem, 'explainPlace');
  }
}

type NameProblem = Extract<
  FileProblem,
  { readonly code: 'name-too-long' | 'link-loop' | 'bad-name' | 'disk-error' }
>;

/** What the system makes of a name or a drive. */
export function explainName(problem: NameProblem, name: string): Explanation {
  switch (problem.code) {
    case 'name-too-long':
      return {
        title: `The name ${cutName(name)} is longer than the system allows.`,
        kept: 'Nothing was written.',
        next: 'Choose a shorter name, or a folder nearer to the top.',
      };
    case 'link-loop':
      return {
        title: `The links on the way to ${name} lead in a circle.`,
        kept: 'Nothing was changed.',
        next: 'Open the file itself, or repair the links.',
      };
    case 'bad-name':
      return {
        title: `${name} cannot be the name of a project: ${badNames[problem.why]}.`,
        kept: 'Nothing was written.',
        next: 'Choose a name that every system can store, so that the file can be handed on.',
      };
    case 'disk-error':
      return {
        title: `The drive of ${name} answers with an error (${problem.detail}).`,
        kept: 'What was saved before was not changed.',
        next: 'Check that the drive is connected and sound, then try again.',
      };
    default:
      return unreachable(problem, 'explainName');
  }
}

const badNames: Readonly<Record<BadName, string>> = {
  reserved: 'Windows keeps it for a device',
  character: 'it has one of the characters < > : " / \\ | ? * or one that cannot be seen',
  ending: 'it begins or ends with a space or a dot',
};

const cutName = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);

/** Another program did something to the open file, and work goes on in a copy. */
export function explainDisplacement({ code, original, path }: Displacement): Explanation {
  const name = fileName(original);
  const copy = fileName(path);
  switch (code) {
    case 'moved':
      return {
        title: `${name} was moved or renamed while it was open.`,
        kept: `Everything you entered is in ${copy}, and you go on working there.`,
        next:
          'The file at its new place holds the work up to the move; open it to compare the two.',
      };
    case 'replaced':
      return {
        title: `${name} was replaced by another program while it was open.`,
        kept: `Everything you entered is in ${copy}, and you go on working there.`,
        next: `${name} now holds what the other program put there; open it to compare the two.`,
      };
    case 'deleted':
      return {
        title: `${name} was deleted while it was open.`,
        kept: `Everything you entered is in ${copy}, and you go on working there.`,
        next: 'Rename the copy if you want the former name back.',
      };
    default:
      return unreachable(code, 'explainDisplacement');
  }
}
