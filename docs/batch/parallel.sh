#!/bin/sh
# Runs a sweep in shards on this host with GNU parallel, and merges them.
# usage: docs/batch/parallel.sh SHARDS [JOBS]; run it again to go on where it stopped.
set -eu

PLAN=${PLAN:-gb300-100mw}
QUESTION=${QUESTION:-"--over site.utilityMw=50:150:100 --over site.electricityUsdPerKwh=0.03:0.12:100"}
OUT=${OUT:-batch-out}
AIFP=${AIFP:-"npm run -s aifp --"}

shards=$1
jobs=${2:-$(nproc)}
mkdir -p "$OUT"

# QUESTION and AIFP are lists of words on purpose.
# shellcheck disable=SC2086
seq "$shards" | parallel --jobs "$jobs" --halt soon,fail=1 \
  $AIFP batch "$PLAN" $QUESTION --workers 1 --shard "{}/$shards" --out "$OUT/shard-{}"
# shellcheck disable=SC2086
$AIFP merge "$OUT"/shard-* --csv "$OUT/all.csv"
