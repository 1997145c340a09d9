#!/usr/bin/env bash
# Mails the agenda of the next check-in to the other person, without private records. For cron, on Monday mornings:
#
#     0 8 * * 1  PAIR=ana TO=ana@example.org MAILER="sendmail -t" /path/to/weekly-mail.sh
#
# `MAILER` is a command that reads a mail on standard input; without it, the mail is printed. Without `PAIR`, the mail is
# about the current pair.
set -euo pipefail

export MENTOR_NO_INPUT=1 MENTOR_PAIR=${PAIR:-}
[ -n "$(mentor pair list 2> /dev/null || true)" ] || { echo "no pairs yet" >&2; exit 0; }

agenda=$(mentor agenda --for-partner --markdown)
title=${agenda%%$'\n'*}
title=${title#\# }
case $title in *[!\ -~]*) title="=?UTF-8?B?$(printf %s "$title" | base64 -w 0)?=" ;; esac
{
    printf 'To: %s\nSubject: %s\n' "${TO:-ana@example.org}" "$title"
    printf 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n' "$agenda"
} | ${MAILER:-cat}
