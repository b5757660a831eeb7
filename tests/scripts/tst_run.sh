#!/usr/bin/env bash
# scripts/run: opens the window, or without a display compares, saves and says where.
# shellcheck source=tests/scripts/harness.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

export COREOGRAM_SKIP_BOOTSTRAP=1
unset CMAKE_BUILD_PARALLEL_LEVEL
unset DISPLAY WAYLAND_DISPLAY
bin=$copy/build/release/bin
work="$folder/here I am"
mkdir -p -- "$bin" "$work"

# The programs that the build would have made.
fake coreogram <<'TEXT'
[[ $1 != --picture ]] || echo picture >"$2"
TEXT
fake coreogram-run <<'TEXT'
shift
[[ $* == *broken* ]] && { echo "coreogram-run: no such thing" >&2; exit 2; }
[[ $1 == --save ]] && echo recording >"$2"
echo "the table"
[[ $* != *killed* ]]
TEXT
mv -- "$fakes/coreogram" "$fakes/coreogram-run" "$bin/"
fake cmake <<<''

cd -- "$work"
DISPLAY=:7 run "$copy/scripts/run" --lesson 'two words'
check 'with a display: succeeds' equal "$status" 0
check 'with a display: quiet' equal "$output" ''
check 'with a display: builds, then opens the window' equal "$(calls)" \
    "cmake --preset release
cmake --build --preset release --parallel $(getconf _NPROCESSORS_ONLN) --target coreogram coreogram-run
coreogram --lesson two words"
WAYLAND_DISPLAY=wayland-0 run "$copy/scripts/run"
check 'Wayland is a display' contains "$(calls)" $'\ncoreogram '

run "$copy/scripts/run"
check 'without: succeeds' equal "$status" 0
check 'without: shows the comparison' contains "$output" 'the table'
saved=$(printf '%s\n' "$output" | sed -n 's/^  recording  //p')
picture=$(printf '%s\n' "$output" | sed -n 's/^  picture    //p')
check 'without: saves in the current folder' equal "$(dirname -- "$saved")" "$work"
check 'without: the recording is there' test -s "$saved"
check 'without: the picture is there' test -s "$picture"
check 'without: the picture is drawn from the recording' contains "$(calls)" \
    "coreogram --picture $picture $saved"

mkdir -- "$folder/else where"
run "$copy/scripts/run" "../else where" --tasks 8
check 'in a folder: says the absolute path' contains "$output" "  recording  $folder/else where/"
check 'in a folder: arguments go to the comparison' contains "$(calls)" '.coreogram --tasks 8'

run "$copy/scripts/run" nowhere
check 'no such folder: fails' equal "$status" 1
check 'no such folder: names it' contains "$output" "cannot write to the folder 'nowhere'"

run "$copy/scripts/run" --killed
check 'a task failed: the status says so' equal "$status" 1
check 'a task failed: drawn all the same' contains "$output" '  picture '
run "$copy/scripts/run" --broken
check 'wrong arguments: the status of the program' equal "$status" 2
check 'wrong arguments: no word of files' lacks "$output" '  recording '

fake cmake <<'TEXT'
[[ $* != *--build* ]] || { echo "error: expected ';'"; exit 3; }
TEXT
run "$copy/scripts/run"
check 'the build fails: so does the script' equal "$status" 3
check 'the build fails: shows the log' contains "$output" "error: expected ';'"
check 'the build fails: runs nothing' lacks "$(calls)" 'coreogram-run compare'

fake cmake <<'TEXT'
[[ $* != *--preset\ release ]] || ! grep -q elsewhere build/release/CMakeCache.txt 2>/dev/null ||
    { echo "CMake Error: of another place"; exit 1; }
TEXT
printf 'CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere\n' >"$copy/build/release/CMakeCache.txt"
run "$copy/scripts/run" --help
check 'help' contains "$output" 'scripts/run [FOLDER]'
check 'help: builds nothing' equal "$(calls)" ''
run "$copy/scripts/run"
check 'a cache of another place: once more without it' equal "$status" 0
check 'a cache of another place: no word of it' lacks "$output" 'CMake Error'
printf x >"$copy/build/release/CMakeCache.txt"
run "$copy/scripts/run"
check 'a good cache stays' test -e "$copy/build/release/CMakeCache.txt"

finish
