#!/bin/sh
#SBATCH --job-name=aifp-batch
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=04:00:00
#SBATCH --requeue
# An array task is a shard: sbatch --array=1-40 docs/batch/slurm.sh
# A task that was stopped goes on where it was left. When all are done:
#   npm run -s aifp -- merge batch-out/shard-* --csv batch-out/all.csv
set -eu

PLAN=${PLAN:-gb300-100mw}
OUT=${OUT:-batch-out}
mkdir -p "$OUT"

npm run -s aifp -- batch "$PLAN" \
  --over site.utilityMw=50:150:1000 --over site.electricityUsdPerKwh=0.03:0.12:1000 \
  --workers 1 --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
  --out "$OUT/shard-$SLURM_ARRAY_TASK_ID"
