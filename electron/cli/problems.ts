import type { BadName, FileProblem } from '../../shared/backend.ts';
import type { SetProblem } from '../../shared/project/path.ts';
import type { PlanProblem } from '../../shared/plan/entries/problem.ts';
import { unreachable } from '../../shared/units/result.ts';

/** One line for a refused value: what, where, and what would be accepted. */
export function explainSet(problem: SetProblem): string {
  switch (problem.code) {
    case 'unknown-field':
      return `there is no field "${problem.path}"${problem.nearest === null ? '' : `; did you mean ${problem.nearest}?`} (see: fields)`;
    case 'no-record':
      return `"${problem.path}": no such record; known: ${problem.known.join(', ')}`;
    case 'wrong-type':
      return `${problem.path}: expected ${problem.expected}, got "${problem.got}"`;
    case 'range':
      return `${problem.path}: ${problem.got} is outside ${problem.min} to ${problem.max} ${problem.unit}`;
    case 'not-integer': return `${problem.path}: expected a whole number, got ${problem.got}`;
    case 'choice':
      return `${problem.path}: "${problem.got}" is not one of ${problem.choices.join(', ')}`;
    case 'too-long':
      return `${problem.path}: at most ${problem.maxLength} characters, got ${problem.got}`;
    default: return unreachable(problem, 'explainSet');
  }
}

/** One line for a file that could not be used: what happened, what was kept, what to do. */
export function explainFile(problem: FileProblem): string {
  const at = `${problem.path}: `;
  switch (problem.code) {
    case 'missing': return `${at}there is no such file, and no template of that name`;
    case 'not-ours': return `${at}not an AI Factory Planner project. Nothing was changed.`;
    case 'damaged':
      return `${at}the file is damaged (${problem.detail}). It was left as it is; open a backup or a copy.`;
    case 'too-new':
      return `${at}written by a newer version (layout ${problem.fileVersion}, this version reads up to ${problem.appVersion}). Nothing was changed; update the application.`;
    case 'newer-defaults':
      return `${at}keeps defaults of version ${problem.version}, this version has them up to ${problem.appVersion}. Nothing was changed; update the application.`;
    case 'busy': return `${at}open in another window or process. Close it there first.`;
    case 'read-only': return `${at}the file is read-only. Save a copy to edit it.`;
    case 'denied':
      return `${at}access is denied. Check the permissions of the file and its folder.`;
    case 'too-large':
      return `${at}${problem.bytes} bytes are more than the ${problem.maxBytes} a project may have. Nothing was read.`;
    case 'too-slow':
      return `${at}reading it took more than ${problem.seconds} s of processor time, which no project needs. Nothing was changed; ask for a fresh copy.`;
    case 'too-much-memory':
      return `${at}reading it took more than ${problem.limitBytes} bytes of memory, which no project of its size needs. Nothing was changed; ask for a fresh copy.`;
    case 'exists':
      return `${at}a file of that name exists already. Choose another name or remove it.`;
    case 'disk-full':
      return `${at}the disk is full. Free some space and try again; nothing was lost.`;
    case 'no-folder': return `${at}the folder does not exist. Create it first.`;
    case 'name-too-long':
      return `${at}the name is longer than this system allows. Choose a shorter one.`;
    case 'link-loop':
      return `${at}the links on the way to it lead in a circle. Name the file itself.`;
    case 'bad-name': return `${at}${badNames[problem.why]}. Choose another name.`;
    case 'disk-error':
      return `${at}the system answers ${problem.detail}. Nothing was changed; check the drive and try again.`;
    default: return unreachable(problem, 'explainFile');
  }
}

const badNames: Readonly<Record<BadName, string>> = {
  reserved: 'Windows keeps this name for a device',
  character:
    'the name has a character that not every system can store (< > : " / \\ | ? * or a control character)',
  ending: 'a name that begins or ends with a space or a dot is changed by some systems',
};

/** One line for a scenario that gives no plan at all. */
export function explainPlan(problem: PlanProblem): string {
  switch (problem.code) {
    case 'no-scenario':
      return `there is no scenario "${problem.id}"; known: ${problem.known.join(', ')}`;
    case 'circular-scenario':
      return `scenarios are based on each other in a circle: ${problem.chain.join(' -> ')}; set one of them to be based on none`;
    case 'missing-base':
      return `scenario "${problem.id}" is based on "${problem.basedOn}", which does not exist; base it on another`;
    case 'no-rack-groups':
      return 'the scenario has no rack group; add one on the Hardware screen';
    case 'unknown-reference':
      return `${problem.where}: there is no "${problem.id}" in ${problem.of}${problem.nearest === null ? '' : `; did you mean ${problem.nearest}?`}`;
    case 'own-model-refused':
      return `${problem.where}: the own model "${problem.id}" cannot be read: ${problem.reason}`;
    case 'bad-start-month':
      return `project.startMonth: "${problem.got}" is not a month; write it as 2027-01`;
    case 'stage-refused': return `${problem.stage}: ${problem.where}: ${problem.reason}`;
    default: return unreachable(problem, 'explainPlan');
  }
}
