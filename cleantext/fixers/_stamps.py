"""Shapes of the lines around a headline: bylines, stamps of date and time, ages, reading times.

Only whole lines are read, and only short ones; what surrounds them decides whether they are furniture.
It is no fixer itself: it has no `propose`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from cleantext.document import Document
from cleantext.facts.layout import is_prose
from cleantext.remedies.literals import one_of
from cleantext.remembering import remembering


class Late:
    """A pattern that is compiled when it is first used: those of this module are long, and most texts need none."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG, holds: str = "") -> None:
        """`holds` is a pattern that every match has somewhere, and that is quickly looked for."""
        self.pattern, self.flags = pattern, flags
        self._holds = re.compile(holds, flags) if holds else None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """Match at the beginning of a line; several rules ask for the same shape of the same lines."""
        return remembering(self._matched)

    def _matched(self, line: str) -> re.Match[str] | None:
        return None if self._holds is not None and self._holds.search(line) is None else self.compiled.match(line)


LONGEST = 140
"""Characters of the longest line that is read as a byline or a stamp."""

MONTHS = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre
    janv févr avr juil déc
    januar jänner februar märz april mai juni juli august september oktober november dezember mrz okt dez
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen mag giu lug ott
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro fev set out
    januari februari maart mei augustus oktober mrt
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    ledna února března dubna května června července srpna září října listopadu prosince
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
    януари февруари март април май юни юли август септември октомври ноември декември
    јануар фебруар март април мај јун јул август септембар октобар новембар децембар
    januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca
    januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
    január február március április május június július augusztus szeptember október
    ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie
    mars marts maj augusti desember
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
    marraskuuta joulukuuta jaanuar veebruar märts aprill juuni juuli oktoober detsember
    gener febrer març maig juny juliol setembre octubre novembre desembre
    maret agustus julai ogos disember januarie februarie maart junie julie
    студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня
    يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
"""

LABELS = """
    published | published on | posted | posted on | updated | updated on | last updated | last updated on | last update
    last modified | modified | date added | status | created | created on | first published | date | date of publication
    publié le | publié | mis à jour le | mis à jour | modifié le | veröffentlicht | veröffentlicht am | aktualisiert
    aktualisiert am | stand | zuletzt aktualisiert | publicado | publicado el | publicado em | actualizado
    actualizado el | atualizado em | atualizado | pubblicato | pubblicato il | aggiornato | aggiornato il
    ultimo aggiornamento | gepubliceerd | gepubliceerd op | geplaatst op | bijgewerkt | bijgewerkt op | laatst gewijzigd
    opublikowano | data publikacji | data dodania | aktualizacja | ostatnia aktualizacja | publikováno | vydáno
    aktualizováno | опубликовано | обновлено | дата публикации | опубліковано | оновлено | yayınlanma | yayın tarihi
    güncelleme | güncellenme | 公開日 | 更新日 | 最終更新 | 发布时间 | 更新时间
    δημοσιεύθηκε | δημοσιεύτηκε | δημοσίευση | ενημερώθηκε | τελευταία ενημέρωση | публикувано | публикувана на
    публикувано на | обновено | последна промяна | објављено | ажурирано | objavljeno | ažurirano | zadnja izmjena
    poslednja izmena | posodobljeno | publikované | aktualizované | megjelent | közzétéve | létrehozva | frissítve
    utolsó frissítés | publicat | publicat la | publicat pe | publicat în | actualizat | ultima actualizare
    publicerad | publicerat | publicerades | uppdaterad | uppdaterat | senast uppdaterad | publiceret | udgivet
    opdateret | senest opdateret | offentliggjort | publisert | oppdatert | sist oppdatert | julkaistu | päivitetty
    avaldatud | uuendatud | publicēts | atjaunots | paskelbta | atnaujinta | publicat el | actualitzat | actualitzat el
    diterbitkan | diperbarui | dipublikasikan | đăng ngày | cập nhật | 입력 | 수정 | 등록 | 기사입력 | 최종수정 | 승인
    نشر في | تاريخ النشر | آخر تحديث | تاریخ انتشار | פורסם | פורסם ב | עודכן | апублікавана | абноўлена
    発行日 | 掲載日 | 配信 | 发布日期 | 發布時間 | 發佈時間
