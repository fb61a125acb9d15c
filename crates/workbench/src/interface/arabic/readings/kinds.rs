//! What is said in Arabic about kinds of files.

/// What a file is, and what is not read.
pub(super) const KINDS: &[(&str, &str)] = &[
    ("this is Markdown", "هذا نص Markdown"),
    ("this is plain text", "هذا نص مجرد"),
    ("this is a file of JSON lines", "هذا ملف سطور JSON"),
    ("this is a JSON file", "هذا ملف JSON"),
    ("this is a web page", "هذه صفحة ويب"),
    ("this is a Word document", "هذا مستند Word"),
    ("this is an OpenDocument text", "هذا نص OpenDocument"),
    ("this is an EPUB book", "هذا كتاب EPUB"),
    ("this is a PDF", "هذا ملف PDF"),
    ("this is a table", "هذا جدول"),
    ("this is an e-mail", "هذه رسالة بريد"),
    ("this is a mailbox", "هذا صندوق بريد"),
    ("this is a file of subtitles", "هذا ملف ترجمة فيلم"),
    ("this is an XML file", "هذا ملف XML"),
    ("this is an RTF document", "هذا مستند RTF"),
    (
        "named .{0}, but {1}; read as that",
        "اسمه ينتهي بـ`.{0}`، لكن {1*}؛ وقُرئ على هذا الأساس",
    ),
    (
        "give the file the ending that fits",
        "أعط الملف النهاية التي تناسبه",
    ),
    (
        "the document is encrypted with a password",
        "المستند مشفّر بكلمة مرور",
    ),
    (
        "open it with its password and save it without one",
        "افتحه بكلمة مروره واحفظه من دونها",
    ),
    (
        "this is a file of an old Office format (Word 97 to 2003)",
        "هذا ملف بصيغة Office قديمة (Word 97 إلى 2003)",
    ),
    (
        "open it in LibreOffice or Word and save it as .docx or .odt",
        "افتحه في LibreOffice أو Word واحفظه بصيغة `.docx` أو `.odt`",
    ),
    (
        "files of the kind .{0} are not read",
        "لا تُقرأ الملفات من نوع `.{0}`",
    ),
    (
        "this is a ZIP archive, but no Word, OpenDocument or EPUB file",
        "هذا أرشيف ZIP، لكنه ليس ملف Word ولا OpenDocument ولا EPUB",
    ),
    (
        "unpack it into the folder, or leave it out",
        "فكّه في المجلد، أو استبعده",
    ),
    ("this is {0}, not text", "الملف {0*} وليس نصاً"),
    (
        "leave it out, or give the text that belongs to it as a file of its own",
        "استبعده، أو أعط النص الذي يخصه ملفاً مستقلاً",
    ),
    (
        "named .{0}, but the bytes are no text and no such file",
        "اسمه ينتهي بـ`.{0}`، لكن بايتاته ليست نصاً ولا ملفاً من هذا النوع",
    ),
    (
        "the file is damaged or misnamed; fetch it again from where it came",
        "الملف تالف أو اسمه خاطئ؛ أحضره ثانية من حيث جاء",
    ),
    (
        "known are txt, md, html, docx, odt, epub, pdf, rtf, csv, tsv, json, jsonl, eml, mbox, srt, vtt and TEI xml",
        "الأنواع المعروفة: \u{2068}txt, md, html, docx, odt, epub, pdf, rtf, csv, tsv, json, jsonl, eml, mbox, srt, vtt, TEI xml\u{2069}",
    ),
    ("a PNG picture", "صورة PNG"),
    ("a JPEG picture", "صورة JPEG"),
    ("a GIF picture", "صورة GIF"),
    ("a program", "برنامج"),
    ("sound", "صوت"),
    ("a gzip archive", "أرشيف gzip"),
    ("a 7-Zip archive", "أرشيف 7-Zip"),
    ("a RAR archive", "أرشيف RAR"),
    (
        "open it in a word processor and save it as .docx or .odt",
        "افتحه في معالج نصوص واحفظه بصيغة `.docx` أو `.odt`",
    ),
    ("save each sheet as .csv", "احفظ كل ورقة بصيغة `.csv`"),
    (
        "export it as .pdf or save its outline as text",
        "صدّره بصيغة `.pdf`، أو احفظ مخططه نصاً",
    ),
    (
        "save the mails as .eml or .mbox",
        "احفظ الرسائل بصيغة `.eml` أو `.mbox`",
    ),
    (
        "convert it to .epub, for instance with Calibre",
        "حوّله إلى `.epub`، ببرنامج Calibre مثلاً",
    ),
    (
        "convert it to Markdown, for instance with pandoc",
        "حوّله إلى Markdown، ببرنامج pandoc مثلاً",
    ),
    ("the file is empty", "الملف فارغ"),
    (
        "fetch it again from where it came, or leave it out",
        "أحضره ثانية من حيث جاء، أو استبعده",
    ),
    (
        "the file has {0} MB, at most {1} are read",
        "حجم الملف {0} م.ب، ولا يُقرأ أكثر من {1} م.ب",
    ),
    ("split it into several files", "قسّمه إلى عدة ملفات"),
    (
        "open it in the program that made it, save it anew, or save it as plain text",
        "افتحه في البرنامج الذي صنعه واحفظه من جديد، أو احفظه نصاً مجرداً",
    ),
];

