//! What the engine says.

/// Messages of the engine; a gap stands for a quoted stretch (“…”), in the order of the English message.
pub(super) const MESSAGES: &[(&str, &str)] = &[
    (
        "There is no word to look for; type one.",
        "لا كلمة يُبحث عنها؛ اكتب واحدة.",
    ),
    ("no document has {0}", "لا ترد {0} في أي وثيقة"),
    (
        "no document has {0}; showing {1}",
        "لا ترد {0} في أي وثيقة؛ هذه نتائج {1}",
    ),
    ("no word matches {0}", "لا كلمة تطابق {0}"),
    (
        "{0} holds no letters or digits and was left out",
        "ليس في {0} حروف ولا أرقام، فتُركت",
    ),
    (
        "metadata have no place in a text; `NEAR` is read as `AND`",
        "ليس للبيانات الوصفية موضع في النص؛ قُرئت `NEAR` كأنها `AND`",
    ),
    ("no document has a field {0}", "لا وثيقة فيها حقل {0}"),
    (
        "no document has {0} in its field {1}",
        "لا وثيقة فيها {0} في الحقل {1}",
    ),
    (
        "no document has a value in its field {0}",
        "لا وثيقة فيها قيمة في الحقل {0}",
    ),
    (
        "no document has such a date in its field {0}",
        "لا وثيقة فيها مثل هذا التاريخ في الحقل {0}",
    ),
    (
        "no document has a date in its field {0}",
        "لا وثيقة فيها تاريخ في الحقل {0}",
    ),
    (
        "no document has all of these words; these have some of them",
        "لا وثيقة فيها كل هذه الكلمات؛ في هذه بعضها",
    ),
    ("no text has a word like {0}", "لا نص فيه كلمة مثل {0}"),
    (
        "a day is asked for as `day:2024-12-08`, `day:2024-12` or a range of these",
        "يُطلب اليوم هكذا: `day:2024-12-08` أو `day:2024-12` أو مدى بينهما",
    ),
    (
        "no text mentions such a day; `date:` is the date of a document",
        "لا نص يذكر مثل هذا اليوم؛ `date:` هو تاريخ الوثيقة",
    ),
    (
        "no quotation was found in these texts",
        "لم يُعثر على اقتباس في هذه النصوص",
    ),
    (
        "no one who speaks is called or described as {0}",
        "لا قائل يُسمّى أو يوصف بأنه {0}",
    ),
    (
        "a text of this length is read as plain words",
        "نص بهذا الطول يُقرأ كلمات عادية",
    ),
    ("there is no word in this query", "ليس في هذا البحث كلمة"),
    (
        "the query has more than 1024 words; the rest is not read",
        "في البحث أكثر من 1024 كلمة؛ لم يُقرأ الباقي",
    ),
    (
        "there are more problems than are listed",
        "ثمة مشكلات أكثر مما ذُكر",
    ),
    (
        "this quotation mark is not closed; write `\"` where the phrase ends",
        "علامة الاقتباس هذه غير مغلقة؛ اكتب `\"` حيث تنتهي العبارة",
    ),
    (
        "there is no word between these quotation marks",
        "ليس بين علامتي الاقتباس كلمة",
    ),
    (
        "there is nothing between these brackets",
        "ليس بين هذين القوسين شيء",
    ),
    (
        "there is no letter or digit here to search for",
        "ليس هنا حرف أو رقم يُبحث عنه",
    ),
    (
        "the distance must be between 1 and 1000 words",
        "يجب أن تكون المسافة بين كلمة و1000 كلمة",
    ),
    (
        "the distance must be at most 1000 words",
        "يجب ألا تتجاوز المسافة 1000 كلمة",
    ),
    (
        "a distance needs a phrase of at least two words",
        "المسافة تحتاج إلى عبارة من كلمتين على الأقل",
    ),
    (
        "`~` behind a phrase needs a number of words; write `\"a b\"~5`",
        "بعد العبارة تحتاج `~` إلى عدد كلمات؛ اكتب `\"a b\"~5`",
    ),
    (
        "words cannot be given a weight; `^` is not used",
        "لا يمكن إعطاء الكلمات وزناً؛ لم تُستعمل `^`",
    ),
    ("this is not a date", "هذا ليس تاريخاً"),
    ("full-date", "تاريخ كامل"),
    ("iso-date", "تاريخ بصيغة ISO"),
    ("numeric-date", "تاريخ بالأرقام"),
    ("day-and-month", "يوم وشهر"),
    ("day-of-month", "يوم من الشهر"),
    ("month", "شهر"),
    ("season", "فصل"),
    ("year", "سنة"),
    ("decade", "عقد"),
    ("century", "قرن"),
    ("range", "مدى"),
    ("named-day", "يوم مسمّى"),
    ("weekday", "يوم من الأسبوع"),
    ("same-day", "اليوم نفسه"),
    ("next-day", "اليوم التالي"),
    ("deictic", "بالإشارة (اليوم، أمس)"),
    ("offset", "بعد مدة أو قبلها"),
    ("stretch", "مدة"),
    ("clock", "ساعة"),
    ("part-of-day", "جزء من اليوم"),
];
