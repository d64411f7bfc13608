import type { WeatherHour } from '../../facility/types.ts';
import type { Note } from '../report.ts';

/** Where a weather file says it was measured. */
export interface EpwPlace {
  readonly city: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Hours ahead of UTC. */
  readonly timeZone: number;
  readonly elevationM: number;
}

/** Something that was mended, and where. */
export interface EpwRepair {
  readonly code: 'filled-hour' | 'filled-value' | 'dropped-duplicate';
  /** Line of the file, from 1; for a missing hour the line before the gap. */
  readonly line: number;
  readonly detail: string;
}

export interface EpwClimate {
  readonly place: EpwPlace;
  /** 8,760 hours, or 8,784 of a leap year. */
  readonly hours: readonly WeatherHour[];
  readonly repairs: readonly EpwRepair[];
  /** What the file is, as its makers call it. */
  readonly format: string;
  /** What was read another way than written, and what should be known. */
  readonly notes: readonly Note[];
}

/** Why a file is refused. Nothing of a refused file is used. */
export interface EpwRefusal {
  readonly code:
    | 'empty' | 'not-weather' | 'not-epw' | 'bad-location' | 'wrong-columns' | 'bad-number' | 'bad-date'
      | 'out-of-range'
    | 'out-of-order' | 'sub-hourly' | 'gap-too-long' | 'too-many-repairs' | 'not-a-year'
    | 'other-hemisphere'
    | 'seasons-reversed' | 'no-humidity' | 'damaged';
  /** Line of the file, from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly detail: string;
}
