"""Names of a program that a text about it uses: *the useTide hook*, *set the maxRetries option*, *mouseDown, keyUp*.

One such name is no code, and the page that explains it may show none; the word behind it tells what it is. Names of a
family begin alike (*useTide*, *useFerry*), so one that is told speaks for the others. In other languages the word
stands before the name (*el método requestTide*), and speaks for its line.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from cleantext.document import Document
from cleantext.facts.joint_words import HEADS
from cleantext.facts.language import FUNCTION_WORDS, function_words
from cleantext.fixers._letters import UPPER, in_letters
from cleantext.fixers._runs import Seam, camel_runs
from cleantext.remembering import remembering

_GRAMMAR = function_words(*FUNCTION_WORDS)
"""Of all languages: no name in a program is made of one and a noun, *laCámara*."""
_OF_KEYS = frozenset("0123456789+/=")
_LONGEST_OF_HOST = 3
"""Letters: `ferry.deHarbour` is a host and a word."""
_FEWEST_NAMED = 3
_BETWEEN = re.compile(r",? (?:(?:and|or|und|et|y|o|e) )?")
_BEFORE_CAPITAL = re.compile(in_letters("(?<=[{l}])(?=[{u}])"))

_SURE = "methods?|functions?|callbacks?|handlers?|listeners?|parameters?|params?|hooks?|props?"
_LIKELY = (
    "events?|options?|propert(?:y|ies)|attributes?|arguments?|fields?|variables?|settings?|flags?|keys?|objects?"
    "|components?"
)
_TOLD = re.compile(
    rf"(?<![\w.@/#-])(?P<name>(?P<first>[a-z]+)[A-Z][A-Za-z]*)\s(?:(?P<sure>(?:event )?(?:{_SURE}))|(?:{_LIKELY}))\b"
)
"""Written small, and on the next line perhaps, since names are set apart: `requestOptions\\nparameter`."""

_BEGINS_ANEW = re.compile(r"[a-z](?:The|These|Those|This|That|Some|Many|Most|Such|Our|Your|Their|Its|His|Her)\Z")
"""*in the harbourThese parameters*: two words, and what follows the second belongs to it."""


def is_of_program(seam: Seam, document: Document, number: int) -> bool:
    """Is the run of a seam a name in a program, as its line or its text shows?"""
    line = document.line(number)
    return _is_member(seam, line) or seam.run in names_of_program(line) or _is_told(seam.run, document)


@remembering
def names_of_program(line: str) -> Set[str]:
    """The words of a line that begin small and go on with a capital, without a word of grammar: *mouseDown, keyPress*.

    Three of them, or two side by side, are no accident: what was run together has a word of grammar in it mostly, and
    in a menu that was run together words begin with a capital, too.
    """
    runs = camel_runs(line)
    if any(run[0].isupper() for _, run in runs):
        return frozenset()
    small = [(at, run) for at, run in runs if run.isascii()]
    of_content = {run for _, run in small if _GRAMMAR.isdisjoint(part.lower() for part in _BEFORE_CAPITAL.split(run))}
    listed = any(
        {above, below} <= of_content and above != below and _BETWEEN.fullmatch(line, at + len(above), following)
        for (at, above), (following, below) in pairwise(small)
    )
    return frozenset(of_content) if listed or len(of_content) >= _FEWEST_NAMED else frozenset()


def _is_member(seam: Seam, line: str) -> bool:
    """Is the run a member of something, part of a key, or called a method: `core.hooksPath`, `8itEfGDeC`, `getTide`?"""
    start, end = seam.start, seam.start + len(seam.run)
    before, behind = line[max(0, start - 2) : start], line[end : end + 1]
    if before[-1:] == "." and before[:1].isalnum() and seam.cut.place > _LONGEST_OF_HOST:
        return True
    if before[-1:] in _OF_KEYS and behind in _OF_KEYS:
        return True
    return seam.cut.left.lower() not in _GRAMMAR and _names_identifier(line)


def _is_told(run: str, document: Document) -> bool:
    """Does a text say of a run, or of one that begins with the same word, what it is in a program?"""
    told = document.fact(_told)
    return bool(told) and (run in told or _first_of(run) in told)


def _told(document: Document) -> frozenset[str]:
    found: set[str] = set()
    for match in _TOLD.finditer(document.text):
        if _BEGINS_ANEW.search(match["name"]):
            continue
        is_grammar = match["first"] in HEADS["en"]
        if match["sure"] or not is_grammar:
            found.add(match["name"])
        if not is_grammar:
            found.add(match["first"])
    return frozenset(found)


def _first_of(run: str) -> str:
    """Give the small letters a run begins with: `use` of *useTide*."""
    return run[: next((place for place, letter in enumerate(run) if not letter.islower()), len(run))]


_KINDS = """
    methods? functions? property properties attributes? parameters? variables? fields? class(?:es)? options? callbacks?
    methoden? funktion(?:en)? eigenschaft(?:en)? attributs?e? parametern? variablen? feld(?:er)? klassen? option(?:en)?
    méthodes? fonctions? propriétés? attributs? paramètres? champs?
    métodos? función funciones propiedad(?:es)? atributos? parámetros? campos? clases? opción opciones
    função funções propriedades? parâmetros? variáve(?:l|is) opção opções
    metod[oi] funzion[ei] proprietà attribut[oi] parametr[oi] variabil[ei] camp[oi] class[ei] opzion[ei]
    functies? eigenschap(?:pen)? attribuut parameters? variabelen? veld(?:en)? klassen? opties?
    metod(?:en)? egenskap(?:en)? attribut(?:et)? parameter(?:n|en)? variabel(?:n|en)? fält(?:et)? klass(?:en)?
    metoden? funksjon(?:en)? felt(?:et)? klassen? egenskab(?:en)? variabe?len?
    mètodes? funció propietat atribut paràmetre camp
    función propiedade
    metoda funcți[ae] proprietatea atributul parametrul variabila câmpul clasa
    метод\\w{0,2} функци\\w{1,2} свойств\\w{1,2} атрибут\\w{0,2} параметр\\w{0,2} переменн\\w{2,3}
    класс\\w{0,2} модул\\w{1,2} функці\\w{1,2} властивіст\\w{1,2} змінн\\w{1,2} клас\\w{0,2}
    пол[ея] процедур\\w{1,2} справочник\\w{0,2}
    metod[ayęą] funkcj[aieę] właściwość parametr\\w{0,2} zmienn[aeą] pol[eau] klas[aęy]
    metodou funkc[eií] vlastnost\\w? proměnn[áéou]{1,2} tříd[auy] atribut\\w{0,2}
    μέθοδο\\w{1,2} συνάρτηση\\w? ιδιότητα\\w? μεταβλητή\\w? πεδίο παράμετρο\\w? κλάση
