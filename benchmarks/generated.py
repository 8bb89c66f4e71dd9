"""Texts to measure with: made of words and sentences written for the project, by seeded generators.

Five mixes, like what a crawl brings: `news` (edited English), `web` (pages with their furniture),
`damaged` (such pages with mojibake and lost spaces), `many` (native text in seven languages) and
`short` (paragraphs of news, each a document). Each document is new to whoever reads it: names and
figures are made up, so that a scanner that builds its automaton lazily does not meet the same text
again. Same seed, same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

PAGE_SIZE = 5_000
"""Characters of a document: a page of average length."""

PARAGRAPH_SIZE = 300

_ARTICLE = re.compile(r"\b([Aa]) (?=[aeiou])")

_STARTS = "B Br C D Dr F G Gr H J K Kl L M N P Pr R S St T Tr V W".split()
_MIDDLES = "a e i o u ar er or an en in al el il am em os as".split()
_JOINTS = "b d f g k l ld ll lm m n nd nn r rd rr rt s ss st t tt v z".split()
_ENDS = "a o en er ow ham ton ley ford berg holm wick stead mouth by in ez ski".split()

_FIRST_NAMES = """
    Ada Albert Alice Andrew Anna Arthur Barbara Bernard Carla Clara Daniel David Diana Edith Edward Elena Emma Eric
    Frances Frank George Grace Hannah Harold Helen Henry Ida Irene Jacob James Jane Joan John Julia Karl Kate Laura
    Leo Louis Lucy Maria Martin Mary Max Nora Oscar Paul Peter Rachel Robert Rosa Ruth Samuel Sarah Simon Sophie
    Stephen Susan Theo Thomas Vera Victor Walter
""".split()
_NOUNS = """
    ferry harbour bridge library school garden market museum station hospital farm orchard forest valley river road
    tunnel mill tower theatre church castle field village quarter street square factory workshop office bakery
    laboratory archive court council committee union company college club orchestra choir crew team family
    neighbour teacher engineer doctor farmer fisherman painter writer carpenter baker driver pilot surveyor nurse
    plan report letter map survey budget contract ticket promise complaint question answer proposal agreement
    roof wall window door engine boat train tram bicycle lorry crane pump lamp clock bell piano camera boiler
    storm flood frost drought harvest winter summer morning evening holiday festival exhibition concert election
    strike meeting trial journey race lesson repair opening rehearsal inspection auction rescue search
""".split()
_ADJECTIVES = """
    old new small large narrow wide quiet noisy early late empty crowded wooden broken careful careless expensive
    cheap simple difficult famous forgotten local regional northern southern eastern western private public
    temporary permanent unusual ordinary remarkable modest heavy light bright dark cold warm dry wet steep flat
    patient angry cheerful nervous stubborn generous experienced young retired elderly busy reluctant
""".split()
_VERBS = """
    repaired painted moved opened closed inspected measured bought sold borrowed returned described photographed
    rebuilt abandoned visited organised cancelled postponed defended criticised praised ignored noticed followed
    replaced restored funded approved rejected discussed planned finished started crossed reached left watched
""".split()
_ADVERBS = """
    quietly slowly carefully quickly reluctantly finally eventually almost nearly hardly certainly apparently
    probably usually rarely officially privately gradually suddenly briefly
