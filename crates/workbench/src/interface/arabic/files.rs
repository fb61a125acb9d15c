//! What is said in Arabic about the reader's own files.

/// Files: English sentence, Arabic sentence.
pub(super) const FILES: &[(&str, &str)] = &[
    ("your file", "من ملفاتك"),
    ("Your own files", "ملفاتك"),
    (
        "They are read and searched here, in this window. Nothing is sent anywhere, and nothing is kept unless you say so.",
        "تُقرأ ويُبحث فيها هنا، في هذه النافذة. لا يُرسل شيء إلى أي مكان، ولا يُحفظ شيء إلا إذا طلبت ذلك.",
    ),
    (
        "Drop files or folders here, or anywhere on the page.",
        "أفلت الملفات أو المجلدات هنا، أو في أي موضع من الصفحة.",
    ),
    ("Choose files", "اختيار ملفات"),
    ("Choose a folder", "اختيار مجلد"),
    (
        "Text and Markdown, PDF, Word (.docx), OpenDocument, RTF, EPUB, web pages, mail, tables, JSON, subtitles, TEI, and pages made by Vademecum.",
        "نصوص وMarkdown وPDF وWord (.docx) وOpenDocument وRTF وEPUB وصفحات ويب وبريد وجداول وJSON وترجمات أفلام وTEI، وصفحات صنعها Vademecum.",
    ),
    (
        "This browser refuses background work here: while a file is read, the page may pause.",
        "يرفض هذا المتصفح العمل في الخلفية هنا، فقد تتوقف الصفحة قليلاً أثناء قراءة ملف.",
    ),
    (
        "This page was made without the reading of own files.",
        "صُنعت هذه الصفحة من دون قراءة الملفات الخاصة.",
    ),
    (
        "A part of the page cannot be loaded. Check the connection and try again.",
        "تعذّر تحميل جزء من الصفحة. تحقق من الاتصال وأعد المحاولة.",
    ),
    (
        "This browser has no room to keep them. Save them as a page instead.",
        "لا يتسع هذا المتصفح لحفظها. احفظها صفحةً بدلاً من ذلك.",
    ),
    (
        "This browser keeps nothing here: a private window, or its settings. Save them as a page instead.",
        "لا يحفظ هذا المتصفح شيئاً هنا: نافذة خاصة، أو بسبب إعداداته. احفظها صفحةً بدلاً من ذلك.",
    ),
    ("Nothing is kept here any more.", "لم يعد هنا شيء محفوظ."),
    (
        "The reading of files stopped by a mistake of its own, or for want of memory. Bring fewer files, or reload the page.",
        "توقفت قراءة الملفات لخطأ فيها أو لنقص الذاكرة. جرّب ملفات أقل، أو أعد تحميل الصفحة.",
    ),
    ("That did not work: {0}.", "لم ينجح ذلك: {0}."),
    (
        "Looking through what you brought …",
        "يجري النظر في ما أحضرته …",
    ),
    ("Reading the files …", "تُقرأ الملفات …"),
    ("Making the index …", "يُصنع الفهرس …"),
    ("Opening the index …", "يُفتح الفهرس …"),
    ("Making the page …", "تُصنع الصفحة …"),
    ("Stop", "إيقاف"),
    ("What to do with them", "ماذا تفعل بها"),
    ("My files", "ملفاتي"),
    ("Together with the texts of this page", "مع نصوص هذه الصفحة"),
    (
        "Keep them in this browser, for this page, until you remove them",
        "حفظها في هذا المتصفح، لهذه الصفحة، حتى تزيلها",
    ),
    ("Search them", "البحث فيها"),
    ("Save as a page", "حفظها صفحةً"),
    (
        "You are searching your own files ({0}) together with the texts of this page ({1}); yours are in this \
         window only.",
        "أنت تبحث في ملفاتك ({0}) مع نصوص هذه الصفحة ({1})، وملفاتك في هذه النافذة وحدها.",
    ),
    ("Saved as a page: “{0}”.", "حُفظت صفحةً: «{0}»."),
    ("Remove all", "إزالة الكل"),
    ("Open it", "فتحه"),
    ("Remove it from this browser", "إزالته من هذا المتصفح"),
    ("Removed from this browser.", "أُزيل من هذا المتصفح."),
    (
        "You are searching your own files; they are in this window only.",
        "أنت تبحث في ملفاتك، وهي في هذه النافذة وحدها.",
    ),
    ("Your files", "ملفاتك المفتوحة"),
    (
        "Back to the texts of this page",
        "العودة إلى نصوص هذه الصفحة",
    ),
    ("waiting", "في الانتظار"),
    ("being read …", "يُقرأ …"),
    ("not read", "لم يُقرأ"),
    ("{0} of {1} files read", "قُرئ {0} من {1} ملف"),
    (
        "This browser keeps “{0}” ({1} MB).",
        "يحفظ هذا المتصفح “{0}” ({1} م.ب).",
    ),
    ("read in part: {0}", "قُرئ بعضه: {0}"),
    ("Remove {0}", "إزالة {0}"),
    ("And {0} more.", "و{0} غيرها."),
    ("line {0}: {1}", "السطر {0}: {1}"),
    ("{0}, {1}.", "{0}، {1}."),
    ("Not read: {0}.", "لم يُقرأ: {0}."),
    (
        "Passed over, no kind of text: {0}.",
        "جرى تجاوزه لأنه ليس نصاً: {0}.",
    ),
    ("used for the others", "يُعمل به للملفات الأخرى"),
];
