# Shared by the scripts of this folder, which source it; not a program of its own.
# shellcheck shell=bash

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# What ccache keeps serves every checkout on this machine, wherever it lies.
export CCACHE_BASEDIR=${CCACHE_BASEDIR-$root} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR-1}

# Prints one line of progress.
say() {
    printf '%s\n' "$*"
}

# Prints a message to standard error and ends the script with status 1.
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# quietly LOG COMMAND…: runs the command with its output in LOG; shows it all if the command fails.
quietly() {
    local log=$1 status=0
    shift
    mkdir -p -- "$(dirname -- "$log")"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if ((status != 0)); then
        cat -- "$log"
        printf 'failed with status %d: %s\n' "$status" "$*"
    fi
    return "$status"
}

# How many jobs to build with; CMAKE_BUILD_PARALLEL_LEVEL sets another number.
build_jobs() {
    printf '%s\n' "${CMAKE_BUILD_PARALLEL_LEVEL:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)}"
}

# configure PRESET OPTION…: quiet, and in no time where nothing has changed.
configure() (
    preset=$1
    folder=$root/build/$1
    shift
    cd -- "$root"
    # A cache can be of another place, or name tools that are gone: then once more without it.
    if [[ -f $folder/CMakeCache.txt ]]; then
        if quietly "$folder/configure.log" cmake --preset "$preset" "$@" >/dev/null; then
            exit 0
        fi
        rm -rf -- "$folder/CMakeCache.txt" "$folder/CMakeFiles"
    fi
    quietly "$folder/configure.log" cmake --preset "$preset" "$@"
)

# build PRESET TARGET…: one line of progress on a terminal, silent elsewhere, all output on failure.
build() {
    local preset=$1
    shift
    local command=(cmake --build --preset "$preset" --parallel "$(build_jobs)")
    if (($# > 0)); then
        command+=(--target "$@")
    fi
    (
        cd -- "$root"
        if [[ -t 1 ]]; then
            "${command[@]}" </dev/null
        else
            quietly "$root/build/$preset/build.log" "${command[@]}"
        fi
    )
}
