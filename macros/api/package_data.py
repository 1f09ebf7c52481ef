"""The data of the package to hand in (macros/tools/package.py) as one plain script, which its page loads when it is there.

It is the data of four tools: too much to stand in the page.
"""

from __future__ import annotations

from pathlib import Path

from macros.finish.modules import data_script
from macros.reading.guidebook import Guidebook
from macros.templating.page_json import page_json
from macros.tools.package import COUNCIL, package_data

FILE = "assets/package/data.js"


def write_all(site: Path, guide: Guidebook) -> None:
    """The script into the built site; none where the guide has no council to count, for then there is no package."""
    if COUNCIL not in guide.sheets:
        return
    target = site / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(data_script("package", page_json(package_data(guide))), encoding="utf-8")
