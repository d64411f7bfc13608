import { api } from './api.ts';
import { faults } from './faults.ts';
import { files } from './files.ts';
import { kills } from './kills.ts';
import type { Part } from './part.ts';
import { plans } from './plans.ts';
import { soak } from './soak.ts';

/** Every part of the campaign by name, in the order they run. */
export const parts: Readonly<Record<string, Part>> = { kills, files, api, plans, faults, soak };

export const partNames: readonly string[] = Object.keys(parts);
