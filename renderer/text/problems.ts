import type { CallProblem, CommitProblem, FileProblem, PdfProblem } from '../../shared/backend.ts';
import type { ResolveProblem } from '../../shared/project/resolve.ts';
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
        next: 'It may have been moved or renamed: open it from its new place, or restore a backup below.',
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
        next: 'Restore the newest backup from the list on this page; it becomes a new file beside this one.',
      };
    case 'too-new':
      return {
        title:
          `${name} was saved by a newer version of the program ` +
          `(file version ${problem.fileVersion}, this program reads up to ${problem.appVersion}).`,
        kept: untouched,
        next: 'Update the program, or ask for a copy saved by your version.',
      };
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
    default:
      return unreachable(problem, 'explainFile');
  }
}

type BurdenProblem = Extract<FileProblem, { readonly code: 'too-large' | 'too-slow' | 'too-much-memory' }>;

/** Reading the file would take more than there is to give. */
function explainBurden(problem: BurdenProblem, name: string): Explanation {
  switch (problem.code) {
    case 'too-large':
      return {
        title: `${name} has ${megabytes(problem.bytes)}; projects may have up to ${megabytes(problem.maxBytes)}.`,
        kept: untouched,
        next: 'Check that this is the file you meant.',
      };
    case 'too-slow':
      return {
        title: `${name} was not opened: reading it took more than ${problem.seconds} s of processor time.`,
        kept: untouched,
        next: 'No project of this program takes that long. Ask whoever sent it for a fresh copy, or restore a backup.',
      };
    case 'too-much-memory':
      return {
        title: `${name} was not opened: reading it took more than ${megabytes(problem.limitBytes)} of memory.`,
        kept: untouched,
        next: 'No project of this size needs that much. Ask whoever sent it for a fresh copy, or restore a backup.',
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

export function explainCommit(problem: CommitProblem): Explanation {
  switch (problem.code) {
    case 'not-open':
      return {
        title: 'The project is not open any more.',
        kept: 'Everything saved before is in the file.',
        next: 'Open the project again.',
      };
    case 'stale':
      return {
        title: 'The project has changed in the meantime.',
        kept: 'The newer state was kept, this edit was not.',
        next: 'Look at the present value and edit again.',
      };
    case 'invalid-record':
      return {
        title: `The edit was refused: ${problem.detail}.`,
        kept: 'The value before it was kept.',
        next: 'Enter a value within the range shown beside the field.',
      };
    case 'locked-scenario':
      return {
        title: 'This scenario is locked.',
        kept: 'Its values were kept.',
        next: 'Duplicate it to try something else, or unlock it.',
      };
    case 'read-only':
      return {
        title: `${fileName(problem.path)} may not be written.`,
        kept: 'The file is as it was; this edit was not kept.',
        next: 'Save a copy in a folder you may write to and go on there.',
      };
    case 'disk-full':
      return {
        title: `The disk is full; ${fileName(problem.path)} could not be written.`,
        kept: 'Everything before this edit is in the file.',
        next: 'Free some space and edit again.',
      };
    default:
      return unreachable(problem, 'explainCommit');
  }
}

export function explainCall(problem: CallProblem): Explanation {
  switch (problem.code) {
    case 'bad-arguments':
      return {
        title: `The program sent a request its own host refused (${problem.command}: ${problem.detail}).`,
        kept: 'Nothing was changed.',
        next: 'This is a fault of the program. Please report it with this text.',
      };
    case 'refused':
      return {
        title: `The host refused the request (${problem.command}).`,
        kept: 'Nothing was changed.',
        next: 'Close this page and start the program again.',
      };
    case 'internal':
      return {
        title: `Something went wrong in the host (${problem.detail}).`,
        kept: 'Everything acknowledged before is in the file.',
        next: 'Try again; if it happens again, restart the program and report this text.',
      };
    default:
      return unreachable(problem, 'explainCall');
  }
}

export function explainPdf(problem: PdfProblem): Explanation {
  switch (problem.code) {
    case 'no-browser':
      return {
        title: `No browser was found that could make the PDF (${problem.detail}).`,
        kept: 'The project is unchanged.',
        next: 'Install Chromium, Chrome or Edge, or use the desktop program.',
      };
    case 'cancelled':
      return {
        title: 'Making the PDF was cancelled.',
        kept: 'No file was written.',
        next: 'Start it again when you like.',
      };
    case 'print-failed':
      return {
        title: `The PDF could not be made (${problem.detail}).`,
        kept: 'No file was written; the project is unchanged.',
        next: 'Try again; if it happens again, restart the program.',
      };
    default:
      return unreachable(problem, 'explainPdf');
  }
}

export function explainResolve(problem: ResolveProblem): Explanation {
  switch (problem.code) {
    case 'no-scenario':
      return {
        title: `There is no scenario “${problem.id}”.`,
        kept: 'The project is unchanged.',
        next: `Choose one of: ${problem.known.join(', ')}.`,
      };
    case 'missing-base':
      return {
        title: `Scenario “${problem.id}” is based on “${problem.basedOn}”, which does not exist.`,
        kept: 'The project is unchanged.',
        next: 'Undo the deletion of its base, or choose another scenario.',
      };
    case 'circular-scenario':
      return {
        title: `Scenarios are based on one another in a circle: ${problem.chain.join(' → ')}.`,
        kept: 'The project is unchanged.',
        next: 'Base one of them on another scenario.',
      };
    default:
      return unreachable(problem, 'explainResolve');
  }
}

const fileCodes: ReadonlySet<string> = new Set([
  'missing',
  'not-ours',
  'damaged',
  'too-new',
  'busy',
  'denied',
  'too-large',
  'too-slow',
  'too-much-memory',
  'exists',
  'no-folder',
] satisfies FileProblem['code'][]);
const callCodes: ReadonlySet<string> = new Set([
  'bad-arguments',
  'refused',
  'internal',
] satisfies CallProblem['code'][]);
const pdfCodes: ReadonlySet<string> = new Set([
  'no-browser',
  'cancelled',
  'print-failed',
] satisfies PdfProblem['code'][]);

const isFile = (p: AnyProblem): p is FileProblem => fileCodes.has(p.code);
const isCall = (p: AnyProblem): p is CallProblem => callCodes.has(p.code);
const isPdf = (p: AnyProblem): p is PdfProblem => pdfCodes.has(p.code);

type AnyProblem = FileProblem | CommitProblem | CallProblem | PdfProblem;

/** Explains any problem a host can answer with. */
export function explain(problem: AnyProblem): Explanation {
  if (isFile(problem)) return explainFile(problem);
  if (isCall(problem)) return explainCall(problem);
  return isPdf(problem) ? explainPdf(problem) : explainCommit(problem);
}
