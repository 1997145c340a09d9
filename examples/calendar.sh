#!/usr/bin/env bash
# A calendar that keeps in step: out, changed there, and back. Fails if a line that matters does not appear.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v mentor > /dev/null; then
    cargo build --locked
    PATH="$PWD/target/debug:$PATH"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" MENTOR_DB="$folder/mentor.db" MENTOR_NOW=2027-02-20T09:00:00Z

say() { printf '\n$ mentor %s\n' "$*"; mentor "$@"; }
expect() { grep -qF -- "$1" "$folder/out" || { echo "expected: $1"; cat "$folder/out"; exit 1; }; }

say init --name "Sam Rivera" --tz Europe/London
say pair add ana --mentee "Ana Díaz" --tz America/Bogota
say agree --starts 2027-03-01 --ends 2027-04-30 --cadence "weekly on thu 17:00" --length 45m
say agree accept --by mentee
say export --ics -o "$folder/mentor.ics"
tee "$folder/out" < "$folder/mentor.ics"
expect "RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270429T160000Z"

# What a calendar program does when somebody takes out one Thursday.
sed 's/^SUMMARY/EXDATE;TZID=Europe\/London:20270311T170000\r\nSUMMARY/' "$folder/mentor.ics" > "$folder/changed.ics"
say import --ics "$folder/changed.ics" 2>&1 | tee "$folder/out"
expect "Cancelled check-in 1 (by Sam)"
say import --ics "$folder/changed.ics" 2>&1 | tee "$folder/out"
expect "No check-in was moved or cancelled"
say checkin list --all