/// Word, `OpenDocument`, RTF, EPUB, and the packages and XML that they are made of.
pub(super) const OFFICE: &[(&str, &str)] = &[
    (
        "this is a Word document, but {0}",
        "هذا مستند Word، لكن {0*}",
    ),
    (
        "this is a Word document, but {0}; the text is read without it",
        "هذا مستند Word، لكن {0*}؛ وقُرئ النص من دونه",
    ),
    (
        "open it in Word or LibreOffice and save it anew, or fetch it again from where it came",
        "افتحه في Word أو LibreOffice واحفظه من جديد، أو أحضره ثانية من حيث جاء",
    ),
    (
        "open it in Word or LibreOffice and save it anew",
        "افتحه في Word أو LibreOffice واحفظه من جديد",
    ),
    (
        "it has no text part (word/document.xml)",
        "ليس فيه جزء النص (`word/document.xml`)",
    ),
    ("it has no text part", "ليس فيه جزء النص"),
    (
        "it has no text part (content.xml)",
        "ليس فيه جزء النص (`content.xml`)",
    ),
    (
        "{0}, in line {1} of its text part",
        "{0*}، في السطر {1} من جزء النص",
    ),
    (
        "tracked changes: insertions kept, {0} deletions left out",
        "تغييرات متعقَّبة: أُبقيت الإضافات وتُرك ما حُذف ({0 places})",
    ),
    (
        "this is an OpenDocument text, but {0}",
        "هذا نص OpenDocument، لكن {0*}",
    ),
    (
        "open it in LibreOffice and save it anew, or fetch it again from where it came",
        "افتحه في LibreOffice واحفظه من جديد، أو أحضره ثانية من حيث جاء",
    ),
    ("this is an EPUB book, but {0}", "هذا كتاب EPUB، لكن {0*}"),
    (
        "open it in Calibre and convert it anew, or fetch it again from where it came",
        "افتحه في Calibre وحوّله من جديد، أو أحضره ثانية من حيث جاء",
    ),
    (
        "its chapters are encrypted (digital rights management)",
        "فصوله مشفّرة (إدارة الحقوق الرقمية)",
    ),
    ("its package file is missing", "ملف حزمته مفقود"),
    ("of its package file {0} {1}", "في ملف حزمته {0} خلل: {1*}"),
    ("its spine names no chapter", "لا يذكر تسلسله أي فصل"),
    (
        "the chapter {0} is named, but not in the book",
        "الفصل {0} مذكور لكنه ليس في الكتاب",
    ),
    (
        "fetch the book again from where it came",
        "أحضر الكتاب ثانية من حيث جاء",
    ),
    ("it has no package file (.opf)", "ليس فيه ملف حزمة (`.opf`)"),
    (
        "open it with its password and save a copy without one",
        "افتحه بكلمة مروره واحفظ نسخة من دونها",
    ),
    ("it is encrypted with a password", "هو مشفّر بكلمة مرور"),
    (
        "it is packed in a way that is not read ({0})",
        "هو مضغوط بطريقة لا تُقرأ ({0})",
    ),
    (
        "it is damaged or cut off: its list of parts is not to be found",
        "هو تالف أو مبتور: لا يُعثر على قائمة أجزائه",
    ),
    ("its part {0} is damaged ({1})", "جزؤه {0} تالف ({1})"),
    (
        "its part {0} unpacks to more than {1} MB",
        "جزؤه {0} يتجاوز بعد فكه {1} م.ب",
    ),
    (
        "its part {0} is packed in a way that is not read ({1})",
        "جزؤه {0} مضغوط بطريقة لا تُقرأ ({1})",
    ),
    (
        "its entities multiply without end (\"billion laughs\")",
        "كياناته تتكاثر بلا نهاية (“billion laughs”)",
    ),
    ("it has too many elements", "عناصره أكثر مما يُقبل"),
    ("it is not well formed ({0})", "بنيته غير سليمة ({0})"),
    (
        "the file is cut off: groups are not closed",
        "الملف مبتور: فيه مجموعات غير مغلقة",
    ),
    (
        "fetch it again from where it came; the text up to its end is kept",
        "أحضره ثانية من حيث جاء؛ أُبقي النص حتى نهايته",
    ),
    ("this is an XML file, but {0}", "هذا ملف XML، لكن {0*}"),
    (
        "check it with an XML editor; every element needs its end",
        "افحصه بمحرر XML؛ لا بد لكل عنصر من نهاية",
    ),
    (
        "XML of the kind <{0}> is not read",
        "لا يُقرأ XML من نوع `<{0}>`",
    ),
    (
        "of XML, TEI and XHTML are read; convert the file to TEI, HTML or text",
        "لا يُقرأ من XML إلا TEI وXHTML؛ حوّل الملف إلى TEI أو HTML أو نص",
    ),
];

