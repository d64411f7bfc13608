import { choice, decide, text } from '../define.ts';

/** The document itself: whose it is and how it is read. Not part of any scenario. */
export const projectFields = [
  text('name', 'Project name', 200, 'Untitled project', decide('Project', 'Name shown in the title, the report and the file list.')),
  text('client', 'Client', 200, '', decide('Project', 'Name printed on the report; empty prints none.')),
  text('preparedBy', 'Prepared by', 200, '', decide('Project', 'Author named on the report; empty prints none.')),
  text('note', 'Note', 10_000, '', decide('Project', 'Free text kept with the project.')),
  text('startMonth', 'First month of the analysis', 7, '2027-01',
    decide('Project', 'Calendar month (YYYY-MM) in which month 1 of the plan falls; dates releases and prices.')),
  choice('unitSystem', 'Units', [['si', 'SI'], ['imperial', 'Imperial']], 'si',
    decide('Project', 'Units of temperature, length, mass and volume on screen and paper; stored values stay SI.')),
] as const;
