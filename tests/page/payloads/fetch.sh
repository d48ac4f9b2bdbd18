#!/usr/bin/env bash
# Brings lists of hostile texts into .tools/payloads: other people's, so none of them is in the repository. From PyPI
# brs-kb (4.0.2), from npm blns (2.0.4); without running anything of theirs but the import of their lists.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=.tools/payloads
[ -f "$out/payloads.json" ] && exit
mkdir -p "$out"
[ -x "$out/python/bin/pip" ] || python3 -m venv "$out/python"
"$out/python/bin/pip" install --quiet --disable-pip-version-check --no-deps "brs-kb==4.0.2"
(cd "$out" && npm pack --silent "blns@2.0.4" >/dev/null && tar xzf blns-2.0.4.tgz package/resources/blns.json 2>/dev/null)
"$out/python/bin/python" - "$out" <<'PYTHON'
import json
import sys
from pathlib import Path

from brs_kb import payloads

out = Path(sys.argv[1])
strings = json.loads((out / "package/resources/blns.json").read_text())
tables = [table for table in vars(payloads).values() if isinstance(table, dict)]
known = {entry.payload for table in tables for entry in table.values() if isinstance(getattr(entry, "payload", None), str)}
lists = {"brs-kb": sorted(known), "blns": strings}
(out / "payloads.json").write_text(json.dumps(lists))
PYTHON