/// Web pages and PDF.
pub(super) const PAGES: &[(&str, &str)] = &[
    (
        "this is a web page, but thousands of its elements are nested in each other",
        "هذه صفحة ويب، لكن آلافاً من عناصرها متداخل بعضها في بعض",
    ),
    ("save its text as .txt", "احفظ نصها بصيغة `.txt`"),
    (
        "parts around the text left out (menus, sidebars, notices): {0}",
        "تُرك ما حول النص (قوائم وأشرطة جانبية وتنبيهات): {0 places}",
    ),
    (
        "the page only shows other pages in frames and has no text of its own",
        "لا تعرض الصفحة إلا صفحات أخرى في أُطر، وليس لها نص",
    ),
    (
        "give those pages as files of their own",
        "أعط تلك الصفحات ملفات مستقلة",
    ),
    (
        "the page shows other pages in frames; only what browsers without frames show is read",
        "تعرض الصفحة صفحات أخرى في أُطر؛ ولم يُقرأ إلا ما تعرضه المتصفحات التي لا تعرف الأُطر",
    ),
    (
        "the page has no text of its own: scripts would fetch it",
        "ليس للصفحة نص: تجلبه برامج فيها",
    ),
    (
        "open it in a browser and save it as a complete page or as PDF",
        "افتحها في متصفح واحفظها صفحةً كاملة أو بصيغة PDF",
    ),
    (
        "open it in a PDF program and print or save it anew",
        "افتحه في برنامج PDF واطبعه أو احفظه من جديد",
    ),
    (
        "this is a PDF without pages; it is damaged",
        "هذا ملف PDF بلا صفحات؛ هو تالف",
    ),
    (
        "this is a PDF that unpacks to more than {0} MB of drawing",
        "هذا ملف PDF يتجاوز رسمه بعد فكه {0} م.ب",
    ),
    (
        "fetch it again from where it came, or open it in a PDF program and save it anew",
        "أحضره ثانية من حيث جاء، أو افتحه في برنامج PDF واحفظه من جديد",
    ),
    ("its end is missing", "آخره مفقود"),
    (
        "it is damaged: its list of objects cannot be read",
        "هو تالف: لا يمكن قراءة قائمة كائناته",
    ),
    ("this is a PDF, but {0}", "هذا ملف PDF، لكن {0*}"),
    (
        "this is a PDF, but {0}; what was found of it, one page, is read",
        "هذا ملف PDF، لكن {0*}؛ وقُرئ ما عُثر عليه منه: صفحة واحدة",
    ),
    (
        "this is a PDF, but {0}; what was found of it, {1} pages, is read",
        "هذا ملف PDF، لكن {0*}؛ وقُرئ ما عُثر عليه منه: {1 pages}",
    ),
    (
        "this is a PDF that is encrypted with a password",
        "هذا ملف PDF مشفّر بكلمة مرور",
    ),
    (
        "scanned: no text on its one page, only pictures",
        "ممسوح ضوئياً: لا نص في صفحته الوحيدة، بل صور فقط",
    ),
    (
        "scanned: no text on any of its {0} pages, only pictures",
        "ممسوح ضوئياً: {0 pages} بلا نص، فيها صور فقط",
    ),
    (
        "run text recognition over it, for instance with OCRmyPDF, and use the result",
        "شغّل عليه برنامج تعرّف على النص، مثل OCRmyPDF، واستعمل ما ينتج",
    ),
    (
        "this is a PDF, but none of its pages can be read",
        "هذا ملف PDF، لكن لا يمكن قراءة أي صفحة من صفحاته",
    ),
    (
        "no text on {0} of {1} pages (scanned or empty): {2}",
        "{0 pages} من أصل {1} بلا نص (ممسوحة ضوئياً أو فارغة): {2}",
    ),
    (
        "run text recognition over it if they hold text",
        "شغّل عليه برنامج تعرّف على النص إن كان فيها نص",
    ),
    (
        "{0} of {1} pages are damaged and left out: {2}",
        "{0 pages} من أصل {1} تُركت لتلفها: {2}",
    ),
    (
        "{0} of 100 letters are not told by the fonts of the file",
        "{0}% من الحروف لا تدل عليها خطوط الملف",
    ),
    (
        "run text recognition over it, for instance `ocrmypdf --force-ocr`",
        "شغّل عليه برنامج تعرّف على النص، مثل `ocrmypdf --force-ocr`",
    ),
];

