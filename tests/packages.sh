#!/usr/bin/env bash
# Makes the Debian package and `cargo install`s the program, each into a folder of its own, and uses what came out.
# Needs cargo-deb and dpkg-deb. The profile is `dist`, that of the published files, or the one that is named: `release` is
# the quick one.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=${1:-dist}
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

cargo build --locked --profile "$profile"
"target/$profile/mentor" man --out target/man
cargo deb --no-build --locked --profile "$profile" --output "$folder/mentor.deb" > /dev/null
dpkg-deb -x "$folder/mentor.deb" "$folder/root"
use "$folder/root/usr/bin"
for file in \
    usr/share/man/man1/mentor.1.gz usr/share/man/man1/mentor-goal-add.1.gz \
    usr/share/bash-completion/completions/mentor usr/share/zsh/vendor-completions/_mentor \
    usr/share/fish/vendor_completions.d/mentor.fish \
    usr/lib/systemd/user/mentor-due.service usr/lib/systemd/user/mentor-due.timer \
    usr/share/doc/mentor/copyright; do
    [ -s "$folder/root/$file" ] || fail "the package has no $file"
done
if command -v systemd-analyze > /dev/null; then
    # Its own search path has no mentor; that is the only thing that may be missing in the units.
    said=$(systemd-analyze verify --user "$folder"/root/usr/lib/systemd/user/mentor-due.* 2>&1 |
        grep mentor-due | grep -v "Command mentor is not executable" || true)
    [ -z "$said" ] || fail "the timer is not understood: $said"
fi

cargo install --path . --locked --profile "$profile" --quiet --root "$folder/installed" --target-dir target
use "$folder/installed/bin"
echo "packages: the Debian package and cargo install give a program that works"