"""


def _any_of(words: str, separator: str | None = None) -> str:
    entries = {entry.strip() for row in words.strip().split("\n") for entry in row.split(separator)}
    return one_of(entries - {""})


_MONTH = rf"(?:{_any_of(MONTHS)})\b\.?"
_WEEKDAY = r"(?:[^\W\d_]{2,13}\.?,?\s+)"
_YEAR = r"(?:199[4-9]|20\d\d)"
"""No page of the web was stamped before; an older year is a letter's, a diary's or a log's."""

_DATE = rf"""(?:
      \d{{1,2}}[./-]\d{{1,2}}[./-](?:{_YEAR}|\d\d)\b
    | {_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b
    | {_WEEKDAY}?\d{{1,2}}(?:\.|st|nd|rd|th|er|is|º|°)?,?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}\b
      (?:\s*(?:г|р|r)\.?|\.)?
    | {_WEEKDAY}?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}\b
    | {_YEAR}年\s?\d{{1,2}}月\s?\d{{1,2}}日
    | {_YEAR}년\s?\d{{1,2}}월\s?\d{{1,2}}일
    | {_YEAR}\.\s{_MONTH}\s\d{{1,2}}\.
    | {_YEAR}\.\s?\d{{1,2}}\.\s?\d{{1,2}}\.
)"""
_TIME = r"""(?:
      (?:\s*[,|·•–-]\s*|\s+|\s*\()(?:(?:at|um|à|a\s+las|às|alle|ore|om|o|o\s+godz\.|в|kl\.|saat|klo|ob|u|la|ora
            |στις|pukul)\s+)?
      \d{1,2}\s?[:.h]\s?\d\d(?::\d\d)?\)?
      (?:\s*(?:[ap]\.?\s?m\b\.?|uhr\b|clock\b|o'clock\b|hrs?\b|h\b))?(?:\s+(?:[A-Z]{2,4}|\(?[A-Z]{2,4}\)?)(?![\w]))?
    | (?:\s*[,|]\s*|\s+)\d{1,2}\s?時\s?\d\d\s?分
)"""
_TIME_BEFORE = r"(?:(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?(?:\s+(?-i:[A-Z]{2,4}))?,?\s+(?:on\s+)?)"
_STAMP = (
    rf"(?:(?P<label_N>(?:{_any_of(LABELS, '|')})\s*:?\s+)?"
    rf"(?P<date_N>(?P<before_N>{_TIME_BEFORE})?{_DATE}(?P<time_N>{_TIME})?))"
)
_FLAGS = re.IGNORECASE | re.VERBOSE


_DATED = rf"{_YEAR} | \d[./-]\d{{1,2}}[./-]\d\d"


def is_timed(stamp: re.Match[str]) -> bool:
    """Does a stamp tell the time of day, after its date or before it?"""
    return bool(stamp["time1"] or stamp["before1"])


STAMP = Late(
    r"\s*" + _STAMP.replace("_N", "1") + r"(?:\s*[-–|·•/,]?\s*" + _STAMP.replace("_N", "2") + r")?\s*\.?\s*\Z",
    _FLAGS,
    holds=_DATED,
)
"""A line that is a date, with its label and its time of day where it has them, once or twice."""