/// Mail, tables, subtitles.
pub(super) const RECORDS: &[(&str, &str)] = &[
    (
        "this is no e-mail: it has no headers",
        "ليست هذه رسالة بريد: لا ترويسات فيها",
    ),
    (
        "save the mail as .eml from the mail program, or its text as .txt",
        "احفظ الرسالة من برنامج البريد بصيغة `.eml`، أو نصها بصيغة `.txt`",
    ),
    ("mail {0} cannot be read", "لا يمكن قراءة الرسالة {0}"),
    (
        "open the mailbox in a mail program and save it anew",
        "افتح صندوق البريد في برنامج بريد واحفظه من جديد",
    ),
    (
        "mail {0} has no headers and is left out",
        "الرسالة {0} بلا ترويسات، فتُركت",
    ),
    (
        "a line of its text may begin with \"From \"; mail programs write \">From \" there",
        "لعل سطراً من نصها يبدأ بـ`From `؛ تكتب برامج البريد هناك `>From `",
    ),
    (
        "this is no mailbox: no line begins with \"From \"",
        "ليس هذا صندوق بريد: لا سطر يبدأ بـ`From `",
    ),
    (
        "export it as mbox from the mail program, or the mails as .eml",
        "صدّره من برنامج البريد بصيغة `mbox`، أو صدّر الرسائل بصيغة `.eml`",
    ),
    (
        "there is no cue with a time (00:00:01,000 --> 00:00:02,000)",
        "لا مقطع له وقت (`00:00:01,000 --> 00:00:02,000`)",
    ),
    (
        "export the subtitles as SubRip or WebVTT",
        "صدّر ترجمة الفيلم بصيغة SubRip أو WebVTT",
    ),
    (
        "{0} cues have a time that is not read; their text is kept",
        "مقاطع لا يُقرأ وقتها: {0}؛ أُبقي نصها",
    ),
    (
        "write times as 00:00:01,000 --> 00:00:02,000",
        "اكتب الأوقات هكذا: `00:00:01,000 --> 00:00:02,000`",
    ),
    ("this is no table: {0}", "ليس هذا جدولاً: {0}"),
    (
        "save it as CSV with a header line",
        "احفظه بصيغة CSV بسطر أسماء في أوله",
    ),
    (
        "no column is called text (or body, content, message, …); found: {0}",
        "لا عمود اسمه text (أو body أو content أو message …)؛ الموجود: {0}",
    ),
    (
        "name the columns in the first line, the one with the text `text`",
        "سمّ الأعمدة في السطر الأول، واجعل اسم عمود النص `text`",
    ),
    ("this row is not read: {0}", "لا يُقرأ هذا الصف: {0}"),
    ("mend the row or leave it out", "أصلح الصف أو احذفه"),
    (
        "{0} rows have more or fewer cells than the header has names, the first on this line",
        "{0 rows} بخلايا أكثر من أسماء الأعمدة أو أقل، أولها في هذا السطر",
    ),
    (
        "put cells that hold the separator or quotation marks into quotation marks",
        "ضع الخلايا التي فيها الفاصل أو علامات اقتباس بين علامتي اقتباس",
    ),
    (
        "a quotation mark is opened and not closed; from there on all rows are one cell",
        "فُتحت علامة اقتباس ولم تُغلق؛ فصارت كل الصفوف من هناك خلية واحدة",
    ),
    (
        "close it, and write quotation marks inside of a cell twice",
        "أغلقها، وكرر علامة الاقتباس إن كانت داخل خلية",
    ),
    (
        "the table has a header, but no rows",
        "في الجدول سطر أسماء، لكن بلا صفوف",
    ),
    (
        "add rows, or leave the file out",
        "أضف صفوفاً، أو استبعد الملف",
    ),
];
