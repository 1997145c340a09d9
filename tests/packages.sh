#!/usr/bin/env bash
# Makes the Debian package, the tarball and the package of cargo, installs each into a folder of its own, and uses what came
# out. Needs cargo-deb and dpkg-deb. lintian and ruby look at what they know, where they are.
# The profile is `dist`, that of the published files, or the one that is named: `dev` shares the build of the tests; run it
# after them, since the program of the package of cargo takes the place of theirs.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=${1:-dist}
program=target/$([ "$profile" = dev ] && echo debug || echo "$profile")/mentor
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "packages: $1" >&2; exit 1; }

# Begins a mentorship with the program of this PATH, in an empty home folder.
use() {
    local home
    home=$(mktemp -d -p "$folder")
    env -i HOME="$home" PATH="$1:/usr/bin:/bin" MENTOR_NOW=2026-12-01T09:00:00Z sh -e > "$home/out" <<'SH'
mentor pair add ana --mentee "Ana Díaz" --tz America/Bogota
mentor log "Talked about ownership" --followup "me: send the notes by 2026-12-02"
MENTOR_NOW=2026-12-05T09:00:00Z mentor due
SH
    grep -q "send the notes" "$home/out" || fail "the program of $1 does not say what is due"
}

if [ "$profile" = dev ]; then
    cargo test --locked --no-run
else
    cargo build --locked --profile "$profile"
fi
rm -rf target/man && "$program" man --out target/man
mkdir -p target/deb && gzip -9nc CHANGELOG.md > target/deb/changelog.gz
# An unoptimised program is large, and how well it is packed is nobody's matter.
fast=()
[ "$profile" != dev ] || fast=(--fast)
cargo deb --no-build --locked "${fast[@]}" --profile "$profile" --output "$folder/mentor.deb" > /dev/null
dpkg-deb -x "$folder/mentor.deb" "$folder/root"
use "$folder/root/usr/bin"
for file in \
    usr/share/man/man1/mentor.1.gz usr/share/man/man1/mentor-goal-add.1.gz \
    usr/share/bash-completion/completions/mentor usr/share/zsh/vendor-completions/_mentor \
    usr/share/fish/vendor_completions.d/mentor.fish \
    usr/lib/systemd/user/mentor-due.service usr/lib/systemd/user/mentor-due.timer \
    usr/share/doc/mentor/copyright usr/share/doc/mentor/changelog.gz usr/share/doc/mentor/changelog.Debian.gz; do
    [ -s "$folder/root/$file" ] || fail "the package has no $file"
done
if command -v systemd-analyze > /dev/null; then
    # Its own search path has no mentor; that is the only thing that may be missing in the units.
    said=$(systemd-analyze verify --user "$folder"/root/usr/lib/systemd/user/mentor-due.* 2>&1 |
        grep mentor-due | grep -v "Command mentor is not executable" || true)
    [ -z "$said" ] || fail "the timer is not understood: $said"
fi

if command -v lintian > /dev/null; then
    # Only what can't be mended is overridden, with its reason (docs/packaging/lintian-overrides).
    said=$(lintian --allow-root --tag-display-limit 0 --fail-on none "$folder/mentor.deb" 2>&1 | grep -E "^[EW]:" || true)
    [ -z "$said" ] || fail "lintian: $said"
else
    echo "packages: lintian is not installed: the Debian package is not looked at by it"
fi

if [ "$profile" = dev ]; then
    strip -o "$folder/mentor" "$program"
    program=$folder/mentor
fi
tarball=$(bash docs/packaging/tarball.sh "$program")
mkdir "$folder/prefix"
tar -C "$folder/prefix" --strip-components=1 -xf "$tarball"
use "$folder/prefix/bin"
[ -s "$folder/prefix/share/man/man1/mentor-goal-add.1" ] || fail "the tarball has no manual pages"
cp "$tarball" "$folder/first.tar.gz"
bash docs/packaging/tarball.sh "$program" > /dev/null
cmp "$tarball" "$folder/first.tar.gz" || fail "the tarball is another one each time"

# A package of cargo is complete, and has SQLite's flags with it.
said=$(cargo package --locked --allow-dirty --no-verify --target-dir "$folder/target" 2>&1)
# There is no public address to tell yet.
said=$(grep "^warning" <<< "$said" | grep -v "no documentation, homepage or repository" || true)
[ -z "$said" ] || fail "cargo package: $said"
tar -C "$folder" -xf "$folder"/target/package/mentor-*.crate
top=$PWD
build_package() {
    cd "$folder"/mentor-*/
    if [ "$profile" = dev ]; then
        # With a test, so that the libraries are those that were built for the tests.
        cargo build --locked --bin mentor --test binary --target-dir "$top/target"
        install -D "$top/target/debug/mentor" "$folder/installed/bin/mentor"
    else
        cargo install --path . --locked --profile "$profile" --root "$folder/installed" --target-dir "$top/target"
    fi
}
said=$(build_package 2>&1) || fail "$said"
case $said in *"without mentor's flags"*) fail "the package of cargo builds SQLite another way" ;; esac
use "$folder/installed/bin"

if command -v ruby > /dev/null; then
    ruby -c docs/packaging/mentor.rb > /dev/null || fail "ruby does not read the formula"
else
    echo "packages: ruby is not installed: the formula is not parsed"
fi
echo "packages: Debian's, the tarball and that of cargo give a program that works"
