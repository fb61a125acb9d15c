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
        "there are more problems than are listed",
        "ثمة مشكلات أكثر مما ذُكر",
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
    (
        "a distance has no effect in a field",
        "لا أثر للمسافة في حقل",
    ),
    ("the words must follow each other", "يجب أن تتوالى الكلمات"),
    (
        "`NEAR` has no effect in a field and is read as `AND`",
        "لا أثر لـ`NEAR` في حقل، وقُرئت كأنها `AND`",
    ),
    (
        "a field clause stands inside another",
        "شرط حقل داخل شرط حقل آخر",
    ),
    ("each is read alone", "قُرئ كل منهما وحده"),
    (
        "the range of dates runs backwards and was turned round",
        "مدى التواريخ معكوس، فقُلب",
    ),
    ("write the earlier date first", "اكتب التاريخ الأسبق أولاً"),
    (
        "write `date:2024-12-08`, `date:2024-12`, `date:2024-12-01..2024-12-08` or `date:>=2024-12`",
        "اكتب `date:2024-12-08` أو `date:2024-12` أو `date:2024-12-01..2024-12-08` أو `date:>=2024-12`",
    ),
    ("this `-` is read as a dash", "قُرئت `-` هذه شرطة"),
    (
        "write `-word`, after a space, to leave a word out",
        "لاستبعاد كلمة اكتب `-word` بعد مسافة",
    ),
    (
        "this sign stands behind no word and is not used",
        "هذه العلامة ليست بعد كلمة، فلم تُستعمل",
    ),
    ("write it right behind a word", "اكتبها بعد الكلمة مباشرة"),
    (
        "`+` is not needed: every word is asked for",
        "لا حاجة إلى `+`: كل كلمة مطلوبة",
    ),
    ("leave it out", "احذفها"),
    (
        "this `/` begins no regular expression",
        "`/` هذه لا تبدأ تعبيراً نمطياً",
    ),
    (
        "write `/…/` without spaces and with a `/` at the end",
        "اكتب `/…/` بلا مسافات وبعلامة `/` في آخرها",
    ),
    (
        "this `=` stands before no word and is not used",
        "`=` هذه ليست قبل كلمة، فلم تُستعمل",
    ),
    ("write `=Word`", "اكتب `=Word`"),
    (
        "this `\\` stands before nothing and is not used",
        "`\\` هذه ليست قبل شيء، فلم تُستعمل",
    ),
    ("the query is too long", "البحث أطول مما يُقبل"),
    ("the rest is not read", "لم يُقرأ الباقي"),
    (
        "the query has more than 1024 words",
        "في البحث أكثر من 1024 كلمة",
    ),
    ("search for fewer words", "ابحث عن كلمات أقل"),
    ("this bracket closes nothing", "هذا القوس لا يغلق شيئاً"),
    (
        "leave it out, or open a bracket before it",
        "احذفه، أو افتح قوساً قبله",
    ),
    (
        "several signs for `not` follow each other",
        "توالت علامات نفي عدة",
    ),
    ("two of them cancel", "كل اثنتين تتلاغيان"),
    ("write one `-`", "اكتب `-` واحدة"),
    (
        "`NEAR` stands between words, phrases and alternatives of these",
        "تقع `NEAR` بين كلمات أو عبارات أو بدائل منها",
    ),
    ("it is read as `AND`", "قُرئت كأنها `AND`"),
    (
        "write `sentence:( )` or `para:( )` around the words",
        "اكتب `sentence:( )` أو `para:( )` حول الكلمات",
    ),
    (
        "`|` has nothing on one of its sides",
        "ليس على أحد جانبي `|` شيء",
    ),
    ("write `a | b`", "اكتب `a | b`"),
    (
        "`&&` has nothing on one of its sides",
        "ليس على أحد جانبي `&&` شيء",
    ),
    ("write `a AND b`", "اكتب `a AND b`"),
    (
        "this operator has nothing to work on and is read as a word",
        "ليس لهذا المعامل ما يعمل فيه، فقُرئ كلمة",
    ),
    (
        "write it in small letters or in quotation marks if you mean the word",
        "إن أردت الكلمة نفسها فاكتبها بأحرف صغيرة أو بين علامتي اقتباس",
    ),
    (
        "a `*` alone stands for every document",
        "`*` وحدها تعني كل الوثائق",
    ),
    ("put letters before or after it", "ضع حروفاً قبلها أو بعدها"),
    (
        "brackets are nested more than 64 deep",
        "الأقواس متداخلة أكثر من 64 مستوى",
    ),
    ("the inner ones are not read", "لم تُقرأ الداخلية منها"),
    ("this bracket is not closed", "هذا القوس غير مغلق"),
    (
        "write `)` where the group ends",
        "اكتب `)` حيث تنتهي المجموعة",
    ),
    (
        "this quotation mark is not closed",
        "علامة الاقتباس هذه غير مغلقة",
    ),
    (
        "write `\"` where the phrase ends",
        "اكتب `\"` حيث تنتهي العبارة",
    ),
    (
        "a `*` alone in a phrase is left out",
        "تُترك `*` وحدها في عبارة",
    ),
    (
        "write `\"a b\"~5` to allow words between",
        "اكتب `\"a b\"~5` لتسمح بكلمات بينها",
    ),
    (
        "`~` behind a phrase needs a number of words",
        "بعد العبارة تحتاج `~` إلى عدد كلمات",
    ),
    ("write `\"a b\"~5`", "اكتب `\"a b\"~5`"),
    (
        "words cannot be given a weight",
        "لا يمكن إعطاء الكلمات وزناً",
    ),
    ("`^` is not used", "لم تُستعمل `^`"),
    (
        "`~` has no effect on a word with `*` or `?`",
        "لا أثر لـ`~` في كلمة فيها `*` أو `?`",
    ),
    ("leave out one of them", "احذف إحداهما"),
    (
        "`=` has no effect on a word with `*`, `?` or `~`",
        "لا أثر لـ`=` في كلمة فيها `*` أو `?` أو `~`",
    ),
    ("this word is too long", "هذه الكلمة أطول مما يُقبل"),
    (
        "only its first 256 characters count",
        "لا يُعتد إلا بأول 256 حرفاً منها",
    ),
    (
        "only one or two typing errors can be allowed",
        "لا يُسمح بأكثر من خطأ كتابي أو خطأين",
    ),
    ("write `~`, `~1` or `~2`", "اكتب `~` أو `~1` أو `~2`"),
    (
        "names, days and quotations are not looked at here",
        "لا يُنظر هنا في الأسماء والأيام والاقتباسات",
    ),
    (
        "search the folder with `vademecum search`",
        "ابحث في المجلد بالأمر `vademecum search`",
    ),
    (
        "sentences, paragraphs and quotations are looked for inside each other three deep",
        "يُبحث عن الجمل والفقرات والاقتباسات بعضها داخل بعض حتى ثلاثة مستويات",
    ),
    (
        "what is deeper counts anywhere in the innermost",
        "وما كان أعمق يُعتد به في أي موضع من أعمقها",
    ),
    (
        "the expression {0} is not understood",
        "التعبير {0} غير مفهوم",
    ),
    ("it matches nothing", "فلا يطابق شيئاً"),
    ("{0} matches very many words", "{0} تطابق كلمات كثيرة جداً"),
    ("the most frequent ones are searched", "بُحث عن أكثرها وروداً"),
    ("the query is very long", "البحث طويل جداً"),
    ("its first words are searched", "بُحث عن كلماته الأولى"),
    (
        "so many texts hold these words that only the first were searched for where they stand together",
        "نصوص كثيرة جداً فيها هذه الكلمات، فلم يُبحث عن اجتماعها إلا في أولها",
    ),
    ("add a rarer word", "أضف كلمة أندر"),
    ("There is no document {0} here.", "لا وثيقة هنا باسم {0}."),
    (
        "There is no document {0} here. It may have been renamed or left out.",
        "لا وثيقة هنا باسم {0}. لعل اسمها تغيّر أو أُخرجت.",
    ),
    (
        "no language of these documents has stems",
        "لا جذوع معروفة للغات هذه الوثائق",
    ),
    ("words stand alone", "فكل كلمة وحدها"),
    ("a run has one to six words", "السلسلة من كلمة إلى ست كلمات"),
    ("the nearest size is shown", "عُرض أقرب طول"),
    ("too many different runs", "السلاسل المختلفة كثيرة جداً"),
    (
        "those that occur fewer than {0} times are left out",
        "تُرك منها ما يرد أقل من {0} مرة",
    ),
    (
        "a window reaches ten words to either side at most",
        "تمتد النافذة عشر كلمات على كل جانب على الأكثر",
    ),
    (
        "No document is in the target; choose others.",
        "لا وثيقة في الهدف؛ اختر غيرها.",
    ),
    (
        "No document is left to compare with; choose fewer documents as the target.",
        "لم تبق وثيقة للمقارنة؛ اختر للهدف وثائق أقل.",
    ),
    (
        "some documents are in both sets",
        "بعض الوثائق في المجموعتين معاً",
    ),
    (
        "There is no document with this id here.",
        "لا وثيقة هنا بهذا المعرّف.",
    ),
    (
        "this query has no word whose places could be shown",
        "ليس في هذا البحث كلمة تُعرض مواضعها",
    ),
    ("no text names a person {0}", "لا نص يسمّي شخصاً {0}"),
    ("no text names a place {0}", "لا نص يسمّي مكاناً {0}"),
    ("no text names a body {0}", "لا نص يسمّي منظمة {0}"),
    ("no text names a group {0}", "لا نص يسمّي جماعة {0}"),
    (
        "{0} alone may mean several",
        "{0} وحده قد يعني عدة أشخاص أو أماكن",
    ),
    ("{0} is part of several names", "{0} جزء من أسماء عدة"),
    ("{0} is taken for {1}", "عُدّ {0} هو {1}"),
    ("others of that name", "وبهذا الاسم غيره"),
    ("may mean several", "قد يعني أكثر من واحد"),
    (
        "what has to be there as a phrase, or must not be there, goes into a shorter query",
        "ما يجب أن يرد عبارةً أو ألا يرد يُكتب في بحث أقصر",
    ),
    ("every document is shown", "عُرضت كل الوثائق"),
    ("This is not an exploration.", "ليس هذا استكشافاً."),
    ("the document's date", "تاريخ الوثيقة"),
    ("the title", "العنوان"),
    ("same name", "الاسم نفسه"),
    ("with or without article", "بأداة التعريف أو بدونها"),
    (
        "with or without apostrophe or ʿayn",
        "بعلامة العين أو الهمزة أو بدونها",
    ),
    ("letter doubled or not", "بتضعيف حرف أو بدونه"),
    ("another transliteration", "كتابة أخرى بحروف أخرى"),
    ("initials", "بالأحرف الأولى"),
    ("a further name left out", "بحذف اسم من أسمائه"),
    (
        "family name alone, after the full name",
        "اسم العائلة وحده بعد الاسم الكامل",
    ),
    (
        "given name alone, after the full name",
        "الاسم الأول وحده بعد الاسم الكامل",
    ),
    (
        "title and family name of one bearer",
        "لقب واسم عائلة لحامل واحد",
    ),
    ("another name said in the text", "اسم آخر ذُكر في النص"),
    ("abbreviation given in the text", "اختصار ورد في النص"),
    ("another name of the place", "اسم آخر للمكان"),
    (
        "only bearer of the family name in the collection",
        "الحامل الوحيد لاسم العائلة في هذه المجموعة",
    ),
    ("authority file", "ملف الأسماء المعتمدة"),
    (
        "same full name in several documents; the texts do not tell whether it is one person",
        "الاسم الكامل نفسه في عدة مستندات؛ والنصوص لا تبيّن أهو شخص واحد",
    ),
];
