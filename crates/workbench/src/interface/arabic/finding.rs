//! Suggestions, help, records of searches, lists of queries.

/// Sentences of `finding`.
pub(super) const SENTENCES: &[(&str, &str)] = &[
    ("Suggestions", "اقتراحات"),
    ("phrase, {0}", "عبارة، {0}"),
    ("As a name:", "بوصفه اسماً:"),
    ("As a phrase:", "بوصفه عبارة:"),
    ("This finds something:", "هذا يعطي نتائج:"),
    ("Documents by date", "الوثائق بحسب التاريخ"),
    (
        "Drag over the bars, or give a first and a last day.",
        "اسحب فوق الأعمدة، أو حدّد أول يوم وآخر يوم.",
    ),
    (
        "Give a first day, a last day, or both.",
        "حدّد أول يوم أو آخر يوم أو كليهما.",
    ),
    ("From", "من"),
    ("To", "إلى"),
    ("Show this time", "عرض هذه المدة"),
    ("from {0}", "من {0}"),
    ("until {0}", "حتى {0}"),
    ("past search", "بحث سابق"),
    ("open the document", "فتح الوثيقة"),
    ("Forget past searches", "نسيان عمليات البحث السابقة"),
    ("Past searches are forgotten.", "نُسيت عمليات البحث السابقة."),
    ("What each part finds by itself", "ما يجده كل جزء وحده"),
    ("What else finds something", "ما يعطي نتائج أيضاً"),
    ("Near it in these texts:", "القريب منه في هذه النصوص:"),
    ("Record of this search", "محضر هذا البحث"),
    ("Keys", "المفاتيح"),
    ("Save as text", "حفظ نصاً"),
    ("More like this", "وثائق مشابهة"),
    (
        "No other document here uses the telling words of this one.",
        "لا وثيقة أخرى هنا تستعمل الكلمات المميِّزة لهذه الوثيقة.",
    ),
    ("Both use:", "تستعمل كلتاهما:"),
    ("Previous result:", "النتيجة السابقة:"),
    ("Next result:", "النتيجة التالية:"),
    ("There is no further result.", "لا نتيجة بعد هذه."),
    ("There is no earlier result.", "لا نتيجة قبل هذه."),
    ("One name or query a line", "اسم واحد أو بحث واحد في كل سطر"),
    (
        "Paste a list of names, words or queries. Each line is searched in the documents that the filters leave; \
         nothing leaves this page.",
        "الصق قائمة أسماء أو كلمات أو عمليات بحث. يُبحث عن كل سطر في الوثائق التي تُبقيها المرشّحات، ولا يغادر \
         هذه الصفحة شيء.",
    ),
    ("Read each line as", "قراءة كل سطر على أنه"),
    (
        "Paste a list of names, words or queries. Each line is searched in the whole collection ({0}); nothing \
         leaves this page.",
        "الصق قائمة أسماء أو كلمات أو عمليات بحث. يُبحث عن كل سطر في المجموعة كلها ({0})، ولا يغادر هذه الصفحة شيء.",
    ),
    (
        "a name or phrase, or a query",
        "اسم أو عبارة متصلة، أو عبارة بحث",
    ),
    ("a query", "عبارة بحث"),
    ("as written", "كما كُتب"),
    ("in another form or spelling", "بصيغة أو تهجئة أخرى"),
    ("not found", "لم يوجد"),
    ("words, in any order", "كلمات بأي ترتيب"),
    ("Search all lines", "البحث عن كل الأسطر"),
    (
        "There is no line with a letter or a digit.",
        "ليس في القائمة سطر فيه حرف أو رقم.",
    ),
    ("Line", "السطر"),
    ("Best document", "أفضل وثيقة"),
    ("Most matches in", "أكثر المطابقات في"),
    ("Remark", "ملاحظة"),
    (
        "A line of words alone is searched as one name or phrase: its words follow each other; a line with quotation marks, \
         operators or other signs of a query is a query. Documents answer all of a line, with the forms of its words and, where \
         no text has a word, words like it; matches are the places in their texts. As written is what stands in a text with \
         the letters of the line, but for capitals and accents. The CSV and JSON files have a column for each document with a match.",
        "السطر الذي ليس فيه إلا كلمات يُبحث عنه اسماً واحداً أو عبارة متصلة تتوالى كلماتها، والسطر الذي فيه علامات اقتباس أو عوامل \
         أو غيرها من علامات البحث عبارةُ بحث. وحيث لا ترد كلمة في أي نص تُعتمد كلمات تشبهها. «كما كُتب» ما ورد في نص بحروف السطر، \
         بصرف النظر عن حجم الحروف والحركات. الوثائق هي التي تستجيب للسطر كله مع صيغ كلماته، والمطابقات هي المواضع في نصوصها. في ملفي CSV وJSON عمود \
         لكل وثيقة فيها مطابقة.",
    ),
    ("Collection", "المجموعة"),
    ("Version of the collection", "إصدار المجموعة"),
    ("Date of the search", "تاريخ البحث"),
    ("Query", "عبارة البحث"),
    ("Read as", "قُرئت هكذا"),
    ("Forms of words", "صيغ الكلمات"),
    (
        "all forms of a word, and near words where a word is unknown",
        "كل صيغ الكلمة، والكلمات القريبة حيث لا ترد الكلمة",
    ),
    ("only the words as typed", "الكلمات كما كُتبت فقط"),
    ("Found", "وُجد"),
    ("Searched", "جرى البحث في"),
    ("Each part by itself", "كل جزء وحده"),
    ("Variants tried", "الصيغ التي جُرّبت"),
    ("Notes", "ملاحظات"),
    ("SHA-256 of the list of texts", "بصمة SHA-256 لقائمة النصوص"),
    (
        "Texts searched, with the SHA-256 of each",
        "النصوص التي جرى البحث فيها مع بصمة SHA-256 لكل منها",
    ),
    ("answers", "يستجيب"),
    ("to the search box", "إلى خانة البحث"),
    ("this list", "هذه القائمة"),
    (
        "in the search box: through the suggestions",
        "في خانة البحث: التنقّل بين الاقتراحات",
    ),
    (
        "takes the suggestion, or searches for what was typed",
        "أخذ الاقتراح، أو البحث عمّا كُتب",
    ),
    (
        "closes the suggestions, or what lies over the page",
        "إغلاق الاقتراحات، أو ما يعلو الصفحة",
    ),
    (
        "next match, then the next result",
        "المطابقة التالية، ثم النتيجة التالية",
    ),
    (
        "previous match, then the previous result",
        "المطابقة السابقة، ثم النتيجة السابقة",
    ),
    ("through everything else", "التنقّل بين كل ما سوى ذلك"),
    (
        "Keys of a single letter or sign can be switched off in About.",
        "يمكن إيقاف المفاتيح ذات الحرف الواحد أو العلامة الواحدة في صفحة «حول».",
    ),
    (
        "Keys of a single letter or sign are switched off; About switches them on.",
        "المفاتيح ذات الحرف الواحد أو العلامة الواحدة موقوفة؛ تُشغَّل في صفحة «حول».",
    ),
    ("name, {0}", "اسم، {0}"),
    ("{0}; {1} without the filters", "{0}؛ {1} بلا المرشّحات"),
    ("{0} as words anywhere", "{0} كلماتٍ في أي موضع"),
    ("with all forms of the words", "مع كل صيغ الكلمات"),
    ("{0} in all its forms", "{0} بكل صيغها"),
    ("without {0}", "بلا {0}"),
    ("without the filter {0}", "بلا المرشّح {0}"),
    ("without any filter", "بلا أي مرشّح"),
    (
        "nothing: no text searched answers this query",
        "لا شيء: لا نص من النصوص التي جرى البحث فيها يستجيب لهذا البحث",
    ),
    ("{0} of {1} found as written", "وُجد كما كُتب {0} من {1}"),
    (
        "{0}; {1} only in another form or spelling",
        "{0}؛ و{1} بصيغة أو تهجئة أخرى فقط",
    ),
    (
        "{0} beyond the first thousand were left out.",
        "تُرك ما زاد على الألف الأول: {0}.",
    ),
    ("Searching: {0} of {1}", "جارٍ البحث: {0} من {1}"),
];
