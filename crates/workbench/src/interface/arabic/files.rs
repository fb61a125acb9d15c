//! The reader's own files.

pub(super) const FILES: &[(&str, &str)] = &[
    ("Your own files", "ملفاتك"),
    (
        "They are read and searched here, in this window. Nothing is sent anywhere, and nothing is kept unless you say so.",
        "تُقرأ ويُبحث فيها هنا، في هذه النافذة. لا يُرسل شيء إلى أي مكان، ولا يُحفظ شيء ما لم تطلب ذلك.",
    ),
    (
        "Drop files or folders here, or anywhere on the page.",
        "أفلت ملفات أو مجلدات هنا، أو في أي مكان من الصفحة.",
    ),
    ("Choose files", "اختيار ملفات"),
    ("Choose a folder", "اختيار مجلد"),
    (
        "Text and Markdown, PDF, Word (.docx), OpenDocument, RTF, EPUB, web pages, mail, tables, JSON, subtitles, TEI; with \
         sidecars and settings as for the command.",
        "نص وMarkdown وPDF وWord\u{200f} (.docx) وOpenDocument وRTF وEPUB وصفحات ويب وبريد وجداول وJSON وترجمات أفلام وTEI؛ مع الملفات \
         المرافقة والإعدادات كما في الأمر.",
    ),
    (
        "This browser refuses background work here: while a file is read, the page may pause.",
        "يرفض هذا المتصفح العمل في الخلفية هنا: قد تتوقف الصفحة برهة أثناء قراءة ملف.",
    ),
    (
        "this page was made without the reading of own files",
        "صُنعت هذه الصفحة من دون قراءة ملفات القارئ",
    ),
    ("Looking through what you brought …", "النظر فيما أتيت به …"),
    ("Reading the files …", "قراءة الملفات …"),
    ("Making the index …", "صنع الفهرس …"),
    ("Opening the index …", "فتح الفهرس …"),
    ("Making the page …", "صنع الصفحة …"),
    ("Stop", "إيقاف"),
    ("What to do with them", "ما العمل بها"),
    ("My files", "ملفاتي"),
    ("Together with the texts of this page", "مع نصوص هذه الصفحة"),
    (
        "Keep them in this browser, for this page, until you remove them",
        "حفظها في هذا المتصفح لهذه الصفحة حتى تزيلها",
    ),
    ("Search them", "البحث فيها"),
    ("Save as a page", "حفظ في صفحة"),
    ("They are open: search", "هي مفتوحة: ابحث"),
    ("Remove all", "إزالة الكل"),
    ("Open it", "فتحه"),
    ("Remove it from this browser", "إزالته من هذا المتصفح"),
    ("Removed from this browser", "أزيل من هذا المتصفح"),
    (
        "You are searching your own files; they are in this window only.",
        "أنت تبحث في ملفاتك، وهي في هذه النافذة فقط.",
    ),
    ("Your files", "ملفاتك"),
    (
        "Back to the texts of this page",
        "العودة إلى نصوص هذه الصفحة",
    ),
    ("waiting", "في الانتظار"),
    ("being read …", "يُقرأ …"),
    ("not read", "لم يُقرأ"),
    (
        "Text and Markdown, PDF, Word (.docx), OpenDocument, RTF, EPUB, web pages, mail, tables, JSON, subtitles, TEI, and \
         pages made by Vademecum.",
        "نص وMarkdown وPDF وWord\u{200f} (.docx) وOpenDocument وRTF وEPUB وصفحات ويب وبريد وجداول وJSON وترجمات أفلام وTEI، وصفحات \
         صنعها Vademecum.",
    ),
    (
        "This page was made without the reading of own files.",
        "صُنعت هذه الصفحة من دون قراءة ملفات القارئ.",
    ),
    (
        "A part of the page cannot be loaded. Check the connection and try again.",
        "لا يمكن تحميل جزء من الصفحة. تحقق من الاتصال ثم حاول من جديد.",
    ),
    (
        "This browser has no room to keep them. Save them as a page instead.",
        "ليس في هذا المتصفح متسع لحفظها. احفظها في صفحة بدلاً من ذلك.",
    ),
    (
        "This browser keeps nothing here: a private window, or its settings. Save them as a page instead.",
        "لا يحفظ هذا المتصفح شيئاً هنا: نافذة خاصة، أو إعداداته. احفظها في صفحة بدلاً من ذلك.",
    ),
    ("Nothing is kept here any more.", "لم يعد شيء محفوظاً هنا."),
    (
        "The reading of files stopped by a mistake of its own, or for want of memory. Bring fewer files, or reload the page.",
        "توقفت قراءة الملفات لخطأ فيها أو لقلة الذاكرة. أحضر ملفات أقل، أو أعد تحميل الصفحة.",
    ),
    ("That did not work: {0}.", "لم ينجح ذلك: {0}."),
    ("Removed from this browser.", "أزيل من هذا المتصفح."),
    ("{0} of {1} files read", "قُرئ {0} من {1} من الملفات"),
    (
        "This browser keeps “{0}” ({1} MB).",
        "يحفظ هذا المتصفح «{0}» ({1} ميغابايت).",
    ),
    ("read in part: {0}", "قُرئ بعضه: {0}"),
    ("Remove {0}", "إزالة {0}"),
    ("And {0} more.", "و{0} أيضاً."),
    ("line {0}: {1}", "السطر {0}: {1}"),
    ("{0}, {1}.", "{0}، {1}."),
    ("Not read: {0}.", "لم يُقرأ: {0}."),
    (
        "Passed over, no kind of text: {0}.",
        "تُرك لأنه ليس نوعاً من النصوص: {0}.",
    ),
];
