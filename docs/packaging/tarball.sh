#!/usr/bin/env bash
# Makes target/mentor-VERSION-SYSTEM.tar.gz of a program that is built already: the program, its manual pages, completions,
# licences and README, as they lie under a prefix such as /usr/local or ~/.local. The same input gives the same file.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${1:-target/release/mentor}
version=$("$program" -V | cut -d' ' -f2)
name=mentor-$version-$(rustc -vV | sed -n 's/^host: //p')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
root=$folder/$name

install -D -m 755 "$program" "$root/bin/mentor"
install -d "$root/share/man/man1"
"$program" man --out "$root/share/man/man1" --quiet
install -D -m 644 completions/mentor.bash "$root/share/bash-completion/completions/mentor"
install -D -m 644 completions/_mentor "$root/share/zsh/site-functions/_mentor"
install -D -m 644 completions/mentor.fish "$root/share/fish/vendor_completions.d/mentor.fish"
install -D -m 644 -t "$root/share/doc/mentor" README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE docs/guide.md

tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$folder" -cf - "$name" | gzip -9n > "target/$name.tar.gz"
echo "target/$name.tar.gz"
