//! What is said in Arabic about texts, the metadata at their beginning, and their letters.

/// What was expected or found in JSON.
pub(super) const VALUES: &[(&str, &str)] = &[
    ("true or false", "true أو false"),
    ("a number", "عدد"),
    ("a text", "نص"),
    ("a list", "قائمة"),
    ("an object", "كائن"),
    ("a value", "قيمة"),
    ("a JSON value", "قيمة JSON"),
    (
        "no more than 64 levels of nesting",
        "تداخل لا يزيد على 64 مستوى",
    ),
    ("`,` or `]`", "`,` أو `]`"),
    ("`,` or `}`", "`,` أو `}`"),
    ("a key in double quotes", "مفتاح بين علامتي اقتباس مزدوجتين"),
    ("a string that is closed", "نص تُغلق علامة اقتباسه"),
    ("a known escape", "تتابع هروب معروف"),
    ("four hexadecimal digits", "أربعة أرقام ستة عشرية"),
    ("the end of the line", "نهاية السطر"),
    ("the end of the file", "نهاية الملف"),
    (
        "expected {0} at column {1}, found the end",
        "المتوقع عند العمود {1}: {0*}، والموجود هو النهاية",
    ),
    (
        "expected {0} at column {1}, found `{2}`",
        "المتوقع عند العمود {1}: {0*}، والموجود `{2}`",
    ),
    ("expected an object", "المتوقع كائن"),
    (
        "expected a JSON object, found `{0}`",
        "المتوقع كائن JSON، والموجود `{0}`",
    ),
    ("this is no JSON: {0}", "ليس هذا JSON: {0*}"),
    (
        "check it with a JSON validator, or save it as .jsonl with one object a line",
        "افحصه بأداة فحص JSON، أو احفظه بصيغة `.jsonl` بكائن واحد في كل سطر",
    ),
    ("there is no record in the file", "ليس في الملف أي سجل"),
    (
        "write one JSON object a line",
        "اكتب كائن JSON واحداً في كل سطر",
    ),
    (
        "write one object {\"id\": …, \"text\": …} a line",
        "اكتب في كل سطر كائناً واحداً `{\"id\": …, \"text\": …}`",
    ),
    (
        "write one JSON object a line, without line breaks in it",
        "اكتب كائن JSON واحداً في كل سطر، من دون أن ينقطع على سطور",
    ),
    ("write a list of objects", "اكتب قائمة من الكائنات"),
    (
        "the record has no `text` that is a string",
        "ليس في السجل `text` قيمته نص",
    ),
    (
        "add \"text\": \"…\", or leave the line out",
        "أضف `\"text\": \"…\"`، أو احذف السطر",
    ),
    (
        "{0} of {1} records have no `text` (or body, content, message, …) that is a string",
        "{0 records} من أصل {1} بلا `text` قيمته نص (أو body أو content أو message …)",
    ),
    (
        "add \"text\": \"…\" to each, or leave them out",
        "أضف إلى كل منها `\"text\": \"…\"`، أو احذفها",
    ),
    (
        "write {\"title\": \"…\", \"author\": \"…\"}",
        "اكتب `{\"title\": \"…\", \"author\": \"…\"}`",
    ),
];

