#!/usr/bin/env bash
# The main job, from an empty data file to a review, at a fixed time. Fails if an expected line is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v mentor > /dev/null; then
    cargo build --locked
    PATH="$PWD/target/debug:$PATH"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" MENTOR_DB="$folder/mentor.db" MENTOR_NOW=2026-12-01T09:00:00Z

say() { printf '\n$ mentor %s\n' "$*"; mentor "$@"; }
expect() { grep -qF -- "$1" "$folder/out" || { echo "expected: $1"; cat "$folder/out"; exit 1; }; }

say init --name "Sam Rivera" --tz Europe/London --hours 09:00-17:30
say pair add ana --mentee "Ana Díaz" --tz America/Bogota
say pair add priya --mentor "Priya Nair" --tz Asia/Kolkata
say pair use ana
say agree --purpose "Grow into a tech lead" --starts 2026-12-01 --ends 2027-06-01 \
    --cadence "every 2 weeks" --length 45m --channel video --reply-within "2 working days" \
    --feedback-within "5 working days" --notice 24h --review-every "8 weeks" \
    --mentor-expects "Comes with an agenda" --mentee-expects "Honest feedback" --confidential "What is said stays here"
say agree accept --by mentee --on 2026-12-01
say goal add "Lead a design review" --why "Practice" --done-when "Review led, notes shared" --by 2027-03-01 --step "Shadow one"
say checkin add --at "2026-12-03 17:00" --length 45m
say topic add "How to say no" --from mentee
say agenda | tee "$folder/out"
expect "Thu 3 Dec 17:00 (12:00 for Ana)"
export MENTOR_NOW=2026-12-03T17:50:00Z
say log "Talked about scope" --minutes 50 --followup "mentee: draft the RFC by fri" \
    --followup "mentor: introduce Ana to Kim by 2026-12-10" --done 3 --covered 1 --goal 1=40% \
    --win "Shipped the migration" --insight "Write the decision down before the meeting" --next "2026-12-17 17:00"
say feedback add --from mentor --kind keep --situation "Tuesday's incident call" \
    --behaviour "You gave a status every 10 minutes" --impact "Nobody had to ask"
say due | tee "$folder/out"
expect "due tomorrow  ana  Ana  follow-up 2  draft the RFC"

export MENTOR_NOW=2026-12-06T09:00:00Z
say agenda | tee "$folder/out"
expect "draft the RFC, 2 days overdue"
expect "Shipped the migration"
say due | tee "$folder/out"
expect "2 days overdue  ana  Ana  follow-up 2  draft the RFC"
say review | tee "$folder/out"
expect "cadence     every 2 weeks    1 of 1 check-ins"

say undo
say redo
say history
