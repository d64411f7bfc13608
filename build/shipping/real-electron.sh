#!/usr/bin/env bash
# Fetches Electron's binary and runs the specs that need it; skipped specs fail here, where they must run.
set -euo pipefail
cd "$(dirname "$0")/../.."
node node_modules/electron/install.js
node --input-type=module -e "
  const { findElectron } = await import('./build/setup/electron.mjs');
  if (findElectron() === null) { console.error('there is no Electron binary to test'); process.exit(1); }"
npm run build -- --stale
specs=(npx vitest run -c vitest.e2e.config.ts test/electron/main/real-electron.e2e.ts)
if [ "$(uname -s)" = Linux ]; then
  # Ubuntu lets no ordinary program make the user namespaces that the sandbox is built from.
  sysctl_name=kernel.apparmor_restrict_unprivileged_userns
  if [ -e "/proc/sys/${sysctl_name//.//}" ]; then sudo sysctl -q -w "$sysctl_name=0"; fi
  specs=(xvfb-run --auto-servernum "${specs[@]}")
fi
"${specs[@]}"
