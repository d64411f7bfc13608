import type { ScreenId } from '../state/screen-ids.ts';

/** One stop of the tour: where it is, what it points at, and what it says. */
export interface TourStep {
  readonly screen: ScreenId;
  readonly part?: string;
  /** What it points at, as a selector; where there is none it points at nothing. */
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
}

/** The way from a question to the page that is handed over. */
export const tourSteps: readonly TourStep[] = [
  { screen: 'start', anchor: '[data-tour="question"]',
    title: 'A plan starts with four answers',
    text: 'Where and how much power, what it serves, which systems, and who owns it. Press Plan and every system becomes a scenario. Everything can be changed later.' },
  { screen: 'answer', anchor: '[data-tour="verdict"]',
    title: 'The answer in one sentence',
    text: 'What the plan is worth as of its first month, what a million tokens costs and what it earns. The line under it says how far it could be off if throughput is.' },
  { screen: 'workload', part: 'demand', anchor: '[data-tour="inputs"]',
    title: 'Inputs stand beside their picture',
    text: 'Those that matter here come first; the line below them lists all. A dot marks what this project sets itself. Change one and the picture and the figures above follow.' },
  { screen: 'workload', part: 'demand', anchor: '[data-field$=".utilisation"]',
    title: 'Fields calculate',
    text: 'Type a sum such as 0.45*1.1 or +10% and press Enter. Arrow keys step, Esc goes back to the value in use, Ctrl Z undoes.' },
  { screen: 'workload', part: 'demand', anchor: '.top-find',
    title: 'Find anything by name',
    text: 'Ctrl K finds inputs, figures, screens, scenarios, terms and commands: “power price”, “npv”, “add rack”.' },
  { screen: 'answer', anchor: '.strip-limits',
    title: 'What binds, and what mends it',
    text: 'Limits and warnings stand here; F8 walks through them. Where a change of an input mends one, a button beside it makes that change, and undo takes it back.' },
  { screen: 'report', anchor: '.report-tools',
    title: 'The plan on paper',
    text: 'Choose a report, look at its pages, make the PDF. Every figure in it can be traced to a formula, its inputs and their sources.' },
];

export const tourText = {
  name: (title: string): string => `Tour: ${title}`,
  offer: 'New here? Seven short steps show the way.',
  offerName: 'Offer of a tour',
  show: 'Take the tour',
  decline: 'No, thanks',
  next: 'Next',
  back: 'Back',
  leave: 'Leave',
  done: 'Done',
  example: 'Open an example and go on',
  at: (step: number, of: number): string => `Step ${step} of ${of}`,
  keys: 'Esc leaves; Help brings it back.',
};
