import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.9292,
    "etaExperts": 0.9842,
    "etaKv": 0.9199,
    "etaGemm": 0.8412,
    "etaGroupedGemm": 0.04805,
    "etaAttentionGqa": 0.3229,
    "etaAttentionMla": 0.1669,
    "etaLink": 0.3839,
    "etaLinkPrefill": 0.3028,
    "allReduceUs": 5.419,
    "allReduceGrowth": 0.2432,
    "allToAllUs": 34.57,
    "kernelUs": 4.932,
    "mlaKernels": 17.96,
    "queryKeyNormKernels": 4.564,
    "quantiseKernels": 0.5646,
    "denseKernels": 3.829,
    "expertKernels": 7.661,
    "sharedExpertKernels": 2.016,
    "stepMs": 0.1132,
    "sequenceUs": 12.44,
    "mfuBf16": 0.5405,
    "mfuFp8": 0.3861,
    "mfuFp4": 0.3669,
    "mfuExperts": 0.2065,
    "mfuAttention": 0.6251,
    "prefillLayerUs": 39.81,
    "interference": 0.6837,
    "ttftQueue": 0.1015,
    "ttftFixedMs": 30.82,
    "imbalanceZ": 0.201,
    "prefillUtilisation": 0.754,
    "handoverFactor": 0.9647,
    "draftAcceptance": 0.575
  },
  "families": {
    "blackwell": {
      "etaWeights": 0.8415,
      "etaExperts": 1.264,
      "etaKv": 0.8227,
      "etaGroupedGemm": 1.268,
      "etaAttentionMla": 1.317,
      "etaLink": 0.9521,
      "etaLinkPrefill": 0.8798,
      "allReduceUs": 1.617,
      "kernelUs": 0.6785,
      "sequenceUs": 1.182,
      "mfuBf16": 0.8794,
      "mfuFp8": 1.407,
      "mfuFp4": 0.9774,
      "mfuExperts": 1.501,
      "mfuAttention": 1.004
    },
    "cdna3": {
      "etaWeights": 0.9993,
      "etaExperts": 0.9325,
      "etaKv": 0.9813,
      "etaGroupedGemm": 0.9906,
      "etaAttentionMla": 0.9524,
      "etaLink": 0.9904,
      "etaLinkPrefill": 0.8384,
      "allReduceUs": 1.027,
      "kernelUs": 1.356,
      "mlaKernels": 2.729,
      "sequenceUs": 1.012,
      "mfuBf16": 1,
      "mfuFp8": 0.6975,
      "mfuFp4": 1,
      "mfuExperts": 0.7227,
      "mfuAttention": 0.9822
    },
    "cdna4": {
      "etaWeights": 0.9645,
      "etaExperts": 0.8331,
      "etaKv": 1.096,
      "etaGroupedGemm": 0.6277,
      "etaAttentionMla": 0.61,
      "etaLink": 1.12,
      "etaLinkPrefill": 0.8973,
      "allReduceUs": 0.9898,
      "kernelUs": 1.15,
      "mlaKernels": 0.8106,
      "sequenceUs": 0.7937,
      "mfuBf16": 1,
      "mfuFp8": 1.023,
      "mfuFp4": 0.9919,
      "mfuExperts": 1.018,
      "mfuAttention": 0.9836
    },
    "hopper": {
      "etaWeights": 1.255,
      "etaExperts": 1.127,
      "etaKv": 1.215,
      "etaGroupedGemm": 1.006,
      "etaAttentionMla": 1.061,
      "etaLink": 0.9373,
      "etaLinkPrefill": 1.403,
      "allReduceUs": 0.5905,
      "kernelUs": 1.007,
      "sequenceUs": 1.011,
      "mfuBf16": 1.108,
      "mfuFp8": 0.9317,
      "mfuFp4": 1,
      "mfuExperts": 0.846,
      "mfuAttention": 1.09
    }
  },
  "backends": {
    "atom": {
      "etaWeights": 1.006,
      "etaExperts": 1.336,
      "etaKv": 1.026,
      "allReduceUs": 1.104,
      "allToAllUs": 1,
      "kernelUs": 0.9171,
      "stepMs": 1.021,
      "sequenceUs": 0.6895,
      "prefillLayerUs": 0.9946,
      "interference": 1.067,
      "ttftQueue": 0.8558,
      "ttftFixedMs": 1.065,
      "prefillUtilisation": 1
    },
    "sglang": {
      "etaWeights": 1.058,
      "etaExperts": 0.8405,
      "etaKv": 0.9283,
      "allReduceUs": 1.198,
      "allToAllUs": 0.7677,
      "kernelUs": 0.957,
      "stepMs": 0.9231,
      "sequenceUs": 1.34,
      "prefillLayerUs": 0.8019,
      "interference": 0.6054,
      "ttftQueue": 3.998,
      "ttftFixedMs": 0.9176,
      "prefillUtilisation": 0.9388
    },
    "trtllm": {
      "etaWeights": 0.9526,
      "etaExperts": 1.046,
      "etaKv": 0.8155,
      "allReduceUs": 0.6923,
      "allToAllUs": 0.7651,
      "kernelUs": 0.9954,
      "stepMs": 1.566,
      "sequenceUs": 0.8418,
      "prefillLayerUs": 0.7126,
      "interference": 1.05,
      "ttftQueue": 0.6873,
      "ttftFixedMs": 0.9671,
      "prefillUtilisation": 1.035
    },
    "vllm": {
      "etaWeights": 0.9965,
      "etaExperts": 0.8623,
      "etaKv": 1.329,
      "allReduceUs": 1.086,
      "allToAllUs": 2.065,
      "kernelUs": 1.286,
      "stepMs": 0.5522,
      "sequenceUs": 1.084,
      "prefillLayerUs": 1.753,
      "interference": 1.042,
      "ttftQueue": 0.5349,
      "ttftFixedMs": 0.8958,
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
      "medianAbsPct": 3.28,
      "p90AbsPct": 7.05,
      "bias": 0.9882
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
      "medianAbsPct": 9.15,
      "p90AbsPct": 43.8,
      "bias": 1.055
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
      "medianAbsPct": 9.52,
      "p90AbsPct": 46.6,
      "bias": 1.085
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
      "medianAbsPct": 7.62,
      "p90AbsPct": 20.9,
      "bias": 1.017
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
      "medianAbsPct": 2.91,
      "p90AbsPct": 6.58,
      "bias": 1.009
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
      "medianAbsPct": 7.08,
      "p90AbsPct": 19.1,
      "bias": 1.005
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
      "medianAbsPct": 5.59,
      "p90AbsPct": 19.3,
      "bias": 1.022
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
      "medianAbsPct": 4.7,
      "p90AbsPct": 25.2,
      "bias": 1.071
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
      "medianAbsPct": 6.83,
      "p90AbsPct": 31.8,
      "bias": 1.016
    }
  ]
};
