"""Does a text speak of programs? Names of commands, variables and files look like words that were run together."""

from __future__ import annotations

import re

_LEAST_NAMES, _CHARACTERS_BY_CHANCE = 2, 50_000
"""Different names: one may be the name of a file or of a user, and in so long a text one more may stand by chance."""

_FOLDERS = "bin|boot|dev|etc|home|lib|mnt|opt|proc|srv|sys|tmp|usr|var"
_NAMES = [
    (re.compile(hint), re.compile(pattern))
    for hint, pattern in (
        ("_[a-zA-Z0-9]", r"(?<![\w@/.#-])[a-zA-Z]+(?:_[a-zA-Z0-9]+)+(?![\w@/-])"),  # max_size
        (r"\((?:[1-9][a-z]?)?\)", r"(?<!\w)[a-zA-Z_]\w*\((?:[1-9][a-z]?)?\)(?!\w)"),  # open(), a manual's chmod(1)
        (f"/(?:{_FOLDERS})/", rf"(?<![\w/.:])~?/(?:{_FOLDERS})(?:/[\w.-]+)+"),
        (r"\.[a-z]+[A-Z]", r"(?<![\w./@])[a-z]\w*\.(?:[A-Za-z]\w*\.)*[a-z]+[A-Z][A-Za-z]+(?!\w)"),  # window.titleBar
        (r"\$[A-Z{]", r"\$(?:[A-Z][A-Z_]+|\{[\w:]+\})"),
        (r'"\s?:', r'"[A-Z]?[a-z]+(?:[A-Z][a-z]+)+"\s?:'),  # "nextToken": of a record
        ("--[a-z]", r"(?<!\S)--[a-z]+(?:(?:-[a-z]+)+(?![\w-])|=\S)"),  # --tide-table, --quay=2
        ("#include", r'#include\s?[<"][\w./]+[>"]'),
        (r"\);", r"(?<!\w)[a-z_]\w*\([^()\n]{0,80}[\"&*][^()\n]{0,80}\);"),  # set_tide("high");
        (r"::[a-zA-Z]", r"(?<![\w:])[A-Za-z]\w*(?:::[A-Za-z]\w*)+"),  # Tide::Table
        *((kind, rf"(?<!\w)(?:[A-Z][a-z]+)+{kind}(?!\w)") for kind in ("Exception", "Error", "Listener")),
        (r"`[^\s`]", r"(?<![`\w])(``?)([^\s`](?:[^`\n]*[^\s`])?)\1(?![`\w])"),  # `tide` of Markdown, not `tide'
    )
]
"""What all of them have, which begins with one mark and is found ten times as fast; and the names."""


def is_technical(text: str) -> bool:
    """Does a text hold several different names that only programs have?

    >>> is_technical("Set max_size in /etc/ferry/ferry.conf, or call set_size() from the script.")
    True
    >>> is_technical("The ferry of the line (1) leaves at 8, and/or later; see the page of my_ferry.")
    False
    """
    found: set[str] = set()
    least = _LEAST_NAMES + len(text) // _CHARACTERS_BY_CHANCE
    for hint, pattern in _NAMES:
        if hint.search(text):
            found.update(pattern.findall(text))
            if len(found) >= least:
                return True
    return False


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
"""
_NAMED_BY_KIND = re.compile(
    rf"(?<!\w)(?i:{'|'.join(dict.fromkeys(_KINDS.split()))})\s[«“„\"'‘]?[a-zà-ÿ]+[A-ZÀ-Þ][a-zà-ÿ]\w*"
    r"|(?<!\w)[a-z]+[A-Z][a-z]\w*[”\"'’]?\s(?:method|function|property|attribute|parameter|variable|field|class|option)\b"
)


def names_identifier(line: str) -> bool:
    """Does a line say of a word with a capital inside what it is in a program?

    >>> names_identifier("Hace falta añadir el método requestTide a la configuración.")
    True
    >>> names_identifier("El alcalde dijo que laCámara no se reúne en el puerto.")
    False
    """
    return _NAMED_BY_KIND.search(line) is not None
