#!/usr/bin/env python3
"""How long "what is due" and "add one" take beside programs that people use for a part of the same work.

    cargo build --release && python3 benches/peers.py [ITEMS …]

Installs what is missing (Debian's packages with apt-get, jrnl with pip into a folder of its own), gives each program
the same items in the form it keeps them in, and runs all of them in turns, whole processes, so that a drift of the
machine meets all. Twenty items are due within two days or overdue; the others are due later. Prints a table.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from datetime import date, timedelta
from pathlib import Path

ROUNDS = 15
MENTOR = Path(__file__).resolve().parent.parent / "target/dist/mentor"
TODAY = date.today()
SOON = TODAY + timedelta(days=2)

# Program, Debian's package; none: from the Python registry.
PACKAGES = {
    "task": "taskwarrior",
    "todoman": "todoman",
    "khal": "khal",
    "hledger": "hledger",
    "jrnl": None,
}


def items(count):
    """Titles and days: twenty from ten days ago to the day after tomorrow, the others later."""
    for number in range(count):
        days = number % 13 - 10 if number < 20 else 3 + number % 400
        yield f"Draft the proposal for part {number} and send it round", TODAY + timedelta(days=days)


class Peer:
    """A program with a home of its own."""

    def __init__(self, home, bin):
        self.home = Path(home) / type(self).__name__.lower()
        self.home.mkdir(parents=True)
        self.env = {"HOME": str(self.home), "PATH": f"{bin}:{os.environ['PATH']}", "LANG": "C.UTF-8"}

    def file(self, name, text):
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return str(path)

    def run(self, words, answers=""):
        """Seconds of one run."""
        begun = time.perf_counter()
        ended = subprocess.run(words, env=self.env, cwd=self.home, input=answers, text=True, capture_output=True)
        taken = time.perf_counter() - begun
        if ended.returncode != 0:
            sys.exit(f"{words}\n{ended.stdout}\n{ended.stderr}")
        self.said = ended.stdout
        return taken

    def add_one(self):
        return self.run(self.add)


class Mentor(Peer):
    name = "mentor"

    def fill(self, count):
        head = lambda number: {
            "id": number,
            "uid": str(uuid.uuid4()),
            "created_at": "2026-01-01T09:00:00Z",
            "changed_at": "2026-01-01T09:00:00Z",
        }
        person = {"zone": "Europe/London", "days": "mon-fri", "hours": "09:00-17:00", "preferences": []}
        document = {
            "schema": "mentor.export/1",
            "person": [
                head(1) | person | {"name": "Sam", "is_user": True},
                head(2) | person | {"name": "Ana", "is_user": False},
            ],
            "pair": [head(1) | {"slug": "ana", "mentor": 1, "mentee": 2, "state": "active", "state_on": str(TODAY)}],
            "followup": [
                head(number)
                | {"pair": "ana", "owner": "mentee", "title": title, "due": str(due)}
                | {"state": "open", "state_on": str(TODAY), "private": False}
                for number, (title, due) in enumerate(items(count), 1)
            ],
        }
        self.run([str(MENTOR), "import", self.file("items.json", json.dumps(document))])

    due = [str(MENTOR), "due"]
    add = [str(MENTOR), "followup", "add", "mentee: draft the RFC by tomorrow"]


class Task(Peer):
    name = "Taskwarrior"

    def fill(self, count):
        self.file(".taskrc", "confirmation=off\nnews.version=9.9.9\nverbose=nothing\n")
        tasks = [{"description": title, "due": due.strftime("%Y%m%dT230000Z")} for title, due in items(count)]
        self.run(["task", "import", self.file("items.json", json.dumps(tasks))])

    due = ["task", f"due.before:{SOON + timedelta(days=1)}", "list"]
    add = ["task", "add", "due:tomorrow", "draft the RFC"]


class Todoman(Peer):
    name = "todoman"

    def fill(self, count):
        self.file(".config/todoman/config.py", f'path = "{self.home}/todos/*"\ndate_format = "%Y-%m-%d"\ndefault_list = "todos"\n')
        for title, due in items(count):
            uid = uuid.uuid4()
            entry = f"SUMMARY:{title}\nDUE;VALUE=DATE:{due:%Y%m%d}\nUID:{uid}\nDTSTAMP:20260101T000000Z"
            text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\nBEGIN:VTODO\n{entry}\nEND:VTODO\nEND:VCALENDAR\n"
            self.file(f"todos/todos/{uid}.ics", text.replace("\n", "\r\n"))

    due = ["todoman", "list", "--due", "48"]
    add = ["todoman", "new", "--list", "todos", "--due", str(TODAY + timedelta(days=1)), "draft the RFC"]


class Khal(Peer):
    name = "khal"

    def fill(self, count):
        settings = "[default]\ndefault_calendar = work\n[calendars]\n[[work]]\npath = ~/work\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
        self.file(".config/khal/config", settings)
        for title, due in items(count):
            uid = uuid.uuid4()
            entry = f"SUMMARY:{title}\nDTSTART;VALUE=DATE:{due:%Y%m%d}\nUID:{uid}\nDTSTAMP:20260101T000000Z"
            text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\nBEGIN:VEVENT\n{entry}\nEND:VEVENT\nEND:VCALENDAR\n"
            self.file(f"work/{uid}.ics", text.replace("\n", "\r\n"))

    due = ["khal", "list", str(TODAY - timedelta(days=10)), str(SOON)]
    add = ["khal", "new", str(TODAY + timedelta(days=1)), "draft the RFC"]


class Jrnl(Peer):
    name = "jrnl"

    def fill(self, count):
        settings = f"default_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\nhighlight: false\njournals:\n  default:\n    journal: {self.home}/journal.txt\ntagsymbols: '@'\ntimeformat: '%F %R'\nlinewrap: 0\ncolors:\n  body: none\n  date: none\n  tags: none\n  title: none\ntemplate: false\nindent_character: '|'\ndisplay_format: pretty\nversion: v4.2\n"
        self.file(".config/jrnl/jrnl.yaml", settings)
        entries = sorted(items(count), key=lambda item: item[1])
        self.file("journal.txt", "\n".join(f"[{day} 09:00] {title}\n" for title, day in entries))

    due = ["jrnl", "-from", str(TODAY - timedelta(days=10)), "-to", str(SOON), "--short"]
    add = ["jrnl", "tomorrow: draft the RFC."]


class Hledger(Peer):
    name = "hledger"

    def fill(self, count):
        lines = (f"{due} {title}\n    (followups:ana)  1\n" for title, due in items(count))
        self.file(".hledger.journal", "\n".join(lines))

    due = ["hledger", "register", "--end", str(SOON + timedelta(days=1))]

    def add_one(self):
        tomorrow = TODAY + timedelta(days=1)
        return self.run(["hledger", "add"], f"{tomorrow}\ndraft the RFC\nfollowups:ana\n1\ndone\n-1\n.\ny\n.\n")


def install(folder):
    """Puts the programs in place and returns the folder of those that come from the Python registry."""
    missing = [package for program, package in PACKAGES.items() if package and not shutil.which(program)]
    if missing:
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*sudo, "apt-get", "install", "-y", "-q", *missing], check=True, stdout=subprocess.DEVNULL)
    own = folder / "python"
    subprocess.run([sys.executable, "-m", "venv", own], check=True)
    subprocess.run([own / "bin/pip", "install", "-q", "jrnl"], check=True)
    return own / "bin"


def version(peer):
    words = {"mentor": [str(MENTOR), "--version"], "Taskwarrior": ["task", "--version"]}.get(peer.name, [peer.name, "--version"])
    peer.run(words)
    numbers = [word.strip("v,") for word in peer.said.split() if any(c.isdigit() for c in word)]
    return numbers[0]


def race(peers, act):
    """Median seconds of each, run in turns; the first run of each counts as warming up."""
    times = {peer.name: [] for peer in peers}
    for _ in range(ROUNDS + 1):
        for peer in peers:
            times[peer.name].append(act(peer))
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


def main():
    counts = [int(word) for word in sys.argv[1:]] or [1_000, 10_000]
    if not MENTOR.exists():
        sys.exit("first: cargo build --release")
    with tempfile.TemporaryDirectory() as folder:
        bin = install(Path(folder))
        print(f"medians of {ROUNDS} interleaved runs of the whole process; × is times as long as mentor")
        print(f"{'items':>6}  {'program':18}  {'what is due':>12}  {'×':>6}  {'add one':>10}  {'×':>6}")
        for count in counts:
            home = Path(folder) / str(count)
            peers = [kind(home, bin) for kind in (Mentor, Task, Todoman, Khal, Jrnl, Hledger)]
            for peer in peers:
                peer.fill(count)
            due = race(peers, lambda peer: peer.run(peer.due))
            for peer in peers:
                shown = sum("Draft the propos" in line for line in peer.said.splitlines())
                if shown not in range(18, 25):
                    sys.exit(f"{peer.name} shows {shown} of twenty items:\n{peer.said}")
            add = race(peers, lambda peer: peer.add_one())
            for peer in peers:
                name = f"{peer.name} {version(peer)}"
                ratios = [times[peer.name] / times["mentor"] for times in (due, add)]
                print(
                    f"{count:>6}  {name:18}  {due[peer.name] * 1e3:>9.1f} ms  {ratios[0]:>6.1f}"
                    f"  {add[peer.name] * 1e3:>7.1f} ms  {ratios[1]:>6.1f}"
                )


if __name__ == "__main__":
    main()
