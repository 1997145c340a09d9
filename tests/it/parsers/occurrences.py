"""Reads a calendar with a parser that mentor knows nothing of and prints every occurrence in order, in UTC:

    2027-03-04T17:00Z 45 CONFIRMED Check-in with Ana

    occurrences.py icalendar|vobject|khal FILE [FILE …]

Later files are imported over earlier ones, as a person would who imports a calendar again. A pager of times is
computed by the parser's own means: icalendar and vobject from the VTIMEZONE of the file, khal as it shows it.
"""

import datetime
import os
import subprocess
import sys
import tempfile

UTC = datetime.timezone.utc


def line(start, minutes, status, title):
    return f"{start.astimezone(UTC):%Y-%m-%dT%H:%MZ} {minutes} {status} {title}"


def expanded(events):
    """Occurrences of events that are given as dictionaries, from RRULE, RDATE, EXDATE and RECURRENCE-ID."""
    moved = {(e["uid"], e["instance"].astimezone(UTC)) for e in events if e["instance"]}
    for event in events:
        starts = [event["start"]] if event["instance"] else event["starts"]
        for start in starts:
            if not event["instance"] and (event["uid"], start.astimezone(UTC)) in moved:
                continue
            yield line(start, event["minutes"], event["status"], event["title"])


def with_icalendar(text):
    import icalendar
    from dateutil.rrule import rrulestr

    calendar = icalendar.Calendar.from_ical(text)
    # The zones as the file defines them, not as this machine knows them.
    zones = {str(part["TZID"]): part.to_tz() for part in calendar.walk("VTIMEZONE")}

    def times(event, name):
        found = event.get(name, [])
        for values in found if isinstance(found, list) else [found]:
            for value in getattr(values, "dts", [values]):
                zone = values.params.get("TZID")
                local = value.dt.replace(tzinfo=None)
                yield (local, zones[zone]) if zone else (local, UTC)

    def aware(pair):
        local, zone = pair
        return zone.localize(local) if hasattr(zone, "localize") else local.replace(tzinfo=zone)

    events = []
    for event in calendar.walk("VEVENT"):
        (local, zone), = times(event, "DTSTART")
        starts = {local}
        if "RRULE" in event:
            rule = event["RRULE"]
            until = rule.pop("UNTIL", [None])[0]
            starts = set()
            for start in rrulestr(rule.to_ical().decode(), dtstart=local):
                if aware((start, zone)) > (until or datetime.datetime(2040, 1, 1, tzinfo=UTC)):
                    break
                starts.add(start)
        starts |= {start for start, _ in times(event, "RDATE")}
        starts -= {start for start, _ in times(event, "EXDATE")}
        instance = [aware(pair) for pair in times(event, "RECURRENCE-ID")]
        events.append({
            "uid": str(event["UID"]),
            "start": aware((local, zone)),
            "starts": [aware((start, zone)) for start in sorted(starts)],
            "instance": instance[0] if instance else None,
            "minutes": int(event.duration.total_seconds() // 60),
            "status": str(event["STATUS"]),
            "title": str(event["SUMMARY"]),
        })
    return expanded(events)


def with_vobject(text):
    import io
    import vobject
    from dateutil.tz import tzical

    # The zones as the file defines them: vobject would take pytz's, and one offset for all of a series.
    zones = tzical(io.StringIO(text))
    for name in zones.keys():
        vobject.icalendar.registerTzid(name, zones.get(name))
    calendar = vobject.readOne(text)
    calendar.validate()
    events = []
    for event in calendar.contents.get("vevent", []):
        starts = event.getrruleset(addRDate=True) if "rrule" in event.contents else None
        instance = event.contents.get("recurrence-id")
        events.append({
            "uid": event.uid.value,
            "start": event.dtstart.value,
            "starts": list(starts) if starts else [event.dtstart.value],
            "instance": instance[0].value if instance else None,
            "minutes": int(event.duration.value.total_seconds() // 60),
            "status": event.status.value,
            "title": event.summary.value,
        })
    return expanded(events)


def with_khal(files):
    with tempfile.TemporaryDirectory() as home:
        config = os.path.join(home, "config")
        with open(config, "w") as out:
            out.write(
                f"[calendars]\n[[mentor]]\npath = {home}/calendar\ntype = calendar\n"
                f"[sqlite]\npath = {home}/khal.db\n"
                "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\n"
                "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            )
        os.mkdir(os.path.join(home, "calendar"))
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home, LC_ALL="C.UTF-8")

        def khal(*words):
            program = [sys.executable, "-m", "khal", "-c", config, *words]
            done = subprocess.run(program, env=environment, capture_output=True, text=True)
            if done.returncode != 0 or "ERROR" in done.stderr.upper() or "WARNING" in done.stderr.upper():
                sys.exit(f"khal {words}: {done.stdout}{done.stderr}")
            return done.stdout

        for file in files:
            khal("import", "--batch", "-a", "mentor", file)
        shape = "{start-long-full}|{end-long-full}|{status}|{title}"
        listed = khal("list", "--day-format", "", "--format", shape, "2026-01-01", "2031-01-01")
        for row in set(listed.splitlines()):
            start, end, status, title = row.split("|", 3)
            start, end = (datetime.datetime.strptime(one, "%Y-%m-%d %H:%M").replace(tzinfo=UTC) for one in (start, end))
            minutes = int((end - start).total_seconds() // 60)
            yield line(start, minutes, status.strip() or "CONFIRMED", title)


def main():
    parser, files = sys.argv[1], sys.argv[2:]
    if parser == "khal":
        found = with_khal(files)
    else:
        with open(files[-1], newline="") as calendar:
            text = calendar.read()
        found = {"icalendar": with_icalendar, "vobject": with_vobject}[parser](text)
    print("\n".join(sorted(found)))


main()