""".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()

_SENTENCES = """
    On {day}, the {noun} in {place} was {verb} by a {adjective} {noun}, and nobody had expected that.
    {person} said that the {adjective} {noun} would be {verb} before the end of {month}.
    “We have waited {number} years for this {noun},” said {person}, who lives near the {noun}.
    The {noun} cost £{thousands}, which was {number} per cent more than the {noun} had allowed for.
    Nobody in {place} remembers when the {noun} was last {verb}.
    It was a {adjective} {noun}, and the {noun} beside it was {adverb} {adjective}.
    The {adjective} {noun} that {surname} had {verb} in {year} stood {adverb} behind the {noun}.
    In {month} {year}, {person} {verb} the {noun} of {place} and wrote a {adjective} {noun} about it.
    At least {number} people were at the {noun} when the {adjective} {noun} was {verb}.
    “It’s not the {noun} that worries me,” {surname} said. “It’s the {noun} that comes after it.”
    According to {person}, the {noun} is {adverb} {adjective} and will be {verb} next year.
    The {noun} between {place} and {place} has been {verb} twice since {year}.
    When the {noun} was over, the {noun} of {place} {adverb} {verb} what was left of the {noun}.
    There are {number} {adjective} reasons to visit {place}, and the {noun} is only one of them.
    A {noun} of {number} members {verb} the {noun}, but {person} voted against it.
    The town’s {noun} doesn’t open before {number} in the morning, not even on a {day}.
    {person}, {number}, has {verb} the {adjective} {noun} every {month} for most of her life.
    Neither the {noun} nor the {noun} could say why the {adjective} {noun} had been {verb}.
    For {surname}, who {verb} the {noun} in {year}, it is still the {adjective} {noun} of a {adjective} {noun}.
    The {noun} was so {adjective} that the {noun} had to be {adverb} {verb} by hand.
    Last {day} a {noun} from {place} crossed the {noun} with {number} passengers – all of them {adjective}.
    What {person} calls “the {adjective} {noun}” is a {noun} without a {noun}.
    Of the {thousands} tickets for the {noun}, {number} were returned, {surname} said on {day}.
    If the {noun} is {verb}, as the {noun} of {place} demands, then the {noun} will be {adjective}.
    He had {verb} the {noun} himself, {adverb}, with a {adjective} {noun} that he had from his father.
    She asked whether the {noun} could be {verb}; the {noun} answered that it was too {adjective} for that.
    Between {number} and {number} of the {noun}’s windows were {verb} during the {noun}.
    “Come back on {day},” the {noun} told us, and {adverb} closed the {adjective} door of the {noun}.
    The {noun} has a {adjective} {noun}, a {adjective} {noun} and, for some reason, {number} clocks.
    By {month}, the {adjective} {noun} of {place} had been {verb}, {verb} and {verb} again.
""".strip().split("\n")
_SENTENCES = [sentence.strip() for sentence in _SENTENCES]

_HEADLINES = """
    {place} waits for its {noun}
    A {adjective} {noun} on the way to {place}
    How {person} {verb} the {adjective} {noun}
    The {noun} that nobody in {place} wanted
    {adjective} {noun}, {adjective} {noun}: a {day} in {place}
    Why the {noun} of {place} was {verb}
