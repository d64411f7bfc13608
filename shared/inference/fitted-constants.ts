import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.9785, "etaExperts": 1.033, "etaKv": 0.8551, "etaGemm": 1.01, "etaGroupedGemm": 0.1678,
    "expertRows": 2.661, "expertSlice": 139.3, "etaAttentionGqa": 0.3043, "etaAttentionMla": 0.2396,
    "etaNic": 0.6948, "etaLink": 0.5316, "etaLinkPrefill": 0.4788, "allReduceUs": 5.168,
    "allReduceGrowth": 0.3396, "allToAllUs": 71.67, "networkReduceUs": 46.46, "networkExchangeUs": 243,
    "kernelUs": 4.282, "mlaKernels": 19.62, "queryKeyNormKernels": 7.528, "quantiseKernels": 4.028,
    "unpackKernels": 4.696, "denseKernels": 3.325, "expertKernels": 5.971, "sharedExpertKernels": 1.793,
    "stepMs": 0.07461, "sequenceUs": 12.3, "hostPerSec": 28920, "draftUs": 105.1, "mfuBf16": 0.7138,
    "mfuFp8": 0.5552, "mfuFp4": 0.4354, "mfuAttention": 0.6176, "activationMoves": 8.757,
    "prefillLayerUs": 17.08, "interference": 0.9572, "ttftQueue": 0.1708, "ttftFixedMs": 56.32,
    "imbalanceZ": 0.5975, "expertSkew": 1.012, "youngDays": 29.36, "driftPerMonth": 0.01889,
    "prefillUtilisation": 0.9918, "handoverFactor": 0.993, "draftAcceptance": 0.5555
  },
  "families": {
    "blackwell": {
      "etaWeights": 0.8963, "etaExperts": 1.418, "etaKv": 0.8893, "etaGroupedGemm": 1.258,
      "etaAttentionMla": 1.912, "etaLink": 1.14, "etaLinkPrefill": 0.7344, "allReduceUs": 1.147,
      "kernelUs": 0.7584, "sequenceUs": 0.9516, "mfuBf16": 0.9397, "mfuFp8": 1.28, "mfuFp4": 1.037,
      "mfuAttention": 0.9639, "youngDays": 2.706, "driftPerMonth": 0.4957
    },
    "cdna3": {
      "etaWeights": 0.9974, "etaExperts": 0.8621, "etaKv": 0.9851, "etaGroupedGemm": 0.8792,
      "etaAttentionMla": 1.008, "etaLink": 0.9264, "etaLinkPrefill": 0.8648, "allReduceUs": 1.149,
      "kernelUs": 1.68, "mlaKernels": 0.9842, "sequenceUs": 1.158, "mfuBf16": 0.9977, "mfuFp8": 0.9868,
      "mfuFp4": 1, "mfuAttention": 0.9908, "youngDays": 1, "driftPerMonth": 4.731
    },
    "cdna4": {
      "etaWeights": 0.9748, "etaExperts": 0.9652, "etaKv": 1.139, "etaGroupedGemm": 0.645,
      "etaAttentionMla": 0.4537, "etaLink": 1.137, "etaLinkPrefill": 1.302, "allReduceUs": 1.119,
      "kernelUs": 0.8124, "mlaKernels": 0.8327, "sequenceUs": 0.7746, "mfuBf16": 1, "mfuFp8": 0.9848,
      "mfuFp4": 1.001, "mfuAttention": 0.979, "youngDays": 1.236, "driftPerMonth": 1.974
    },
    "hopper": {
      "etaWeights": 1.194, "etaExperts": 1.019, "etaKv": 1.067, "etaGroupedGemm": 1.334,
      "etaAttentionMla": 1.074, "etaLink": 0.9015, "etaLinkPrefill": 1.253, "allReduceUs": 0.6764,
      "kernelUs": 0.9355, "sequenceUs": 1.163, "mfuBf16": 1.115, "mfuFp8": 0.8938, "mfuFp4": 1,
      "mfuAttention": 1.118, "youngDays": 1, "driftPerMonth": 0.2399
    }
  },
  "backends": {
    "atom": {
      "etaWeights": 1.009, "etaExperts": 1.496, "etaKv": 1.046, "allReduceUs": 1.224, "allToAllUs": 1,
      "kernelUs": 0.9766, "unpackKernels": 1, "stepMs": 0.9876, "sequenceUs": 0.5168, "hostPerSec": 1.089,
      "draftUs": 0.8533, "prefillLayerUs": 0.9582, "interference": 1.174, "ttftQueue": 1,
      "ttftFixedMs": 1.136, "prefillUtilisation": 1
    },
    "sglang": {
      "etaWeights": 1.032, "etaExperts": 0.8902, "etaKv": 1.019, "allReduceUs": 0.9746, "allToAllUs": 2.29,
      "kernelUs": 1.024, "unpackKernels": 0.4471, "stepMs": 0.9706, "sequenceUs": 1.223,
      "hostPerSec": 1.034, "draftUs": 1.178, "prefillLayerUs": 0.863, "interference": 0.7724,
      "ttftQueue": 2.064, "ttftFixedMs": 1.325, "prefillUtilisation": 1.123
    },
    "trtllm": {
      "etaWeights": 0.97, "etaExperts": 1.521, "etaKv": 1.033, "allReduceUs": 0.9275, "allToAllUs": 0.6797,
      "kernelUs": 0.8248, "unpackKernels": 5.312, "stepMs": 0.8771, "sequenceUs": 0.9388,
      "hostPerSec": 1.263, "draftUs": 0.8614, "prefillLayerUs": 0.7804, "interference": 1.154,
      "ttftQueue": 1.7, "ttftFixedMs": 0.8642, "prefillUtilisation": 1.039
    },
    "vllm": {
      "etaWeights": 1.01, "etaExperts": 0.7514, "etaKv": 0.9332, "allReduceUs": 0.8989, "allToAllUs": 1.022,
      "kernelUs": 1.179, "unpackKernels": 1.014, "stepMs": 0.9215, "sequenceUs": 1.673,
      "hostPerSec": 0.8694, "draftUs": 1.179, "prefillLayerUs": 1.172, "interference": 1.077,
      "ttftQueue": 1, "ttftFixedMs": 0.9575, "prefillUtilisation": 1
    }
  },
  "date": "2026-09-03",
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
    "InferenceMAX run 21012127808 (benchmark artefact, Apache-2.0)", "InferenceX CSV export snapshot",
    "InferenceX blog b200-minimax-m2-5-vllm-nvfp4-vs-h100-fp8-perf-per-dollar",
    "InferenceX blog mi355x-deepseek-v4-pro-sglang-110x-in-26-days", "InferenceX minimaxm3-fp8-mi300x-vllm",
    "InferenceX run 20047470193 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20047559079 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20082986826 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20083077978 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20117712794 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20117801655 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20151920609 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20152001436 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20183691426 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20183751806 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20200037154 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20200089673 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20216641521 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20216709902 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20356790608 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20413316138 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20720630953 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20832485469 (benchmark artefact, Apache-2.0)",
    "InferenceX run 20972034325 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21012094241 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21012127808 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21273535608 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21275817741 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21407590933 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21464421935 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21484110885 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21484975323 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21485160487 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21538687343 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21577661184 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21640806486 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21646597716 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21660418558 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21701654125 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21726272067 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21727469360 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21741051722 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21741130430 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21759505598 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21776201394 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21788229979 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21790074782 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21793201578 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21831958748 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21854539594 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21887879373 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21888944497 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21895676503 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21924339253 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21925849644 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21933642539 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21937445764 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21957354903 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21967623369 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21973157671 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21976393587 (benchmark artefact, Apache-2.0)",
    "InferenceX run 21999295663 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22013103756 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22021097740 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22047502000 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22312145708 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22411648488 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22469096331 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22633983383 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22725876766 (benchmark artefact, Apache-2.0)",
    "InferenceX run 22806827144 (benchmark artefact, Apache-2.0)",
    "InferenceX run 23052579053 (benchmark artefact, Apache-2.0)",
    "InferenceX run 23266829671 (benchmark artefact, Apache-2.0)",
    "InferenceX run 23438524239 (benchmark artefact, Apache-2.0)",
    "InferenceX run 23552373331 (benchmark artefact, Apache-2.0)",
    "InferenceX run 23860024070 (benchmark artefact, Apache-2.0)",
    "InferenceX run 25281476062 (benchmark artefact, Apache-2.0)",
    "InferenceX run 25471873049 (benchmark artefact, Apache-2.0)",
    "InferenceX run 25763406707 (benchmark artefact, Apache-2.0)",
    "InferenceX run 25763409115 (benchmark artefact, Apache-2.0)",
    "InferenceX run 25763415816 (benchmark artefact, Apache-2.0)",
    "InferenceX run 25980019087 (benchmark artefact, Apache-2.0)",
    "InferenceX run 25984496981 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26006037916 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26008678094 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26016868638 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26016874169 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26016880548 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26046382574 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26047312829 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26129885146 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26130617239 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26130617530 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26134316811 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26135021096 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26135241056 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26197707118 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26486957776 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26491418772 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26607091549 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26714221123 (benchmark artefact, Apache-2.0)",
    "InferenceX run 26829715287 (benchmark artefact, Apache-2.0)",
    "InferenceX run 27213443242 (benchmark artefact, Apache-2.0)",
    "InferenceX run 27229634079 (benchmark artefact, Apache-2.0)", "InferenceX run 33554397154 (PowerX)",
    "NVIDIA/TensorRT-LLM docs developer-guide/perf-overview.md (v1.x, commit 03e27c7)",
    "NVIDIA/TensorRT-LLM docs/source/performance/perf-overview.md (v1.0, commit 00f3768)",
    "aiconfigurator silicon_sample.csv (Apache-2.0)", "sgl-cookbook serving benchmark"
  ],
  "setAside": { "ran without captured graphs": 54, "cannot be": 33 },
  "cells": [
    {
      "family": "cdna4", "backend": "atom", "from": "2026-01-14", "to": "2026-06-02", "rows": 100,
      "models": ["deepseek-r1", "gpt-oss-120b"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 6.24, "p90AbsPct": 13.2, "bias": 0.9835
    },
    {
      "family": "blackwell", "backend": "sglang", "from": "2025-12-09", "to": "2026-06-11", "rows": 196,
      "models": ["deepseek-r1", "deepseek-v3.2"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["b200_sxm", "gb200"]
      },
      "widest": 48, "medianAbsPct": 12.6, "p90AbsPct": 53.3, "bias": 1.074
    },
    {
      "family": "cdna4", "backend": "sglang", "from": "2026-01-08", "to": "2026-06-11", "rows": 231,
      "models": ["deepseek-r1", "deepseek-v4-pro"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["mi355x"]
      },
      "widest": 16, "medianAbsPct": 7.31, "p90AbsPct": 20.8, "bias": 1.016
    },
    {
      "family": "blackwell", "backend": "trtllm", "from": "2025-10-29", "to": "2026-05-19", "rows": 462,
      "models": ["deepseek-r1", "gpt-oss-120b", "llama-3.1-70b", "qwen3-32b"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1", "gpt-oss-120b"],
        "accelerators": ["b200_sxm", "gb200"]
      },
      "widest": 32, "medianAbsPct": 5.45, "p90AbsPct": 19, "bias": 1.001
    },
    {
      "family": "cdna3", "backend": "sglang", "from": "2026-01-05", "to": "2026-05-18", "rows": 58,
      "models": ["deepseek-r1", "llama-4-maverick", "minimax-m2.5", "qwen3-coder-480b-a35b"],
      "accelerators": ["mi300x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 7.35, "p90AbsPct": 17.9, "bias": 1.001
    },
    {
      "family": "blackwell", "backend": "vllm", "from": "2025-10-29", "to": "2026-09-03", "rows": 493,
      "models": ["deepseek-v4-pro", "gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5"],
      "accelerators": ["b200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 6.3, "p90AbsPct": 17.5, "bias": 1.003
    },
    {
      "family": "hopper", "backend": "vllm", "from": "2025-10-29", "to": "2026-06-05", "rows": 474,
      "models": ["gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 3.88, "p90AbsPct": 16.6, "bias": 1.018
    },
    {
      "family": "hopper", "backend": "sglang", "from": "2026-01-23", "to": "2026-06-02", "rows": 155,
      "models": ["deepseek-r1", "minimax-m2.5", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["h100_sxm", "h200_sxm"]
      },
      "widest": 16, "medianAbsPct": 5.59, "p90AbsPct": 22.8, "bias": 1.018
    },
    {
      "family": "hopper", "backend": "trtllm", "from": "2025-10-29", "to": "2026-05-18", "rows": 420,
      "models": ["deepseek-r1", "gpt-oss-120b", "llama-3.1-70b", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["h100_sxm", "h200_sxm"]
      },
      "widest": 16, "medianAbsPct": 6, "p90AbsPct": 18.1, "bias": 1.001
    },
    {
      "family": "cdna3", "backend": "vllm", "from": "2026-07-08", "to": "2026-07-08", "rows": 7,
      "models": ["minimax-m3"],
      "accelerators": ["mi300x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 17.3, "p90AbsPct": 31.5, "bias": 1.005
    }
  ],
  "errors": {
    "cells": {
      "deepseek-r1|cdna4|atom|fp4|agg": 8.99, "gpt-oss-120b|cdna4|atom|fp4|agg": 13.5,
      "deepseek-r1|cdna4|atom|fp8|agg": 13.7, "deepseek-r1|blackwell|sglang|fp8|agg": 40.3,
      "deepseek-r1|cdna4|sglang|fp4|agg": 9.4, "deepseek-r1|cdna4|sglang|fp8|disagg": 31.6,
      "gpt-oss-120b|blackwell|trtllm|fp4|disagg": 17.9, "gpt-oss-120b|blackwell|trtllm|fp4|agg": 12.8,
      "deepseek-r1|cdna3|sglang|fp8|agg": 18.7, "gpt-oss-120b|blackwell|vllm|fp4|agg": 11.6,
      "gpt-oss-120b|hopper|vllm|fp4|agg": 8.29, "deepseek-r1|hopper|sglang|fp8|agg": 15.8,
      "deepseek-r1|blackwell|sglang|fp4|agg": 16.4, "deepseek-r1|cdna4|sglang|fp8|agg": 13.3,
      "deepseek-r1|blackwell|sglang|fp8|disagg": 38.1, "deepseek-r1|blackwell|sglang|fp4|disagg": 22.4,
      "deepseek-r1|blackwell|trtllm|fp4|disagg": 12.1, "minimax-m2.5|blackwell|vllm|fp8|agg": 17.2,
      "minimax-m2.5|blackwell|vllm|fp4|agg": 16.6, "minimax-m2.5|hopper|vllm|fp8|agg": 15.6,
      "qwen3-32b|hopper|sglang|bf16|agg": 33.2, "qwen3-235b-a22b|hopper|trtllm|fp8|agg": 18.2,
      "qwen3-32b|hopper|trtllm|fp8|agg": 14.9, "qwen3-32b|hopper|vllm|bf16|agg": 24.6,
      "qwen3-235b-a22b|hopper|sglang|fp8|agg": 26, "qwen3-235b-a22b|hopper|vllm|fp8|agg": 43.6,
      "gpt-oss-120b|hopper|trtllm|fp4|agg": 15.7, "llama-3.1-70b|blackwell|trtllm|fp4|agg": 23.6,
      "llama-3.1-70b|blackwell|trtllm|fp8|agg": 11.4, "llama-3.1-70b|hopper|vllm|fp8|agg": 9.86,
      "llama-3.1-70b|blackwell|vllm|fp8|agg": 11.7, "llama-3.1-70b|blackwell|vllm|fp4|agg": 12.6,
      "llama-3.1-70b|hopper|trtllm|fp8|agg": 15.4, "deepseek-r1|blackwell|trtllm|fp4|agg": 11.9,
      "deepseek-r1|blackwell|trtllm|fp8|agg": 28.9, "deepseek-r1|blackwell|trtllm|fp8|disagg": 11.4,
      "deepseek-r1|hopper|trtllm|fp8|disagg": 43.3, "deepseek-r1|hopper|sglang|fp8|disagg": 22,
      "deepseek-r1|hopper|trtllm|fp8|agg": 14.3, "deepseek-r1|cdna4|sglang|fp4|disagg": 15.1,
      "deepseek-v3.2|blackwell|sglang|fp8|agg": 46.3, "deepseek-v4-pro|blackwell|vllm|fp4|agg": 31.3,
      "deepseek-v4-pro|cdna4|sglang|fp4|agg": 21.1, "llama-4-maverick|cdna3|sglang|bf16|agg": 17.8,
      "minimax-m2.5|hopper|sglang|fp8|agg": 33.4, "minimax-m3|cdna3|vllm|fp8|agg": 27.6,
      "gpt-oss-120b|hopper|trtllm|fp8|agg": 33.7, "deepseek-v4-pro|cdna4|sglang|fp8|agg": 17.2,
      "qwen3-coder-480b-a35b|cdna3|sglang|fp8|agg": 22.4, "qwen3-32b|blackwell|trtllm|bf16|agg": 54.7,
      "minimax-m2.5|cdna3|sglang|fp8|agg": 25
    },
    "pairs": {
      "cdna4|atom|agg": 12.6, "blackwell|sglang|agg": 31.8, "cdna4|sglang|agg": 14.4,
      "cdna4|sglang|disagg": 21.3, "blackwell|trtllm|disagg": 13.4, "blackwell|trtllm|agg": 18,
      "cdna3|sglang|agg": 18.9, "blackwell|vllm|agg": 14.7, "hopper|vllm|agg": 15.6,
      "hopper|sglang|agg": 28.2, "blackwell|sglang|disagg": 30.1, "hopper|trtllm|agg": 16.5,
      "hopper|trtllm|disagg": 37.5, "hopper|sglang|disagg": 21.7, "cdna3|vllm|agg": 24.1
    },
    "modes": { "agg": 16.4, "disagg": 20.2 },
    "newModel": { "agg": 21.9, "disagg": 39.2 },
    "newAccelerator": { "agg": 24.1, "disagg": 29.2 }
  }
};
