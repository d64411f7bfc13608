import { ok } from '../units/result.ts';
import { acceptanceFor } from './acceptance.ts';
import type { EngineConstants } from './constants.ts';
import type { Backend } from './framework.ts';
import { backendOf } from './framework.ts';
import { constantsFor } from './fitted.ts';
import { readMachine } from './machine.ts';
import { applyModes } from './modes.ts';
import { checkParallelism } from './parallelism.ts';
import { refuseWith } from './refusal.ts';
import type { Bench } from './serving.ts';
import { shapeModel } from './shape.ts';
import type { Answer, ServingRequest } from './types.ts';

/** A request checked and reduced to numbers: what every evaluation of it shares. */
export interface Resolved {
  readonly request: ServingRequest;
  readonly bench: Bench;
  readonly backend: Backend;
}

function checkLengths(request: ServingRequest): Answer<null> {
  const {
    model, isl, osl, cacheHit, speculativeDraft: draft, maxAcceleratorsPerInstance: most,
  } = request;
  const bad = (what: string, value: number, limit: number, fix: string) =>
    refuseWith('bad-value', what, { value, limit, unit: 'tok', fix });
  if (!(Number.isFinite(isl) && isl >= 1))
    return bad('input length', isl, 1, 'Enter at least 1 token.');
  if (!(Number.isFinite(osl) && osl >= 1))
    return bad('output length', osl, 1, 'Enter at least 1 token.');
  if (!(cacheHit >= 0 && cacheHit <= 1)) {
    return bad('prefix cache hit', cacheHit, 1, 'Enter a share from 0 to 1.');
  }
  if (!(Number.isInteger(draft) && draft >= 0 && draft <= 16)) {
    return bad('draft tokens', draft, 16, 'Enter a whole number from 0 to 16.');
  }
  if (!(most >= 1))
    return bad('accelerators per instance', most, 1, 'Allow at least 1 accelerator.');
  const factor = request.lengthFactor ?? 1;
  if (!(factor > 0 && factor <= 1)) {
    return bad('length factor', factor, 1, 'Enter a factor above 0, at most 1.');
  }
  if (isl + osl > model.context) {
    return refuseWith('beyond-context', `${model.name}: input and output together`, {
      value: isl + osl, limit: model.context, unit: 'tok',
      fix: `Shorten input and output to ${model.context} tokens together.`,
    });
  }
  return ok(null);
}

/**
 * Share of the prefill workers' rate that is planned with (assumed): a prompt then waits for
 * about four and a half others, and half a minute's burst for as long again.
 */
export const plannedPrefillLoad = 0.9;

/** Constants with the acceptance a request states. */
function accepting(
  { speculativeDraft, acceptance }: ServingRequest, constants: EngineConstants,
): EngineConstants {
  const draftAcceptance = acceptanceFor(speculativeDraft, acceptance);
  return draftAcceptance === null ? constants : { ...constants, draftAcceptance };
}

/**
 * Checks a request and reads model, machine and constants; every refusal names what is
 * missing.
 */
export function resolveRequest(request: ServingRequest): Answer<Resolved> {
  const lengths = checkLengths(request);
  if (!lengths.ok) return lengths;
  const widths = checkParallelism(request);
  if (!widths.ok) return widths;
  const { model, accelerator, precision, links } = request;
  const machine = readMachine(accelerator, links, model, precision);
  if (!machine.ok) return machine;
  const backend = backendOf(request.framework);
  const factor = request.lengthFactor ?? 1;
  const bench: Bench = {
    shape: shapeModel(model, precision, machine.value.math, backend), machine: machine.value,
    constants: applyModes(accepting(request, constantsFor(accelerator.family, backend)),
      request.modes ?? {}),
    modes: request.modes ?? {}, prefillLoad: request.prefillLoad ?? plannedPrefillLoad,
    traffic: {
      isl: request.isl * factor, osl: request.osl * factor, cacheHit: request.cacheHit,
      draft: request.speculativeDraft,
    },
  };
  return ok({ request, bench, backend });
}
