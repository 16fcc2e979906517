"""Generated from data/hedges.toml by `python -m figcheck.tables`."""

from typing import Any

TABLE: dict[str, Any] = {'about': ['about', 'around', 'some', 'roughly', 'approximately', 'approx', 'circa', 'c .', '~',
           '≈', 'an estimated', 'estimated', 'the estimated', 'or so', 'somewhere around',
           'in the region of', 'of about', 'close to', 'near', 'as much as about', 'more or less'],
 'more_than': ['more than', 'larger than', 'bigger than', 'over', 'above', 'in excess of',
               'upwards of', 'greater than', 'exceeding', 'exceed', 'exceeds', 'well over',
               'far more than', 'north of', '> ', '>', 'higher than', 'beyond', 'better than',
               'some more than'],
 'at_least': ['at least', 'more than or equal to', 'greater than or equal to',
              'greater or equal than', 'equal to or greater than', 'equal to or more than',
              'no fewer than', 'no less than', 'not less than', 'a minimum of', 'minimum of', '≥',
              'at a minimum', '> =', 'as few as', 'as little as', 'at the least'],
 'less_than': ['less than', 'smaller than', 'fewer than', 'under', 'below', 'well under', '<',
               'lower than', 'short of', 'south of'],
 'at_most': ['at most', 'less than or equal to', 'fewer than or equal to', 'less or equal than',
             'equal to or less than', 'up to', 'no more than', 'not more than', 'as many as',
             'as much as', 'a maximum of', 'maximum of', '≤', '< =', 'at the most', 'a limit of'],
 'nearly': ['nearly', 'almost', 'just under', 'just short of', 'not quite', 'close on',
            'just below', 'approaching', 'a little under', 'a shade under', 'slightly less than',
            'slightly under', 'little less than'],
 'just_over': ['just over', 'a little over', 'slightly more than', 'just more than',
               'slightly over', 'just above', 'a little more than', 'a shade over',
               'little more than', 'a bit more than']}
