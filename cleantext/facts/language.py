"""Which language a text is in: by script, then by function words, and by langdetect where those leave doubt."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from cleantext.facts.layout import UNSPACED
from cleantext.facts.small_letters import MARKS, in_small_letters, small_letters
from cleantext.once import once

FUNCTION_WORDS: dict[str, str] = {
    "en": "the of and to in is was for that with on as are by at from it his her be this have has not were which",
    "fr": "le la les des du de et en un une est que qui dans pour pas au aux sur par il elle ne se ce cette sont avec",
    "de": "der die das und in den von zu mit ist des im für auf ein eine dem nicht sich auch als es an werden aus",
    "es": "el la los las de que y en un una es por con para del se no su al lo como más pero fue sus ha este",
    "it": "il la di che e un una è per con del della non in le si dei al nel gli sono da come anche più alla ha",
    "pt": "o a os as de que e em um uma do da dos das no na não se com por para ao mais foi é seu sua como",
    "nl": "de het een en van in is dat op te zijn voor met niet aan er ook als bij om door naar uit wordt maar",
    "sv": "och att det som en på är av för med den till inte om ett har de var i vid från eller kan ska men",
    "da": "og at det som en på er af for med den til ikke et har de var i ved fra eller kan skal der blev",
    "no": "og at det som en på er av for med den til ikke et har de var i ved fra eller kan skal ble seg",
    "fi": "ja on ei että se oli hän ovat mutta myös kun joka niin kuin tai ole sen jo mukaan jotka olla vain",
    "pl": "i w na z do nie się że to jest o po od za przez dla jak przy są oraz ale już było który został",
    "cs": "a se v na je že s z do o k ve pro za by to jako po od ale si který není jsou jsem také byl",
    "sk": "a sa v na je že s z do o k vo pre za by to ako po od ale si ktorý nie sú som tiež bol",
    "hu": "a az és hogy nem is egy van meg ez volt de csak el már mint vagy azt még után szerint lehet nagy",
    "ro": "și în de la cu pe nu un o este din care să pentru au mai a al ce prin sunt fost dar după fi",
    "tr": "ve bir bu da de için ile olarak çok daha ne gibi olan en kadar sonra ise değil her ama var ki",
    "id": "yang dan di dari untuk dengan pada ini dalam itu tidak akan ke oleh juga ada sebagai adalah telah bisa",
    "vi": "và của là có không được cho trong một những với các đã người này để khi từ về ra cũng nhiều",
    "ca": "el la els les de que i en un una és per amb del al no es va com més però seu són aquest dels",
    "hr": "i u je na se da su za od s a o kao što ne bi koji te će nije po ali ili iz biti bio",
    "et": "ja on ei et see ta oma aga kui ka mis oli ning või siis kes välja pärast veel seda tema olid",
    "lt": "ir į kad yra iš su ne tai bet kaip buvo jis už nuo apie po per ar jo taip savo dar jau",
    "lv": "un ir ar no uz par ka kas tas lai bet arī nav kā tika vai pēc viņš ne bija gada tiek jau",
    "ga": "agus an na ar go i a is ag le don sa bhfuil bhí ach nach do mar sé seo sin ní de tá faoi",
    "cy": "y yr yn a i o ac ar mae am gan wedi ei fod hyn bod gyda oedd ond nid neu eu nhw fel",
    "gl": "o a os as de que e en un unha do da dos das na no non se con por para ao máis foi como é",
    "eu": "eta da ez du bat dira izan zen ere dute baina hau egin dela bere duen nahi beste gero",
    "sq": "e të në për me nga një që së i ka më është dhe do nuk janë por si ishte kjo tij",
    "sl": "in je na se da so za v z s od pa ki ne bi tudi ter kot po ali pri ni bil bo iz",
    "af": "die van en in is dat nie het wat op vir met te sy hy deur aan was ook by om maar as",
    "ms": "yang dan di ini itu untuk dengan tidak dalam pada akan oleh ada kepada telah daripada juga",
    "sw": "na ya wa kwa ni za katika la kuwa cha hii hiyo kama alisema pia yake bila lakini",
    "ru": "и в не на что с по как это к из у за от о для его но он она они был были было все также",
    "uk": "і в не на що з та до як це у за від про для його але він вона вони був були було також є",
    "bg": "и в на да се за от не с е са че по като ще до си това беше при след които който",
    "sr": "и у је на се да су за од с а о као што не би који те ће није по али или из бити",
    "mk": "и на во се да за од не со е што ќе по како ја го ги сѐ таа тоа беше",
    "be": "і ў не на што з да як гэта за у па ад для яго але ён яна яны быў былі таксама",
    "kk": "және мен бұл үшін бір да де деп осы болып еді емес ол бойынша туралы кейін бар жоқ",
    "el": "και το να του η της με την για στο που από είναι σε τα των στην οι δεν ο τη θα ως",
    "ar": "في من على أن إلى التي عن مع هذا ما كان لا هذه الذي بعد قال بين كل أو قد",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم نیز شده می ها",
    "he": "של את על לא עם זה הוא כי גם היא אל או כל אם יש היה בין אבל רק אני",
    "hi": "के में की है और से का को ने पर यह भी कि एक हैं लिए इस था नहीं तो",
}
"""Commonest words that carry grammar, from general knowledge of each language; one word may be in many."""


@cache
def function_words(*languages: str) -> frozenset[str]:
    """The words of grammar of some languages; of those that are not known, none."""
    return frozenset(word for language in languages for word in FUNCTION_WORDS.get(language, "").split())


_ONE_LANGUAGE_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "HEBREW": "he", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "KHMER": "km", "LAO": "lo", "MYANMAR": "my",
    "ETHIOPIC": "am", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "SINHALA": "si",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND = re.compile(r"[^\W\d_\x00-\u052f]")
"""Letters of no alphabet that many languages share: beyond Latin, Greek and Cyrillic."""
_SAMPLE = 1_000
_SAMPLE_FOR_LANGDETECT = 800
_LEAST_SHARE = 0.12
_LEAST_LEAD = 1.25
_LEAST_SHARE_OF_MANY, _LEAST_LEAD_OF_MANY = 0.06, 1.5
"""Of a page whose menus and names hold no function words, so that fewer of its words are."""
_LEAST_LETTERS_FOR_LANGDETECT = 60


class Tongue:
    """The language of a text, told as far as it is asked for: most questions are answered before it is known."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: dict[frozenset[str], tuple[bool, bool]] = {}  # is it one of them, and was that plain at once?

    @once
    def _sample(self) -> str:
        text, middle = self._text, len(self._text) // 2
        return text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]

    @once
    def _votes(self) -> Votes:
        return votes_of(self._sample)

    @once
    def code(self) -> str:
        """The ISO 639-1 code of the language, or "" where nothing tells."""
        return _by_script(self._sample) or self._votes.winner or _by_langdetect(self._sample)

    def is_one_of(self, codes: frozenset[str]) -> bool:
        """Is the language one of these? Said without telling which it is where the letters or words leave no doubt.

        The answer is the same whatever was asked before: what leaves no doubt comes first, even if the code is known.
        """
        if (told := self._told.get(codes)) is None:
            against = self.are_against(codes)
            told = self._told[codes] = (not against and self.code in codes, against)
        return told[0]

    def is_plainly_none_of(self, codes: frozenset[str]) -> bool:
        """Is the language none of these, and no closer look needed to say so? False says nothing."""
        if codes == _ENGLISH and " the " in self._text:
            return False  # whose words need not be counted for that
        if (told := self._told.get(codes)) is not None:
            return told[1]
        against = self.are_against(codes)
        if against:
            self._told[codes] = False, True
        return against

    def are_against(self, codes: Collection[str]) -> bool:
        """Are the letters or the function words so much another language's that no closer look would find these?"""
        return (codes == _ENGLISH and self._is_beyond_ascii) or self._votes.are_against(codes)

    @once
    def _is_beyond_ascii(self) -> bool:
        return len(self._sample.encode("utf-8", "surrogatepass")) > (1 + _MOST_BEYOND) * len(self._sample)

    def would_differ(self, text: str) -> bool:
        """Was the language asked for, and could a later snapshot's be another?"""
        if not self._told and "code" not in self.__dict__:
            return False
        later = Tongue(text)
        if later._sample == self._sample:
            return False
        if "code" in self.__dict__ and self.code != later.code:
            return True
        return any(
            (against or granted) and later.are_against(codes) is not against
            for codes, (granted, against) in self._told.items()
        )


