/**
 * Keys known not to change what is counted here: sizes of weights outside biases and norms,
 * caches and widths of products.
 */
const names = new Set([
  // what the file is
  'architectures', 'auto_map', 'model_type', '_name_or_path', 'name_or_path', 'tokenizer_class',
  'transformers_version', 'torchscript', 'finetuning_task', 'task_specific_params', 'license',
  'problem_type', 'prefix', 'custom_pipelines', 'version', 'ps_version', 'template', 'chat_template',
  'return_dict', 'is_decoder', 'is_encoder_decoder', 'is_causal', 'keys_to_ignore_at_inference',
  'unsloth_version', 'unsloth_fixed', 'base_model_tp_plan', 'base_model_pp_plan', 'pretrained_name',
  'id2label', 'label2id', 'model_name', 'base_config_key', 'is_composition', 'tf_legacy_loss',
  // training, generation and sampling
  'use_cache', 'cache_implementation', 'temperature', 'top_p', 'top_k', 'typical_p', 'do_sample',
  'min_length', 'max_length', 'num_beams', 'num_beam_groups', 'num_return_sequences',
  'length_penalty', 'no_repeat_ngram_size', 'encoder_no_repeat_ngram_size', 'early_stopping',
  'repetition_penalty', 'diversity_penalty', 'bad_words_ids', 'begin_suppress_tokens',
  'suppress_tokens', 'exponential_decay_length_penalty', 'remove_invalid_values',
  'return_dict_in_generate', 'output_scores', 'output_attentions', 'output_hidden_states',
  'output_router_logits', 'pretraining_tp', 'pretrain_seqlen', 'gradient_checkpointing',
  'summary_activation', 'summary_first_dropout', 'summary_proj_to_labels', 'summary_type',
  'summary_use_proj', 'recompute', 'fuse_attention_qkv', 'fuse_attention_ffn', 'sequence_parallel',
  'use_fused_rms_norm', 'fuse_rms_norm', 'fuse_rope', 'fuse_linear', 'fuse_swiglu', 'tensor_parallel',
  'disable_ffn_model_parallel', 'ignored_index', 'max_shard_size',
    'weight_share_add_bias', 'ignore_index',
  'nucleus', 'chunk_size_feed_forward', 'tie_encoder_decoder', 'pruned_heads',
  // how numbers are combined, not how many there are
  'hidden_act', 'hidden_activation', 'activation_function', 'activation', 'act_fn', 'afn',
  'attn_implementation', '_attn_implementation', '_attn_implementation_autoset', 'attn_impl',
  'attention_softmax_in_fp32', 'softmax_scale', 'scale_attn_weights', 'scale_attn_by_inverse_layer_idx',
  'reorder_and_upcast_attn', 'use_flash_attn', 'use_flash_attention', 'use_flash_attention_2',
  'flash_attn', 'use_dynamic_ntk', 'use_logn_attn', 'softmax_in_fp32', 'query_pre_attn_scalar',
  'attention_type', 'attn_type', 'att_impl_type', 'causal_attn', 'use_bidirectional_attention',
  'use_bidirectional_sliding_window', 'attn_temperature_tuning', 'floor_scale', 'attn_scale',
  'no_rope_layers', 'no_rope_layer_interval', 'nope_layer_interval', 'nope_layers', 'mla_use_nope',
  'partial_rotary_factors', 'yarn_only_types', 'use_rope', 'alibi', 'use_alibi',
  'position_embedding_type',
  'original_max_position_embeddings', 'clip_qkv', 'logit_scale', 'emb_pdrop', 'embd_pdrop',
  'norm_type', 'normalization_type', 'layernorm_type', 'rms_norm', 'use_rms_norm', 'use_gemma_norm',
  'qk_norm_type', 'use_qk_norm_per_head', 'layernorm_compute_fp32', 'apply_layernorm_1p',
  'apply_residual_connection_post_layernorm', 'do_layer_norm_before', 'zero_centered_gamma',
  'use_parallel_residual', 'parallel_residual', 'low_precision_layernorm',
  'no_bias', 'learned_pos_emb', 'embedding_fraction', 'use_embedding_sharing', 'use_norm',
  'scoring_func', 'topk_method', 'norm_topk_prob', 'n_group', 'topk_group', 'num_expert_group',
  'num_expert_groups', 'ep_size', 'seq_aux', 'use_grouped_topk', 'norm_expert_weight',
  'need_fp32_gate', 'route_norm', 'score_func', 'score_function', 'moe_gate_act',
  'moe_apply_router_weight_on_input', 'moe_renormalize', 'capacity_factor', 'moe_norm_min',
  'moe_use_aux_free', 'moe_use_hash', 'moe_group', 'moe_multimodal_launch_alltoall',
  'moe_gate', 'moe_router_topk_scaling_factor', 'moe_drop_tokens', 'moe_random_routing_dropped_token',
  'group_limited_greedy', 'use_mixed_mlp_moe', 'head_wise_attn_gate_init', 'gate_lower_bound',
  'swiglu_limit', 'swiglu_limits', 'swiglu_limits_shared', 'swiglu_alpha', 'swiglu_beta',
  'activation_clip', 'normalization_function', 'mup_width_multiplier', 'use_mup', 'scale_emb',
  'scale_depth', 'dim_model_base', 'residual_in_fp32', 'rescale_prenorm_residual', 'fused_norm',
  'use_mamba_kernels', 'mamba_chunk_size', 'chunk_size', 'block_size', 'mamba_rms_norm',
  'mamba_hidden_act', 'ssm_cfg', 'mamba_ssm_cache_dtype', 'mamba_norm_before_gate', 'time_step_limit',
  'time_step_min', 'time_step_max', 'time_step_floor', 'time_step_rank_init', 'initializer_cfg',
  'num_logits_to_keep', 'calc_logits_for_entire_prompt', 'sparse_disable_index_value',
  'activation_situ_beta',
  'enable_moe_fp8_combine', 'sinkhorn_iterations', 'hc_sinkhorn_iters', 'first_attn_skip_rope',
  'index_topk_indices', 'num_sinks', 'add_swa_attention_sink_bias', 'add_full_attention_sink_bias',
  'attention_value_scale', 'attention_projection_layout', 'tp_size', 'fp32_head', 'lm_head_fp32',
  'max_z_loss',
  'mlp_hidden_act', 'use_routing_bias', 'routed_scaling_factor', 'moe_routed_scaling_factor',
  'moe_router_scaling_factor', 'route_scale', 'expert_dtype', 'torch_dtype', 'enable_lm_head_fp32',
  'expert_bias', 'use_expert_bias', 'score_correction_bias', 'attn_output_gate_type',
  'experts_implementation', 'mtp_loss_scaling_factor', 'layer_norm_elementwise_affine',
  'use_qkv_bias', 'qkv_bias', 'use_attention_bias', 'bias', 'add_bias_linear', 'add_qkv_bias',
  'prefix_lm', 'attn_uses_sequence_id', 'qk_ln', 'qk_gn', 'rescale_layers',
  'z_loss_weight', 'interleaved_qkv', 'apply_query_key_layer_scaling',
  'masked_softmax_fusion', 'bias_dropout_fusion', 'slow_but_exact', 'skip_bias_add', 
  'post_layer_norm', 'pre_seq_len', 'prefix_projection', 'quantization_bit', 'fp32_residual_connection',
  'post_layernorm', 'rmsnorm', 'kv_cache_dtype', 'use_cache_quantization', 'use_cache_kernel',
  'fp16', 'bf16', 'fp32', 'safe_serialization', 'seed', 'tokenizer_name', 'mup_denominator',
  'router_n_groups', 'moe_router_dtype', 'embedding_multiplier',
  'mlp_expansion_factor', 'time_step_rank', 'use_pos_enc', 'attention_method', 'moe_capacity',
  'mtp_use_repeated_layer', 'lm_head', 'rm_head', 'use_rope_layers', 'org_vocab_size', 'num_media_embeds',
  'moe_shared_expert_overlap', 'interpolate_factor',
  
]);