_NUMBER = r"\d{1,3}"
_UNIT = (
    r"(?:s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:(?:ee)?ks?)?"
    r"|mo(?:nth)?s?|y(?:(?:ea)?rs?)?)"
)
_AGE = rf"""(?:(?:medically|clinically|fact)[\s-](?:reviewed|checked)(?:\s+by\s+[^·|]{{2,40}})?\s*[·|,-]\s*)?
    (?:(?:last\s+)?(?:updated|published|posted|modified)\s*:?\s+)?(?P<age>
          (?:{_NUMBER}\s?{_UNIT}\.?|an\s+hour|a\s+(?:minute|day))\s+ago
        | il\s+y\s+a\s+{_NUMBER}\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)
        | vor\s+{_NUMBER}\s+(?:sekunden?|minuten?|std\.?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)
        | hace\s+{_NUMBER}\s+(?:segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)
        | h[áa]\s+{_NUMBER}\s+(?:segundos?|minutos?|horas?|dias?|semanas?|m[eê]s(?:es)?|anos?)
        | {_NUMBER}\s+(?:secondi|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])\s+fa
        | {_NUMBER}\s+(?:seconden|minuut|minuten|uur|dag(?:en)?|weken|week|maand(?:en)?|jaar)\s+geleden
        | \d{{1,3}}\s+(?:minut[yę]?|godzin[yę]?|dni|dzień|tygodni[e]?|miesi\w+|lat[a]?)\s+temu
        | před\s+\d{{1,3}}\s+(?:minutami|hodinami|dny|týdny|měsíci|lety)
        | \d{{1,3}}\s+(?:минут[уы]?|час(?:а|ов)?|д(?:ень|ня|ней)|недел[юьи]|месяц(?:а|ев)?|хвилин[уи]?
          |годин[уи]?|дн[іи]в?)
          \s+(?:назад|тому)
        | \d{{1,3}}\s+(?:dakika|saat|gün|hafta|ay|yıl)\s+önce
        | \d{{1,3}}\s?(?:分|時間|日|週間|か月|ヶ月|年)前 | \d{{1,3}}\s?(?:分钟|小时|天|周|个月|年)前
        | (?:för\s+|for\s+|ca\.?\s+)?\d{{1,3}}\s+(?:minut(?:er|ter)?|timmar?|timer?|dag(?:ar|e|er)?|veckor|uger
            |uker|månader|måneder|år)
          \s+(?:sedan|siden)
        | \d{{1,3}}\s+(?:minuuttia|tuntia|päivää|viikkoa|kuukautta|vuotta)\s+sitten
        | \d{{1,3}}\s+(?:minutit|tundi|päeva|nädalat|kuud|aastat)\s+tagasi
        | acum\s+\d{{1,3}}\s+(?:de\s+)?(?:minute|ore|zile|săptămâni|luni|ani)
        | πριν\s+(?:από\s+)?\d{{1,3}}\s+(?:λεπτά|ώρες|ημέρες|μέρες|εβδομάδες|μήνες|χρόνια)
        | преди\s+\d{{1,3}}\s+(?:минути|часа|дни|дена|седмици|месеца|години)
        | (?:пре\s+\d{{1,3}}\s+(?:минут[аe]|сат[аи]?|дана?)|pr(?:e|ije)\s+\d{{1,3}}\s+(?:minut[ae]?|sat[ai]?|h
            |dana?|tjedana?|nedelj[ae]|mjesec[ai]?|godin[ae]))
        | pred\s+\d{{1,3}}\s+(?:minútami|minutami|hodinami|urami|dňami|dnevi|dnemi|týždňami|tedni|mesiacmi
            |meseci|rokmi|leti)
        | \d{{1,3}}\s+(?:perce|órája|napja|hete|hónapja|éve)
        | fa\s+\d{{1,3}}\s+(?:minuts|hores|dies|setmanes|mesos|anys)
        | \d{{1,3}}\s+(?:menit|jam|hari|minggu|bulan|tahun)\s+(?:yang\s+)?lalu
        | \d{{1,3}}\s+(?:phút|giờ|ngày|tuần|tháng|năm)\s+trước
        | \d{{1,3}}\s?(?:분|시간|일|주|개월|년)\s?전
        | منذ\s+\d{{1,3}}\s+(?:دقيقة|دقائق|ساعة|ساعات|يوم|أيام|أسابيع|أشهر|سنوات)
        | \d{{1,3}}\s+(?:دقیقه|ساعت|روز|هفته|ماه|سال)\s+(?:پیش|قبل)
        | לפני\s+\d{{1,3}}\s+(?:דקות|שעות|ימים|שבועות|חודשים|שנים)
        | \d{{1,3}}\s+(?:मिनट|घंटे|दिन|सप्ताह|महीने|साल)\s+पहले
        | \d{{1,3}}\s*(?:นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี)ที่แล้ว
    )"""
