"""Shapes of the lines that count time: how old a page is, how long its text takes to read."""

from __future__ import annotations

from cleantext.fixers._late import FLAGS, Late

_NUMBER = r"\d{1,3}"
_UNIT = (
    r"(?:s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:(?:ee)?ks?)?"
    r"|mo(?:nth)?s?|y(?:(?:ea)?rs?)?)"
)
AGE_SHAPE = rf"""(?:(?:medically|clinically|fact)[\s-](?:reviewed|checked)(?:\s+by\s+[^·|]{{2,40}})?\s*[·|,-]\s*)?
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
"""An age as part of a line."""

AGE = Late(rf"\s*{AGE_SHAPE}\s*\Z", FLAGS)
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
    FLAGS,
)
"""A line that says how long the text takes to read."""