def is_in_another(line: str, codes: Collection[str]) -> bool:
    """Is a line so clearly in none of these languages that a rule for them has nothing to do in it?

    By its letters, where these languages are written in Latin ones, and by its function words: more of a phrase or a
    name may be quoted in a sentence.

    >>> is_in_another("Откройте меню «Legacy keyboard» и выберите USB.", {"en"})
    True
    >>> is_in_another("The «Legacy keyboard» of the Ministère de la Culture et de la Communication", {"en"})
    False
    """
    if not line.isascii() and _IN_LATIN.issuperset(codes):
        others = len(_BEYOND_LATIN.findall(line)) + (_LETTERS_OF_IDEOGRAPH - 1) * len(UNSPACED.findall(line))
        if others and others >= len(_LATIN_LETTER.findall(line)):
            return True
    counts = votes_of(line).counts
    most, own = max(counts.values(), default=0), max(counts.get(code, 0) for code in codes)
    if own:
        return most >= _MANY_ON_LINE and most >= _FAR_AHEAD * own
    return most >= _SOME_ON_LINE or (codes == _ENGLISH and _has_many_accents(line))


def _has_many_accents(line: str) -> bool:
    """Do a quarter of its words have letters that English ones do without?"""
    if line.isascii():
        return False
    words = _WORD.findall(line)
    accented = sum(not word.isascii() for word in words)
    return accented >= _SOME_ACCENTED and 4 * accented >= len(words)


