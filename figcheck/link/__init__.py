"""Links between the figures of a document, which many rules need and none builds.

`link(document)` fills in, for every sentence with figures, its cues and clauses, and for every
figure its clause, roles, direction and the figure that it restates.
"""

from figcheck import cues
from figcheck.document import Document
from figcheck.link.appositions import attach_appositions, mark_rates
from figcheck.link.cells import attach_cells
from figcheck.link.clauses import clauses_of
from figcheck.link.elisions import (
    attach_degrees,
    attach_elided_rates,
    attach_elided_units,
    attach_named_units,
)
from figcheck.link.rates import attach_rates
from figcheck.link.ratios import attach_ratios
from figcheck.link.roles import attach_roles
from figcheck.link.tables import attach_percent_heads


def link(document: Document) -> None:
    """Attach cues, clauses, roles and appositions to the typed sentences, in place."""
    attach_cells(document)
    for sentence in document.sentences:
        if not sentence.figures:
            continue
        sentence.cues = cues.find(sentence.words)
        sentence.clauses = clauses_of(sentence)
        for figure in sentence.figures:
            figure.clause = sentence.clauses[figure.place]
        attach_roles(sentence)
        attach_appositions(sentence)
        mark_rates(sentence)
        attach_ratios(sentence)
    attach_percent_heads(document)
    attach_rates(document)
    attach_degrees(document)
    attach_named_units(document)
    attach_elided_units(document)
    attach_elided_rates(document)
