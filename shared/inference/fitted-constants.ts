import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.9037,
    "etaExperts": 1.083,
    "etaKv": 0.7811,
    "etaGemm": 0.7645,
    "etaGroupedGemm": 0.04564,
    "etaAttentionGqa": 0.308,
    "etaAttentionMla": 0.2045,
    "etaLink": 0.3883,
    "etaLinkPrefill": 0.348,
    "allReduceUs": 5.015,
    "allReduceGrowth": 0.2493,
    "allToAllUs": 59.24,
    "kernelUs": 4.977,
    "mlaKernels": 17.33,
    "queryKeyNormKernels": 4.616,
    "quantiseKernels": 0.7541,
    "denseKernels": 3.863,
    "expertKernels": 7.536,
    "sharedExpertKernels": 2.003,
    "stepMs": 0.1939,
    "sequenceUs": 13.24,
    "mfuBf16": 0.6188,
    "mfuFp8": 0.3802,
    "mfuFp4": 0.3709,
    "mfuExperts": 0.1968,
    "mfuAttention": 0.549,
    "prefillLayerUs": 33.48,
    "interference": 0.7139,
    "ttftQueue": 0.1232,
    "ttftFixedMs": 24.68,
    "imbalanceZ": 0.407,
    "prefillUtilisation": 0.868,
    "handoverFactor": 0.9739,
    "draftAcceptance": 0.5339
  },
  "families": {
    "blackwell": {
      "etaWeights": 0.8307,
      "etaExperts": 1.13,
      "etaKv": 0.8529,
      "etaGroupedGemm": 1.524,
      "etaAttentionMla": 1.679,
      "etaLink": 0.9715,
      "etaLinkPrefill": 0.8693,
      "allReduceUs": 1.406,
      "kernelUs": 0.6823,
      "sequenceUs": 1.083,
      "mfuBf16": 0.9014,
      "mfuFp8": 1.38,
      "mfuFp4": 0.9793,
      "mfuExperts": 1.44,
      "mfuAttention": 0.9657
    },
    "cdna3": {
      "etaWeights": 0.999,
      "etaExperts": 0.9597,
      "etaKv": 0.9853,
      "etaGroupedGemm": 0.9934,
      "etaAttentionMla": 0.9783,
      "etaLink": 0.9938,
      "etaLinkPrefill": 0.8812,
      "allReduceUs": 1.025,
      "kernelUs": 1.356,
      "mlaKernels": 2.73,
      "sequenceUs": 1.005,
      "mfuBf16": 1,
      "mfuFp8": 0.7577,
      "mfuFp4": 1,
      "mfuExperts": 0.7796,
      "mfuAttention": 0.9837
    },
    "cdna4": {
      "etaWeights": 0.9607,
      "etaExperts": 1.012,
      "etaKv": 1.103,
      "etaGroupedGemm": 0.5311,
      "etaAttentionMla": 0.4923,
      "etaLink": 1.003,
      "etaLinkPrefill": 0.9206,
      "allReduceUs": 0.9689,
      "kernelUs": 1.156,
      "mlaKernels": 0.8493,
      "sequenceUs": 0.8923,
      "mfuBf16": 1,
      "mfuFp8": 0.9086,
      "mfuFp4": 0.9872,
      "mfuExperts": 0.9169,
      "mfuAttention": 0.9813
    },
    "hopper": {
      "etaWeights": 1.28,
      "etaExperts": 1.15,
      "etaKv": 1.111,
      "etaGroupedGemm": 0.97,
      "etaAttentionMla": 1.085,
      "etaLink": 1.023,
      "etaLinkPrefill": 1.379,
      "allReduceUs": 0.6102,
      "kernelUs": 0.9937,
      "sequenceUs": 1.011,
      "mfuBf16": 1.12,
      "mfuFp8": 0.9965,
      "mfuFp4": 1,
      "mfuExperts": 0.8804,
      "mfuAttention": 1.095
    }
  },
  "backends": {
    "atom": {
      "etaWeights": 1.001,
      "etaExperts": 1.42,
      "etaKv": 1.027,
      "allReduceUs": 1.056,
      "allToAllUs": 1,
      "kernelUs": 0.9219,
      "stepMs": 1.013,
      "sequenceUs": 0.79,
      "prefillLayerUs": 1.004,
      "interference": 0.9989,
      "ttftQueue": 0.9052,
      "ttftFixedMs": 1.048,
      "prefillUtilisation": 1
    },
    "sglang": {
      "etaWeights": 1.008,
      "etaExperts": 0.7265,
      "etaKv": 0.9726,
      "allReduceUs": 1.057,
      "allToAllUs": 1.852,
      "kernelUs": 0.9792,
      "stepMs": 0.9747,
      "sequenceUs": 0.8447,
      "prefillLayerUs": 0.8086,
      "interference": 0.7008,
      "ttftQueue": 3.485,
      "ttftFixedMs": 0.919,
      "prefillUtilisation": 0.985
    },
    "trtllm": {
      "etaWeights": 0.9953,
      "etaExperts": 1.724,
      "etaKv": 1.091,
      "allReduceUs": 0.7482,
      "allToAllUs": 0.6165,
      "kernelUs": 1.005,
      "stepMs": 1.25,
      "sequenceUs": 0.9482,
      "prefillLayerUs": 1.044,
      "interference": 1.014,
      "ttftQueue": 0.8817,
      "ttftFixedMs": 0.9043,
      "prefillUtilisation": 1.055
    },
    "vllm": {
      "etaWeights": 1.004,
      "etaExperts": 0.8004,
      "etaKv": 0.9289,
      "allReduceUs": 1.116,
      "allToAllUs": 1.3,
      "kernelUs": 1.283,
      "stepMs": 0.7621,
      "sequenceUs": 1.509,
      "prefillLayerUs": 1.111,
      "interference": 1.11,
      "ttftQueue": 0.6717,
      "ttftFixedMs": 0.8423,
      "prefillUtilisation": 1
    }
  },
  "date": "2026-04-22",
  "sources": ["InferenceMAX run 20308883467 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20356790608 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20413316138 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20609406656 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20621824084 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20667906037 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20720630953 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20764588467 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20786863188 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20832485469 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20916838429 (benchmark artefact, Apache-2.0)", "InferenceMAX run 20972034325 (benchmark artefact, Apache-2.0)", "InferenceMAX run 21012127808 (benchmark artefact, Apache-2.0)", "NVIDIA/TensorRT-LLM docs developer-guide/perf-overview.md (v1.x, commit 03e27c7)", "NVIDIA/TensorRT-LLM docs/source/performance/perf-overview.md (v1.0, commit 00f3768)", "aiconfigurator silicon_sample.csv (Apache-2.0)"],
  "cells": [
    {
      "family": "cdna4",
      "backend": "atom",
      "from": null,
      "to": null,
      "rows": 60,
      "models": ["deepseek-r1", "gpt-oss-120b"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8,
      "medianAbsPct": 2.71,
      "p90AbsPct": 8.76,
      "bias": 0.9741
    },
    {
      "family": "blackwell",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 80,
      "models": ["deepseek-r1"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["gb200"]
      },
      "widest": 48,
      "medianAbsPct": 6.53,
      "p90AbsPct": 27.5,
      "bias": 1.051
    },
    {
      "family": "cdna4",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 61,
      "models": ["deepseek-r1"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["mi355x"]
      },
      "widest": 16,
      "medianAbsPct": 6.55,
      "p90AbsPct": 27.9,
      "bias": 1.044
    },
    {
      "family": "blackwell",
      "backend": "trtllm",
      "from": "2025-10-29",
      "to": "2026-03-23",
      "rows": 345,
      "models": ["deepseek-r1", "gpt-oss-120b", "llama-3.1-70b", "qwen3-32b"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1", "gpt-oss-120b"],
        "accelerators": ["gb200"]
      },
      "widest": 32,
      "medianAbsPct": 7.6,
      "p90AbsPct": 19.2,
      "bias": 1.014
    },
    {
      "family": "cdna3",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 14,
      "models": ["deepseek-r1"],
      "accelerators": ["mi300x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8,
      "medianAbsPct": 2.81,
      "p90AbsPct": 6.59,
      "bias": 1.008
    },
    {
      "family": "blackwell",
      "backend": "vllm",
      "from": "2025-10-29",
      "to": "2026-04-22",
      "rows": 463,
      "models": ["gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5"],
      "accelerators": ["b200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8,
      "medianAbsPct": 6.79,
      "p90AbsPct": 18.4,
      "bias": 1.004
    },
    {
      "family": "hopper",
      "backend": "vllm",
      "from": "2025-10-29",
      "to": "2026-03-28",
      "rows": 496,
      "models": ["gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8,
      "medianAbsPct": 5.78,
      "p90AbsPct": 19.4,
      "bias": 1.02
    },
    {
      "family": "hopper",
      "backend": "sglang",
      "from": null,
      "to": null,
      "rows": 105,
      "models": ["deepseek-r1", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8,
      "medianAbsPct": 4.37,
      "p90AbsPct": 22.7,
      "bias": 1.042
    },
    {
      "family": "hopper",
      "backend": "trtllm",
      "from": "2025-10-29",
      "to": "2026-03-18",
      "rows": 400,
      "models": ["gpt-oss-120b", "llama-3.1-70b", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8,
      "medianAbsPct": 6.82,
      "p90AbsPct": 32.5,
      "bias": 1.01
    }
  ]
};
