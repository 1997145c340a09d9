#!/usr/bin/env python3
"""Writes `windows.txt`: the zone that each Windows zone name means.

    npm pack cldr-core@48.2.0 && tar xzf cldr-core-48.2.0.tgz
    python3 src/domain/zone/windows.py package > src/domain/zone/windows.txt

The table is CLDR's windowsZones (docs/sources.md), of which the zone of the whole world (territory 001) is taken.
"""

import json
import pathlib
import sys

package = pathlib.Path(sys.argv[1])
version = json.loads((package / "package.json").read_text())["version"]
table = json.loads((package / "supplemental/windowsZones.json").read_text())
zones = [entry["mapZone"] for entry in table["supplemental"]["windowsZones"]["mapTimezones"]]
print(f"# CLDR {version}, windowsZones")
for zone in sorted(zones, key=lambda zone: zone["_other"]):
    if zone["_territory"] == "001":
        print(f"{zone['_other']}\t{zone['_type']}")
