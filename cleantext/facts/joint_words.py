"""Words that stand at the seams of glued runs, and parts of words that only seem to, by language.

From general knowledge of each language, and from what paragraphs of real pages showed to mislead.
"""

from __future__ import annotations

from collections.abc import Mapping


def _by_language(words: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(its.split()) for language, its in words.items()}


HEADS: Mapping[str, frozenset[str]] = _by_language(
    {
        "en": """
            the of and to in for with that this from was were is are at by on as his her their our your its which
            who why while if or but not no had has have will would can could than then they he she we you it into
            about when where what after before between during without because until against since an all any some
            these those been very more most such just did does may must should my him them us
        """,
        "de": """
            der die das den dem und ist sich auch für als eine einen einem einer sind war waren wurde wird werden
            aber oder wenn dass diese dieser dieses diesem seine seiner ihre ihrer ihren zum zur vom beim durch
            gegen ohne im am sie
        """,
        "fr": """
            le la les des du un une et que qui dans pour aux est sont avec cette ces ses son sa leur leurs nous vous
            mais ou comme plus depuis de
        """,
        "es": """
            de en el la los las del un una que por para con como más pero fue sus este esta estos cuando donde desde
            hasta según sobre otros otras porque pues también
        """,
        "it": """
            il lo gli la le del della dei delle un una che per con nel nella sono alla anche più dal dalla questo
            questa
        """,
        "pt": """
            os as um uma do da dos das no na nos nas que por para com não como mais mas foi seu sua este esta pelo
            pela
        """,
        "nl": "de het een van is dat met voor niet zijn worden wordt maar ook deze naar",
        "pl": """
            się jest oraz przez dla jak że są ale już był była było będzie bardzo która który które których którego
            gdy lub czy także jego jednak
        """,
        "ru": """
            что как это этом этого этой для его они она был была было были будет может очень также или только
            который которые которого которой после когда если чтобы
        """,
        "uk": """
            що як це для його вони вона був була були було буде може дуже також або тільки який які якого якої
            після коли якщо щоб
        """,
        "tr": "ve bir bu için ile olarak çok gibi olan kadar sonra değil ancak",
        "sv": "och att det som för den inte om ett har men från eller till med",
        "cs": "že jako není který která které jsou jsem také však ale pro jeho",
        "el": """
            το τη να θα και του της τον την στο στη στην των στον τους που είναι δεν με για από μια ένας αλλά όπως
        """,
    }
)
"""Words of grammar that begin a glued run; those are left out that begin many words (*over-*, *auf-*, *nie-*)."""

TAILS: Mapping[str, frozenset[str]] = _by_language(
    {
        "en": """
            the of and to in for with that this from was were is are at by on as his her their our your its which
            who why while if or but not had has have will would can could than then they she you into about when
            where what after before between during without because until against since these those been very just
            did does should him them us also said didn doesn isn wasn weren aren hasn haven hadn couldn wouldn shouldn
        """,
        "de": """
            und ist für von sich nicht auch werden wurde wird sind hat haben war waren oder aber mit das die dass
            durch über nach zum zur vom beim unter eine einen im am bei
        """,
        "fr": "que qui dans pour avec est sont sur des les une aux par plus mais depuis du le la et de",
        "es": """
            que por para con del como más pero fue una según desde hasta cuando donde sobre los en de porque tras
            también
        """,
        "it": "che per con del della nel nella sono alla anche più dal dalla",
        "pt": "que por para com uma não como mais mas foi pelo pela dos das",
        "nl": "van het een dat met voor niet zijn worden wordt maar ook naar over",
        "pl": "się jest oraz przez dla jak że są ale już był który która które których lub czy także",
        "ru": """
            что как это этом этого этой для его они она был была было были будет может очень также только который
            которые которого которой после когда если чтобы под по
        """,
        "uk": "що як це для його вони вона був були було також або тільки який які після коли якщо щоб",
        "tr": "için ile olarak çok gibi olan kadar sonra değil ancak",
        "sv": "och att det som för inte har men från eller till med",
        "cs": "jako není který která které jsou jsem také však",
        "el": "το τη να θα και του της τον την στο στη στην των στον που είναι δεν για από μια αλλά όπως",
    }
)
"""Words of grammar that end a glued run; those are left out that end many words (*-in*, *-los*, *-nie*, *-или*)."""

PREFIXES = frozenset(
    """
    a an in on un re non pre pro sub anti mis dis de co over under out up off super inter counter meta macro micro
    mini multi mega semi post auto bio neo pseudo ultra hyper trans cyber eco geo tele self cross ex extra fore after
    back down well mid half news per psycho socio proto stereo photo electro step techno nano mono poly
    """.split()
)
"""They begin English words that the lexicon lacks."""

ENDINGS = frozenset(
    """
    s i a an ed es er ers or ing ings ly less like ness ful able ible al ity ism ist ists ish ise ize ized ised dom
    ship ships hood ment ments man men woman women person people maker makers making made wide wise way ways ward
    wards side house houses line lines land lands work works ware gate berry town ton ham son field wood stone ford
    worth fish bird board boards book books room rooms time times yard yards play player players boy boys girl girls
    ball park proof free friendly based style type types mate mates bank smith craft head heads hand hands tail walk
    walker walkers walking keeper keepers owner owners holder holders set sets base bases code codes name names site
    sites master masters tie ten ting led let lets ant ants ate ice ion ions age ages ally ent ary ory ester most so
    over how link links chart charts file files test tests bomb bombs meat walked kit kits script scripts path paths
    stick sticks
    """.split()
)
"""They end English compounds and derived words that the lexicon lacks."""

