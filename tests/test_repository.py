"""The repository's own files: workflows that do what they say with pinned actions, forms, owners, edit links."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from macros.commands.check import check
from macros.commands.stale import stale
from macros.pages.base import OWN_PAGES
from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook
from macros.views.checked import checked, newest
from tests import pictures
from tests.conftest import ROOT
from tests.no_page import NoPage
from tests.plain_yaml import plain

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def steps(path: Path) -> list[dict[str, Any]]:
    """All steps of a workflow."""
    jobs = plain(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_작업은_못박은_동작만_쓰고_권한을_밝힌다(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    made = plain(text)
    assert made["permissions"] and all(job["timeout-minutes"] <= 40 for job in made["jobs"].values())
    for line in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
    for step in steps(path):
        script = step.get("run", "")
        assert "${{" not in script, "남의 글이 명령이 될 수 있어요: env로 넘겨 주세요"
        assert set(re.findall(r"\bmake ([a-z]+)", script)) <= TARGETS
        for command in re.findall(r"-m macros (\w+)", script):
            assert (ROOT / f"macros/commands/{command}.py").exists()
        assert not step.get("uses", "").startswith("actions/checkout@") or step["with"]["persist-credentials"] is False
        assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0


def test_라이브러리의_판은_잠금_파일과_같고_로봇이_새_판을_알린다() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(pin for pins in project["optional-dependencies"].values() for pin in pins)]
    locked = set(re.findall(r"^([\w.-]+==\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE))
    assert len(set(asked)) == len(asked) and not [pin for pin in asked if pin.partition(" ;")[0].lower() not in locked]
    robot = plain((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    assert {one["package-ecosystem"] for one in robot["updates"]} == {"pip", "github-actions"}


def test_풀_리퀘스트에_쓰는_작업은_남의_코드를_돌리지_않는다() -> None:
    for path in WORKFLOWS:
        made = plain(path.read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        if "pull-requests: write" in text:
            assert "checkout" not in text and "make" not in str(made["jobs"])
        if "pull_request" in made[True]:
            assert "write" not in str(made["permissions"]) and "pull_request_target" not in made[True]


def test_이슈_양식은_근거를_꼭_묻는다() -> None:
    for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[nw]*.yml"):
        form = plain(path.read_text(encoding="utf-8"))
        asked = {field["id"]: field for field in form["body"]}
        assert asked["grounds"]["validations"]["required"] and len(asked) >= 4
    template = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert all(f"**{word}**" in template for word in ("무엇이", "언제부터", "어디가", "근거"))


def test_살피는_이의_폴더가_모두_있다() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.removeprefix("# ").split() for line in lines if line.removeprefix("# ").startswith("/")]
    assert {folder for folder, *_ in rules} >= {"/data/", "/docs/", "/macros/", "/tests/", "/.github/"}
    for folder, *owners in rules:
        assert (ROOT / folder.strip("/")).is_dir() and owners and all(owner.startswith("@") for owner in owners)


def run_step(workflow: str, name: str, folder: Path, **known: str) -> tuple[int, str]:
    """Run one step of a workflow as its runner does, with a `gh` that notes what it is asked and answers from `known`."""
    script = next(step["run"] for step in steps(ROOT / ".github/workflows" / workflow) if step.get("name") == name)
    gh = folder / "bin/gh"
    gh.parent.mkdir(exist_ok=True)
    gh.write_text('#!/bin/bash\necho "$*" >> asked\nname="ANSWER_$1_${2//[^a-z]/_}"\n'
                  '[ -z "${!name+x}" ] || printf "%s" "${!name}"\n', encoding="utf-8")
    gh.chmod(0o755)
    (folder / "asked").write_text("", encoding="utf-8")
    environment = {"PATH": f"{gh.parent}:{os.environ['PATH']}", **known}
    done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, (folder / "asked").read_text(encoding="utf-8")


def test_바뀌는_것은_그_커밋의_풀_리퀘스트에만_적는다(tmp_path: Path) -> None:
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes/changes.md").write_text("값 1개", encoding="utf-8")
    known = {"RUN": "7", "RUN_URL": "https://run.example/7", "HEAD": "abc", "ANSWER_pr_view": "abc"}
    for number, head, commented in (("12", "abc", True), ("12", "other", False), ("12; rm -r x", "abc", False), ("", "abc", False)):
        (tmp_path / "changes/number").write_text(number + "\n", encoding="utf-8")
        _, asked = run_step("comment.yml", "풀 리퀘스트에 적기", tmp_path, **{**known, "HEAD": head})
        assert ("pr comment 12 --body-file body.md" in asked) == commented, (number, head)
    body = (tmp_path / "body.md").read_text(encoding="utf-8")
    assert body.startswith("값 1개\n") and "[이 실행](https://run.example/7)에서 멈춘 곳" in body
    (tmp_path / "changes/number").write_text("12\n", encoding="utf-8")
    run_step("comment.yml", "풀 리퀘스트에 적기", tmp_path, **known, GH_REPO="o/r", ANSWER_api_repos_o_r_actions_runs___artifacts="34")
    assert "(https://run.example/7/artifacts/34)" in (tmp_path / "body.md").read_text(encoding="utf-8")


def test_검사가_실패해도_고칠_곳을_모두_풀_리퀘스트에_적을_글로_남긴다(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/glossary.yaml").write_text("- id: [\n", encoding="utf-8")
    (tmp_path / "data/actors.yaml").write_text("- id: A\tB\n", encoding="utf-8")
    file = tmp_path / "changes.md"
    assert check(tmp_path / "data", tmp_path / "docs", comment=file) == 1
    text = file.read_text(encoding="utf-8")
    assert text.startswith("<!-- hyeopchi-changes -->\n") and "`data/glossary.yaml:" in text and "`data/actors.yaml:" in text
    made = plain((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]["data"]["steps"]
    kept = next(step for step in made if step.get("with", {}).get("name") == "changes")
    assert kept["if"] == "${{ !cancelled() }}"  # else a failed check would tell nothing


def test_남의_글은_사람을_부르지도_다른_곳을_가리키지도_못한다(tmp_path: Path) -> None:
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes/number").write_text("12\n", encoding="utf-8")
    (tmp_path / "changes/changes.md").write_bytes(
        "<!-- hyeopchi-changes -->\n@team ![x](https://evil.example/x.png) [y](//evil.example) [z]: http://evil.example <img src=x> "
        "&#64;team &#x40;team &commat;team www.evil.example "
        "<a href=x>\x1b[2J<details><summary>페이지</summary>\n**값**\n</details>\n".encode() + b"\xff\xfe" + "가".encode())
    run_step("comment.yml", "풀 리퀘스트에 적기", tmp_path, RUN="7", RUN_URL="https://run.example/7", HEAD="abc", ANSWER_pr_view="abc")
    body = (tmp_path / "body.md").read_text(encoding="utf-8").partition("미리보기:")[0]
    assert body.startswith("<!-- hyeopchi-changes -->") and "<details><summary>페이지</summary>" in body and "**값**" in body and "가" in body
    assert not [sign for sign in ("@team", "&#", "&commat", "www.evil", "://", "](", "]:", "<img", "<a ", "\x1b") if sign in body], body


def test_오래된_것은_이슈_하나에_적고_없으면_적지_않는다(tmp_path: Path) -> None:
    step = ("remind.yml", "이슈에 적기", tmp_path)
    (tmp_path / "stale.md").touch()
    assert run_step(*step, TITLE="확인할 때") == (0, "")
    (tmp_path / "stale.md").write_text("오래된 것", encoding="utf-8")
    assert "issue create --title 확인할 때 --body-file stale.md" in run_step(*step, TITLE="확인할 때")[1]
    code, asked = run_step(*step, TITLE="확인할 때", ANSWER_issue_list="3")
    assert code == 0 and "issue edit 3 --body-file stale.md" in asked and "create" not in asked
    assert "--app github-actions" in asked and "select(.title == env.TITLE)" in asked


def test_커밋_전_검사의_명령이_있다() -> None:
    hooks = plain((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert {hook["id"] for hook in hooks} == {"data", "schema", "ruff", "deno", "mypy"}
    assert all(re.compile(hook["files"]) for hook in hooks)


def test_저장소를_적으면_기록마다_고치는_링크가_나오고_적지_않으면_없다(guide: Guidebook) -> None:
    without, having = Macros(guide, NoPage()), Macros(guide, NoPage(), "https://git.example/guide/")
    for name, key, file in (("step", "local-research", "steps/local-research"), ("case", "dobong", "cases/dobong"),
                            ("checklist", "planning", "checklists/planning"), ("form", "budget-tables", "forms/budget-tables")):
        assert f'href="https://git.example/guide/edit/main/data/{file}.yaml"' in getattr(having, name)(key)
        assert '"hg-edit"' not in getattr(without, name)(key)
    assert 'edit/main/data/rules/labour-cap.yaml"' in having.rules("limit")
    assert '"hg-edit"' not in without.rules("limit")
    assert all((ROOT / "macros/templates" / template).exists() for template in OWN_PAGES)


def test_확인한_날은_시계를_보지_않고_오래된_것부터_나온다(guide: Guidebook) -> None:
    reference = newest(guide)
    found = checked(guide, reference)
    assert len(found) == len(guide.rules) + len(guide.programmes) + len(guide.timelines) + len(guide.checklists)
    assert [one.day for one in found] == sorted(one.day for one in found) and not any(one.old for one in found)
    assert found[0].file in Macros(guide, NoPage()).checked_dates()
    assert sum(one.old for one in checked(guide, found[0].day + timedelta(days=366))) >= 1


def test_오래된_것을_이슈에_적을_글로_말한다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "stale.md"
    assert stale(ROOT / "data", date(2026, 11, 22), "markdown", out) == 0
    assert out.read_text(encoding="utf-8") == ""
    assert stale(ROOT / "data", date(2028, 1, 1), "markdown", out) == 0
    assert "`data/rules/labour-cap.yaml`" in out.read_text(encoding="utf-8")
    assert stale(ROOT / "data", date(2028, 1, 1), "text", None) == 0
    assert "data/rules/labour-cap.yaml 규칙 ‘인건비성 경비 한도’" in capsys.readouterr().out


def test_고치는_안내의_그림이_모두_있고_설명이_붙고_가볍다() -> None:
    used = set()
    for page in (ROOT / "CONTRIBUTING.md", ROOT / "docs/maintain/editing.md"):
        for words, address in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            path = (page.parent / address).resolve()
            assert len(words) > 20 and path.stat().st_size < 60_000, address
            used.add(path)
    assert used == set(pictures.FOLDER.iterdir())
    assert {path.name for path in used if path.suffix == ".png"} == set(pictures.NAMES)


def test_안내에_적은_검사의_말이_지금_나오는_말과_같다() -> None:
    said = pictures.said_by_check()
    assert f"```text\n{said}\n```" in (ROOT / "docs/maintain/editing.md").read_text(encoding="utf-8")
