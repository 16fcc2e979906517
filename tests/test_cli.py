"""The command line: what is read, what is printed, where, and the exit code."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

import figcheck
from figcheck.cli import main
from figcheck.home import folder
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

CONFLICT = "The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients.\n"
CLEAN = "The panel of 11 is made up of 5 doctors, 4 nurses and 2 patients.\n"
MESSAGE = "5 + 4 + 2 = 11, not 12"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """figcheck in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, *capsys.readouterr()

    return call


def write(here: Path, files: dict[str, str | bytes]) -> None:
    for name, text in files.items():
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def paths(printed: str) -> list[str]:
    return [json.loads(line)["path"] for line in printed.splitlines()]


class TestCheck:
    def test_a_conflict_is_shown_and_makes_the_code_1(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": CONFLICT})

        code, out, err = run("check", "a.txt")

        assert (1, "") == (code, err)
        place, source, marks, *_ = out.splitlines()
        assert place.startswith("a.txt:1:14: FC101 ")
        assert place.endswith(MESSAGE)
        assert f"  1 | {CONFLICT.strip()}" == source
        assert "    |              ^^               ~          ~            ~" == marks
        assert out.endswith(" 1 claim checked: 0 hold, 1 in conflict\n")

    def test_what_holds_makes_the_code_0(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": CLEAN})

        code, out, err = run("check", "a.txt")

        assert (0, "") == (code, err)
        assert out.startswith("4 figures, 1 claim checked: 1 holds, 0 in conflict")

    def test_claims_that_hold_are_listed_on_request(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": CLEAN})

        _, out, _ = run("check", "--show", "claims", "a.txt")

        assert "a.txt:1:14: FC101 holds: 5 + 4 + 2 = 11" == out.splitlines()[0]

    def test_figures_in_no_claim_are_counted_and_listed_on_request(
        self, run: Run, tmp_path: Path
    ) -> None:
        write(tmp_path, {"a.txt": CLEAN + "They met for 3 days.\n"})

        _, plain, _ = run("check", "a.txt")
        _, out, _ = run("check", "--show", "figures", "a.txt")

        assert plain.endswith("0 in conflict; 1 figure in no claim (--show figures)\n")
        assert ["a.txt:2:14: in no claim: 3 days (duration)", plain.rstrip()] == out.splitlines()

    def test_json_prints_the_object_of_to_dict_a_line_a_file(
        self, run: Run, tmp_path: Path
    ) -> None:
        write(tmp_path, {"a.txt": CONFLICT, "b.txt": "¡" + CLEAN})

        code, out, _ = run("check", "--format", "json", "a.txt", "b.txt")

        assert 1 == code
        assert out.isascii()
        assert [json.loads(line) for line in out.splitlines()] == [
            figcheck.check_file("a.txt").to_dict(),
            figcheck.check_file("b.txt").to_dict(),
        ]

    def test_the_article_is_left_as_it_is(self, run: Run, tmp_path: Path) -> None:
        raw = b"\xef\xbb\xbf" + CONFLICT.replace("\n", "\r\n").encode() + b"\xa0 \r"
        write(tmp_path, {"a.txt": raw})

        run("check", "a.txt")

        assert raw == (tmp_path / "a.txt").read_bytes()
        assert ["a.txt"] == [path.name for path in tmp_path.iterdir()]

    def test_the_suffix_says_the_format_unless_it_is_given(self, run: Run, tmp_path: Path) -> None:
        html = "<p>The panel of <b>12</b> is made up of 5 doctors, 4 nurses and 2 patients.</p>"
        write(tmp_path, {"a.html": html, "b.txt": html})

        by_suffix, given = (
            json.loads(run("check", "--format", "json", *args)[1])["findings"][0]
            for args in (["a.html"], ["--input-format", "html", "b.txt"])
        )

        assert (html.index("12"), html.index("12") + 2) == (by_suffix["start"], by_suffix["end"])
        assert by_suffix == given


class TestInputs:
    @pytest.fixture(autouse=True)
    def articles(self, tmp_path: Path) -> None:
        names = ["b.txt", "a.md", "sub/c.HTML", "sub/d.py", ".hidden/e.txt", "sub/.f.txt", "g.text"]
        write(tmp_path, dict.fromkeys(names, CLEAN))

    def test_a_folder_stands_for_the_articles_in_it(self, run: Run) -> None:
        code, out, err = run("check", "--format", "json", ".")

        assert (0, "") == (code, err)
        assert ["a.md", "b.txt", "g.text", "sub/c.HTML"] == paths(out)

    def test_a_file_that_is_named_is_read_whatever_its_suffix(self, run: Run) -> None:
        assert ["sub/d.py"] == paths(run("check", "--format", "json", "sub/d.py")[1])

    def test_a_pattern_stands_for_its_files_and_folders(self, run: Run) -> None:
        assert ["a.md", "b.txt"] == paths(run("check", "--format", "json", "[ab].*")[1])
        assert ["sub/c.HTML"] == paths(run("check", "--format", "json", "s?b")[1])
        assert ["sub/c.HTML"] == paths(run("check", "--format", "json", "**/*.HTML")[1])

    def test_each_file_is_read_once_in_the_order_named(self, run: Run) -> None:
        _, out, _ = run("check", "--format", "json", "g.text", "./g.text", ".", "b.txt")

        assert ["g.text", "a.md", "b.txt", "sub/c.HTML"] == paths(out)

    @pytest.mark.parametrize(
        ("path", "complaint"),
        [
            ("none.txt", "none.txt: No such file or directory"),
            ("*.nothing", "*.nothing: no file of that pattern"),
            ("bare", "bare: no file in it that ends in .txt, .text, .md"),
        ],
    )
    def test_a_path_that_leads_nowhere_is_said(
        self, run: Run, tmp_path: Path, path: str, complaint: str
    ) -> None:
        (tmp_path / "bare").mkdir()

        code, out, err = run("check", path)

        assert (2, "") == (code, out)
        assert err.startswith(f"figcheck: {complaint}")
        assert 1 == err.count("\n")

    def test_standard_input_has_the_name_and_format_that_are_given(self, run: Run) -> None:
        html = b"<p>The panel of 12 is made up of 5 doctors,<br>4 nurses and 2 patients.</p>"

        code, out, _ = run(
            "check", "--format", "json", "--stdin-filename", "x/y.html", "-", stdin=html
        )

        assert 1 == code
        assert "x/y.html" == json.loads(out)["path"]
        assert [html.index(b"12")] == [f["start"] for f in json.loads(out)["findings"]]

    def test_standard_input_without_a_name_is_text(self, run: Run) -> None:
        code, out, _ = run("check", "-", stdin=CONFLICT.encode())

        assert 1 == code
        assert out.startswith("-:1:14: FC101")

    def test_a_byte_order_mark_and_windows_1252_are_read(self, run: Run) -> None:
        marked = run("check", "-", stdin=b"\xef\xbb\xbf" + CONFLICT.encode())[1]
        _, windows, _ = run("check", "-", stdin=CONFLICT.encode() + b"\x93Yes\x94")

        assert marked.startswith("-:1:14: FC101")
        assert windows.startswith("-:1:14: FC101")
        assert "-: not UTF-8: read as Windows-1252" in windows.splitlines()


class TestUnreadable:
    FAULTS = (
        ("empty.txt", b"", "empty, nothing to check"),
        ("blank.txt", b" \n\t\r\n", "empty, nothing to check"),
        ("binary.txt", b"\x7fELF\0\0\1 12 of 10", "a binary file"),
        ("latin.txt", b"12 \x81\x8d of 10", "neither UTF-8 nor Windows-1252"),
        ("utf16.txt", b"\xff\xfe1\x002\x00\x00\xd8", "begins like UTF-16 but is not"),
    )

    @pytest.mark.parametrize(("name", "raw", "complaint"), FAULTS)
    def test_each_fault_has_its_message_and_the_others_are_checked(
        self, run: Run, tmp_path: Path, name: str, raw: bytes, complaint: str
    ) -> None:
        write(tmp_path, {name: raw, "a.txt": CONFLICT})

        code, out, err = run("check", name, "a.txt")

        assert 2 == code
        assert err.startswith(f"figcheck: {name}: {complaint}")
        assert 1 == err.count("\n")
        assert MESSAGE in out

    @pytest.mark.parametrize(("name", "raw", "complaint"), FAULTS)
    def test_standard_input_has_the_same_faults(
        self, run: Run, name: str, raw: bytes, complaint: str
    ) -> None:
        code, out, err = run("check", "--stdin-filename", name, "-", stdin=raw)

        assert (2, "") == (code, out)
        assert err.startswith(f"figcheck: {name}: {complaint}")

    def test_a_huge_file_is_not_read(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("figcheck.read.LARGEST", 100)
        monkeypatch.setattr("figcheck.cli.inputs.LARGEST", 100)
        write(tmp_path, {"big.txt": CONFLICT * 2})

        by_name, by_stdin = run("check", "big.txt"), run("check", "-", stdin=b"5 " * 51)

        assert (2, "") == by_name[:2]
        assert by_name[2] == "figcheck: big.txt: more than the 100 bytes that are read\n"
        assert (2, "", "figcheck: -: more than the 100 bytes that are read\n") == by_stdin

    def test_a_file_without_an_end_is_not_read_for_ever(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("figcheck.read.LARGEST", 1000)

        code, _, err = run("check", "/dev/zero")

        assert 2 == code
        assert err.startswith("figcheck: /dev/zero: ")

    def test_a_bug_is_said_in_one_line_and_the_others_are_checked(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path, {"a.txt": CONFLICT, "bug.txt": CLEAN})
        check_file = figcheck.check_file

        def failing(path: str, *args: str, **options: None) -> figcheck.Report:
            return 1 // 0 if path == "bug.txt" else check_file(path, *args, **options)  # type: ignore[return-value]

        monkeypatch.setattr("figcheck.cli.inputs.check_file", failing)

        code, out, err = run("check", "bug.txt", "a.txt")

        assert 2 == code
        assert err.startswith("figcheck: bug.txt: figcheck failed; please report it (test_cli.py:")
        assert err.endswith("ZeroDivisionError: integer division or modulo by zero)\n")
        assert MESSAGE in out

    def test_a_name_that_steers_the_terminal_is_spelled_out(self, run: Run) -> None:
        assert "<U+001B>[2J" in run("check", "\x1b[2J.txt")[2]


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("check",),
            ("frobnicate",),
            ("check", "--format", "xml", "a.txt"),
            ("check", "--form", "json", "a.txt"),
            ("figures",),
            ("figures", "--jsonl", "a.txt"),
            ("explain",),
            ("explain", "FC000"),
        ],
    )
    def test_a_line_that_says_nothing_sensible_is_code_2(
        self, run: Run, arguments: tuple[str, ...]
    ) -> None:
        code, out, err = run(*arguments)

        assert (2, "") == (code, out)
        assert err.startswith(("usage: figcheck", "figcheck: "))

    def test_version_and_help(self, run: Run) -> None:
        assert (0, f"figcheck {figcheck.__version__}\n", "") == run("--version")
        code, out, _ = run("check", "--help")
        assert 0 == code
        assert "--stdin-filename" in out


class TestRules:
    def test_every_rule_is_explained_by_code_and_name(self, run: Run) -> None:
        for rule in rules():
            code, by_code, _ = run("explain", rule.code.lower())

            assert (0, by_code) == (code, run("explain", rule.name)[1])
            assert (
                f"{rule.code} {rule.name}\n\n{rule.title}\n"
                == by_code[: len(by_code)][: by_code.index("\n", by_code.index(rule.title)) + 1]
            )

    def test_an_unknown_code_names_the_nearest(self, run: Run) -> None:
        assert (
            2,
            "",
            "figcheck: no rule 'FC1O1'; the nearest is FC101 sum_of_parts\n",
        ) == run("explain", "FC1O1")

    def test_the_table_has_each_rule_once(self, run: Run) -> None:
        code, out, _ = run("rules")

        assert 0 == code
        assert [(rule.code, rule.name) for rule in rules()] == [
            tuple(line.split()[:2]) for line in out.splitlines()
        ]


class TestFigures:
    def test_a_table_of_figures(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "It cost more than $2.5 million in May 2021.\n"})

        code, out, _ = run("figures", "a.txt")

        header, *rows = (line.split("  ") for line in out.splitlines())
        assert 0 == code
        assert "place" == header[0]
        assert [
            ["a.txt:1:19", "$2.5 million", "money", "≥ 2,500,000", "USD", "more_than"],
            ["a.txt:1:35", "May 2021", "date", "2021-05", "exact"],
        ] == [[cell.strip() for cell in row if cell.strip()] for row in rows]

    def test_json_lines_give_mentions(self, run: Run) -> None:
        lines = [
            {"id": "one", "text": "About 40 of 50 came."},
            {"id": 2, "text": "None \ud800."},
        ]

        code, out, err = run(
            "figures", "--jsonl", stdin="\n\n".join(map(json.dumps, lines)).encode()
        )

        first, second = map(json.loads, out.splitlines())
        assert (0, "") == (code, err)
        assert ("one", 2) == (first["id"], second["id"])
        assert [(40, 6, 8, "number"), (50, 12, 14, "number")] == [
            (m["value"], m["start"], m["end"], m["kind"]) for m in first["mentions"]
        ]

    @pytest.mark.parametrize(
        "line",
        [b"{", b"[1]", b'{"id": 1}', b'{"id": 1, "text": 5}', b"\xff", b"null", b"[" * 10**5],
    )
    def test_a_line_that_is_no_object_is_said_and_the_others_are_read(
        self, run: Run, line: bytes
    ) -> None:
        code, out, err = run("figures", "--jsonl", stdin=line + b'\n{"id": "a", "text": "5 men"}')

        assert 2 == code
        assert 'figcheck: line 1: not an object {"id": ..., "text": "..."}\n' == err
        assert ["a"] == [json.loads(line)["id"] for line in out.splitlines()]


class TestDemo:
    def test_the_demo_article_has_two_conflicts_and_the_code_of_a_success(self, run: Run) -> None:
        code, out, err = run("demo")

        assert (0, "") == (code, err)
        assert 2 == out.count(" error: ") + out.count(" warning: ")
        assert "2 in conflict" in out.splitlines()[-1]

    def test_it_is_the_check_of_the_article(self, run: Run) -> None:
        article = str(folder("data") / "demo.txt")
        demo = json.loads(run("demo", "--format", "json")[1])
        checked = json.loads(run("check", "--format", "json", article)[1])

        assert "demo.txt" == demo.pop("path")
        assert article == checked.pop("path")
        assert demo == checked