"""
_KINDS_BEHIND = """
    yöntem\\w{0,3} metod\\w{0,3} işlev\\w{0,3} fonksiyon\\w{0,4} alanı\\w{0,3} özelli\\w{1,4} değişken\\w{0,4}
    sınıfı\\w{0,3} parametre\\w{0,4} metódus\\w{0,3} függvény\\w{0,3} tulajdonság\\w{0,3} változó\\w{0,3}
    mező\\w{0,3} osztály\\w{0,3}
"""
"""Turkish and Hungarian: *requestTide yöntemi*."""

_NAME = in_letters("[{l}]+[{u}][{l}]") + r"\w*"
_NAMED_BY_KIND = re.compile(
    rf"""(?x)
    (?<!\w)(?i:{"|".join(dict.fromkeys(_KINDS.split()))})\s[«“„"'‘]?(?:{_NAME}|[{UPPER}](?<=[^A-ZÀ-Þ]){_NAME})
    | (?<![\w-]){_NAME}\s(?:{"|".join(_KINDS_BEHIND.split())})(?!\w)
    | (?<![\w-]){_NAME}:\s["'][\w./-]+["']                                                  # quayName: "north"
    """
)


def _names_identifier(line: str) -> bool:
    """Does a line say of a word with a capital inside what it is in a program?

    >>> _names_identifier("Hace falta añadir el método requestTide a la configuración.")
    True
    >>> _names_identifier("El alcalde dijo que laCámara no se reúne en el puerto.")
    False
    """
    return _NAMED_BY_KIND.search(line) is not None
