import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.8201,
    "etaExperts": 0.6835,
    "etaKv": 0.71,
    "etaGemm": 0.56,
    "etaGroupedGemm": 0.3203,
    "expertRows": 8.078,
    "expertSlice": 99.49,
    "etaAttentionGqa": 0.3,
    "etaAttentionMla": 0.2054,
    "etaNic": 0.7497,
    "etaLink": 0.3963,
    "etaLinkPrefill": 0.4,
    "allReduceUs": 6,
    "allReduceGrowth": 0.2,
    "allToAllUs": 20.02,
    "networkReduceUs": 30,
    "networkExchangeUs": 60.03,
    "kernelUs": 4.218,
    "mlaKernels": 16.13,
    "queryKeyNormKernels": 3,
    "quantiseKernels": 1.002,
    "unpackKernels": 3,
    "denseKernels": 4,
    "expertKernels": 8.03,
    "sharedExpertKernels": 2.004,
    "stepMs": 0.3011,
    "sequenceUs": 8.663,
    "hostPerSec": 25500,
    "draftUs": 100.2,
    "mfuBf16": 0.6,
    "mfuFp8": 0.5466,
    "mfuFp4": 0.3506,
    "mfuAttention": 0.5691,
    "activationMoves": 11.91,
    "prefillLayerUs": 39.24,
    "interference": 0.85,
    "ttftQueue": 0.09,
    "ttftFixedMs": 40,
    "imbalanceZ": 1,
    "expertSkew": 0.3106,
    "youngDays": 6,
    "driftPerMonth": 0.015,
    "prefillUtilisation": 0.8798,
    "handoverFactor": 1.108,
    "draftAcceptance": 0.6704
  },
  "families": {},
  "backends": {},
  "date": "",
  "sources": [],
  "cells": [],
  "errors": {
    "cells": {},
    "pairs": {},
    "modes": {
      "agg": 5,
      "disagg": 5
    },
    "newModel": {
      "agg": 5,
      "disagg": 5
    },
    "newAccelerator": {
      "agg": 5,
      "disagg": 5
    }
  }
};
