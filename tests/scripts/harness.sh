# Shared by the tests of the scripts, which source it: a folder with made-up programs in PATH, and
# checks. Nothing is installed and nothing is built.
# shellcheck shell=bash

set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
folder=$(mktemp -d "${TMPDIR:-/tmp}/a folder with blanks.XXXXXX")
trap 'rm -rf -- "$folder"' EXIT
fakes=$folder/fakes
mkdir -p -- "$fakes"

# A copy of the scripts in a project of its own, so that no build of this one is touched.
copy="$folder/pro ject"
mkdir -p -- "$copy/tests" "$copy/.ci"
cp -R -- "$project/scripts" "$copy/"
cp -R -- "$project/.ci/run" "$copy/.ci/"

checks=0
wrong=0

# fake NAME: a program made of the shell text on standard input; it appends its arguments to calls.
fake() {
    {
        printf '#!/usr/bin/env bash\n'
        # shellcheck disable=SC2016
        printf 'echo "${0##*/} $*" >>"%s/calls"\n' "$folder"
        cat
    } >"$fakes/$1"
    chmod +x -- "$fakes/$1"
}

calls() {
    cat -- "$folder/calls" 2>/dev/null || true
}

# Runs a command with only the made-up programs and the basic ones of the system in PATH. Sets
# `output` (both streams) and `status`.
run() {
    rm -f -- "$folder/calls"
    status=0
    output=$(PATH="$fakes:$basics" "$@" 2>&1 </dev/null) || status=$?
}

# Programs that every system has and the scripts may use. What is not named here is not found.
basics=$folder/basics
mkdir -p -- "$basics"
for program in bash env cat sed tr head grep mktemp rm mkdir dirname date uname getconf; do
    ln -s -- "$(command -v "$program")" "$basics/$program"
done

check() {
    local what=$1
    shift
    checks=$((checks + 1))
    if ! "$@"; then
        wrong=$((wrong + 1))
        printf 'FAIL: %s\n  status %s, output:\n%s\n  calls:\n%s\n' \
            "$what" "$status" "${output:-}" "$(calls)"
    fi
}

equal() { [[ $1 == "$2" ]]; }
contains() { [[ $1 == *"$2"* ]]; }
lacks() { [[ $1 != *"$2"* ]]; }

finish() {
    printf '%d checks, %d wrong\n' "$checks" "$wrong"
    ((wrong == 0))
}
