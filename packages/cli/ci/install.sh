#!/bin/sh
# Puts the command merit on the path of the steps that follow in a job of GitHub Actions: from npm where MERIT_VERSION
# names a version, else built from the sources around this file, which are what the workflow says after the `@`.
set -eu

root=$(cd "$(dirname "$0")/../../.." && pwd)
command=$root/packages/cli/dist/merit.mjs

build() {
  echo "Building merit from $root"
  # Nothing that is installed needs scripts of its own.
  (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  node "$root/packages/cli/build.mjs"
}

if [ -n "${MERIT_VERSION:-}" ]; then
  npm install --global --no-audit --no-fund --loglevel=error "@merit-lang/cli@$MERIT_VERSION"
  exit
fi

[ -f "$command" ] || build
folder=$RUNNER_TEMP/merit-command
mkdir -p "$folder"
printf '#!/bin/sh\nexec node "%s" "$@"\n' "$command" > "$folder/merit"
chmod +x "$folder/merit"
echo "$folder" >> "$GITHUB_PATH"
