//! Reading tools, citing, the desk.

pub(super) const KEEPING: &[(&str, &str)] = &[
    (
        "The passage that this link names has changed since; here is where its words stand now.",
        "تغيّر المقطع الذي يشير إليه هذا الرابط منذ ذلك الحين؛ وهذا موضع كلماته الآن.",
    ),
    ("Cite", "استشهاد"),
    ("Reading tools", "أدوات القراءة"),
    ("Chosen passage", "المقطع المختار"),
    ("Cite this document", "الاستشهاد بهذه الوثيقة"),
    ("Copy quotation", "نسخ الاقتباس"),
    ("Cite …", "استشهاد …"),
    ("Mark", "تعليم"),
    ("Note", "ملاحظة"),
    ("Copy link", "نسخ الرابط"),
    ("Remove mark", "إزالة العلامة"),
    ("Close", "إغلاق"),
    ("Format", "الصيغة"),
    ("Citation", "الاستشهاد"),
    ("Save as a file", "حفظ في ملف"),
    ("Your note", "ملاحظتك"),
    ("Tags, separated by commas", "وسوم تفصل بينها فواصل"),
    (
        "Quotation copied with its citation.",
        "نُسخ الاقتباس مع الاستشهاد.",
    ),
    ("Citation copied.", "نُسخ الاستشهاد."),
    ("Link to the passage copied.", "نُسخ الرابط إلى المقطع."),
    (
        "The browser does not let the page copy. The text is selected: copy it with Ctrl+C or ⌘C.",
        "لا يسمح المتصفح للصفحة بالنسخ. النص محدَّد: انسخه بـ Ctrl+C أو ⌘C.",
    ),
    ("Marked. It is on your desk.", "عُلِّم. تجده على مكتبك."),
    ("The mark is removed.", "أزيلت العلامة."),
    (
        "Passage chosen; press F2 to cite, mark or copy it.",
        "اختير المقطع؛ اضغط F2 للاستشهاد به أو تعليمه أو نسخه.",
    ),
    ("Kept.", "حُفظ."),
    ("Contents", "المحتويات"),
    (
        "This document has no headings.",
        "ليس في هذه الوثيقة عناوين.",
    ),
    ("Find in this document", "البحث في هذه الوثيقة"),
    ("Previous place", "الموضع السابق"),
    ("Next place", "الموضع التالي"),
    ("How texts are set", "هيئة النصوص"),
    ("Another document beside this one", "وثيقة أخرى بجانب هذه"),
    ("None", "لا شيء"),
    ("Marked in this document", "المعلَّم في هذه الوثيقة"),
    (
        "Nothing yet. Select words in the text, or press the ¶ beside a paragraph, to mark, cite or note it.",
        "لا شيء بعد. حدّد كلمات في النص، أو اضغط ¶ بجانب فقرة، لتعليمها أو الاستشهاد بها أو التعليق عليها.",
    ),
    ("I have read this document", "قرأت هذه الوثيقة"),
    (
        "Not found any more: the passage was changed or taken out after it was marked. Nothing else was put in its place.",
        "لم يعد موجوداً: تغيّر المقطع أو حُذف بعد تعليمه، ولم يوضع شيء مكانه.",
    ),
    (
        "This document is not in the collection any more.",
        "لم تعد هذه الوثيقة في المجموعة.",
    ),
    (
        "Nothing is marked yet. Open a document, select some words and press “Mark”; or press the ¶ beside a paragraph. \
         What you mark, note and tag gathers here, and stays on this machine.",
        "لا شيء معلَّم بعد. افتح وثيقة وحدّد كلمات واضغط «تعليم»، أو اضغط ¶ بجانب فقرة. ما تعلّمه وتعلّق عليه وتسمه يجتمع هنا، ويبقى \
         على هذا الجهاز.",
    ),
    (
        "No mark on your desk has these words or this tag.",
        "لا علامة على مكتبك فيها هذه الكلمات أو هذا الوسم.",
    ),
    ("Save the desk as a file", "حفظ المكتب في ملف"),
    ("Load a desk from a file", "تحميل مكتب من ملف"),
    ("Dossier of the marked passages:", "ملف المقاطع المعلَّمة:"),
    ("Print", "طباعة"),
    ("Find in passages and notes", "البحث في المقاطع والملاحظات"),
    ("All tags", "كل الوسوم"),
    ("Marked passages", "المقاطع المعلَّمة"),
    ("Kept searches", "عمليات البحث المحفوظة"),
    ("None yet.", "لا شيء بعد."),
    ("Keep this search", "حفظ هذا البحث"),
    ("Name of the search", "اسم البحث"),
    ("Remove", "إزالة"),
    ("The search is on your desk.", "البحث على مكتبك."),
    ("The search is removed.", "أزيل البحث."),
    ("What you have read", "ما قرأته"),
    (
        "A paragraph counts as read when it stood in the window for about two seconds.",
        "تُعدّ الفقرة مقروءة إذا بقيت في النافذة نحو ثانيتين.",
    ),
    ("Paragraphs", "الفقرات"),
    ("The desk is saved as a file.", "حُفظ المكتب في ملف."),
    (
        "The browser did not let the page save a file.",
        "لم يسمح المتصفح للصفحة بحفظ ملف.",
    ),
    (
        "Opening what this browser keeps …",
        "فتح ما يحفظه هذا المتصفح …",
    ),
    (
        "Your desk is kept in this browser, on this machine only. Clearing the browser's data clears it: save it as a file \
         to be sure.",
        "مكتبك محفوظ في هذا المتصفح، على هذا الجهاز فقط. ومسح بيانات المتصفح يمسحه: احفظه في ملف للاطمئنان.",
    ),
    (
        "Your desk is kept in this browser for pages opened from files. Another browser, or clearing this one's data, does \
         not have it: save it as a file to be sure.",
        "مكتبك محفوظ في هذا المتصفح للصفحات التي تُفتح من ملفات. ولا يبقى في متصفح آخر أو بعد مسح بيانات هذا المتصفح: احفظه في ملف \
         للاطمئنان.",
    ),
    (
        "This browser keeps nothing for this page (a private window, blocked site data, or a page opened from a file). Your \
         desk works until the page is closed: save it as a file before that.",
        "لا يحفظ هذا المتصفح شيئاً لهذه الصفحة (نافذة خاصة، أو بيانات مواقع محظورة، أو صفحة مفتوحة من ملف). يعمل مكتبك حتى تُغلق \
         الصفحة: احفظه في ملف قبل ذلك.",
    ),
    (
        "The browser has no room left for your desk; the last changes are not kept. Save the desk as a file now, or free \
         some room (site data in the browser's settings).",
        "لم يبق في المتصفح متسع لمكتبك، ولم تُحفظ التغييرات الأخيرة. احفظ المكتب في ملف الآن، أو أفسح بعض المساحة (بيانات المواقع في \
         إعدادات المتصفح).",
    ),
    ("Size of letters", "حجم الحروف"),
    ("Length of lines", "طول الأسطر"),
    ("Space between lines", "المسافة بين الأسطر"),
    ("Numbers of paragraphs", "أرقام الفقرات"),
    ("Small", "صغير"),
    ("Large", "كبير"),
    ("Very large", "كبير جداً"),
    ("Short", "قصير"),
    ("Long", "طويل"),
    ("Little", "قليل"),
    ("Much", "كثير"),
    ("Not shown", "مخفية"),
    ("Shown", "ظاهرة"),
    ("Usual", "المعتاد"),
    ("Text", "النص"),
    ("{0} in {1}, {2}", "{0}، {1}، {2}"),
    ("No such place", "لا موضع كهذا"),
    ("{0} of more than {1}", "{0} من أكثر من {1}"),
    (
        "Loaded and merged: {0} new, {1} changed, {2} removed.",
        "حُمّل ودُمج: {0} جديد، {1} معدَّل، {2} محذوف.",
    ),
    (
        "Left out as of another program: {0}.",
        "تُرك لأنه من برنامج آخر: {0}.",
    ),
    ("the browser cannot read it", "لا يستطيع المتصفح قراءته"),
    (
        "“{0}” was not loaded; your desk is as it was. {1}",
        "لم يُحمَّل «{0}»؛ مكتبك كما كان. {1}",
    ),
    (
        "What this browser keeps of your desk cannot be read, and is left as it is: {0}. Changes are not kept until the \
         page is opened anew; save them as a file.",
        "لا يمكن قراءة ما يحفظه هذا المتصفح من مكتبك، وقد تُرك كما هو: {0}. لن تُحفظ التغييرات حتى تُفتح الصفحة من جديد؛ احفظها في \
         ملف.",
    ),
    ("In no file yet: {0}.", "ليس في ملف بعد: {0}."),
    ("Beside it: {0}", "بجانبها: {0}"),
    ("Marked passages: {0}", "المقاطع المعلَّمة: {0}"),
    ("Marked on {0}", "عُلِّم في {0}"),
    ("en", "ar"),
    ("No passage is marked.", "لا مقطع معلَّماً."),
    (
        "This passage is not found any more in the text: it was changed or taken out after it was marked.",
        "لم يعد هذا المقطع موجوداً في النص: غُيِّر أو أُخرج بعد أن عُلِّم.",
    ),
    ("Tags", "الوسوم"),
    ("Passage", "المقطع"),
    ("Marked {0}.", "عُلِّم في {0}."),
    ("Marked {0} in version {1}.", "عُلِّم في {0} في الإصدار {1}."),
    ("Read: {0}", "المقروء: {0}"),
    ("What you have read about each person", "ما قرأته عن كل شخص"),
    ("Person", "الشخص"),
    ("Documents read", "الوثائق المقروءة"),
    ("Read next", "ما يُقرأ بعد ذلك"),
    ("all read", "قُرئت كلها"),
];
