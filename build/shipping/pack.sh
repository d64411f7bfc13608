#!/usr/bin/env bash
# Packs for this system with everything that goes with it, and lays out in release/handed-out what is given away.
# Further words go to electron-builder.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf release
npm run dist -- "$@"
npm run -s sbom -- release/sbom.cdx.json
node build/shipping/checksums.ts release
node --input-type=module -e "
  const { signingOf } = await import('./build/shipping/signing.ts');
  console.log(signingOf(process.env, process.platform).says);" | tee release/SIGNING.txt
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat release/SIGNING.txt >> "$GITHUB_STEP_SUMMARY"; fi
mkdir release/handed-out
while read -r _ name; do cp "release/$name" release/handed-out/; done < release/SHA256SUMS
cp release/SHA256SUMS release/SIGNING.txt release/handed-out/
