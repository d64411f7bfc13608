import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.9315,
    "etaExperts": 1.06,
    "etaKv": 0.9,
    "etaGemm": 0.8507,
    "etaGroupedGemm": 0.04797,
    "etaAttentionGqa": 0.3135,
    "etaAttentionMla": 0.1777,
    "etaLink": 0.38,
    "etaLinkPrefill": 0.306,
    "allReduceUs": 5.561,
    "allReduceGrowth": 0.2421,
    "allToAllUs": 31.16,
    "kernelUs": 4.915,
    "mlaKernels": 17.95,
    "queryKeyNormKernels": 4.748,
    "quantiseKernels": 0.635,
    "denseKernels": 3.805,
    "expertKernels": 7.578,
    "sharedExpertKernels": 2.012,
    "stepMs": 0.1281,
    "sequenceUs": 13.33,
    "mfuBf16": 0.5245,
    "mfuFp8": 0.3847,
    "mfuFp4": 0.3631,
    "mfuExperts": 0.2076,
    "mfuAttention": 0.6418,
    "prefillLayerUs": 38.07,
    "interference": 0.6857,
    "ttftQueue": 0.1008,
    "ttftFixedMs": 27.67,
    "imbalanceZ": 0.2951,
    "prefillUtilisation": 0.764,
    "handoverFactor": 0.9637,
    "draftAcceptance": 0.5615
  },
  "families": {
    "blackwell": {
      "etaWeights": 0.8454,
      "etaExperts": 1.322,
      "etaKv": 0.8334,
      "etaGroupedGemm": 1.268,
      "etaAttentionMla": 1.252,
      "etaLink": 0.9628,
      "etaLinkPrefill": 0.8852,
      "allReduceUs": 1.563,
      "kernelUs": 0.6777,
      "sequenceUs": 1.173,
      "mfuBf16": 0.8879,
      "mfuFp8": 1.367,
      "mfuFp4": 0.9782,
      "mfuExperts": 1.43,
      "mfuAttention": 1.012
    },
    "cdna3": {
      "etaWeights": 0.9992,
      "etaExperts": 0.924,
      "etaKv": 0.9841,
      "etaGroupedGemm": 0.9915,
      "etaAttentionMla": 0.9629,
      "etaLink": 0.9909,
      "etaLinkPrefill": 0.8426,
      "allReduceUs": 1.03,
      "kernelUs": 1.357,
      "mlaKernels": 2.741,
      "sequenceUs": 1.012,
      "mfuBf16": 1,
      "mfuFp8": 0.7187,
      "mfuFp4": 1,
      "mfuExperts": 0.7434,
      "mfuAttention": 0.9832
    },
    "cdna4": {
      "etaWeights": 0.9714,
      "etaExperts": 0.8481,
      "etaKv": 1.075,
      "etaGroupedGemm": 0.6346,
      "etaAttentionMla": 0.6603,
      "etaLink": 1.083,
      "etaLinkPrefill": 0.9156,
      "allReduceUs": 0.976,
      "kernelUs": 1.153,
      "mlaKernels": 0.8157,
      "sequenceUs": 0.8457,
      "mfuBf16": 1,
      "mfuFp8": 1.021,
      "mfuFp4": 0.9847,
      "mfuExperts": 1.009,
      "mfuAttention": 0.986
    },
    "hopper": {
      "etaWeights": 1.246,
      "etaExperts": 1.146,
      "etaKv": 1.211,
      "etaGroupedGemm": 0.9972,
      "etaAttentionMla": 1.041,
      "etaLink": 0.9569,
      "etaLinkPrefill": 1.362,
      "allReduceUs": 0.6261,
      "kernelUs": 0.9925,
      "sequenceUs": 0.9752,
      "mfuBf16": 1.089,
      "mfuFp8": 0.9322,
      "mfuFp4": 1,
      "mfuExperts": 0.8663,
      "mfuAttention": 1.085
    }
  },
  "backends": {
    "atom": {
      "etaWeights": 1.003,
      "etaExperts": 1.389,
      "etaKv": 1.02,
      "allReduceUs": 1.08,
      "allToAllUs": 1,
      "kernelUs": 0.9168,
      "stepMs": 1.015,
      "sequenceUs": 0.7501,
      "prefillLayerUs": 0.9936,
      "interference": 1.058,
      "ttftQueue": 0.9514,
      "ttftFixedMs": 1.048,
      "prefillUtilisation": 1
    },
    "sglang": {
      "etaWeights": 1.058,
      "etaExperts": 0.79,
      "etaKv": 0.9515,
      "allReduceUs": 1.202,
      "allToAllUs": 0.6936,
      "kernelUs": 0.9616,
      "stepMs": 0.9488,
      "sequenceUs": 1.416,
      "prefillLayerUs": 0.8314,
      "interference": 0.6328,
      "ttftQueue": 3.528,
      "ttftFixedMs": 0.9126,
      "prefillUtilisation": 0.9208
    },
    "trtllm": {
      "etaWeights": 0.9538,
      "etaExperts": 1.421,
      "etaKv": 0.8115,
      "allReduceUs": 0.7218,
      "allToAllUs": 0.7957,
      "kernelUs": 0.9922,
      "stepMs": 1.263,
      "sequenceUs": 0.7943,
      "prefillLayerUs": 0.8098,
      "interference": 1.043,
      "ttftQueue": 0.6225,
      "ttftFixedMs": 0.9194,
      "prefillUtilisation": 1.064
    },
    "vllm": {
      "etaWeights": 0.9994,
      "etaExperts": 0.7922,
      "etaKv": 1.306,
      "allReduceUs": 1.065,
      "allToAllUs": 2.12,
      "kernelUs": 1.285,
      "stepMs": 0.6998,
      "sequenceUs": 1.067,
      "prefillLayerUs": 1.47,
      "interference": 1.01,
      "ttftQueue": 0.5875,
      "ttftFixedMs": 0.8985,
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
      "medianAbsPct": 3.21,
      "p90AbsPct": 6.98,
      "bias": 0.9952
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
      "medianAbsPct": 8.58,
      "p90AbsPct": 46.5,
      "bias": 1.057
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
      "medianAbsPct": 9.43,
      "p90AbsPct": 48,
      "bias": 1.087
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
      "medianAbsPct": 7.06,
      "p90AbsPct": 19.9,
      "bias": 1.024
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
      "medianAbsPct": 3.14,
      "p90AbsPct": 8.31,
      "bias": 1.011
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
      "medianAbsPct": 7.03,
      "p90AbsPct": 19.3,
      "bias": 1.008
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
      "medianAbsPct": 5.5,
      "p90AbsPct": 19.3,
      "bias": 1.025
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
      "medianAbsPct": 4.79,
      "p90AbsPct": 25.5,
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
      "medianAbsPct": 6.75,
      "p90AbsPct": 35.1,
      "bias": 1.027
    }
  ]
};
