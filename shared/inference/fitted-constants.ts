import type { CalibrationRecord } from './calibration/record.ts';

/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */
export const fittedConstants: CalibrationRecord = {
  "base": {
    "etaWeights": 0.9421, "etaExperts": 0.9263, "etaKv": 0.8518, "etaGemm": 1.519, "etaGroupedGemm": 0.1591,
    "expertRows": 1.772, "expertSlice": 145.1, "etaAttentionGqa": 0.2877, "etaAttentionMla": 0.2424,
    "etaNic": 0.6383, "etaLink": 0.4918, "etaLinkPrefill": 0.5047, "allReduceUs": 5.058,
    "allReduceGrowth": 0.3096, "allToAllUs": 72.96, "networkReduceUs": 45.9, "networkExchangeUs": 241.8,
    "kernelUs": 4.089, "mlaKernels": 21.29, "queryKeyNormKernels": 8.167, "quantiseKernels": 4.681,
    "unpackKernels": 5.053, "denseKernels": 3.193, "expertKernels": 5.886, "sharedExpertKernels": 1.796,
    "stepMs": 0.1034, "sequenceUs": 11.56, "hostUs": 2.521, "draftUs": 109.3, "mfuBf16": 0.6089,
    "mfuFp8": 0.5493, "mfuFp4": 0.4372, "mfuAttention": 0.6263, "activationMoves": 8.767,
    "prefillLayerUs": 17.95, "interference": 0.9366, "ttftQueue": 0.1697, "ttftFixedMs": 54.51,
    "imbalanceZ": 0.6778, "expertSkew": 0.9555, "youngDays": 28.24, "driftPerMonth": 0.01741,
    "prefillUtilisation": 0.9875, "handoverFactor": 0.9918, "draftAcceptance": 0.5504
  },
  "families": {
    "blackwell": {
      "etaWeights": 0.8855, "etaExperts": 1.496, "etaKv": 0.8979, "etaGroupedGemm": 1.269,
      "etaAttentionMla": 1.892, "etaLink": 1.214, "etaLinkPrefill": 0.71, "allReduceUs": 1.211,
      "kernelUs": 0.7428, "sequenceUs": 1.029, "mfuBf16": 0.8411, "mfuFp8": 1.273, "mfuFp4": 1.027,
      "mfuAttention": 0.9868, "youngDays": 2.446, "driftPerMonth": 0.4694
    },
    "cdna3": {
      "etaWeights": 1.001, "etaExperts": 0.7711, "etaKv": 0.9977, "etaGroupedGemm": 0.8689,
      "etaAttentionMla": 1.02, "etaLink": 0.9176, "etaLinkPrefill": 0.9112, "allReduceUs": 1.038,
      "kernelUs": 1.764, "mlaKernels": 0.9212, "sequenceUs": 1.104, "mfuBf16": 1.001, "mfuFp8": 0.9886,
      "mfuFp4": 1, "mfuAttention": 1.002, "youngDays": 1, "driftPerMonth": 4.784
    },
    "cdna4": {
      "etaWeights": 0.9735, "etaExperts": 0.924, "etaKv": 1.149, "etaGroupedGemm": 0.655,
      "etaAttentionMla": 0.4322, "etaLink": 1.15, "etaLinkPrefill": 1.293, "allReduceUs": 1.102,
      "kernelUs": 0.8202, "mlaKernels": 0.7943, "sequenceUs": 0.7573, "mfuBf16": 1, "mfuFp8": 0.9713,
      "mfuFp4": 1.013, "mfuAttention": 0.9892, "youngDays": 1.267, "driftPerMonth": 2.193
    },
    "hopper": {
      "etaWeights": 1.185, "etaExperts": 1.021, "etaKv": 1.018, "etaGroupedGemm": 1.255,
      "etaAttentionMla": 1.109, "etaLink": 0.8267, "etaLinkPrefill": 1.267, "allReduceUs": 0.6683,
      "kernelUs": 0.9374, "sequenceUs": 1.156, "mfuBf16": 1.192, "mfuFp8": 0.8909, "mfuFp4": 1,
      "mfuAttention": 1.084, "youngDays": 1, "driftPerMonth": 0.2172
    }
  },
  "backends": {
    "atom": {
      "etaWeights": 1.01, "etaExperts": 1.07, "etaKv": 1.045, "allReduceUs": 1.179, "allToAllUs": 1,
      "kernelUs": 1.005, "unpackKernels": 1, "stepMs": 0.9975, "sequenceUs": 0.5125, "hostUs": 0.7676,
      "draftUs": 0.8771, "prefillLayerUs": 0.961, "interference": 1.186, "ttftQueue": 1,
      "ttftFixedMs": 1.143, "prefillUtilisation": 1
    },
    "sglang": {
      "etaWeights": 1.025, "etaExperts": 0.9719, "etaKv": 1.011, "allReduceUs": 0.9838, "allToAllUs": 2.363,
      "kernelUs": 1.025, "unpackKernels": 0.5025, "stepMs": 0.9769, "sequenceUs": 1.204, "hostUs": 0.8152,
      "draftUs": 1.115, "prefillLayerUs": 0.8323, "interference": 0.75, "ttftQueue": 2.072,
      "ttftFixedMs": 1.229, "prefillUtilisation": 1.131
    },
    "trtllm": {
      "etaWeights": 0.9588, "etaExperts": 1.248, "etaKv": 1.009, "allReduceUs": 0.9251,
      "allToAllUs": 0.6685, "kernelUs": 0.82, "unpackKernels": 5.546, "stepMs": 0.9139, "sequenceUs": 0.988,
      "hostUs": 1.39, "draftUs": 0.8972, "prefillLayerUs": 0.7749, "interference": 1.166,
      "ttftQueue": 1.673, "ttftFixedMs": 0.9325, "prefillUtilisation": 1.027
    },
    "vllm": {
      "etaWeights": 1.02, "etaExperts": 0.7818, "etaKv": 0.9582, "allReduceUs": 0.8993, "allToAllUs": 1.011,
      "kernelUs": 1.206, "unpackKernels": 1.029, "stepMs": 0.9314, "sequenceUs": 1.58, "hostUs": 0.9289,
      "draftUs": 1.186, "prefillLayerUs": 1.239, "interference": 1.061, "ttftQueue": 1,
      "ttftFixedMs": 0.9316, "prefillUtilisation": 1
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
  "cells": [
    {
      "family": "cdna4", "backend": "atom", "from": "2026-01-14", "to": "2026-06-02", "rows": 100,
      "models": ["deepseek-r1", "gpt-oss-120b"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 8.04, "p90AbsPct": 19.3, "bias": 0.9276
    },
    {
      "family": "blackwell", "backend": "sglang", "from": "2025-12-09", "to": "2026-06-11", "rows": 199,
      "models": ["deepseek-r1", "deepseek-v3.2"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["b200_sxm", "gb200"]
      },
      "widest": 48, "medianAbsPct": 12.9, "p90AbsPct": 52.6, "bias": 1.073
    },
    {
      "family": "cdna4", "backend": "sglang", "from": "2026-01-08", "to": "2026-06-11", "rows": 231,
      "models": ["deepseek-r1", "deepseek-v4-pro"],
      "accelerators": ["mi355x"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["mi355x"]
      },
      "widest": 16, "medianAbsPct": 7.47, "p90AbsPct": 19.1, "bias": 0.9951
    },
    {
      "family": "blackwell", "backend": "trtllm", "from": "2025-10-29", "to": "2026-05-19", "rows": 470,
      "models": ["deepseek-r1", "gpt-oss-120b", "llama-3.1-70b", "qwen3-32b"],
      "accelerators": ["b200_sxm", "gb200"],
      "disaggregated": {
        "models": ["deepseek-r1", "gpt-oss-120b"],
        "accelerators": ["b200_sxm", "gb200"]
      },
      "widest": 32, "medianAbsPct": 5.91, "p90AbsPct": 20.2, "bias": 1.012
    },
    {
      "family": "cdna3", "backend": "sglang", "from": "2026-01-05", "to": "2026-05-18", "rows": 76,
      "models": ["deepseek-r1", "llama-4-maverick", "minimax-m2.5", "qwen3-coder-480b-a35b"],
      "accelerators": ["mi300x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 8.43, "p90AbsPct": 22.3, "bias": 1.018
    },
    {
      "family": "blackwell", "backend": "vllm", "from": "2025-10-29", "to": "2026-09-03", "rows": 497,
      "models": ["deepseek-v4-pro", "gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5"],
      "accelerators": ["b200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 6.47, "p90AbsPct": 17.4, "bias": 0.9951
    },
    {
      "family": "hopper", "backend": "vllm", "from": "2025-10-29", "to": "2026-06-05", "rows": 505,
      "models": ["gpt-oss-120b", "llama-3.1-70b", "minimax-m2.5", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 4.66, "p90AbsPct": 21.1, "bias": 1.025
    },
    {
      "family": "hopper", "backend": "sglang", "from": "2026-01-23", "to": "2026-06-02", "rows": 172,
      "models": ["deepseek-r1", "minimax-m2.5", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["h100_sxm", "h200_sxm"]
      },
      "widest": 16, "medianAbsPct": 6.13, "p90AbsPct": 26, "bias": 1.017
    },
    {
      "family": "hopper", "backend": "trtllm", "from": "2025-10-29", "to": "2026-05-18", "rows": 426,
      "models": ["deepseek-r1", "gpt-oss-120b", "llama-3.1-70b", "qwen3-235b-a22b", "qwen3-32b"],
      "accelerators": ["h100_sxm", "h200_sxm"],
      "disaggregated": {
        "models": ["deepseek-r1"],
        "accelerators": ["h100_sxm", "h200_sxm"]
      },
      "widest": 16, "medianAbsPct": 6.26, "p90AbsPct": 19.5, "bias": 0.9793
    },
    {
      "family": "cdna3", "backend": "vllm", "from": "2026-07-08", "to": "2026-07-08", "rows": 7,
      "models": ["minimax-m3"],
      "accelerators": ["mi300x"],
      "disaggregated": {
        "models": [],
        "accelerators": []
      },
      "widest": 8, "medianAbsPct": 19.5, "p90AbsPct": 28.7, "bias": 0.9237
    }
  ],
  "errors": {
    "cells": {
      "deepseek-r1|cdna4|atom|fp4|agg": 9.3, "gpt-oss-120b|cdna4|atom|fp4|agg": 18.6,
      "deepseek-r1|cdna4|atom|fp8|agg": 17.9, "deepseek-r1|blackwell|sglang|fp8|agg": 38.8,
      "deepseek-r1|cdna4|sglang|fp4|agg": 9.66, "deepseek-r1|cdna4|sglang|fp8|disagg": 15.5,
      "gpt-oss-120b|blackwell|trtllm|fp4|agg": 11.2, "gpt-oss-120b|blackwell|trtllm|fp4|disagg": 14.3,
      "deepseek-r1|cdna3|sglang|fp8|agg": 17, "deepseek-r1|cdna4|sglang|fp8|agg": 12.4,
      "gpt-oss-120b|blackwell|vllm|fp4|agg": 11.3, "gpt-oss-120b|hopper|vllm|fp4|agg": 9.47,
      "deepseek-r1|hopper|sglang|fp8|agg": 15.8, "deepseek-r1|blackwell|sglang|fp4|agg": 17.9,
      "deepseek-r1|blackwell|sglang|fp8|disagg": 33.8, "deepseek-r1|blackwell|sglang|fp4|disagg": 23.8,
      "deepseek-r1|blackwell|trtllm|fp4|disagg": 10.9, "minimax-m2.5|blackwell|vllm|fp8|agg": 15.4,
      "minimax-m2.5|blackwell|vllm|fp4|agg": 15.6, "minimax-m2.5|hopper|vllm|fp8|agg": 13.9,
      "qwen3-32b|blackwell|trtllm|bf16|agg": 201, "qwen3-32b|hopper|sglang|bf16|agg": 8.99,
      "qwen3-235b-a22b|hopper|trtllm|fp8|agg": 18.3, "qwen3-32b|hopper|trtllm|fp8|agg": 7.51,
      "gpt-oss-120b|hopper|trtllm|fp8|agg": 47.3, "qwen3-32b|hopper|vllm|bf16|agg": 6.49,
      "qwen3-235b-a22b|hopper|sglang|fp8|agg": 20.2, "qwen3-235b-a22b|hopper|vllm|fp8|agg": 85.1,
      "gpt-oss-120b|hopper|trtllm|fp4|agg": 16.8, "llama-3.1-70b|blackwell|trtllm|fp4|agg": 16.1,
      "llama-3.1-70b|blackwell|vllm|fp8|agg": 10.3, "llama-3.1-70b|hopper|vllm|fp8|agg": 7.29,
      "llama-3.1-70b|blackwell|trtllm|fp8|agg": 10.4, "llama-3.1-70b|blackwell|vllm|fp4|agg": 8.97,
      "llama-3.1-70b|hopper|trtllm|fp8|agg": 14.4, "deepseek-r1|blackwell|trtllm|fp4|agg": 10.8,
      "deepseek-r1|blackwell|trtllm|fp8|agg": 23.5, "deepseek-r1|blackwell|trtllm|fp8|disagg": 10.3,
      "deepseek-r1|hopper|trtllm|fp8|disagg": 34.5, "deepseek-r1|hopper|sglang|fp8|disagg": 17,
      "deepseek-r1|hopper|trtllm|fp8|agg": 12.3, "deepseek-r1|cdna4|sglang|fp4|disagg": 13.5,
      "deepseek-v3.2|blackwell|sglang|fp8|agg": 51.6, "deepseek-v4-pro|blackwell|vllm|fp4|agg": 18.5,
      "deepseek-v4-pro|cdna4|sglang|fp8|agg": 13.5, "deepseek-v4-pro|cdna4|sglang|fp4|agg": 17.6,
      "llama-4-maverick|cdna3|sglang|bf16|agg": 15.4, "minimax-m2.5|cdna3|sglang|fp8|agg": 20.2,
      "minimax-m2.5|hopper|sglang|fp8|agg": 20, "minimax-m3|cdna3|vllm|fp8|agg": 21.8,
      "qwen3-coder-480b-a35b|cdna3|sglang|fp8|agg": 21.1
    },
    "pairs": {
      "cdna4|atom|agg": 16.7, "blackwell|sglang|agg": 31, "cdna4|sglang|agg": 12.3,
      "cdna4|sglang|disagg": 14.7, "blackwell|trtllm|agg": 14.5, "blackwell|trtllm|disagg": 11.8,
      "cdna3|sglang|agg": 17.7, "blackwell|vllm|agg": 12.8, "hopper|vllm|agg": 12.4,
      "hopper|sglang|agg": 14.9, "blackwell|sglang|disagg": 30.1, "hopper|trtllm|agg": 14.7,
      "hopper|trtllm|disagg": 28.8, "hopper|sglang|disagg": 17.1, "cdna3|vllm|agg": 18.9
    },
    "modes": { "agg": 14.2, "disagg": 17.4 },
    "newModel": { "agg": 14.2, "disagg": 17.4 },
    "newAccelerator": { "agg": 14.2, "disagg": 17.4 }
  }
};
