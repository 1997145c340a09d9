#!/usr/bin/env bash
# Keeps a calendar in sync: exports it, changes it as a calendar program would, and imports it. Fails if an expected line
# is missing.
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

# What a calendar program writes when someone deletes one Thursday.
sed 's/^SUMMARY/EXDATE;TZID=Europe\/London:20270311T170000\r\nSUMMARY/' "$folder/mentor.ics" > "$folder/changed.ics"
say import --ics "$folder/changed.ics" 2>&1 | tee "$folder/out"
expect "Cancelled check-in 1 (by Sam)"
say import --ics "$folder/changed.ics" 2>&1 | tee "$folder/out"
expect "No check-in was moved or cancelled"
say checkin list --all
