#!/usr/bin/env python3
"""How large a bundle is, and how long and with how much memory a take and a sync run.

    cargo build --profile dist --locked && python3 benches/exchange.py [RECORDS] [MENTOR]

Sam has five years of check-ins and follow-ups with Ana. He sends all of them, Ana takes them and sends one more, and Sam takes that.
Prints the size of the bundle, and the time and the peak memory of each command, the best of five runs on equal files.
"""

import csv
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROUNDS = 5
DAYS = 5 * 365
FIRST_DAY = date(2025, 1, 8)
WORDS = """we talked about the plan for the release and what she wants to learn next: reviews, saying no to work, leading the incident
review, writing the design, asking for help earlier, the promotion in spring, her team, the new manager, trust and feedback""".split()


class Machines:
    """The homes of two people and the folder between them."""

    def __init__(self, root, mentor):
        self.root, self.mentor, self.now = Path(root), mentor, "2025-01-06T09:00:00Z"
        self.shared = self.root / "shared"
        for name in ["sam", "ana", "shared"]:
            (self.root / name).mkdir()

    def run(self, who, *args):
        """Runs a command that must succeed; returns its seconds and its peak memory in MB."""
        env = {"HOME": str(self.root / who), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "MENTOR_NOW": self.now}
        command = ["/usr/bin/time", "-f", "%e %M", self.mentor, *map(str, args)]
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{who}$ mentor {' '.join(map(str, args))}\n{done.stdout}{done.stderr}")
        seconds, kilobytes = re.findall(r"[\d.]+", done.stderr.splitlines()[-1])
        return float(seconds), int(kilobytes) / 1000

    def bundles(self):
        return sorted(self.shared.glob("*-*.mentor"), key=lambda file: file.stat().st_mtime)

    def meet(self):
        """Sam invites Ana, and both have compared the words of their keys."""
        self.run("sam", "init", "--name", "Sam Okoro", "--tz", "Europe/London")
        self.run("sam", "pair", "add", "ana", "--mentee", "Ana Díaz", "--tz", "America/Bogota")
        self.run("sam", "share", "invite", "ana", "--folder", self.shared, "--all")
        invitation = self.shared / "join-sam.mentor"
        self.run("ana", "share", "join", invitation, "--folder", self.shared, "--yes", "--unchecked")
        invitation.unlink()
        self.run("sam", "share", "take", *self.bundles())
        self.run("sam", "share", "words", "ana", "--ok")
        self.run("ana", "share", "words", "sam", "--ok")

    def fill(self, count):
        """Gives Sam five years of records: one in seven is a check-in with notes, the others are follow-ups."""
        random.seed(4)
        self.now = "2030-01-20T09:00:00Z"
        calls = count // 7
        days = [FIRST_DAY + timedelta(days=index * DAYS // calls) for index in range(calls)]
        rows = [[day, random.choice([30, 45, 50, 60]), text(40)] for day in days]
        self.load("checkin", ["date", "minutes", "notes"], rows)
        days = [FIRST_DAY + timedelta(days=index * DAYS // (count - calls)) for index in range(count - calls)]
        rows = [[text(7), day + timedelta(days=7), day + timedelta(days=random.randint(1, 12))] for day in days]
        self.load("followup", ["title", "due", "done_on"], rows)

    def load(self, noun, header, rows):
        sheet = self.root / f"{noun}.csv"
        with sheet.open("w", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        self.run("sam", "import", sheet, "--csv", "--as", noun, "-p", "ana", "--yes")


def text(length):
    return " ".join(random.choice(WORDS) for _ in range(length))


def best(machines, who, *args):
    """Runs a command on equal files, and keeps what the last run wrote."""
    with tempfile.TemporaryDirectory() as before:
        copy = Path(before) / "files"
        shutil.copytree(machines.root, copy)
        runs = []
        for _ in range(ROUNDS):
            shutil.rmtree(machines.root)
            shutil.copytree(copy, machines.root)
            runs.append(machines.run(who, *args))
    seconds, megabytes = zip(*runs)
    print(f"  {who}$ mentor {args[0]:<8} {args[1] if len(args) > 1 and args[0] == 'share' else '':<6}"
          f"{min(seconds):6.2f} s {max(megabytes):6.1f} MB")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    default = Path(__file__).resolve().parent.parent / "target/dist/mentor"
    mentor = str(Path(sys.argv[2] if len(sys.argv) > 2 else default).resolve())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "machines"
        root.mkdir()
        machines = Machines(root, mentor)
        machines.meet()
        machines.fill(count)
        print(f"{count} records of five years; best of {ROUNDS} runs, peak memory")
        best(machines, "sam", "sync")
        bundle = machines.bundles()[-1]
        print(f"  bundle: {bundle.stat().st_size / 1000:.0f} kB")
        best(machines, "ana", "share", "take", bundle)
        machines.run("ana", "followup", "add", "thanks")
        best(machines, "ana", "sync")
        best(machines, "sam", "sync")


main()
