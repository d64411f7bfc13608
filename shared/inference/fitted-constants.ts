import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.9075,
    "etaExperts": 1.074,
    "etaKv": 0.7716,
    "etaGemm": 0.7315,
    "etaGroupedGemm": 0.04689,
    "etaAttentionGqa": 0.308,
    "etaAttentionMla": 0.2149,
    "etaLink": 0.4177,
    "etaLinkPrefill": 0.3257,
    "allReduceUs": 5.148,
    "allReduceGrowth": 0.2543,
    "allToAllUs": 66.45,
    "kernelUs": 4.96,
    "mlaKernels": 17.38,
    "queryKeyNormKernels": 4.596,
    "quantiseKernels": 0.7464,
    "denseKernels": 3.871,
    "expertKernels": 7.498,
    "sharedExpertKernels": 2.003,
    "stepMs": 0.1891,
    "sequenceUs": 13.03,
    "mfuBf16": 0.5869,
    "mfuFp8": 0.3645,
    "mfuFp4": 0.3565,
    "mfuExperts": 0.197,
    "mfuAttention": 0.5934,
    "prefillLayerUs": 37.93,
    "interference": 0.7021,
    "ttftQueue": 0.1062,
    "ttftFixedMs": 25.37,
    "imbalanceZ": 0.4037,
    "prefillUtilisation": 0.8479,
    "handoverFactor": 0.9925,
    "draftAcceptance": 0.5388
  },
  "families": {
    "blackwell": {
      "etaWeights": 0.83,
      "etaExperts": 1.14,
      "etaKv": 0.8496,
      "etaGroupedGemm": 1.617,
      "etaAttentionMla": 1.57,
      "etaLink": 1.009,
      "etaLinkPrefill": 0.8596,
      "allReduceUs": 1.398,
      "kernelUs": 0.6839,
      "sequenceUs": 1.047,
      "mfuBf16": 0.8999,
      "mfuFp8": 1.288,
      "mfuFp4": 0.961,
      "mfuExperts": 1.363,
      "mfuAttention": 1.006
    },
    "cdna3": {
      "etaWeights": 0.999,
      "etaExperts": 0.9603,
      "etaKv": 0.9846,
      "etaGroupedGemm": 0.9937,
      "etaAttentionMla": 0.9789,
      "etaLink": 0.9943,
      "etaLinkPrefill": 0.8791,
      "allReduceUs": 1.025,
      "kernelUs": 1.356,
      "mlaKernels": 2.73,
      "sequenceUs": 1.005,
      "mfuBf16": 1,
      "mfuFp8": 0.7533,
      "mfuFp4": 1,
      "mfuExperts": 0.7754,
      "mfuAttention": 0.9854
    },
    "cdna4": {
      "etaWeights": 0.9674,
      "etaExperts": 0.9952,
      "etaKv": 1.093,
      "etaGroupedGemm": 0.5078,
      "etaAttentionMla": 0.5485,
      "etaLink": 0.9883,
      "etaLinkPrefill": 0.912,
      "allReduceUs": 0.99,
      "kernelUs": 1.15,
      "mlaKernels": 0.8536,
      "sequenceUs": 0.9045,
      "mfuBf16": 1,
      "mfuFp8": 0.9867,
      "mfuFp4": 0.9856,
      "mfuExperts": 0.9843,
      "mfuAttention": 0.9836
    },
    "hopper": {
      "etaWeights": 1.273,
      "etaExperts": 1.154,
      "etaKv": 1.123,
      "etaGroupedGemm": 0.9592,
      "etaAttentionMla": 1.062,
      "etaLink": 1.018,
      "etaLinkPrefill": 1.377,
      "allReduceUs": 0.6138,
      "kernelUs": 0.9948,
      "sequenceUs": 1.028,
      "mfuBf16": 1.106,
      "mfuFp8": 0.9746,
      "mfuFp4": 1,
      "mfuExperts": 0.8838,
      "mfuAttention": 1.068
    }
  },
  "backends": {
    "atom": {
      "etaWeights": 1.001,
      "etaExperts": 1.421,
      "etaKv": 1.026,
      "allReduceUs": 1.055,
      "allToAllUs": 1,
      "kernelUs": 0.9225,
      "stepMs": 1.012,
      "sequenceUs": 0.7967,
      "prefillLayerUs": 1.001,
      "interference": 1.027,
      "ttftQueue": 0.9411,
      "ttftFixedMs": 1.048,
      "prefillUtilisation": 1
    },
    "sglang": {
      "etaWeights": 1.007,
      "etaExperts": 0.7195,
      "etaKv": 0.9665,
      "allReduceUs": 1.067,
      "allToAllUs": 2.291,
      "kernelUs": 0.9783,
      "stepMs": 0.9752,
      "sequenceUs": 0.7265,
      "prefillLayerUs": 0.9212,
      "interference": 0.6906,
      "ttftQueue": 3.692,
      "ttftFixedMs": 0.9236,
      "prefillUtilisation": 0.9144
    },
    "trtllm": {
      "etaWeights": 0.995,
      "etaExperts": 1.745,
      "etaKv": 1.086,
      "allReduceUs": 0.7595,
      "allToAllUs": 0.5647,
      "kernelUs": 0.9951,
      "stepMs": 1.237,
      "sequenceUs": 1.011,
      "prefillLayerUs": 0.9655,
      "interference": 1.022,
      "ttftQueue": 0.5884,
      "ttftFixedMs": 0.9218,
      "prefillUtilisation": 1.127
    },
    "vllm": {
      "etaWeights": 1.006,
      "etaExperts": 0.8008,
      "etaKv": 0.9383,
      "allReduceUs": 1.101,
      "allToAllUs": 1.197,
      "kernelUs": 1.286,
      "stepMs": 0.7655,
      "sequenceUs": 1.589,
      "prefillLayerUs": 1.102,
      "interference": 1.066,
      "ttftQueue": 0.6847,
      "ttftFixedMs": 0.8368,
      "prefillUtilisation": 1
    }
  },
  "date": "2026-04-22",
  "sources": [
    "InferenceMAX run 20308883467 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20356790608 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20413316138 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20609406656 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20621824084 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20667906037 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20720630953 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20764588467 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20786863188 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20832485469 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20916838429 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 20972034325 (benchmark artefact, Apache-2.0)",
    "InferenceMAX run 21012127808 (benchmark artefact, Apache-2.0)",
    "NVIDIA/TensorRT-LLM docs developer-guide/perf-overview.md (v1.x, commit 03e27c7)",
    "NVIDIA/TensorRT-LLM docs/source/performance/perf-overview.md (v1.0, commit 00f3768)",
    "aiconfigurator silicon_sample.csv (Apache-2.0)"
  ],
  "cells": [
    {
      "family": "cdna4",
      "backend": "atom",
      "from": null,
      "to": null,
      "rows": 60,
      "models": [
        "deepseek-r1",
        "gpt-oss-120b"
      ],
      "accelerators": [
        "mi355x"
      ],
      "widest": 8,
      "medianAbsPct": 2.58,
      "p90AbsPct": 8.47,
      "bias": 0.9774
    },
    {
      "family": "blackwell",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 80,
      "models": [
        "deepseek-r1"
      ],
      "accelerators": [
        "b200_sxm",
        "gb200"
      ],
      "widest": 48,
      "medianAbsPct": 5.92,
      "p90AbsPct": 32,
      "bias": 1.049
    },
    {
      "family": "cdna4",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 61,
      "models": [
        "deepseek-r1"
      ],
      "accelerators": [
        "mi355x"
      ],
      "widest": 16,
      "medianAbsPct": 7.86,
      "p90AbsPct": 26,
      "bias": 1.05
    },
    {
      "family": "blackwell",
      "backend": "trtllm",
      "from": "2025-10-29",
      "to": "2026-03-23",
      "rows": 345,
      "models": [
        "deepseek-r1",
        "gpt-oss-120b",
        "llama-3.1-70b",
        "qwen3-32b"
      ],
      "accelerators": [
        "b200_sxm",
        "gb200"
      ],
      "widest": 32,
      "medianAbsPct": 7.52,
      "p90AbsPct": 20,
      "bias": 1.018
    },
    {
      "family": "cdna3",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 14,
      "models": [
        "deepseek-r1"
      ],
      "accelerators": [
        "mi300x"
      ],
      "widest": 8,
      "medianAbsPct": 2.82,
      "p90AbsPct": 6.71,
      "bias": 1.007
    },
    {
      "family": "blackwell",
      "backend": "vllm",
      "from": "2025-10-29",
      "to": "2026-04-22",
      "rows": 463,
      "models": [
        "gpt-oss-120b",
        "llama-3.1-70b",
        "minimax-m2.5"
      ],
      "accelerators": [
        "b200_sxm"
      ],
      "widest": 8,
      "medianAbsPct": 6.69,
      "p90AbsPct": 18.3,
      "bias": 1.003
    },
    {
      "family": "hopper",
      "backend": "vllm",
      "from": "2025-10-29",
      "to": "2026-03-28",
      "rows": 496,
      "models": [
        "gpt-oss-120b",
        "llama-3.1-70b",
        "minimax-m2.5",
        "qwen3-235b-a22b",
        "qwen3-32b"
      ],
      "accelerators": [
        "h100_sxm",
        "h200_sxm"
      ],
      "widest": 8,
      "medianAbsPct": 5.76,
      "p90AbsPct": 19.5,
      "bias": 1.02
    },
    {
      "family": "hopper",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 105,
      "models": [
        "deepseek-r1",
        "qwen3-235b-a22b",
        "qwen3-32b"
      ],
      "accelerators": [
        "h100_sxm",
        "h200_sxm"
      ],
      "widest": 8,
      "medianAbsPct": 4.35,
      "p90AbsPct": 22.6,
      "bias": 1.041
    },
    {
      "family": "hopper",
      "backend": "trtllm",
      "from": "2025-10-29",
      "to": "2026-03-18",
      "rows": 400,
      "models": [
        "gpt-oss-120b",
        "llama-3.1-70b",
        "qwen3-235b-a22b",
        "qwen3-32b"
      ],
      "accelerators": [
        "h100_sxm",
        "h200_sxm"
      ],
      "widest": 8,
      "medianAbsPct": 6.45,
      "p90AbsPct": 33.6,
      "bias": 1.014
    }
  ]
};