const patterns: readonly RegExp[] = [
  /^_(?!sliding)/u, /^mtp_/u, /norm/u, /(?:fp|bf|float|int)(?:16|32|8)(?:_|$)/u, /noise$/u, /_std$/u,
  /logits?_scaling|_scaling$/u, /softmax/u, /_bias_max$/u, /^mla_scale/u, /precision/u,
  /_(?:url|path|file|names?|method|probs?|act|act_fn|activation_func?)$/u, /jitter/u, /temperature/u,
  /(?:^|_)(?:seed|debug|verbose|device|implementation|theta)(?:_|$)/u,
  /_tokens?_ids?$/u, /_tokens?_(?:index|len)$/u,
  /^(?:bos|eos|pad|unk|sep|cls|mask|boi|eoi|boa|im_start|im_end)(?:_|$)/u,
  /drop(?:out)?(?:_|$)/u, /pdrop$/u, /(?:^|_)eps(?:ilon)?$/u, /initializer_|_init(?:_|$)|^init_/u,
  /^rope(?:_|$)/u, /rope_(?:theta|scaling|parameters|interleave|freq)/u, /rotary/u, /^mrope/u, /yarn/u,
  /softcap/u, /_(?:loss|coef|coeff)(?:_|$)/u, /loss_coef/u, /z_loss/u, /_bias$/u, /dtype$/u,
  /_scaling_factor$/u, /_multipliers?$/u, /^router_(?:aux|jitter|bias|z|dtype|ignore|scal)/u,
  /^moe_router_(?!topk$)/u, /^moe_(?:aux|z|token|layer_recompute|dropout|expert_capacity)/u,
  /_norm_eps$/u, /^use_(?:qk_?norm|bias|conv_bias)$/u,
  // parts of other modalities
  /(?:^|_)(?:vision|visual|audio|image|images|video|speech|talker|token2wav|code2wav|projector)(?:_|$)/u,
  /(?:^|_)(?:media|pixel|thumbnail|img|vit|frames?|tiles?|multimodal|modality|anyres|clip|sam|mm)(?:_|$)/u,
  /dynamic_patch|candidate_resolutions|global_view|pad2square|downsample_ratio|select_layer/u,
  /patch_(?:size|token)|spatial_merge|dynamic_image/u,
];

