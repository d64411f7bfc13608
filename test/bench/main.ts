import { timeBrowser } from './browser.ts';
import { timeEconomics } from './economics.ts';
import { timeEngine } from './engine.ts';
import { timeFacility } from './facility.ts';
import { timeFile } from './file.ts';
import { timeInference } from './inference.ts';
import { timePrograms } from './programs.ts';
import { timeRisk } from './risk.ts';
import { timeScenarios } from './scenarios.ts';
import { timeSearch } from './search.ts';
import { printTimings, time } from './report.ts';

/** A fixed piece of arithmetic: how fast this machine is today. */
function yardstickWork(): number {
  let sum = 0;
  for (let i = 1; i < 2_000_000; i++) sum += Math.sqrt(i) / (1 + (i % 7));
  return sum;
}

const yardstick = await time('yardstick: two million square roots', 20, yardstickWork);
const timings = [yardstick, ...await timeEngine(), ...await timeFacility(),
  ...await timeEconomics(), ...await timeScenarios(), ...await timeInference(),
  ...await timeRisk(), ...await timeSearch(), ...await timePrograms(), ...await timeFile(),
  ...await timeBrowser((text) => { process.stderr.write(`${text}\n`); })];
process.stdout.write(`${printTimings(timings, yardstick)}\n`);
