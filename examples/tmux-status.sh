#!/usr/bin/env bash
# Prints what is due for the status line of tmux, "2 late 3 due" in colour, or nothing. In ~/.tmux.conf:
#
#     set -g status-interval 60
#     set -g status-right '#(/path/to/tmux-status.sh) %H:%M'
#
# `mentor prompt` never waits, and prints no names or titles.
set -euo pipefail

mentor prompt --format '[<red>{overdue} late<default> ][<yellow>{due} due<default>]' |
    sed 's/<\([a-z]*\)>/#[fg=\1]/g'
