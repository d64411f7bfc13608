#!/usr/bin/env bash
# Starts the packed application of this system with --selftest: pages, a project from a template, a printed report.
set -euo pipefail
cd "$(dirname "$0")/../.."
case "$(uname -s)" in
  Linux)
    sudo chown root release/linux-unpacked/chrome-sandbox
    sudo chmod 4755 release/linux-unpacked/chrome-sandbox
    command -v xvfb-run > /dev/null || sudo apt-get install -y -qq --no-install-recommends xvfb
    xvfb-run --auto-servernum release/linux-unpacked/ai-factory-planner --selftest ;;
  Darwin)
    folder=release/mac
    if [ "$(uname -m)" = arm64 ]; then folder=release/mac-arm64; fi
    "$folder/AI Factory Planner.app/Contents/MacOS/AI Factory Planner" --selftest ;;
  *) 'release/win-unpacked/AI Factory Planner.exe' --selftest ;;
esac
