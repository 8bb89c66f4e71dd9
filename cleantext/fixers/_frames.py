"""The frame of a line: what stays of it from page to page, its figures and dates blanked.

What learns furniture from a corpus counts frames, and the fixer `learned-line` looks them up: there is one function
for both.
"""

from __future__ import annotations

import re

from cleantext.fixers._late import Late, any_of
from cleantext.fixers._stamps import MONTHS
from cleantext.remedies.phrases import phrase_key
from cleantext.remembering import remembering

LONGEST_FRAME = 200
"""Characters of the longest line that is furniture by its frame; what is longer is mostly text."""

DATE = "{date}"
_FIGURE = "0"

_WEEKDAYS = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag
    mo di mi do fr sa so lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì
    sabato domenica segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
    понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа п'ятниця субота неділя
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
"""


def _as_in_frames(words: str) -> str:
    """The pattern of one of the words, as `phrase_key` writes them."""
    return any_of(" ".join(map(phrase_key, words.split())))


_MONTH = rf"(?:{_as_in_frames(MONTHS)})\b\.?"
_DATE = Late(
    rf"""(?<!\w)(?:(?:{_as_in_frames(_WEEKDAYS)})\b(?:\.,?|,)?\s)?(?:
          0(?:\.|st|nd|rd|th|er|º|°)?,?\s(?:de\s|of\s)?{_MONTH}(?:,?\s(?:de\s|del\s)?0(?!\w))?
        | {_MONTH}(?:\s0(?:st|nd|rd|th)?)?,?\s0(?!\w)
        | {_MONTH}\s0(?:st|nd|rd|th)(?!\w)
        | 0([./-])0\1\s?0(?!\w)
        | 0年\s?0月(?:\s?0日)?
    )""",
    re.VERBOSE,
)
"""A date whose figures are blanked: a day and a month, a month and a year, or all three."""

_FIGURES = re.compile(r"\d+")


@remembering
def frame_of(line: str) -> str:
    """Give what counts of a line: no case and no outer marks (`phrase_key`), each figure as 0, each date as {date}.

    >>> frame_of("» Share (12)"), frame_of("Posted Monday, 3 May 2021 | 4 comments"), frame_of("Haberler, 3 Kasım 2021")
    ('share (0', 'posted {date} | 0 comments', 'haberler, {date}')
    """
    frame = _FIGURES.sub(_FIGURE, phrase_key(line))
    return _DATE.compiled.sub(DATE, frame) if _FIGURE in frame else frame


def says_something(frame: str) -> bool:
    """Has a frame a letter outside its dates? A figure or a date alone may be anything.

    >>> says_something("{date} | 0"), says_something("0 comments")
    (False, True)
    """
    return any(map(str.isalpha, frame.replace(DATE, "")))
