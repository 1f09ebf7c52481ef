"""What stands where somebody shares a link: title, words and picture with whole addresses, once the site has one."""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config

from macros.templating.theme import escaping
from tests.conftest import ROOT

ADDRESS = "https://guide.example.go.kr/hyeopchi/"


def head(site_url: str | None, **meta: str) -> dict[str, str]:
    """What the page's head says of itself, by name."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_url=site_url)
    template = escaping(config.theme.get_env()).get_template("main.html")
    url = f"{site_url}budget/" if site_url else None
    page = SimpleNamespace(meta=meta, title="예산 & 규칙", canonical_url=url, url="budget/")
    context = template.new_context({"config": config, "page": page, "base_url": "..", "build_date_utc": datetime.now(UTC)})
    html = "".join(template.blocks["extrahead"](context))
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html))


def test_주소가_있으면_나눈_링크에_제목과_설명과_그림이_선다() -> None:
    found = head(ADDRESS, description='한도와 "조항"')
    assert found["og:title"] == "예산 &amp; 규칙" and found["og:description"] == "한도와 &#34;조항&#34;"
    assert (found["og:url"], found["og:image"]) == (ADDRESS + "budget/", ADDRESS + "assets/images/card.png")
    assert found["og:site_name"] == "협치 길잡이" and found["twitter:card"] == "summary_large_image"
    said = (int(found["og:image:width"]), int(found["og:image:height"]))
    picture = (ROOT / "docs/assets/images/card.png").read_bytes()
    assert said == struct.unpack(">II", picture[16:24]) == (1200, 630) and len(picture) < 300_000


@pytest.mark.parametrize("site_url", [None, ""])
def test_주소가_없으면_반쪽_주소를_적지_않는다(site_url: str | None) -> None:
    found = head(site_url)
    assert found["og:title"] and found["og:description"] and not {"og:url", "og:image", "twitter:card"} & found.keys()