/** Whether a key is on the list of those known not to matter. */
export const isIgnored = (key: string): boolean => {
  const last = key.split('.').at(-1) ?? key;
  return names.has(last) || patterns.some((pattern) => pattern.test(last));
};

/** Values that switch nothing on: what a class writes out although it is not used. */
const isOff = (value: unknown): boolean => value === null || value === undefined
  || value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0)
  || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

/** A key without effect: nothing is switched on, or it is known not to matter. */
export const isFactory = (key: string, value: unknown): boolean => isOff(value) || isIgnored(key);

/** Words in a key that say it has to do with shapes. */
const structural = /layer|cla(?:_|$)|mla|gqa|mqa|linear|hybrid|swa|memory|adapter|ngram|head|expert|hidden|size|dim|rank|width|window|chunk|attention|attn|mlp|ffn|ff_|kv|cache|moe|ssm|mamba|conv|pattern|block|latent|group|ratio|period|interval|freq|share|tie|embed|embd|proj|gate|gating|lora|sparse|topk|top_k|index|compress|state|recurrent|stride|depth|inner|channels|^n_|^num_|^d_|_config$|altup|laurel|engram|hyper|mixture|sub|inter|expan|step|router|residual|bottleneck|span|stack|parallel|stage|dense|switch/u;

/**
 * Whether a key nobody understood may change sizes; others are named and left out.
 * @example isStructural('num_flux_layers') // true
 */
export const isStructural = (key: string): boolean => structural.test(key.toLowerCase());
