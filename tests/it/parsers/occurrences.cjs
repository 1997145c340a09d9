// Reads a calendar with ical.js and prints every occurrence in order, in UTC, as `occurrences.py` does.
//
//     node occurrences.cjs FOLDER-OF-ICAL.JS FILE [FILE …]
//
// Times are those of the VTIMEZONE of the file: ical.js knows no other zones. The last file counts.

const fs = require("fs");
const path = require("path");

const ICAL = require(path.join(process.argv[2], "dist/ical.es5.cjs"));
const text = fs.readFileSync(process.argv[process.argv.length - 1], "utf8");
const END = Date.UTC(2031, 0, 1);

const calendar = new ICAL.Component(ICAL.parse(text));
for (const part of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(part));
}

const lines = [];
function tell(event, start) {
    const at = start.toJSDate().toISOString().slice(0, 16) + "Z";
    const minutes = event.duration.toSeconds() / 60;
    lines.push(`${at} ${minutes} ${event.component.getFirstPropertyValue("status")} ${event.summary}`);
}

const parts = calendar.getAllSubcomponents("vevent");
const masters = parts.filter((part) => !part.hasProperty("recurrence-id"));
const exceptions = parts.filter((part) => part.hasProperty("recurrence-id"));
for (const part of masters) {
    const uid = part.getFirstPropertyValue("uid");
    const own = exceptions.filter((other) => other.getFirstPropertyValue("uid") === uid);
    const event = new ICAL.Event(part, { exceptions: [] });
    // By the moment of their instance: a moved one may stand far from where it was.
    const moved = new Set(own.map((other) => other.getFirstPropertyValue("recurrence-id").toJSDate().getTime()));
    if (!event.isRecurring()) {
        if (!moved.has(event.startDate.toJSDate().getTime())) tell(event, event.startDate);
        continue;
    }
    const occurrences = event.iterator();
    for (let next = occurrences.next(); next && next.toJSDate().getTime() < END; next = occurrences.next()) {
        if (!moved.has(next.toJSDate().getTime())) tell(event, next);
    }
}
for (const part of exceptions) {
    const event = new ICAL.Event(part);
    tell(event, event.startDate);
}
console.log(lines.sort().join("\n"));
