import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.9749, "etaExperts": 1.002, "etaKv": 0.8602, "etaGemm": 0.8379,
    "etaGroupedGemm": 0.1689, "expertRows": 3.024, "expertSlice": 137.1,
    "etaAttentionGqa": 0.3058, "etaAttentionMla": 0.2371, "etaNic": 0.6954,
    "etaLink": 0.5294, "etaLinkPrefill": 0.4837, "allReduceUs": 5.212,
    "allReduceGrowth": 0.334, "allToAllUs": 71.55, "networkReduceUs": 46.34,
    "networkExchangeUs": 243.1, "kernelUs": 4.295, "mlaKernels": 19.71,
    "queryKeyNormKernels": 7.655, "quantiseKernels": 4.174, "unpackKernels": 4.78,
    "denseKernels": 3.313, "expertKernels": 6.003, "sharedExpertKernels": 1.789,
    "stepMs": 0.0743, "sequenceUs": 12.45, "hostPerSec": 29120, "draftUs": 105.1,
    "mfuBf16": 0.6776, "mfuFp8": 0.5538, "mfuFp4": 0.4347, "mfuAttention": 0.6167,
    "activationMoves": 8.655, "expertMoves": 4, "prefillLayerUs": 17.21,
    "interference": 0.9359, "ttftQueue": 0.1714, "ttftFixedMs": 54.78,
    "imbalanceZ": 0.6487, "expertSkew": 1.026, "youngDays": 29.73,
    "driftPerMonth": 0.01884, "prefillUtilisation": 0.992, "handoverFactor": 0.992,
    "draftAcceptance": 0.5542
  },
  "families": {
    "blackwell": {
      "etaWeights": 0.8979, "etaExperts": 1.438, "etaKv": 0.887, "etaGroupedGemm": 1.25,
      "etaAttentionMla": 1.931, "etaLink": 1.153, "etaLinkPrefill": 0.7291,
      "allReduceUs": 1.125, "kernelUs": 0.7591, "sequenceUs": 0.9465, "mfuBf16": 0.9344,
      "mfuFp8": 1.281, "mfuFp4": 1.037, "mfuAttention": 0.9661, "youngDays": 2.679,
      "driftPerMonth": 0.4991
    },
    "cdna3": {
      "etaWeights": 0.9971, "etaExperts": 0.8651, "etaKv": 0.9865,
      "etaGroupedGemm": 0.8882, "etaAttentionMla": 1.01, "etaLink": 0.9266,
      "etaLinkPrefill": 0.8724, "allReduceUs": 1.142, "kernelUs": 1.663,
      "mlaKernels": 0.9911, "sequenceUs": 1.161, "mfuBf16": 0.9975, "mfuFp8": 0.9875,
      "mfuFp4": 1, "mfuAttention": 0.9919, "youngDays": 1, "driftPerMonth": 4.838
    },
    "cdna4": {
      "etaWeights": 0.973, "etaExperts": 0.9784, "etaKv": 1.138,
      "etaGroupedGemm": 0.6403, "etaAttentionMla": 0.4516, "etaLink": 1.142,
      "etaLinkPrefill": 1.292, "allReduceUs": 1.115, "kernelUs": 0.8077,
      "mlaKernels": 0.8361, "sequenceUs": 0.7714, "mfuBf16": 1, "mfuFp8": 0.9855,
      "mfuFp4": 1, "mfuAttention": 0.9811, "youngDays": 1.228, "driftPerMonth": 1.983
    },
    "hopper": {
      "etaWeights": 1.2, "etaExperts": 1.038, "etaKv": 1.078, "etaGroupedGemm": 1.32,
      "etaAttentionMla": 1.065, "etaLink": 0.884, "etaLinkPrefill": 1.269,
      "allReduceUs": 0.6787, "kernelUs": 0.9378, "sequenceUs": 1.175, "mfuBf16": 1.108,
      "mfuFp8": 0.8957, "mfuFp4": 1, "mfuAttention": 1.107, "youngDays": 1,
      "driftPerMonth": 0.2407
    }
  },
  "backends": {
    "atom": {
      "etaWeights": 1.01, "etaExperts": 1.544, "etaKv": 1.046, "allReduceUs": 1.215,
      "allToAllUs": 1, "kernelUs": 0.9694, "unpackKernels": 1, "stepMs": 0.9871,
      "sequenceUs": 0.5107, "hostPerSec": 1.089, "draftUs": 0.8478,
      "prefillLayerUs": 0.9597, "interference": 1.188, "ttftQueue": 1,
      "ttftFixedMs": 1.142, "prefillUtilisation": 1
    },
    "sglang": {
      "etaWeights": 1.026, "etaExperts": 0.9114, "etaKv": 1.017, "allReduceUs": 0.9705,
      "allToAllUs": 2.283, "kernelUs": 1.013, "unpackKernels": 0.4404, "stepMs": 0.9729,
      "sequenceUs": 1.222, "hostPerSec": 1.031, "draftUs": 1.172,
      "prefillLayerUs": 0.872, "interference": 0.7262, "ttftQueue": 2.064,
      "ttftFixedMs": 1.28, "prefillUtilisation": 1.123
    },
    "trtllm": {
      "etaWeights": 0.9765, "etaExperts": 1.764, "etaKv": 1.033, "allReduceUs": 0.9201,
      "allToAllUs": 0.6772, "kernelUs": 0.8189, "unpackKernels": 5.265,
      "stepMs": 0.8721, "sequenceUs": 0.9551, "hostPerSec": 1.261, "draftUs": 0.8633,
      "prefillLayerUs": 0.8115, "interference": 1.171, "ttftQueue": 1.711,
      "ttftFixedMs": 0.8783, "prefillUtilisation": 1.039
    },
    "vllm": {
      "etaWeights": 1.01, "etaExperts": 0.7659, "etaKv": 0.9383, "allReduceUs": 0.908,
      "allToAllUs": 1.022, "kernelUs": 1.159, "unpackKernels": 1.021, "stepMs": 0.9216,
      "sequenceUs": 1.682, "hostPerSec": 0.8855, "draftUs": 1.187,
      "prefillLayerUs": 1.121, "interference": 1.092, "ttftQueue": 1,
      "ttftFixedMs": 0.952, "prefillUtilisation": 1
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
    "InferenceMAX run 21012127808 (benchmark artefact, Apache-2.0)",
    "InferenceX CSV export snapshot",
    "InferenceX blog b200-minimax-m2-5-vllm-nvfp4-vs-h100-fp8-perf-per-dollar",
    "InferenceX blog mi355x-deepseek-v4-pro-sglang-110x-in-26-days",
    "InferenceX minimaxm3-fp8-mi300x-vllm",
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
    "InferenceX run 27229634079 (benchmark artefact, Apache-2.0)",
    "InferenceX run 33554397154 (PowerX)",
    "NVIDIA/TensorRT-LLM docs developer-guide/perf-overview.md (v1.x, commit 03e27c7)",
    "NVIDIA/TensorRT-LLM docs/source/performance/perf-overview.md (v1.0, commit 00f3768)",
    "aiconfigurator silicon_sample.csv (Apache-2.0)", "sgl-cookbook serving benchmark"
  ],
  "setAside": { "ran without captured graphs": 56, "cannot be": 1 },
  "cells": [
    {
      "family": "cdna4", "backend": "atom", "from": "2026-01-14", "to": "2026-06-02",
      "rows": 100,
      "models": ["deepseek-r1", "gpt-oss-120b"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 6.42, "p90AbsPct": 13.6, "bias": 0.9817
    },
    {
      "family": "blackwell", "backend": "sglang", "from": "2025-12-09",
      "to": "2026-06-11", "rows": 198,
      "models": ["deepseek-r1", "deepseek-v3.2"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["b200_sxm", "gb200"]
      },
      "widest": 48, "medianAbsPct": 12.7, "p90AbsPct": 53.2, "bias": 1.073
    },
    {
      "family": "cdna4", "backend": "sglang", "from": "2026-01-08", "to": "2026-06-11",
      "rows": 231,
      "models": ["deepseek-r1", "deepseek-v4-pro"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["mi355x"]
      },
      "widest": 16, "medianAbsPct": 7.4, "p90AbsPct": 20.4, "bias": 1.015
    },
    {
      "family": "blackwell", "backend": "trtllm", "from": "2025-10-29",
      "to": "2026-05-19", "rows": 462,
      "models": ["deepseek-r1", "gpt-oss-120b", "llama-3.1-70b", "qwen3-32b"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1", "gpt-oss-120b"],
        "accelerators": ["b200_sxm", "gb200"]
      },
      "widest": 32, "medianAbsPct": 5.5, "p90AbsPct": 19, "bias": 0.9989
    },
    {
      "family": "cdna3", "backend": "sglang", "from": "2026-01-05", "to": "2026-05-18",
      "rows": 57,
      "models": [
        "deepseek-r1", "llama-4-maverick", "minimax-m2.5", "qwen3-coder-480b-a35b"
      ],
      "accelerators": ["mi300x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 6.9, "p90AbsPct": 18.3, "bias": 1
    },
    {
      "family": "blackwell", "backend": "vllm", "from": "2025-10-29",
      "to": "2026-09-03", "rows": 497,
      "models": ["deepseek-v4-pro", "gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5"],
      "accelerators": ["b200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 6.26, "p90AbsPct": 17.5, "bias": 1.003
    },
    {
      "family": "hopper", "backend": "vllm", "from": "2025-10-29", "to": "2026-06-05",
      "rows": 481,
      "models": [
        "gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5", "qwen3-235b-a22b", "qwen3-32b"
      ],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 3.97, "p90AbsPct": 17.3, "bias": 1.016
    },
    {
      "family": "hopper", "backend": "sglang", "from": "2026-01-23", "to": "2026-06-02",
      "rows": 171,
      "models": ["deepseek-r1", "minimax-m2.5", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["h100_sxm", "h200_sxm"]
      },
      "widest": 16, "medianAbsPct": 5.6, "p90AbsPct": 27.2, "bias": 1.025
    },
    {
      "family": "hopper", "backend": "trtllm", "from": "2025-10-29", "to": "2026-05-18",
      "rows": 422,
      "models": [
        "deepseek-r1", "gpt-oss-120b", "llama-3.1-70b", "qwen3-235b-a22b", "qwen3-32b"
      ],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["h100_sxm", "h200_sxm"]
      },
      "widest": 16, "medianAbsPct": 6.13, "p90AbsPct": 18.5, "bias": 0.9934
    },
    {
      "family": "cdna3", "backend": "vllm", "from": "2026-07-08", "to": "2026-07-08",
      "rows": 7,
      "models": ["minimax-m3"],
      "accelerators": ["mi300x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 16.8, "p90AbsPct": 31.4, "bias": 1.007
    }
  ],
  "errors": {
    "cells": {
      "deepseek-r1|cdna4|atom|fp4|agg": 10.6, "deepseek-r1|cdna4|atom|fp8|agg": 15.2,
      "deepseek-r1|blackwell|sglang|fp8|agg": 37.4,
      "deepseek-r1|cdna4|sglang|fp4|agg": 10.7,
      "deepseek-r1|cdna4|sglang|fp8|disagg": 37.6,
      "gpt-oss-120b|blackwell|trtllm|fp4|agg": 12.9,
      "deepseek-r1|cdna3|sglang|fp8|agg": 20.3,
      "deepseek-r1|cdna4|sglang|fp8|agg": 14.1,
      "gpt-oss-120b|blackwell|vllm|fp4|agg": 12.1,
      "gpt-oss-120b|hopper|vllm|fp4|agg": 9.54,
      "gpt-oss-120b|hopper|trtllm|fp4|agg": 15.9,
      "deepseek-r1|blackwell|trtllm|fp4|agg": 12,
      "deepseek-r1|blackwell|trtllm|fp8|agg": 24.8,
      "deepseek-r1|blackwell|trtllm|fp4|disagg": 13,
      "deepseek-r1|hopper|trtllm|fp8|agg": 14.3,
      "deepseek-r1|hopper|sglang|fp8|agg": 14.7,
      "deepseek-r1|hopper|trtllm|fp8|disagg": 35.7,
      "deepseek-r1|blackwell|sglang|fp4|agg": 17,
      "deepseek-r1|blackwell|sglang|fp8|disagg": 36.6,
      "deepseek-r1|blackwell|sglang|fp4|disagg": 26.1,
      "minimax-m2.5|blackwell|vllm|fp8|agg": 17.2,
      "minimax-m2.5|blackwell|vllm|fp4|agg": 17.2,
      "deepseek-v4-pro|cdna4|sglang|fp8|agg": 18,
      "gpt-oss-120b|hopper|trtllm|fp8|agg": 22,
      "deepseek-r1|blackwell|trtllm|fp8|disagg": 13.2,
      "deepseek-r1|cdna4|sglang|fp4|disagg": 16.3,
      "deepseek-v4-pro|cdna4|sglang|fp4|agg": 20.5
    },
    "pairs": {
      "cdna4|atom|agg": 13.6, "blackwell|sglang|agg": 26.9, "cdna4|sglang|agg": 16.5,
      "cdna4|sglang|disagg": 23.4, "blackwell|trtllm|agg": 14.7,
      "cdna3|sglang|agg": 19.5, "blackwell|vllm|agg": 15.6, "hopper|vllm|agg": 9.83,
      "hopper|trtllm|agg": 15.8, "blackwell|trtllm|disagg": 13.8,
      "hopper|sglang|agg": 14.8, "hopper|trtllm|disagg": 31.4,
      "blackwell|sglang|disagg": 30
    },
    "modes": { "agg": 15, "disagg": 22.6 },
    "newModel": { "agg": 21.5, "disagg": 39.7 },
    "newAccelerator": { "agg": 23.7, "disagg": 20.2 }
  },
  "ttft": {
    "pairs": {
      "atom|agg": { "low": 0.424, "high": 1.33 },
      "sglang|agg": { "low": 0.425, "high": 3 },
      "sglang|disagg": { "low": 0.38, "high": 2.24 },
      "trtllm|disagg": { "low": 0.353, "high": 1.68 },
      "trtllm|agg": { "low": 0.703, "high": 2.02 },
      "vllm|agg": { "low": 0.578, "high": 1.19 }
    },
    "modes": {
      "agg": { "low": 0.594, "high": 1.8 },
      "disagg": { "low": 0.353, "high": 2.16 }
    }
  },
  "watts": {
    "working": 0.781, "waiting": 0.252,
    "families": { "blackwell": 1.15, "cdna4": 0.955, "hopper": 1.08 }
  }
};