_BEYOND_LATIN = re.compile(r"[^\W\d_\x00-\u024f\u1e00-\u1eff]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTERS_OF_IDEOGRAPH = 3
"""Letters of an alphabet that say as much as one of Chinese or Japanese."""
_MANY_ON_LINE, _SOME_ON_LINE = 6, 4
"""Function words, beside some of these languages and beside none; an English line may name a foreign ministry."""
_SOME_ACCENTED = 3
"""Words; a list of names may hold two."""
_IN_LATIN = frozenset(code for code, words in FUNCTION_WORDS.items() if not _BEYOND_LATIN.search(words))


def language_of(text: str) -> str:
    """Give the ISO 639-1 code of the language a text is in, or "" where nothing tells.

    >>> language_of("The ferry was late, and the harbour of the town was full of people.")
    'en'
    """
    return Tongue(text).code


def _by_script(sample: str) -> str:
    if sample.isascii():
        return ""
    beyond = Counter(_BEYOND.findall(sample))
    letters = beyond.total()
    if letters * 3 < len(sample):
        return ""
    scripts: Counter[str] = Counter()
    for letter, times in beyond.items():
        scripts[unicodedata.name(letter, "?").partition(" ")[0]] += times
    for script, code in _ONE_LANGUAGE_SCRIPTS.items():
        if scripts[script] * 8 > letters:
            return code
    return "zh" if scripts["CJK"] * 2 > letters else ""


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    by_word: dict[str, list[str]] = {}
    for code, words in FUNCTION_WORDS.items():
        for word in words.split():
            by_word.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in by_word.items()}


@dataclass(frozen=True, slots=True)
class Votes:
    """How many function words of each language stand among the words of a text."""

    counts: Mapping[str, int]
    words: int

    @property
    def winner(self) -> str:
        """The language whose words clearly lead, or ""."""
        if not self.counts:
            return ""
        best = max(self.counts, key=lambda code: self.counts[code])
        most = self.counts[best]
        second = max((count for code, count in self.counts.items() if code != best), default=0)
        few = most >= 2 and most >= _LEAST_SHARE * self.words and most >= _LEAST_LEAD * second
        many = most >= _MANY and most >= _LEAST_SHARE_OF_MANY * self.words and most >= _LEAST_LEAD_OF_MANY * second
        return best if few or many else ""

    def are_against(self, codes: Collection[str]) -> bool:
        """Has another language so many more words than any of these that no closer look would find one of them?"""
        most = max(self.counts.values(), default=0)
        return most >= _MANY and most >= _FAR_AHEAD * max(self.counts.get(code, 0) for code in codes)


_MANY, _FAR_AHEAD = 12, 4
_ENGLISH = frozenset(("en",))
_MOST_BEYOND = 0.3
"""Of English: bytes of UTF-8 beyond one for each character; curly quotation marks come to a tenth of this."""


def votes_of(sample: str) -> Votes:
    """Count the function words of a text."""
    words, by_word = _words_of(sample), _languages_by_word()
    counts: dict[str, int] = {}
    for word, times in Counter(filter(by_word.__contains__, words)).items():
        for code in by_word[word]:
            counts[code] = counts.get(code, 0) + times
    return Votes(counts, len(words))


_LETTERS = small_letters()
_BETWEEN_WORDS = f"{MARKS}’\N{ZERO WIDTH SPACE}"


def _words_of(sample: str) -> list[str]:
    """Runs of letters in lower case: what `_WORD` finds, at once where they are ASCII."""
    if not sample.isascii():
        for mark in _BETWEEN_WORDS:
            sample = sample.replace(mark, " ")
    small = in_small_letters(sample, _LETTERS)
    if small is None:
        return _WORD.findall(sample.lower())
    tokens = small.split()
    if small.isascii():
        return tokens
    words = []
    for token in tokens:
        if token.isascii():
            words.append(token)
        else:
            words += _WORD.findall(token.lower())
    return words


def _by_langdetect(sample: str) -> str:
    if sum(map(str.isalpha, sample)) < _LEAST_LETTERS_FOR_LANGDETECT:
        return ""
    from cleantext.facts.detection import detected

    longest = sorted(sample.split("\n"), key=len, reverse=True)  # menus, names and figures deceive
    return detected("\n".join(longest)[:_SAMPLE_FOR_LANGDETECT]).partition("-")[0]