/// Front matter, in YAML or TOML.
pub(super) const FRONT_MATTER: &[(&str, &str)] = &[
    (
        "front matter in TOML (`+++`) is not read",
        "لا تُقرأ ترويسة الملف بصيغة TOML (بين `+++`)",
    ),
    (
        "write it in YAML between two lines `---`",
        "اكتبها بصيغة YAML بين سطري `---`",
    ),
    (
        "the front matter that opens with `---` is not closed",
        "ترويسة الملف التي تبدأ بـ`---` غير مغلقة",
    ),
    (
        "end it with a line `---`; if a rule was meant, write `***` instead",
        "أنهها بسطر `---`؛ وإن كان المقصود خطاً فاصلاً فاكتب `***`",
    ),
    (
        "the front matter that opens with `+++` is not closed",
        "ترويسة الملف التي تبدأ بـ`+++` غير مغلقة",
    ),
    ("end it with a line `+++`", "أنهها بسطر `+++`"),
    (
        "`{0}` is indented less than the lines above it",
        "إزاحة `{0}` أقل من إزاحة السطور التي فوقها",
    ),
    (
        "`{0}` is indented more than the lines above it",
        "إزاحة `{0}` أكثر من إزاحة السطور التي فوقها",
    ),
    (
        "begin all keys of one level in the same column",
        "ابدأ كل مفاتيح المستوى الواحد من العمود نفسه",
    ),
    (
        "expected `key: value` in the front matter",
        "المتوقع في ترويسة الملف `key: value`",
    ),
    ("write `title: …`", "اكتب `title: …`"),
    ("a tab is used as indentation", "أُزيح السطر بعلامة جدولة"),
    ("indent with spaces", "أزحه بمسافات"),
    (
        "the front matter is nested too deeply",
        "تداخل ترويسة الملف أعمق مما يُقبل",
    ),
    ("flatten it", "قلّل مستوياتها"),
    (
        "expected `key: value`, found `{0}`",
        "المتوقع `key: value`، والموجود `{0}`",
    ),
    (
        "write a colon and a space after the key; close the front matter with `---`",
        "اكتب بعد المفتاح نقطتين ومسافة، وأغلق ترويسة الملف بـ`---`",
    ),
    (
        "write a colon and a space after the key, or quote a value that holds several lines",
        "اكتب بعد المفتاح نقطتين ومسافة، أو ضع القيمة التي تمتد على سطور بين علامتي اقتباس",
    ),
    (
        "the key `{0}` stands twice, first on line {1}",
        "المفتاح `{0}` مكرر، وأول مرة في السطر {1}",
    ),
    (
        "keep one, or write its values as a list",
        "أبق واحداً، أو اكتب قيمه قائمةً",
    ),
    (
        "anchors, aliases and tags (`{0}`) are not read",
        "لا تُقرأ المراسي والأسماء المستعارة والوسوم (`{0}`)",
    ),
    (
        "anchors, aliases and tags are not read",
        "لا تُقرأ المراسي والأسماء المستعارة والوسوم",
    ),
    (
        "write the value out, or put it in double quotes",
        "اكتب القيمة كاملة، أو ضعها بين علامتي اقتباس مزدوجتين",
    ),
    (
        "a value cannot begin with `{0}`",
        "لا يمكن أن تبدأ قيمة بـ`{0}`",
    ),
    ("put it in double quotes", "ضعها بين علامتي اقتباس مزدوجتين"),
    (
        "unexpected `{0}` after the value",
        "بعد القيمة `{0}`، وهذا غير متوقع",
    ),
    (
        "put the whole value in one pair of quotes; inside single quotes write '' for a quote",
        "ضع القيمة كلها بين علامتي اقتباس، وإن كانتا مفردتين فاكتب `''` مكان علامة اقتباس فيها",
    ),
    (
        "keys over several lines (`? `) are not read",
        "لا تُقرأ المفاتيح الممتدة على سطور (`? `)",
    ),
    ("write `key: value`", "اكتب `key: value`"),
    (
        "`{0}` holds a colon and a space, which would begin another value",
        "في `{0}` نقطتان ومسافة، وبهما تبدأ قيمة أخرى",
    ),
    (
        "put the value in double quotes",
        "ضع القيمة بين علامتي اقتباس مزدوجتين",
    ),
    (
        "a key stands inside a list in brackets",
        "في القائمة التي بين قوسين مفتاح",
    ),
    (
        "put the value in double quotes, or write {key: value}",
        "ضع القيمة بين علامتي اقتباس مزدوجتين، أو اكتب `{key: value}`",
    ),
    (
        "expected a key in the braces",
        "المتوقع بين الحاضنتين مفتاح",
    ),
    ("write {key: value}", "اكتب `{key: value}`"),
    (
        "the bracket `{0}` opened here is not closed",
        "القوس `{0}` المفتوح هنا غير مغلق",
    ),
    (
        "close it, or put the value in double quotes",
        "أغلقه، أو ضع القيمة بين علامتي اقتباس مزدوجتين",
    ),
    (
        "expected a comma or the closing bracket",
        "المتوقع فاصلة أو القوس الذي يغلق",
    ),
    (
        "part the values with commas; put values with brackets in double quotes",
        "افصل بين القيم بفواصل، وضع القيم التي فيها أقواس بين علامتي اقتباس مزدوجتين",
    ),
    (
        "the quote {0} opened here is not closed",
        "علامة الاقتباس {0} المفتوحة هنا غير مغلقة",
    ),
    (
        "close it, or leave both quotes out",
        "أغلقها، أو احذف العلامتين",
    ),
    (
        "unknown escape `\\{0}` in double quotes",
        "تتابع هروب غير معروف `\\{0}` بين علامتي اقتباس مزدوجتين",
    ),
    (
        "write \\\\ for a backslash, or use single quotes",
        "اكتب `\\\\` مكان الشرطة المعكوسة، أو استعمل علامتي اقتباس مفردتين",
    ),
    (
        "`{0}` is not the number of a character",
        "ليس `{0}` رقم حرف",
    ),
    ("write the character itself", "اكتب الحرف نفسه"),
    (
        "unexpected `{0}` after `{1}`",
        "بعد `{1}` تأتي `{0}`، وهذا غير متوقع",
    ),
    (
        "begin the text on the next line, indented",
        "ابدأ النص من السطر التالي بإزاحة",
    ),
    ("this is no TOML: {0}", "ليس هذا TOML: {0}"),
    (
        "write `key = \"value\"`; texts and dates stand in quotation marks",
        "اكتب `key = \"value\"`، والنصوص والتواريخ بين علامتي اقتباس",
    ),
    (
        "`{0}: {1}`, but the document would be published",
        "فيه `{0}: {1}`، لكن الوثيقة كانت ستُنشر",
    ),
    (
        "move the file out of the folder, or remove the line if it may be read by all",
        "انقل الملف من المجلد، أو احذف السطر إن جاز للجميع أن يقرؤوه",
    ),
    (
        "`{0}` is `{1}`, expected true or false",
        "قيمة `{0}` هي `{1}`، والمتوقع `true` أو `false`",
    ),
    (
        "write false if the document may be read by all, else move the file out",
        "اكتب `false` إن جاز للجميع أن يقرؤوا الوثيقة، وإلا فانقل الملف من المجلد",
    ),
    (
        "`search: false` has no effect: every document in the page can be found",
        "لا أثر لـ`search: false`، فكل وثيقة في الصفحة يمكن العثور عليها",
    ),
    (
        "move the file out of the folder if it must not be found",
        "انقل الملف من المجلد إن وجب ألا يُعثر عليه",
    ),
    (
        "the source is an address: it is kept as url, the source is {0}",
        "المصدر عنوان: حُفظ في `url`، والمصدر {0}",
    ),
    (
        "`{0}` is not read as a date, or could mean two",
        "لا يُقرأ `{0}` تاريخاً، أو يحتمل تاريخين",
    ),
    (
        "write it as 2024-12-08, 2024-12 or 2024",
        "اكتبه هكذا: `2024-12-08` أو `2024-12` أو `2024`",
    ),
    (
        "the date {0} is taken from the file name",
        "أُخذ التاريخ {0} من اسم الملف",
    ),
    ("`{0}` is not a language tag", "ليس `{0}` وسم لغة"),
    (
        "was `no` (Norwegian) meant? write \"no\"",
        "هل المقصود `no` (النرويجية)؟ اكتب `\"no\"`",
    ),
    (
        "write en, ar, fr, pt-BR",
        "اكتب مثلاً `en` أو `ar` أو `fr` أو `pt-BR`",
    ),
];

