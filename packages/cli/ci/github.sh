#!/bin/sh
# Checks, tests and compares models in a job of GitHub Actions, as action.yml asks for it. Every command runs, whatever the
# others find; the worst exit code is that of this script. What they find is shown at its lines, in the summary of the job,
# and in files in $RUNNER_TEMP/merit, of which comment.md is what a comment on the pull request may say.
#
# Lists have one item a line, and no text is run or taken for a pattern:
#   MERIT_PATHS     files and folders with models
#   MERIT_COVERAGE  the least coverage in percent; empty: as merit.config.json has it
#   MERIT_MUTATION  the least share of small changes that tests notice, in percent; empty: none are tried
#   MERIT_BASE      a branch, tag or commit; empty: what a pull request is merged into, elsewhere nothing
#   MERIT_LEADS, MERIT_EVENTS, MERIT_NOW    as the options of merit diff; empty: none
#   MERIT_GATES     options of merit diff: --max-entering 2%
set -uf
IFS='
'

reports=$RUNNER_TEMP/merit
comment=$reports/comment.md
worst=0
rm -rf "$reports"
mkdir -p "$reports"

# Runs `merit $2…`; what it has to say to people goes to $1.md, with what it said beside it: why it could not begin, or columns
# that no lead has.
run() {
  report=$reports/$1
  shift
  echo "::group::merit $1"
  merit "$@" --format github --report "markdown=$report.md" 2> "$report.err"
  code=$?
  cat "$report.err" >&2
  echo '::endgroup::'
  [ -f "$report.md" ] && level=warning || level=error
  [ $level = warning ] && [ ! -s "$report.err" ] || remark "$1" | tee -a "$GITHUB_STEP_SUMMARY" >> "$report.md"
  [ "$code" -le "$worst" ] || worst=$code
}

# Its first line is an annotation, too.
remark() {
  sed "s/%/%25/g; s/^/::$level title=merit $1::/; q" "$report.err" >&2
  [ $level = warning ] || printf '## merit %s\n\nThis ended with exit code %s:\n' "$1" "$code"
  echo
  sed 's/^/    /' "$report.err"
  echo
}

# The commit in which the branch that is being merged left the base; in a shallow clone, which does not know it, the base
# itself. Nothing where there is no such base.
base_commit() {
  base=$(fetched "$1" || known "origin/$1" || known "$1") || return
  git merge-base "$base" HEAD 2> /dev/null || echo "$base"
}

# A clone that has everything is not made shallow.
fetched() {
  depth=
  [ "$(git rev-parse --is-shallow-repository)" = false ] || depth=--depth=1
  git fetch --quiet --no-tags $depth -- origin "$1" 2> /dev/null && known FETCH_HEAD
}

known() {
  git rev-parse --verify --quiet --end-of-options "$1^{commit}"
}

# `--max-entering 2%` is one word for the command: `--max-entering=2%`.
gates() {
  printf '%s\n' "${MERIT_GATES:-}" | sed 's/^ *//; s/ *$//; s/^\(--[a-z-]*\)  */\1=/'
}

# In the run of a pull request HEAD is its merge, whose first parent is the base as it was then, also when the run is repeated
# later. Where the workflow checks out something else, it is the base as it is now.
merged_into() {
  if [ "${GITHUB_EVENT_NAME:-}" = pull_request ] && [ "$(git rev-parse HEAD)" = "$GITHUB_SHA" ]; then
    git cat-file -p HEAD | sed -n 's/^parent //p' | sed 1q
  else
    echo "${GITHUB_BASE_REF:-}"
  fi
}

compare() {
  # What cannot be found is for merit diff to say. Where it is shown, it is shown in short.
  base=$(base_commit "$1") || base=$1
  short=$(git rev-parse --quiet --verify --short --end-of-options "$base") || short=$base
  number=0
  for path in $MERIT_PATHS; do
    number=$((number + 1))
    run "diff-$number" diff "$short" "$path" --report "json=$reports/diff-$number.json" $(gates) \
      ${MERIT_LEADS:+"--leads=$MERIT_LEADS"} ${MERIT_EVENTS:+"--events=$MERIT_EVENTS"} ${MERIT_NOW:+"--now=$MERIT_NOW"}
  done
}

# A comment holds 65,536 characters, and what is longer is refused. Of bytes there are never fewer.
bounded() {
  LC_ALL=C awk -v most=65000 '
    (size += length($0) + 1) > most { print inside "\n… The rest is in the summary of the job."; exit }
    /^ *<details>/ { inside = "</details>\n" }
    /^ *<\/details>/ { inside = "" }
    { print }
  '
}

run check check $MERIT_PATHS --report "sarif=$reports/merit.sarif" --report "json=$reports/check.json"
run test test $MERIT_PATHS --coverage \
  ${MERIT_COVERAGE:+"--threshold=$MERIT_COVERAGE"} ${MERIT_MUTATION:+"--mutate-threshold=$MERIT_MUTATION"} \
  --lcov "$reports/lcov.info" --report "junit=$reports/junit.xml"
base=${MERIT_BASE:-$(merged_into)}
[ -z "$base" ] || compare "$base"

# What the change does comes first: it is what nothing else says.
{
  echo '<!-- merit -->'
  set +f
  for part in "$reports"/diff-*.md "$reports/check.md" "$reports/test.md"; do
    [ ! -f "$part" ] || { cat "$part" && echo; }
  done
} | bounded > "$comment"

{
  echo "comment=$comment"
  echo "reports=$reports"
  echo "sarif=$reports/merit.sarif"
  echo "lcov=$reports/lcov.info"
  echo "base=$base"
  echo "exit-code=$worst"
} >> "$GITHUB_OUTPUT"
exit "$worst"