SURE_HEADS: Mapping[str, frozenset[str]] = _by_language(
    {
        "en": """
            the of and to is that this from was were are are your our which who but have will would can could they you
            about what these those should been being
        """,
        "de": """
            die das und auch aber eine einen einem einer sind wurde werden wenn dass diese dieser dieses diesem seine
            seiner ihre ihrer ihren sich sie dem
        """,
        "fr": "une que dans cette leur leurs avec sont depuis nous vous",
        "es": "el la los las una que más cuando donde según hasta desde estos otros otras porque pues también",
        "it": "gli delle della nel nella sono anche dalla questo questa una",
        "pt": "uma que não foi pelo dos seu",
        "nl": "het wordt worden deze zijn",
        "pl": "jest oraz się było była będzie bardzo który która które których którego także jednak",
        "ru": """
            для также только который которые которого которой когда если что этом этого этой была было были будет может
            очень
        """,
        "uk": "для також тільки який які якого якої коли якщо щоб була були буде може дуже",
        "sv": "och inte det",
        "cs": "není který která které jsou jsem také",
        "el": "είναι στην στον των όπως",
    }
)
SURE_TAILS: Mapping[str, frozenset[str]] = {
    "en": TAILS["en"] - frozenset("in as at by on one like just very if no those these since over there".split()),
    "de": TAILS["de"] - frozenset("ist hat waren über unter".split()),
    "fr": frozenset("qui dans avec sont plus depuis".split()),
    "es": TAILS["es"] - frozenset("los en una cuando".split()),
    "it": frozenset("del della nel nella più dalla".split()),
    "pt": TAILS["pt"] - frozenset("dos das que mas mais uma".split()),
    "nl": frozenset("het van niet wordt".split()),
    "pl": TAILS["pl"] - frozenset("jak że są ale był lub czy".split()),
    "ru": frozenset("что это этом этого этой для также только который которые если чтобы будет очень под".split()),
    "uk": frozenset("для також тільки які якщо щоб".split()),
    "tr": frozenset("için olarak gibi değil kadar".split()),
    "sv": frozenset("och inte från".split()),
    "cs": TAILS["cs"] - frozenset("jako však".split()),
    "el": frozenset("είναι στην στον".split()),
}
"""Those that leave no doubt even in a text that shows no other damage.

Those are left out that begin or end words of the language, if few: *en|carecer*, *por|talón*, *dedicar|los*,
*con|tenere*, *pro|mluvit*, *tempera|das*, *после|военный*, of which undamaged novels and manuals hold dozens.
"""

LINKING: Mapping[str, str] = {
    "fr": "oiu", "es": "oi", "it": "oi", "pt": "oi", "pl": "oiu", "ru": "оеи", "uk": "оеіи", "cs": "oiué",
}  # fmt: skip
"""Languages of few compounds, and the letters that the first parts of those end in: *socio-*, *wielo-*, *пяти-*.

Between two other words of content, a seam is clear.
"""
FIRST_PARTS: Mapping[str, frozenset[str]] = _by_language(
    {
        "fr": "entre contre avant trans anti hyper super inter arrière main plan regard",
        "es": """
            entre contra tras ante super anti inter vice sobre para ultra extra gran grande bien busca alza corta saca
            igual amor verde
        """,
        "it": "sotto sopra porta inter super bene male taglia cava pari altri",
        "pt": "sobre super entre contra menos tres amor",
        "pl": "między przeciw przy pod przed super anty ultra mega stan udział",
        "ru": "внутри меж между видео радио кино медиа авиа спец перед против супер сверх след пред право книг слов",
        "uk": "медіа спів пост пара перед проти будь робіт клітин команд контакт",
        "cs": "mezi více spolu sebe super post čtvrt méně beta před",
    }
)
"""What begins words that the lexicon lacks."""
LAST_PARTS: Mapping[str, frozenset[str]] = _by_language(
    {
        "fr": "aient ment sait sais sent ions riez nait lait âmes aille",
        "es": "mente miento arme arse ante ador arte nada ceros ciones",
        "it": "mente mento asse arti casse",
        "pt": "mente mento rios dores ramos",
        "pl": "owca owych owym czas",
        "ru": "ними ками летие летия летний летнее часовой дневный дневного",
        "uk": "ними ками вати вали чого",
        "cs": "valy mistrem",
    }
)
"""What ends words that the lexicon lacks."""
BEGINNINGS_OF_ONE: Mapping[str, frozenset[str]] = _by_language(
    {
        "de": "aberken aberkan aberhund abertaus betriebsam dementspr diebisch eineng profund sicherst siegel",
        "fr": "voussoi",
        "es": "lastim porqueriz quebrad quebrant quemad querend queser",
        "pt": "interpel quebrant quedad querend",
        "nl": "gewaarw hetz",
        "sv": "från integ",
        "pl": "jednakby jednakż",
    }
)
"""What words begin with that only seem two to a lexicon without them: *aberkannt*, *quesera*, *voussoir*."""
ENDINGS_OF_ONE: Mapping[str, frozenset[str]] = _by_language(
    {
        "es": "ípara íparas arraque vaque seque",
        "nl": "oniet",
        "el": "ιστον",
    }
)
"""What such words end with: *vivípara*, *bentoniet*."""
LEAST_BESIDE: Mapping[str, Mapping[str, int]] = {"pt": {"para": 6}, "it": {"nella": 6}}
"""Letters beside a word of grammar that ends short words, too: *galopara*, *villanella*."""
NOMINALIZED = {"de": ("werden",)}
"""What ends nouns that are made of verbs: *das Freiwerden*."""
