#!/usr/bin/env bash
# Writes a Markdown page about a pair, without private records, and replaces it only if something has changed. For cron,
# on working days at six in the evening, into the folder of a wiki:
#
#     0 18 * * 1-5  PAIR=ana PAGE=$HOME/wiki/ana.md /path/to/wiki-page.sh
#
# Everyone who can read the wiki can read the page. `--for-partner` leaves out private records only; the page contains
# everything else that you both know, so agree on it first.
set -euo pipefail

export MENTOR_NO_INPUT=1 MENTOR_PAIR=${PAIR:-}
[ -n "$(mentor pair list 2> /dev/null || true)" ] || { echo "no pairs yet" >&2; exit 0; }

page=${PAGE:-mentorship.md}
new=$(mktemp "$page.XXXXXX")
trap 'rm -f "$new"' EXIT
mentor pair show --markdown --for-partner > "$new"
if ! cmp -s "$new" "$page"; then
    chmod 644 "$new"
    mv "$new" "$page"
    echo "wrote $page"
fi
