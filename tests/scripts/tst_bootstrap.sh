#!/usr/bin/env bash
# scripts/bootstrap: what it finds missing, and what it does about it.
# shellcheck source=tests/scripts/harness.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

os() {
    printf 'ID=%s\nVERSION_ID="%s"\nPRETTY_NAME="%s"\n' "$1" "$2" "$1 $2" >"$folder/os-release"
    export OS_RELEASE_FILE=$folder/os-release
}

# Packages named in the file `installed` are installed.
dpkg_query() {
    fake dpkg-query <<TEXT
for name in "\$@"; do
    [[ \$name == -* ]] && continue
    if grep -qxF -- "\$name" "$folder/installed"; then
        printf '%s:installed ' "\$name"
    elif [[ \$name == removed ]]; then
        printf '%s:config-files ' "\$name"
    else
        echo "no packages found matching \$name" >&2
    fi
done
TEXT
}

# What the script wants, each by its first name.
packages=()
eval "$(sed -n '/^packages=(/,/^)/p' "$project/scripts/bootstrap")"
all() {
    printf '%s\n' "${packages[@]%%|*}"
}

# apt-get that knows every package once the lists were updated.
apt() {
    fake apt-get <<TEXT
for argument in "\$@"; do
    [[ \$argument == update ]] && touch "$folder/updated"
done
[[ "\$*" == *" install "* ]] || exit 0
[[ -e "$folder/updated" ]] || { echo "E: Unable to locate package"; exit 100; }
for argument in "\$@"; do
    [[ \$argument == -* ]] || echo "\$argument" >>"$folder/installed"
done
TEXT
    fake apt-cache <<'TEXT'
[[ $2 != pkgconf ]]
TEXT
    fake dpkg <<'TEXT'
[[ $2 == 11 ]]
TEXT
    rm -f -- "$folder/updated"
}
ln -s -- "$(command -v touch)" "$basics/touch"
bootstrap=$copy/scripts/bootstrap

os debian 12
dpkg_query
apt

all >"$folder/installed"
run "$bootstrap"
check 'nothing missing: succeeds' equal "$status" 0
check 'nothing missing: silent' equal "$output" ''
check 'nothing missing: does not touch apt' lacks "$(calls)" apt

sed -i 's/^pkgconf$/pkg-config/' "$folder/installed"
run "$bootstrap"
check 'the older name of a package will do' equal "$status-$output" '0-'

all | grep -v libexpected >"$folder/installed"
if ((EUID == 0)); then
    touch "$folder/updated"
    run "$bootstrap"
    check 'installs what is missing' equal "$status" 0
    check 'says so' equal "$output" 'Installing libexpected-dev …'
    check 'installs only that' contains "$(calls)" '--no-install-recommends libexpected-dev'
    check 'without asking and without updating' lacks "$(calls)" update

    apt
    all | grep -vE 'pkgconf|g\+\+' >"$folder/installed"
    run "$bootstrap"
    check 'updates the lists once where a package is not found' equal "$status" 0
    check 'once' equal "$(calls | grep -c ' update')" 1
    check 'takes the name that apt knows' contains "$(calls)" 'g++ pkg-config'

    fake apt-get <<<'echo "E: no network"; exit 100'
    all | grep -v ccache >"$folder/installed"
    run "$bootstrap"
    check 'cannot install: fails' equal "$status" 1
    check 'cannot install: shows why' contains "$output" 'E: no network'
    check 'cannot install: names the package' contains "$output" 'could not install: ccache'

    fake apt-get <<<'exit 0'
    run "$bootstrap"
    check 'believes no apt-get that did nothing' contains "$output" 'still missing after installing: ccache'
    check 'and fails' equal "$status" 1
    apt
else
    run "$bootstrap"
    check 'no root, no sudo: fails' equal "$status" 1
    check 'no root, no sudo: says what to run' contains "$output" \
        'apt-get install --no-install-recommends libexpected-dev'

    touch "$folder/updated"
    fake sudo <<'TEXT'
shift
exec "$@"
TEXT
    run "$bootstrap"
    check 'uses sudo' contains "$(calls)" 'sudo -- env DEBIAN_FRONTEND=noninteractive apt-get'
    check 'and succeeds' equal "$status" 0
    apt
fi

all >"$folder/installed"
run "$bootstrap" --test
check 'the tests need more' contains "$output" 'libbenchmark-dev'

all | grep -v ccache >"$folder/installed"
os debian 11
run "$bootstrap"
check 'an old release is told so' contains "$output" 'debian 11 has no Qt 6.4; expected debian 12'
check 'and nothing is installed' lacks "$(calls)" apt-get

os fedora 41
run "$bootstrap"
check 'unknown system: fails' equal "$status" 1
for name in qt6-base-dev qt6-qtcharts-devel qt6-charts tl-expected libhwloc-dev Homebrew; do
    check "unknown system: names $name" contains "$output" "$name"
done
COREOGRAM_SKIP_BOOTSTRAP=1 run "$bootstrap"
check 'unknown system: may be skipped' equal "$status-$output" '0-'

os debian 12
rm -- "$fakes/apt-get"
run "$bootstrap"
check 'no apt-get: names the packages' contains "$output" 'qt6-qtcharts-devel'

run "$bootstrap" --all
check 'unknown argument' contains "$output" "unknown argument '--all'; expected --test or nothing"
check 'unknown argument: fails' equal "$status" 1
run "$bootstrap" --help
check 'help' contains "$output" 'scripts/bootstrap --test'

finish
