#!/usr/bin/env bash
# Writes src/Directory.Data/CompiledModel anew, after entities or their mapping have changed or EF has been updated: eng/compiled-model.sh
# The code that stands there may no longer compile, so it is left out of this build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

UPDATE_SNAPSHOTS=1 dotnet run --project tests/Directory.Data.Tests -p:CompiledModel=false -p:RunAnalyzers=false -- -class '*CompiledModelTests' -method '*as_EF_writes_it'
git --no-pager diff --stat -- src/Directory.Data/CompiledModel
