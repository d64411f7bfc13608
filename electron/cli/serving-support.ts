import type { Precision } from '../../shared/catalog/types.ts';
import { bestFramework, type ServingNeed } from '../../shared/compat/best.ts';
import { nearestServing } from '../../shared/compat/nearest.ts';
import { engineOn, frameworkName, refusalCodes, supportOf } from '../../shared/compat/support.ts';
import type { ServingRequest } from '../../shared/inference/types.ts';

/** Why a combination is not answered, and what is nearest to it. */
export interface NotSupported {
  readonly code: string;
  readonly what: string;
  readonly source: string | null;
  readonly nearestFix: string;
  readonly nearest: { readonly precision: string; readonly framework: string } | null;
}

const needOf = (
  { accelerator, model, mode, measured }: ServingRequest,
): ServingNeed => ({ accelerator, model, mode, points: measured ?? null });

/** The framework where none is named: TensorRT-LLM, or the best one where it does not run. */
export function defaultFramework(
  request: Omit<ServingRequest, 'framework'>, precision: Precision,
): string {
  const { accelerator } = request;
  if (engineOn('trtllm', accelerator).status !== 'not') return 'trtllm';
  return bestFramework(needOf({ ...request, framework: '' }), precision) ?? 'trtllm';
}

/**
 * Whether a request asks for software or a precision its accelerator is known not to run;
 * null where it may be answered.
 */
export function notSupported(request: ServingRequest): NotSupported | null {
  const { framework, precision, accelerator, model, mode, measured } = request;
  const support = supportOf({ framework, precision, accelerator, model, mode },
    measured ?? null);
  if (support.status !== 'not') return null;
  const nearest = nearestServing({ framework, precision }, needOf(request));
  return {
    code: refusalCodes[support.about], what: support.reason,
    source: support.statement?.source ?? null, nearest,
    nearestFix: nearest === null ? ''
      : `Nearest: --precision ${nearest.precision} `
        + `--framework ${nearest.framework} (${frameworkName(nearest.framework)}).`,
  };
}
