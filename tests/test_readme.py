"""README tells the truth: its output, its table, its code and its commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from figcheck.cli import main
from figcheck.cli.parser import parser

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def part(name: str, text: str) -> re.Match[str]:
    """A part of README that a command writes, without the comments around it."""
    found = re.search(rf"(?<=<!-- {name}: )([^>]*-->\n)(.*?)(?=<!-- /{name} -->)", text, re.DOTALL)
    assert found, f"README has no part {name!r}"
    return found


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(
    ("name", "command", "fence"),
    [
        ("demo", ["demo", "--show", "claims"], "```"),
        ("rules", ["rules", "--format", "markdown"], ""),
    ],
)
def test_a_generated_part_is_what_the_command_prints(
    name: str,
    command: list[str],
    fence: str,
    capsys: pytest.CaptureFixture[str],
    updating: bool,
) -> None:
    assert 0 == main(command)
    printed = capsys.readouterr().out
    expected = f"{fence}text\n{printed}{fence}\n" if fence else f"\n{printed}\n"
    text = README.read_text(encoding="utf-8")
    found = part(name, text)
    if updating:
        README.write_text(
            text[: found.start(2)] + expected + text[found.end(2) :], encoding="utf-8"
        )
        found = part(name, README.read_text(encoding="utf-8"))

    assert expected == found[2]


def test_the_python_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    [code] = blocks("python")

    exec(compile(code, "README.md", "exec"), {})

    assert "FC101 5 + 4 + 2 = 11, not 12\n" == capsys.readouterr().out


@pytest.mark.parametrize("line", "".join(blocks("sh")).splitlines())
def test_a_command_is_one(line: str) -> None:
    words = shlex.split(line, comments=True)
    runs = [k for k, word in enumerate(words) if word.rpartition("/")[2] == "figcheck"]

    assert runs or "pytest" in words
    for at in runs:
        stop = next((k for k in range(at, len(words)) if words[k] in ("&&", "|", ">")), len(words))
        parser().parse_args(words[at + 1 : stop])


def test_there_are_two_commands_for_a_fresh_machine() -> None:
    first, second = (line for line in "".join(blocks("sh")).splitlines() if " -m venv " in line)

    assert first.endswith("/figcheck demo --show claims")
    assert second.endswith(" -m pytest")
    assert all(line.startswith("python3 -m venv .venv && ") for line in (first, second))


def test_every_link_leads_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
        assert [] == [link for link in links if not (ROOT / link).exists()], name