/// Texts and their letters.
pub(super) const TEXTS: &[(&str, &str)] = &[
    (
        "open the file in an editor and save it as UTF-8",
        "افتح الملف في محرر نصوص واحفظه بترميز UTF-8",
    ),
    (
        "the file is UTF-16, expected UTF-8",
        "ترميز الملف UTF-16، والمتوقع UTF-8",
    ),
    (
        "a byte order mark at the start was left out",
        "حُذفت علامة ترتيب البايتات من أول الملف",
    ),
    (
        "invalid UTF-8 at byte {0}",
        "ليس UTF-8 صحيحاً عند البايت {0}",
    ),
    (
        "save the file as UTF-8; it may be Windows-1252 or another older encoding",
        "احفظ الملف بترميز UTF-8؛ لعل ترميزه Windows-1252 أو ترميز قديم آخر",
    ),
    (
        "the file is not text: more than a quarter of its bytes are zero",
        "ليس الملف نصاً: أكثر من ربع بايتاته أصفار",
    ),
    (
        "if it is UTF-16 without a mark, save it as UTF-8; else leave it out",
        "إن كان ترميزه UTF-16 بلا علامة فاحفظه بترميز UTF-8، وإلا فاستبعده",
    ),
    (
        "control characters left out: {0}, the first on this line",
        "حُذفت محارف تحكم: {0}، أولها في هذا السطر",
    ),
    ("control characters left out: {0}", "حُذفت محارف تحكم: {0}"),
    (
        "a replacement character (�) stands in the text",
        "في النص محرف استبدال (�)",
    ),
    (
        "an earlier conversion lost a character here; restore it from the original",
        "ضاع هنا حرف في تحويل سابق؛ استعده من الأصل",
    ),
    (
        "the encodings are mixed: from here on {0} of the lines are not UTF-8; read as {1}, which is a guess",
        "الترميزات مختلطة: من هنا {0 lines} بغير UTF-8، وقُرئت تخميناً بترميز {1}",
    ),
    (
        "if letters are wrong, save the file as UTF-8 from its originals",
        "إن كان في الحروف خطأ فاحفظ الملف بترميز UTF-8 من أصوله",
    ),
    ("the encoding is {0}", "الترميز {0}"),
    (
        "bytes that are no {0} stand as � in the text, the first behind byte {1}",
        "بايتات ليست من {0} تظهر � في النص، أولها بعد البايت {1}",
    ),
    (
        "the file mixes encodings or is damaged; save it as UTF-8 from its original",
        "في الملف ترميزات مختلطة أو هو تالف؛ احفظه بترميز UTF-8 من أصله",
    ),
    (
        "the encoding is not UTF-8; read as {0}, which is a guess",
        "الترميز ليس UTF-8، وقُرئ تخميناً بترميز {0}",
    ),
    (
        "if letters are wrong, save the file as UTF-8",
        "إن كان في الحروف خطأ فاحفظ الملف بترميز UTF-8",
    ),
    (
        "mended a split drop capital: \"{0}\" is now \"{1}\"",
        "وُصل حرف استهلالي كبير مفصول: “{0}” صار “{1}”",
    ),
    (
        "mended ({0}): {1} {2}; {3}",
        "أُصلح (`{0}`): {2*}، {1 times}؛ {3*}",
    ),
    ("\"{0}\" is now \"{1}\"", "“{0}” صار “{1}”"),
    ("the first \"{0}\"", "أولها “{0}”"),
    (
        "words split at a line end joined",
        "وُصلت كلمات مقطوعة في آخر السطر",
    ),
    (
        "ligatures written as letters",
        "كُتبت الحروف المدمجة حروفاً منفردة",
    ),
    ("soft hyphens left out", "حُذفت شرطات التقسيم المخفية"),
    (
        "mis-decoded characters restored",
        "أُعيدت حروف شوّهها ترميز خاطئ",
    ),
    (
        "repeated page headers, footers and numbers left out",
        "حُذفت رؤوس الصفحات وذيولها وأرقامها المكررة",
    ),
    (
        "marks of notes and site generators read as what they show",
        "قُرئت علامات برامج الملاحظات ومولّدات المواقع كما تظهر لقارئها",
    ),
    (
        "the id `{0}` is used twice in {1}",
        "المعرّف `{0}` مستعمل مرتين في {1}",
    ),
    (
        "the id `{0}` is used twice: in {1} and in {2}",
        "المعرّف `{0}` مستعمل مرتين: في {1} وفي {2}",
    ),
    (
        "give one of them another `id:` in its front matter, or another file name",
        "أعط أحدهما `id:` آخر في ترويسة ملفه، أو اسم ملف آخر",
    ),
    (
        "this kind of file is not read",
        "لا يُقرأ هذا النوع من الملفات",
    ),
    (
        "known are .md, .markdown, .txt, .text and .jsonl; convert the file or leave it out",
        "الأنواع المعروفة: `.md` و`.markdown` و`.txt` و`.text` و`.jsonl`؛ حوّل الملف أو استبعده",
    ),
    ("the text is longer than 2 GiB", "النص أطول من 2 غ.ب"),
    ("split it into several documents", "قسّمه إلى عدة وثائق"),
    (
        "there is no text; the title stands for it",
        "لا نص؛ يقوم العنوان مقامه",
    ),
    (
        "write some text below the metadata, or leave the document out",
        "اكتب نصاً تحت البيانات الوصفية، أو استبعد الوثيقة",
    ),
    ("there is no text to search", "لا نص يُبحث فيه"),
    (
        "leave the file out, or give its text as a file of its own",
        "استبعد الملف، أو أعط نصه ملفاً مستقلاً",
    ),
    (
        "language detected from the text: {0}",
        "عُرفت اللغة من النص: {0}",
    ),
    (
        "language detected from the text of {0} documents: {1}",
        "عُرفت اللغة من النص ({0 documents}): {1}",
    ),
];
