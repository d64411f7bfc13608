import type {
  CallProblem, CommitProblem, FileProblem, PdfProblem,
} from '../../shared/backend.ts';
import type { ResolveProblem } from '../../shared/project/resolve.ts';
import { unreachable } from '../../shared/units/result.ts';
import { explainFile, explainName, fileName, type Explanation } from './file-problems.ts';

type GoneProblem = Extract<CommitProblem, { readonly code: 'moved' | 'replaced' | 'deleted' }>;

const goneTitles: Readonly<Record<GoneProblem['code'], string>> = {
  moved: 'was moved or renamed while it was open',
  replaced: 'was replaced by another program while it was open',
  deleted: 'was deleted while it was open',
};

const explainGone = ({ code, path }: GoneProblem): Explanation => ({
  title: `${fileName(path)} ${goneTitles[code]}, and no folder took a copy.`,
  kept:
    'Everything before this edit is still held open by the program; this edit was not kept.',
  next: 'Do not close the project: save a copy in a folder you may write to.',
});

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
    case 'disk-error':
      return explainName(problem, fileName(problem.path));
    case 'moved':
    case 'replaced':
    case 'deleted':
      return explainGone(problem);
    default:
      return unreachable(problem, 'explainCommit');
  }
}

export function explainCall(problem: CallProblem): Explanation {
  switch (problem.code) {
    case 'bad-arguments':
      return {
        title:
          `The program sent a request its own host refused (${problem.command}: ${problem.detail}).`,
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
        title:
          `Scenario “${problem.id}” is based on “${problem.basedOn}”, which does not exist.`,
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
  'newer-defaults',
  'busy',
  'denied',
  'too-large',
  'too-slow',
  'too-much-memory',
  'exists',
  'no-folder',
  'name-too-long',
  'link-loop',
  'bad-name',
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
