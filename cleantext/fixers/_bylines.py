"""Shapes of the lines that name a person, and of the buttons that stand beside them."""

from __future__ import annotations

import re

from cleantext.fixers._ages import AGE_SHAPE
from cleantext.fixers._late import Late, any_of
from cleantext.fixers._stamps import MONTHS, STAMP_SHAPE

_PARTICLE = (
    r"(?:d[aeiou]s?|del|della|di|d'|dos|das|van|von|vom|zu|zur|den|der|ten|ter|el|al|bin|ibn|la|le|du|y|e|i|af|av)"
)
_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŖŘŚŜŞŠŢŤŪŮŰŲŴŶŹŻŽΑ-ΩА-ЯЁІЇЄҐ])"
_NAME_WORD = rf"(?:(?:(?:[DdLlOT]|Mc|Mac|van|'t)['’]?)?{_CAPITAL}[^\W\d_]*(?:[-'’.]{_CAPITAL}?[^\W\d_]*)*)"
PERSON = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{1,4}}"
"""Two to five capitalised words, with the particles that stand in names."""

PERSON_LINE = Late(rf"\s*(?P<author>{PERSON})\s*\Z")
"""A line that is nothing but what could be a person's name."""

_NO_NAME = re.compile(
    rf"(?i)(?:the|a|an|this|that|all|any|no|one|our|its?)\b|.*\b(?:{any_of(MONTHS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)

_COMMENTS = r"(?P<comments>(?:\d{1,5}|no)\s+(?:comments?|replies|responses))|leave\s+a\s+comment"
_PART = rf"""(?:
      (?:(?:on|le|am|el|em|il|op|в)\s+)?(?:{STAMP_SHAPE.replace("_N", "")})
    | {AGE_SHAPE} | {_COMMENTS} | \d{{1,3}}\s+min(?:ute)?s?\s+read
    | in\s+(?-i:{_CAPITAL})[\w&'’-]*(?:\s+[\w&'’-]+){{0,3}}
)"""


def signed(opener: str) -> re.Pattern[str]:
    """Give the pattern of a line that names its author after an opener ("by") and may go on with date and counter.

    Such a line is at least one of the two: `person` (two words of a name or more) or `more` is not empty.
    """
    return re.compile(
        rf"""\s*(?:(?i:{opener}))\s*
        (?P<author>(?:(?:Dr|Prof|Dra?)\.\s+)?(?:(?P<person>{PERSON})|{_NAME_WORD}|admin))
        (?:\s*\([^()]{{2,30}}\))?(?P<agency>,\s+[A-Z][\w.&'’ -]{{1,40}})?
        (?P<more>(?i:(?:\s*[·|•—–/,]\s*|\s+-\s+|\s+){_PART}){{0,4}})\s*\Z""",
        re.VERBOSE,
    )


def is_name(said: str) -> bool:
    """Could it be a name: it begins with no article and holds no month and no day of the week?"""
    return _NO_NAME.match(said) is None


SHARING = Late(
    r"\s*(?:(?:share|tweet|pin|print|e-?mail|save|facebook|twitter|whatsapp|teilen|drucken|merken|partager|imprimer"
    r"|envoyer|compartir|imprimir|enviar|condividi|stampa|compartilhar|delen|afdrukken|udostępnij|drukuj|sdílet|tisk"
    r"|поделиться|поділитися|paylaş|yazdır)\b[\s|·•/,]*){2,8}\Z",
    re.IGNORECASE,
)
"""A line of two or more buttons that share or print the page."""
