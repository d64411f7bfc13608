import { today } from '../backend/clock.ts';
import type { Commands } from '../../shared/backend.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { workbookOf } from '../../shared/report/workbook/build.ts';
import { writeXlsx } from '../../shared/report/workbook/write.ts';

/** Bytes as base64, in pieces that a call can take as arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** A name that every file system takes. */
const fileName = (name: string): string =>
  `${name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ').trim().slice(0, 80) || 'plan'}.xlsx`;

/** The plan as a workbook, ready to be saved. */
export function makeWorkbook(
  plan: Plan, appVersion: string,
): Commands['export:file']['args'] {
  const { project, scenario } = plan.inputs;
  return {
    suggestedName: fileName(`${project.values.name} ${scenario.name}`), encoding: 'base64',
    data: toBase64(writeXlsx(workbookOf(plan, appVersion, today()))),
  };
}
