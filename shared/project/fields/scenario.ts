import { decide, text, toggle } from '../define.ts';

/**
 * A named variant of the design. It stores only what differs from the scenario it is
 * based on.
 */
export const scenarioFields = [
  text('name', 'Scenario', 200, 'Base case', decide('Scenario', 'Name of the scenario.')),
  text('basedOn', 'Based on', 64, '',
    decide('Scenario', 'Key of the scenario whose records this one inherits; empty for none.')),
  text('note', 'Note', 10_000, '', decide('Scenario', 'Free text kept with the scenario.')),
  toggle('locked', 'Locked', false, decide('Scenario', 'A locked scenario refuses edits.')),
] as const;
