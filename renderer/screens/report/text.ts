import { unreachable } from '../../../shared/units/result.ts';
import type { keepLogo } from './logo.ts';

type LogoProblem =
  Extract<Awaited<ReturnType<typeof keepLogo>>, { readonly ok: false }>['error'];

/** Words of the Report screen. */
export const reportText = {
  kind: 'Kind of report',
  make: 'Make PDF',
  cancel: 'Cancel',
  starting: 'Starting',
  cancelled: 'Cancelled. No file was written.',
  made: (path: string, pages: number) =>
    `Saved ${pages} page${pages === 1 ? '' : 's'} as ${path}`,
  open: 'Open',
  showInFolder: 'Show in folder',
  notShown: 'No program opened it. The file is where it was saved.',
  contents: 'What the report holds',
  firstPage: 'First page and paper',
  paper: (name: string) => `Printed on ${name}.`,
  proposal: (text: string) => `Proposed from the figures: ${text}`,
  takeProposal: 'Edit the proposal',
  sections: 'Sections',
  print: (title: string) => `Print ${title}`,
  leaveOut: (title: string) => `Leave out ${title}`,
  scenarios: 'Scenarios',
  from: (name: string) => `${name} (others are bridged from it)`,
  mostScenarios: (most: number) => `A comparison prints at most ${most}.`,
  gathering: 'Computing the scenarios and the bridges between them.',
  darkened: (wanted: string, used: string) =>
    `${wanted} is too light for words on white paper: titles are printed in ${used}, darkened to a contrast of 4.5 to 1.`,
  preview: (pages: number) =>
    pages === 0 ? 'Preview' : `Preview, ${pages} page${pages === 1 ? '' : 's'}`,
  brand: 'Logo, colour and disclaimer',
  logo: 'Logo',
  chooseLogo: 'Choose a logo (PNG, JPEG, SVG)',
  dropLogo: 'Print no logo',
  setLogo: (name: string) => `Logo from ${name}`,
  logoRefused,
};

/** What is wrong with a picture, and what would do. */
function logoRefused(problem: LogoProblem): string {
  switch (problem.code) {
    case 'not-an-image':
      return `That is no picture (${problem.detail}). Nothing was changed. Choose a PNG, JPEG or SVG.`;
    case 'image-too-large':
      return `The picture is too large (${problem.detail}). Nothing was changed. Logos may have 1 MB.`;
    case 'too-complex':
      return `The picture takes too long to draw: ${problem.detail}. Nothing was changed. Save it without patterns and filters, or as PNG.`;
    case 'active-content':
      return `The picture holds ${problem.detail}, which a logo does not need. Nothing was changed. Save it as a plain SVG or as PNG.`;
    case 'no-attachment': case 'not-kept':
      return 'The picture could not be kept in the project. Nothing was changed. Check that the project is not read-only.';
    default: return unreachable(problem, 'logoRefused');
  }
}
