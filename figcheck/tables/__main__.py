"""Compiles `data/*.toml` into the modules of this folder: `python -m figcheck.tables`."""

from pathlib import Path

from figcheck.tables.compiler import build


def main() -> None:
    folder = Path(__file__).parent
    for name, source in build().items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