AGE = Late(rf"\s*{_AGE}\s*\Z", _FLAGS)
"""A line that says how old the page is: "4 days ago"."""

READING_TIME = Late(
    r"""\s*(?:
          (?:(?:estimated\s+)?reading\s+time|time\s+to\s+read|temps\s+de\s+lecture|lecture|lesezeit|lesedauer
            |tiempo\s+de\s+lectura|tempo\s+di\s+lettura|tempo\s+de\s+leitura|leestijd|czas\s+czytania|doba\s+čtení
            |время\s+чтения|час\s+читання|okuma\s+süresi)\s*[:\-–]?\s*
            (?P<read_time1>(?:ca\.?\s*)?\d{1,3}\s*(?:min\b|mins\b|minut\w*|мин\w*|хв\w*|dakika|dk\b)\.?)
        | (?P<read_time2>\d{1,3}[\s-]*(?:min|mins|minutes?)\.?)\s+(?:to\s+read|read|of\s+reading|reading)
        | (?P<read_time3>\d{1,3}\s*min(?:uti|utes|utos|\.)?)\s+(?:di\s+lettura|de\s+lecture|de\s+lectura|de\s+leitura)
        | (?P<read_time4>\d{1,3}\s*(?:min(?:uten)?\.?))\s+(?:lesezeit|leestijd|lezen)
        | (?P<read_time5>\d{1,3}\s*(?:мин(?:ут[аы]?)?|хв(?:илин[аи]?)?)\.?)\s+(?:на\s+чтение|чтения|читать|читання)
        | (?P<read_time6>\d{1,3}\s*min(?:ut[ay]?)?\.?)\s+(?:czytania|čtení)
        | (?P<read_time7>\d{1,3}\s*(?:dk\.?|dakika))\s+okuma
        | (?:χρόνος\s+ανάγνωσης|време\s+за\s+четене|време\s+читања|vreme\s+čitanja|vrijeme\s+čitanja|čas\s+branja
            |čas\s+čítania|olvasási\s+idő|timp\s+(?:de\s+)?(?:citire|citit|lectură)|lästid|læsetid|lesetid|lukuaika
            |lugemisaeg|lasīšanas\s+laiks|skaitymo\s+laikas|temps\s+de\s+lectura|irakurtzeko\s+denbora|час\s+чытання
            |tempo\s+de\s+lectura|waktu\s+baca|masa\s+(?:mem)?baca(?:an)?|thời\s+gian\s+đọc|読了時間|(?:预计)?阅读时间
            |(?:預計)?閱讀時間|읽는\s?시간|مدة\s+القراءة|وقت\s+القراءة|زمان\s+مطالعه|זמן\s+קריאה|leestyd|oxuma\s+müddəti)
            \s*[:：\-–]?\s*(?P<read_time8>(?:ca\.?\s*|約)?\d{1,3}\s*(?:min\b\.?|minut\w*|minuutti\w*|λεπτ\w*
            |мин\w*|хв\w*|хвілін\w*
            |perc\b|menit\b|phút\b|分(?:钟|鐘)?|분|دقيقة|دقائق|دقیقه|דקות|dəqiqə\b|dəq\b)\.?)
        | (?P<read_time9>\d{1,3}\s*(?:λεπτ[άό]ς?|мин(?:ути|\.)?|min(?:ute?|uta|uter|utter|utters|uttia
            |utit)?\.?|perc(?:es)?|menit|phút
            |минут[аe]?|minuto|minutos|minuts|דקות|دقائق|دقيقة|دقیقه)\.?)
            \s+(?:ανάγνωσ(?:η|ης)|за\s+четене|четене|читања|čitanja|branja|čítania|olvasás(?:i\s+idő)?
            |de\s+(?:citit|citire|lectură)
            |läsning|lästid|att\s+läsa|læsetid|læsning|lesetid|lesning|lukuaika|luettavaa|lugemist|membaca|baca
            |đọc|קריאה
            |للقراءة|قراءة|مطالعه|خواندن)
        | (?:この記事は)?(?P<read_time10>約?\s?\d{1,3}\s?分)で読め(?:ます|る)
        | 阅读(?:需|约|大约需要|本文需)\s?(?P<read_time11>\d{1,3}\s?分钟)
        | (?P<read_time12>\d{1,3}\s?分钟)阅读 | (?P<read_time13>\d{1,3}\s?분)\s?(?:읽기|분량)
    )\s*\.?\s*\Z""",
    _FLAGS,
)
"""A line that says how long the text takes to read."""

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
    rf"(?i)(?:the|a|an|this|that|all|any|no|one|our|its?)\b|.*\b(?:{_any_of(MONTHS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)

