"""What may run on a page, said in the page itself, so that it holds on every host and from a file.

A page may ask its own host for files (`connect-src 'self'`): what looks a page over, such as Lighthouse, reads robots.txt so.

Two short scripts stand in each page; they are allowed by hashes that a list holds (inline_scripts.py), never because they
stand there. print-margin.html has a style with the page's title, which is allowed by its own hash. Where browsers have Trusted
Types, a text becomes markup or a script's address only through one file of ours (docs/assets/js/trusted.js).
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from macros.finish import inline_scripts

# The one policy of Trusted Types that a page may make (docs/assets/js/trusted.js).
TRUSTED = "hyeopchi"
STYLE = re.compile(r"<style[^>]*>(?P<text>.*?)</style>", re.DOTALL)
FIRST = re.compile(r"<meta charset=\"utf-8\">")


def _hashes(texts: list[str]) -> str:
    made = (b64encode(sha256(text.encode()).digest()).decode() for text in dict.fromkeys(texts))
    return "".join(f" 'sha256-{one}'" for one in made)


def policy(html: str) -> str:
    """The policy under which this page works. Data blocks (`type="application/json"`) do not run and need no hash.

    Raises ForeignScriptError for a script that is not known.
    """
    scripts = "".join(f" '{one}'" for one in inline_scripts.allowed(html))
    styles = [found["text"] for found in STYLE.finditer(html)]
    return "; ".join([
        "default-src 'none'", f"script-src 'self'{scripts}", f"style-src 'self'{_hashes(styles)}",
        "img-src 'self' data:", "font-src 'self'", "worker-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'",
        "require-trusted-types-for 'script'", f"trusted-types {TRUSTED}",
    ])


def with_policy(html: str) -> str:
    """The page with its policy, before anything to which it applies."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    made, count = FIRST.subn(lambda found: f"{found[0]}\n      {meta}", html, count=1)
    if not count:
        raise ValueError("페이지의 머리에 <meta charset>이 없어 보안 정책을 넣지 못했어요.")
    return made
