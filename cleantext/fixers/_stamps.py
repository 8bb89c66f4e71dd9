"""Shapes of the lines around a headline that say when: stamps of date and time; and which lines could be one.

Only whole lines are read, and only short ones; what surrounds them decides whether they are furniture.
"""

from __future__ import annotations

import re

from cleantext.fixers._late import FLAGS, Late, any_of
from cleantext.remembering import remembering

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

_LABELS = """
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


_MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
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
STAMP_SHAPE = (
    rf"(?:(?P<label_N>(?:{any_of(_LABELS, '|')})\s*:?\s+)?"
    rf"(?P<date_N>(?P<before_N>{_TIME_BEFORE})?{_DATE}(?P<time_N>{_TIME})?))"
)
"""A stamp as part of a line; `_N` in the names of its groups stands for what tells one stamp from another."""

_DATED = rf"{_YEAR} | \d[./-]\d{{1,2}}[./-]\d\d"


def is_timed(stamp: re.Match[str]) -> bool:
    """Does a stamp tell the time of day, after its date or before it?"""
    return bool(stamp["time1"] or stamp["before1"])


STAMP = Late(
    r"\s*"
    + STAMP_SHAPE.replace("_N", "1")
    + r"(?:\s*[-–|·•/,]?\s*"
    + STAMP_SHAPE.replace("_N", "2")
    + r")?\s*\.?\s*\Z",
    FLAGS,
    holds=_DATED,
)
"""A line that is a date, with its label and its time of day where it has them, once or twice."""

_FIGURE, _AGO = re.compile(r"\d"), re.compile(r"\bago\b")
_DATED_OR_AGED = rf"""{_DATED} | \bago\b | il\s+y\s+a | vor | hace | h[áa]\b | fa\b | geleden | temu
    | před | назад | тому | önce | 前 | min | мин | хв | dk | dakika
    | sedan | siden | sitten | tagasi | \bacum | πριν | преди | \bпре\b | \bpr(?:e|ije)\b | pred
    | órája | perc | napja | lalu | trước | 전 | منذ | پیش | قبل | לפני | पहले | ที่แล้ว
    | λεπτ | menit | phút | 분 | دقا?ئ?ي?ق | دقیقه | דקות | dəq | 分"""
"""Something that each date, age and reading time holds; the first look at a line is ten times as fast."""

_HOLDS_STAMP, _MAY_HOLD_STAMP = re.compile(_DATED_OR_AGED, FLAGS), re.compile(_DATED_OR_AGED, re.VERBOSE)
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
