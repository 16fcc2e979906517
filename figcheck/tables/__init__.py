"""The tables of `data/`, compiled to Python modules so that a start parses no TOML.

`python -m figcheck.tables` writes `NAME.py` for each `data/NAME.toml`; a test holds the two equal.
"""
