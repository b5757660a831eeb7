#!/usr/bin/env bash
# scripts/test: what it builds and runs, and how it counts.
# shellcheck source=tests/scripts/harness.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

export COREOGRAM_SKIP_BOOTSTRAP=1
unset CMAKE_BUILD_PARALLEL_LEVEL
unset CI
ln -s -- "$(command -v setarch)" "$basics/setarch"

# Builds that succeed, except of the preset named in the file `broken`.
fake cmake <<TEXT
[[ "\$1" == --preset ]] && mkdir -p "build/\$2"
[[ "\$1" != --build ]] || [[ "\$3" != "\$(cat "$folder/broken" 2>/dev/null)" ]] ||
    { echo "error: undefined reference"; exit 1; }
TEXT

# Ten tests, of which as many fail as the file `failing` says.
fake ctest <<TEXT
failing=\$(cat "$folder/failing" 2>/dev/null || echo 0)
echo "environment: \$LSAN_OPTIONS" >>"$folder/calls"
((failing == 0)) || echo "tst_something: wrong by one"
echo "9\$((10 - failing))% tests passed, \$failing tests failed out of 10"
((failing == 0))
TEXT

last_line() { printf '%s\n' "$output" | tail -n 1; }
ln -s -- "$(command -v tail)" "$basics/tail"

run "$copy/scripts/test"
check 'all pass' equal "$status" 0
check 'all pass: the sum of three runs' equal "$(last_line)" '30 passed, 0 failed'
check 'three builds' equal "$(calls | grep -c 'cmake --build')" 3
check 'warnings are no errors in the release build' contains "$(calls)" \
    'cmake --preset release -DCOREOGRAM_WERROR=OFF'
check 'warnings are errors under the sanitizers' contains "$(calls)" \
    'cmake --preset asan -DCOREOGRAM_WERROR=ON'
check 'suppressions are found in a path with blanks' contains "$(calls)" \
    "suppressions='$copy/tests/sanitizers/lsan.supp'"

echo 3 >"$folder/failing"
run "$copy/scripts/test"
check 'some fail' equal "$status" 1
check 'some fail: the sum' equal "$(last_line)" '21 passed, 9 failed'
check 'some fail: shows the output of the tests' contains "$output" 'tst_something: wrong by one'

rm -- "$folder/failing"
echo asan >"$folder/broken"
run "$copy/scripts/test"
check 'a build fails' equal "$status" 1
check 'a build fails: counts as one' equal "$(last_line)" '20 passed, 1 failed'
check 'a build fails: shows the log' contains "$output" 'error: undefined reference'

rm -- "$folder/broken"
run "$copy/scripts/test" tsan
check 'only one' equal "$(last_line)" '10 passed, 0 failed'
check 'only one: builds no other' lacks "$(calls)" release
run "$copy/scripts/test" --bench release
check 'benchmarks' contains "$(calls)" '--target bench'
run "$copy/scripts/test" msan
check 'unknown argument: fails' equal "$status" 1
check 'unknown argument: says what is allowed' contains "$output" \
    "unknown argument 'msan'; expected release, asan, tsan or --bench"

fake ctest <<'TEXT'
echo "No tests were found!!!"
TEXT
run "$copy/scripts/test" release
check 'no tests at all: fails' equal "$status-$(last_line)" '1-0 passed, 1 failed'
fake ctest <<'TEXT'
echo "100% tests passed, 0 tests failed out of 10"
exit 8
TEXT
run "$copy/scripts/test" release
check 'a status that nothing explains: fails' equal "$status-$(last_line)" '1-10 passed, 1 failed'

cd /
run bash "$copy/.ci/run" release
check 'continuous integration: warnings are errors' contains "$(calls)" \
    'cmake --preset release -DCOREOGRAM_WERROR=ON'

finish
