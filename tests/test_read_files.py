"""Files are decoded without a loss, or refused with what is wrong and what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import figcheck.read
from figcheck.errors import ReadError, UsageError
from figcheck.read import decode, format_of, read, read_file

TEXT = "Café: 40 boats, “all” for €5."


def write(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


class TestDecoding:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_what_says_its_encoding_is_read_without_its_mark(
        self, tmp_path: Path, encoding: str
    ) -> None:
        document = read_file(write(tmp_path, "a.txt", TEXT.encode(encoding)))

        assert TEXT == document.source
        assert [] == document.notes

    @pytest.mark.parametrize(("mark", "encoding"), [("fffe", "utf-16-le"), ("feff", "utf-16-be")])
    def test_both_orders_of_bytes(self, mark: str, encoding: str) -> None:
        assert (TEXT, "") == decode(bytes.fromhex(mark) + TEXT.encode(encoding), "a.txt")

    def test_else_it_is_windows_1252_and_the_document_says_so(self, tmp_path: Path) -> None:
        document = read_file(write(tmp_path, "a.txt", TEXT.encode("cp1252")))

        assert TEXT == document.source
        assert ["not UTF-8: read as Windows-1252"] == document.notes

    def test_or_what_the_page_declares(self, tmp_path: Path) -> None:
        page = '<html><meta charset="iso-8859-2"><p>Łódź: 40'

        document = read_file(write(tmp_path, "a.html", page.encode("iso-8859-2")))

        assert page == document.source
        assert ["not UTF-8: read as iso-8859-2, which it declares"] == document.notes

    @pytest.mark.parametrize("charset", ["hex", "nonsense", "utf-8"])
    def test_a_declaration_that_is_wrong_is_passed_over(self, charset: str) -> None:
        page = f"<meta charset={charset}><p>Caf\xe9"

        assert (page, "not UTF-8: read as Windows-1252") == decode(page.encode("cp1252"), "a.html")

    def test_line_ends_stay_as_they_are(self, tmp_path: Path) -> None:
        source = "Boats\r\n\r\n40 of\rthem\n"

        assert source == read_file(write(tmp_path, "a.txt", source.encode())).source

    def test_a_byte_order_mark_shifts_no_column(self, tmp_path: Path) -> None:
        document = read_file(write(tmp_path, "a.txt", b"\xef\xbb\xbfIt has 40."))

        assert 7 == document.source.index("40")
        assert (1, 8) == document.line_column(7)

    def test_an_empty_file_has_no_blocks(self, tmp_path: Path) -> None:
        for name in ("a.txt", "a.md", "a.html"):
            document = read_file(write(tmp_path, name, b""))

            assert ("", [], []) == (document.text, list(document.blocks), document.sentences)


class TestRefusals:
    @pytest.mark.parametrize(
        ("raw", "words"),
        [
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file, not text"),
            (bytes(range(1, 32)) * 9, "a binary file, not text"),
            (b"%PDF-1.7\n1 0 obj", "a PDF; save it as text, Markdown or HTML"),
            (b"PK\x03\x04\x14\0", "a ZIP archive or office document; save it as text"),
            (b"{\\rtf1 40 boats}", "an RTF document; save it as text"),
            (b"\x1f\x8b\x08", "a gzip archive; save it as text"),
            (
                "It has 40.".encode("utf-16-le"),
                "UTF-16 without its byte order mark; save it as UTF-8",
            ),
            (
                "Łódź: 40.".encode("utf-16-be"),
                "UTF-16 without its byte order mark; save it as UTF-8",
            ),
            (b"\xff\xfe4\x000", "begins like UTF-16 but is not: truncated data at byte 4"),
            (b"40 \xc3\x81\x8d boats", "neither UTF-8 nor Windows-1252 (byte 5); save it as UTF-8"),
        ],
    )
    def test_each_fault_says_what_where_and_what_to_do(
        self, tmp_path: Path, raw: bytes, words: str
    ) -> None:
        path = write(tmp_path, "a.txt", raw)

        with pytest.raises(ReadError) as caught:
            read_file(path)

        assert str(caught.value).startswith(f"{path}: {words}")

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match=r"none\.txt: No such file or directory$"):
            read_file(tmp_path / "none.txt")

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match=r": a folder; name a file in it$"):
            read_file(tmp_path)

    def test_a_file_that_is_too_large(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(figcheck.read, "LARGEST", 1_000)

        assert 1_000 == len(read_file(write(tmp_path, "a.txt", b"5" * 1_000)).source)
        with pytest.raises(ReadError, match=r"more than the 1,000 bytes that are read$"):
            read_file(write(tmp_path, "a.txt", b"5" * 1_001))

    def test_a_format_that_is_none(self) -> None:
        with pytest.raises(
            UsageError, match="unknown format 'docx': use one of text, markdown, html"
        ):
            read("40", "docx")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", "markdown"), ("a.Markdown", "markdown"), ("a.html", "html"), ("a.HTM", "html"),
        ("a.xhtml", "html"), ("a.txt", "text"), ("a", "text"), ("md", "text"), ("a.docx", "text"),
    ],
)  # fmt: skip
def test_the_suffix_says_the_format(tmp_path: Path, name: str, form: str) -> None:
    assert form == format_of(Path(name))
    assert form == read_file(write(tmp_path, name, b"It has 40.")).format
    assert "html" == read_file(write(tmp_path, name, b"It has 40."), "html").format


def test_markdown_without_its_parser_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyromark", None)
    monkeypatch.delitem(sys.modules, "figcheck.read.markdown", raising=False)

    with pytest.raises(ReadError, match="pip install pyromark"):
        read("Of **12** jurors 5 are women.", "markdown")