_COMMENTS = r"(?P<comments>(?:\d{1,5}|no)\s+(?:comments?|replies|responses))|leave\s+a\s+comment"
_PART = rf"""(?:
      (?:(?:on|le|am|el|em|il|op|в)\s+)?(?:{_STAMP.replace("_N", "")})
    | {_AGE} | {_COMMENTS} | \d{{1,3}}\s+min(?:ute)?s?\s+read
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


_FIGURE, _AGO = re.compile(r"\d"), re.compile(r"\bago\b")
_DATED_OR_AGED = rf"""{_DATED} | \bago\b | il\s+y\s+a | vor | hace | h[áa]\b | fa\b | geleden | temu
    | před | назад | тому | önce | 前 | min | мин | хв | dk | dakika
    | sedan | siden | sitten | tagasi | \bacum | πριν | преди | \bпре\b | \bpr(?:e|ije)\b | pred
    | órája | perc | napja | lalu | trước | 전 | منذ | پیش | قبل | לפני | पहले | ที่แล้ว
    | λεπτ | menit | phút | 분 | دقا?ئ?ي?ق | دقیقه | דקות | dəq | 分"""
"""Something that each date, age and reading time holds; the first look at a line is ten times as fast."""

_HOLDS_STAMP, _MAY_HOLD_STAMP = re.compile(_DATED_OR_AGED, _FLAGS), re.compile(_DATED_OR_AGED, re.VERBOSE)
"""Regardless of case, where every letter is compared with all alternatives; and of what is in lower case already."""


def may_be_stamp(line: str) -> bool:
    """Is a line short, and does it hold what a date, an age or a reading time does?"""
    if len(line) > LONGEST or (_FIGURE.search(line) is None and ("ago" not in line or _AGO.search(line) is None)):
        return False
    return _holds_stamp(line)


@remembering
def _holds_stamp(line: str) -> bool:
    """Asked of each snapshot of a text."""
    if line.isascii():
        return _MAY_HOLD_STAMP.search(line.lower()) is not None
    # "İ" and "ı" are "i" to a pattern that disregards case
    folded = line.casefold().replace("\N{COMBINING DOT ABOVE}", "").replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
    return _MAY_HOLD_STAMP.search(folded) is not None and _HOLDS_STAMP.search(line) is not None


def may_hold_stamp(document: Document) -> bool:
    """Could a line above the first paragraph of prose, or that paragraph, be a stamp?"""
    for line in document.contents:
        if may_be_stamp(line):
            return True
        if is_prose(line):
            return False
    return False


SHARING = Late(
    r"\s*(?:(?:share|tweet|pin|print|e-?mail|save|facebook|twitter|whatsapp|teilen|drucken|merken|partager|imprimer"
    r"|envoyer|compartir|imprimir|enviar|condividi|stampa|compartilhar|delen|afdrukken|udostępnij|drukuj|sdílet|tisk"
    r"|поделиться|поділитися|paylaş|yazdır)\b[\s|·•/,]*){2,8}\Z",
    re.IGNORECASE,
)
"""A line of two or more buttons that share or print the page."""