""".strip().split("\n")
_HEADLINES = [headline.strip() for headline in _HEADLINES]

_HEADS = (
    ("Skip to main content", "Home", "News", "Sport", "Weather", "Contact"),
    ("Menu", "Search", "Log in", "Subscribe"),
    ("Home", "About us", "Our services", "Opening hours", "Gallery", "Contact us"),
    ("Home > News > {place}", "Share on Facebook", "Share on Twitter"),
    ("We use cookies to improve your experience on this site.", "Accept all", "Settings"),
    (),
)
_TAILS = (
    ("Read also", "{headline}", "{headline}", "{headline}", "© {year} The {place} Courier. All rights reserved."),
    ("Share this article", "Facebook", "Twitter", "WhatsApp", "Print", "Privacy policy", "Terms of use"),
    ("{number} comments", "Leave a comment", "Your email address will not be published."),
    ("Related articles", "{headline}", "{headline}", "Subscribe to our newsletter", "Back to top"),
    ("Loading...", "Previous", "Next", "© {year} {surname} & Sons"),
    (),
)
_STAMPS = ("By {person}", "{month} {number}, {year}", "Published on {number} {month} {year}", "{number} min read", "")

_NATIVE = {
    "fr": """
        {person} a rouvert la bibliothèque de {place} en {year}, après {number} mois de travaux.
        « {number} ans, et jamais une telle récolte », raconte {person}, qui habite près du vieux moulin de {place}.
        À {place}, le pont relie la gare à la vallée ; il a coûté {number} millions d’euros, deux fois plus que prévu.
        En {year}, à l’aube, {person} ne savait toujours pas si le train de {place} arriverait.
        Pendant {number} étés, {person} a réparé la barque de son père et traversé la baie de {place} à la rame.
        Chez {person}, les élèves ont dessiné {number} cartes du quartier : aucune ne ressemble à l’autre.
    """,
    "de": """
        In {place} bleibt die Brücke über den Fluss {number} Wochen gesperrt, sagte {person} am Montag vor dem Rat.
        „{number} Jahre haben wir auf diesen Garten gewartet“, erzählt {person}, während es in {place} schneit.
        Bis {year} gehörte die Mühle {person}; seither gehört sie den Müttern und Vätern der Schule von {place}.
        Für {number} Euro bekommt man in {place} noch ein Frühstück, größer als anderswo ein Mittagessen.
        Kapitän {surname} hörte das Läuten der Glocke von {place}, lange bevor er die Küste sah.
        Ab {year} wird in {place} über die Höhe der Gebühren abgestimmt, heißt es aus dem Büro von {person}.
    """,
    "es": """
        La familia {surname} abrió la panadería de {place} en {year} y no ha cerrado ni un solo día desde entonces.
        «Mañana {number} volveremos a la montaña», dijo {person}, que lleva años guiando a los viajeros de {place}.
        ¿Quién se acuerda en {place} del tren que la unía con la costa? Casi nadie, según {person}.
        Con {number} años, {person} contó las barcas del puerto de {place}, aunque su abuela sólo había visto la mitad.
        Desde {year}, la cosecha de {place} es pequeña, pero el vino sale mejor que nunca, según {person}.
        En la plaza de {place}, bajo los árboles, {person} enseñó a leer a más de {number} vecinos.
    """,
    "it": """
        A {place} la stazione è stata riaperta nel {year}, dopo {number} mesi di lavori.
        «Con {number} banchi il mercato non è finito», ha detto {person}, che vende formaggi a {place}.
        Il ponte di {place}, il più vecchio della valle, porta ancora il nome di {person}, maestro e falegname.
        Perché {person} non avesse chiuso la finestra, quella notte del {year}, non lo si è mai saputo.
        D’estate {person} scende al fiume; d’inverno la stessa strada per {place} è coperta di neve.
        Per {place} la biblioteca ha comprato {number} libri, di cui metà per i bambini di {person}.
    """,
    "pl": """
        W miejscowości {place} most zamknięto w {year} roku, a nowego wciąż nie zbudowano.
        „Czekaliśmy {number} lat na ten tramwaj”, mówi {person}, która mieszka tuż obok zajezdni {place}.
        Muzeum {surname} pokazuje {number} łodzi, z których żadna nie pływała od {year} roku.
        Od {year} roku nikt w {place} nie widział tylu jabłek, ile zeszłej jesieni, twierdzi {person}.
        Rodzina {surname} przeniosła szkołę na wzgórze {place}, gdzie stoi do dziś.
        Dyrektorka {person} obiecała, że ogród {place} będzie otwarty także w niedzielę.
    """,
    "ru": """
        В городе {place} мост через реку закрыли в {year} году, и с тех пор жители ездят через лес.
        «Мы ждали {number} лет», — сказала {person}, которая живёт рядом со старой мельницей.
        Музей {surname} хранит {number} лодок, и ни одна из них не выходила в море после {year} года.
        Даже {person} не знает, почему в ту ночь окно библиотеки осталось открытым.
        Летом {year} года дети купались в реке {place}, а зимой той же дорогой возили дрова.
        Школу {surname} перенесли на холм, где она стоит уже {number} лет.
    """,
    "el": """
        Στο {place} η βιβλιοθήκη άνοιξε ξανά το {year}, ύστερα από {number} μήνες εργασιών.
        «Περιμέναμε {number} χρόνια αυτή τη γέφυρα», είπε η {person}, που μένει κοντά στον παλιό μύλο.
        Από το {year} κανείς δεν θυμάται πότε έπλευσε για τελευταία φορά το καράβι της {person}.
        Το καλοκαίρι του {year} τα παιδιά κατέβαιναν στο ποτάμι και τον χειμώνα έμεναν στο {place}.
        Στην πλατεία {surname}, κάτω από τα δέντρα, πουλούσαν ψωμί, ελιές και {number} παλιά βιβλία.
        Μετά το {year} το χωριό {place} χτίστηκε ψηλότερα, εκεί όπου βρίσκεται ακόμη.
    """,
}
_LETTERS = {
    "ru": str.maketrans(
        "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVW", "абкдефгхийклмнопрстувшызАБКДЕФГХИЙКЛМНОПРСТУВШ"
    ),
    "el": str.maketrans(
        "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVW", "αβκδεφγχιζκλμνοπρστυβωυζΑΒΚΔΕΦΓΧΙΖΚΛΜΝΟΠΡΣΤΥΒΩ"
    ),
}
"""For the names in languages that are not written in Latin letters."""


def place(rng: Random) -> str:
    """A made-up name of a place or a family; nearly each is new."""
    middle = rng.choice(_MIDDLES) + rng.choice(_JOINTS)
    return rng.choice(_STARTS) + middle + (rng.choice(_MIDDLES) + "n" if rng.random() < 0.3 else "") + rng.choice(_ENDS)


_SLOTS: dict[str, Callable[[Random], str]] = {
    "place": place,
    "surname": place,
    "person": lambda rng: f"{rng.choice(_FIRST_NAMES)} {place(rng)}",
    "noun": lambda rng: rng.choice(_NOUNS),
    "adjective": lambda rng: rng.choice(_ADJECTIVES),
    "verb": lambda rng: rng.choice(_VERBS),
    "adverb": lambda rng: rng.choice(_ADVERBS),
    "day": lambda rng: rng.choice(_DAYS),
    "month": lambda rng: rng.choice(_MONTHS),
    "year": lambda rng: str(rng.randrange(1950, 2024)),
    "number": lambda rng: str(rng.randrange(3, 29)),
    "thousands": lambda rng: f"{rng.randrange(2, 99)},{rng.randrange(1000):03d}",
    "headline": lambda rng: headline(rng),
}


def filled(rng: Random, frame: str, letters: Mapping[int, int] | None = None) -> str:
    """A frame with words in its slots, and a capital at its beginning; `letters` are what the words are written in."""
    pieces = frame.split("{")
    words = [pieces[0]]
    for piece in pieces[1:]:
        slot, _, rest = piece.partition("}")
        word = _SLOTS[slot](rng)
        words += (word.translate(letters) if letters else word, rest)
    said = "".join(words)
    return said[:1].upper() + said[1:]


def english(rng: Random, frames: Sequence[str]) -> str:
    """One of the frames, filled, with *an* where *a* stands before a vowel."""
    return _ARTICLE.sub(r"\1n ", filled(rng, rng.choice(frames)))


def sentence(rng: Random) -> str:
    """A sentence of edited English."""
    return english(rng, _SENTENCES)


def english_line(rng: Random) -> str:
    """A few words, as on a short line."""
    return english(rng, ("the {adjective} {noun}", "a {noun} in {place}", "{noun} and {noun}", "{person}", "{noun}"))


def headline(rng: Random) -> str:
    """A line without a final mark."""
    return english(rng, _HEADLINES)


def paragraph(rng: Random) -> str:
    """A few sentences on one line."""
    return " ".join(sentence(rng) for _ in range(rng.randrange(2, 6)))


def news(rng: Random) -> str:
    """An article: a headline and paragraphs, with nothing to repair."""
    return "\n\n".join([headline(rng), *_until(PAGE_SIZE, lambda: paragraph(rng))])


def web(rng: Random) -> str:
    """A page as a scraper brings it: its menus, stamps, teasers and footers around an article."""
    head = [filled(rng, line) for line in rng.choice(_HEADS)]
    stamps = [filled(rng, rng.choice(_STAMPS)) for _ in range(2)]
    tail = [filled(rng, line) for line in rng.choice(_TAILS)]
    article = [line for text in _until(PAGE_SIZE, lambda: paragraph(rng)) for line in (text, "")]
    return "\n".join([*head, "", headline(rng), *stamps, "", *article, *tail])


def damaged(rng: Random) -> str:
    """A page whose lines went through the wrong codec, or lost a space after *the*."""
    return damaged_text(rng, web(rng))


def damaged_text(rng: Random, text: str) -> str:
    """The text with mojibake in most lines that are not ASCII, and a space lost in some of the others."""
    return "\n".join(_damaged_line(rng, line) for line in text.split("\n"))


def many(rng: Random) -> str:
    """A page in a language that is not English."""
    language = rng.choice(sorted(_NATIVE))
    frames = [line.strip() for line in _NATIVE[language].strip().split("\n")]
    letters = _LETTERS.get(language)

    def paragraph_of_frames() -> str:
        return " ".join(filled(rng, frame, letters) for frame in rng.sample(frames, 3))

    return "\n\n".join(_until(PAGE_SIZE, paragraph_of_frames))


MIXES: dict[str, Callable[[Random], str]] = {
    "news": news,
    "web": web,
    "damaged": damaged,
    "many": many,
    "short": paragraph,
}


def documents(mix: str, megabytes: float, seed: int = 7) -> list[str]:
    """Documents of a mix, of together so many megabytes of UTF-8 or a little more; other seeds give other texts."""
    rng = Random(f"{mix} {seed}")  # noqa: S311 - the same texts every time are wanted
    return list(_until(megabytes * 1e6, lambda: MIXES[mix](rng), lambda text: len(text.encode())))


def _until(size: float, make: Callable[[], str], measure: Callable[[str], int] = len) -> Iterator[str]:
    """Make texts until they are of together so many characters."""
    made = 0
    while made < size:
        text = make()
        made += measure(text)
        yield text


def _damaged_line(rng: Random, line: str) -> str:
    if not line.isascii() and rng.random() < 0.7:
        return _through_wrong_codec(line, rng.sample(("cp1252", "latin-1", "mac-roman"), 3))
    if rng.random() < 0.05:
        return line.replace(" the ", " the", 1)
    return line


def _through_wrong_codec(line: str, codecs: Sequence[str]) -> str:
    """What a reader makes of UTF-8 that takes it for one of the codecs: the first that has all its bytes."""
    for codec in codecs:
        try:
            return line.encode().decode(codec)
        except UnicodeDecodeError:
            continue
    return line
