"""figcheck works from a wheel, an editable install and a bare checkout, and ships what it needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

import figcheck

ROOT = Path(__file__).parent.parent
DEMO = "from figcheck.cli import main; raise SystemExit(main(['demo', '--show', 'claims']))"


def build(tmp: Path, hook: str) -> Path:
    """The folder that an installer would make of the wheel that hatchling builds."""
    pytest.importorskip("hatchling")
    pytest.importorskip("editables")
    script = f"import sys; from hatchling.build import {hook}; {hook}(sys.argv[1])"
    subprocess.run([sys.executable, "-c", script, str(tmp)], cwd=ROOT, check=True)
    [wheel] = tmp.glob("*.whl")
    place = tmp / "site-packages"
    ZipFile(wheel).extractall(place)
    return place


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"), "build_wheel")


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("editable"), "build_editable")


def run(place: Path, code: str, cwd: Path) -> str:
    """The output of code that runs with that site-packages folder alone, away from the checkout."""
    setup = f"import site; site.addsitedir({str(place)!r}); "
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", setup + code], cwd=cwd, capture_output=True, check=True
    )
    return done.stdout.decode()


def files(folder: Path, under: str) -> set[str]:
    """The files of a folder as the wheel should name them."""
    return {
        f"{under}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_the_rules_and_the_data_and_nothing_else(wheel: Path) -> None:
    shipped = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    info = f"figcheck-{figcheck.__version__}.dist-info"

    assert (
        files(ROOT / "figcheck", "figcheck")
        | files(ROOT / "rules", "figcheck/rules")
        | files(ROOT / "data", "figcheck/data")
    ) == {name for name in shipped if not name.startswith(info)}
    assert {"figcheck/py.typed", f"{info}/licenses/LICENSE"} <= shipped


def test_the_demo_is_the_same_from_a_wheel_an_editable_install_and_the_checkout(
    wheel: Path, editable: Path, tmp_path: Path
) -> None:
    from_checkout = run(ROOT, DEMO, tmp_path)

    assert from_checkout.startswith("demo.txt:")
    assert from_checkout == run(wheel, DEMO, tmp_path)
    assert from_checkout == run(editable, DEMO, tmp_path)


@pytest.mark.parametrize("name", ["rules", "data"])
def test_each_reads_its_own_folder(wheel: Path, editable: Path, tmp_path: Path, name: str) -> None:
    code = f"from figcheck.home import folder; print(folder({name!r}))"

    assert f"{wheel / 'figcheck' / name}" == run(wheel, code, tmp_path).strip()
    assert f"{ROOT / name}" == run(editable, code, tmp_path).strip()


def test_a_folder_of_rules_beside_an_installed_figcheck_is_not_run(
    wheel: Path, tmp_path: Path
) -> None:
    """`pip install --target .` puts figcheck beside a project's own folders."""
    place = tmp_path / "project"
    shutil.copytree(wheel, place)
    (place / "rules").mkdir()
    (place / "rules" / "mine.py").write_text("raise SystemExit('run')")
    (place / "pyproject.toml").write_text("")

    code = "from figcheck.rulebook import rules; print(len(rules()))"

    assert len(list((ROOT / "rules").glob("[a-z]*.py"))) == int(run(place, code, tmp_path))


def test_the_metadata_are_those_of_the_project(wheel: Path) -> None:
    [info] = wheel.glob("*.dist-info")
    metadata = (info / "METADATA").read_text(encoding="utf-8").split("\n\n")[0].split("\n")
    scripts = (info / "entry_points.txt").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert f"Version: {figcheck.__version__}" in metadata
    assert "License-Expression: MIT" in metadata
    assert "figcheck = figcheck.cli:main" in scripts
    needs = {line.removeprefix("Requires-Dist: ") for line in metadata if "Requires-Dist" in line}
    assert {"pandas>=2.2", "pint<0.27,>=0.25.3", "pyromark>=0.9", "scipy>=1.11"} == {
        need for need in needs if "extra ==" not in need
    }
    assert {"3.11", "3.12", "3.13", "3.14"} == {
        name.rpartition(" ")[2] for name in project["classifiers"] if "Python :: 3." in name
    }
