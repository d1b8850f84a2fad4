"""Hypothesis strategies for qcheck's values, by Hypothesis' own conventions: keyword options, InvalidArgument, simple examples first.

Needs the extra `hypothesis`. One module for each kind of thing that they give: ranges, days, amounts, words (amounts told in a language),
statements (claims), news (articles and stories), hostile (text and YAML that no one would write by accident).
"""

try:
    import hypothesis as hypothesis
except ImportError:
    raise ImportError("qcheck.testing.strategies needs Hypothesis: pip install 'qcheck[hypothesis]'") from None

from qcheck.testing.strategies.amounts import quantities as quantities
from qcheck.testing.strategies.days import time_spans as time_spans
from qcheck.testing.strategies.hostile import hostile_numbers as hostile_numbers
from qcheck.testing.strategies.hostile import hostile_yaml as hostile_yaml
from qcheck.testing.strategies.news import Article as Article
from qcheck.testing.strategies.news import Planted as Planted
from qcheck.testing.strategies.news import Story as Story
from qcheck.testing.strategies.news import articles as articles
from qcheck.testing.strategies.news import stories as stories
from qcheck.testing.strategies.ranges import intervals as intervals
from qcheck.testing.strategies.statements import ClaimPair as ClaimPair
from qcheck.testing.strategies.statements import claim_pairs as claim_pairs
from qcheck.testing.strategies.statements import claims as claims
from qcheck.testing.strategies.words import RenderedClaim as RenderedClaim
from qcheck.testing.strategies.words import Rendering as Rendering
from qcheck.testing.strategies.words import rendered_claims as rendered_claims
from qcheck.testing.strategies.words import renderings as renderings

__all__ = [
    "Article",
    "ClaimPair",
    "Planted",
    "RenderedClaim",
    "Rendering",
    "Story",
    "articles",
    "claim_pairs",
    "claims",
    "hostile_numbers",
    "hostile_yaml",
    "intervals",
    "quantities",
    "rendered_claims",
    "renderings",
    "stories",
    "time_spans",
]
