//! What is said in Arabic about collections: their settings, decisions about names, indexes, desks.

/// Settings.
pub(super) const SETTINGS: &[(&str, &str)] = &[
    ("`order` is `{0}`", "قيمة `order` هي `{0}`"),
    (
        "write name, date or title",
        "اكتب `name` أو `date` أو `title`",
    ),
    (
        "`{0}` has a value of the wrong kind",
        "قيمة `{0}` من نوع خاطئ",
    ),
    (
        "see docs/publishing.md for an example",
        "انظر مثالاً في `docs/publishing.md`",
    ),
    ("`{0}` is no setting", "ليس `{0}` إعداداً"),
    (
        "known are title, languages, fields, facets, order and authority",
        "المعروف: `title` و`languages` و`fields` و`facets` و`order` و`authority`",
    ),
    (
        "`{0}` tells documents apart, so that nobody can filter by it",
        "قيمة `{0}` تختلف من وثيقة إلى أخرى، فلا تصلح للتصفية",
    ),
    (
        "name keys whose values several documents share, such as source, date or tag",
        "اذكر مفاتيح تشترك وثائق عدة في قيمها، مثل `source` أو `date` أو `tag`",
    ),
];

/// Decisions about names.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("{0}; this is no TOML", "ليس هذا TOML: {0}"),
    (
        "`{0}` is not known; write entity, split or hide",
        "`{0}` غير معروف؛ اكتب `entity` أو `split` أو `hide`",
    ),
    (
        "`{0}` wants a text in quotes",
        "`{0}` يحتاج إلى نص بين علامتي اقتباس",
    ),
    (
        "`{0}` wants a list of texts: [\"…\", \"…\"]",
        "`{0}` يحتاج إلى قائمة نصوص: `[\"…\", \"…\"]`",
    ),
    (
        "write [[{0}]] with two brackets, once for each",
        "اكتب `[[{0}]]` بقوسين مضاعفين، مرة لكل واحد",
    ),
    ("an entity is a table", "`entity` جدول"),
    (
        "`{0}` is no kind; write person, place, org, group or other",
        "ليس `{0}` نوعاً؛ اكتب `person` أو `place` أو `org` أو `group` أو `other`",
    ),
    (
        "`{0}` is not known in an entity; write kind, preferred, variants, not, id or note",
        "`{0}` غير معروف في `entity`؛ اكتب `kind` أو `preferred` أو `variants` أو `not` أو `id` أو `note`",
    ),
    (
        "the entity has no `{0}`; add it",
        "ليس في `entity` مفتاح `{0}`؛ أضفه",
    ),
    ("a split is a table", "`split` جدول"),
    (
        "the split has no `{0}`; it wants form, document and to",
        "ليس في `split` مفتاح `{0}`؛ لا بد فيه من `form` و`document` و`to`",
    ),
    (
        "`{0}` is also a form of `{1}`; keep it in one place, or use [[split]]",
        "`{0}` صيغة من صيغ `{1}` أيضاً؛ أبقها في موضع واحد، أو استعمل `[[split]]`",
    ),
    (
        "no entity is called `{0}`; write its preferred form or id",
        "لا اسم معتمداً هو `{0}`؛ اكتب صيغته المفضلة أو معرّفه",
    ),
];

/// Files that somebody brings into the page.
pub(super) const BROUGHT: &[(&str, &str)] = &[
    (
        "with this there would be more than {0} MB of text, more than a page can index; the command `vademecum build` takes any number",
        "بهذا يتجاوز النص {0} م.ب، وهو أكثر مما تستطيع صفحة أن تفهرسه؛ الأمر `vademecum build` يقبل أي عدد",
    ),
    (
        "the texts of this page cannot be taken over: {0}",
        "تعذّر ضم نصوص هذه الصفحة: {0*}",
    ),
    ("the file was not handed over whole", "لم يُسلَّم الملف كاملاً"),
    ("no index was begun", "لم يُبدأ فهرس"),
    (
        "there is no text in any of the files",
        "لا نص في أي ملف من الملفات",
    ),
    ("it is not UTF-8", "ترميزه ليس UTF-8"),
    ("save it as UTF-8", "احفظه بترميز UTF-8"),
    (
        "nothing of the file is used until this is mended; bring it again then",
        "لا يُعمل بشيء من الملف حتى يُصلح هذا؛ أحضره ثانية حينئذ",
    ),
    (
        "`vademecum build` takes the order; here the results can be sorted",
        "الأمر `vademecum build` يعمل بالترتيب؛ وهنا يمكن ترتيب النتائج",
    ),
    (
        "`order` is ignored: your files stand in the order of their names",
        "أُهمل `order`: ملفاتك بترتيب أسمائها",
    ),
    (
        "`facets` is ignored: here the usual keys become filters",
        "أُهمل `facets`: هنا تصير المفاتيح المعتادة مرشّحات",
    ),
    (
        "`vademecum build` takes the choice",
        "الأمر `vademecum build` يعمل بهذا الاختيار",
    ),
    (
        "`authority` is ignored: `{0}` is not looked for here",
        "أُهمل `authority`: لا يُبحث هنا عن `{0}`",
    ),
    (
        "bring the file under the name authority.toml",
        "أحضر الملف باسم `authority.toml`",
    ),
    (
        "build it again from its texts, and take these",
        "اصنعه من جديد من نصوصه، واستعمل الناتج",
    ),
    (
        "it takes longer than a minute to read",
        "تستغرق قراءته أكثر من دقيقة",
    ),
    (
        "it is damaged in a way that its reader does not survive, or needs more memory than there is",
        "هو تالف تلفاً يوقف قارئه، أو يحتاج إلى ذاكرة أكثر مما يتاح",
    ),
    ("the index cannot be opened", "لا يمكن فتح الفهرس"),
    ("the worker does not start", "لا يبدأ العمل في الخلفية"),
];

/// Indexes, and pages that hold one.
pub(super) const INDEXES: &[(&str, &str)] = &[
    (
        "the page shell's index.html lacks {0}; build shell and command together",
        "ينقص `index.html` الصفحة {0}؛ اصنع الصفحة والأمر معاً",
    ),
    (
        "the shell's {0} holds `{1}` or a carriage return and cannot stand inside a page",
        "في {0} الصفحة `{1}` أو رمز رجوع السطر، فلا يمكن وضعه داخل صفحة",
    ),
    (
        "the page ends inside its index; it was cut short",
        "تنتهي الصفحة داخل فهرسها؛ هي مبتورة",
    ),
    (
        "the page's index is not valid base64",
        "فهرس الصفحة ليس base64 صحيحاً",
    ),
    (
        "the packed index is cut or damaged; build it again",
        "الفهرس المضغوط مبتور أو تالف؛ اصنعه من جديد",
    ),
    (
        "this is not a Vademecum index; expected a file made by `vademecum build --index`",
        "ليس هذا فهرس Vademecum؛ المتوقع ملف صنعه `vademecum build --index`",
    ),
    (
        "the index has format {0}, this program reads format {1}; use a newer Vademecum",
        "صيغة الفهرس {0}، وهذا البرنامج يقرأ الصيغة {1}؛ استعمل Vademecum أحدث",
    ),
    (
        "the index has format {0}, this program reads format {1}; build it again from its texts",
        "صيغة الفهرس {0}، وهذا البرنامج يقرأ الصيغة {1}؛ اصنعه من جديد من نصوصه",
    ),
    (
        "the index was made with text rules {0}, this program has {1}; build it again with this version",
        "صُنع الفهرس بقواعد النص {0}، وقواعد هذا البرنامج {1}؛ اصنعه من جديد بهذا الإصدار",
    ),
    (
        "the index is cut off: expected {0} bytes, found {1}; fetch or build it again",
        "الفهرس مبتور: المتوقع {0} بايت والموجود {1}؛ أحضره ثانية أو اصنعه من جديد",
    ),
    (
        "the index is followed by other bytes: expected {0} bytes, found {1}; fetch or build it again",
        "بعد الفهرس بايتات أخرى: المتوقع {0} بايت والموجود {1}؛ أحضره ثانية أو اصنعه من جديد",
    ),
    (
        "{0} of the index is damaged (checksum {1}, expected {2}); fetch or build it again",
        "في الفهرس تلف: {0*} (مجموع التحقق {1} والمتوقع {2})؛ أحضره ثانية أو اصنعه من جديد",
    ),
    (
        "{0} of the index is malformed: {1}; build it again",
        "في الفهرس خلل: {0*} ({1})؛ اصنعه من جديد",
    ),
    (
        "the index has no section {0}; build it again",
        "ليس في الفهرس القسم {0}؛ اصنعه من جديد",
    ),
    (
        "the index has an unknown section {0}; use a newer Vademecum",
        "في الفهرس قسم غير معروف {0}؛ استعمل Vademecum أحدث",
    ),
    ("the header", "الترويسة"),
    ("section {0}", "القسم {0}"),
    ("some part", "بعض أجزائه"),
    (
        "two documents have the id {0}; give one of them another `id`",
        "لوثيقتين المعرّف {0}؛ أعط إحداهما `id` آخر",
    ),
    (
        "document {0} cannot be indexed: {1}",
        "لا يمكن فهرسة الوثيقة {0}: {1*}",
    ),
    ("its text is longer than 4 GiB", "نصها أطول من 4 غ.ب"),
    (
        "its blocks are not sorted spans of its text",
        "فقراتها ليست مواضع مرتبة من نصها",
    ),
    (
        "its inlines are not sorted spans of its text",
        "ما في سطورها ليس مواضع مرتبة من نصها",
    ),
    (
        "the index would need {0} bytes, the format allows {1}; split the corpus",
        "يحتاج الفهرس إلى {0} بايت، ولا تتسع الصيغة لأكثر من {1}؛ قسّم المجموعة",
    ),
    (
        "the term dictionary cannot be written: {0}",
        "لا يمكن كتابة معجم الكلمات: {0}",
    ),
    (
        "the tag {0} of a layer must begin with a lower-case letter",
        "يجب أن يبدأ وسم الطبقة {0} بحرف صغير",
    ),
    (
        "the file of days, names and quotations is of another kind or version; build the page again",
        "ملف الأيام والأسماء والاقتباسات من نوع آخر أو إصدار آخر؛ اصنع الصفحة من جديد",
    ),
    (
        "the file of days, names and quotations is damaged; reload the page, or build it again",
        "ملف الأيام والأسماء والاقتباسات تالف؛ أعد تحميل الصفحة، أو اصنعها من جديد",
    ),
    (
        "the days, names and quotations are of other texts (version {0}, these are {1}); reload the page, or build it again",
        "الأيام والأسماء والاقتباسات لنصوص أخرى (الإصدار {0}، وهذه {1})؛ أعد تحميل الصفحة، أو اصنعها من جديد",
    ),
];

/// The file of a desk.
pub(super) const DESKS: &[(&str, &str)] = &[
    ("the file", "الملف"),
    ("none", "لا شيء"),
    ("an address that begins with \"/\"", "عنوان يبدأ بـ`/`"),
    ("an address of a block", "عنوان فقرة"),
    (
        "a selector of the type \"TextQuoteSelector\"",
        "محدِّد من نوع `TextQuoteSelector`",
    ),
    ("a name of 1 to 1000 bytes", "اسم من 1 إلى 1000 بايت"),
    (
        "a whole number below 4294967296",
        "عدد صحيح أصغر من 4294967296",
    ),
    (
        "a time such as \"2026-11-21T15:18:06Z\"",
        "وقت مثل `2026-11-21T15:18:06Z`",
    ),
    (
        "a start that is not after the end",
        "بداية ليست بعد النهاية",
    ),
    (
        "line {0}, column {1}: expected {2}; choose a file that was saved on a desk, or mend it there",
        "السطر {0}، العمود {1}: المتوقع {2*}؛ اختر ملفاً حُفظ من مكتب، أو أصلحه هناك",
    ),
    (
        "{0}: expected {1}, found {2}; choose a file that was saved on a desk, or mend it there",
        "{0*}: المتوقع {1*}، والموجود {2*}؛ اختر ملفاً حُفظ من مكتب، أو أصلحه هناك",
    ),
    (
        "the file is of version {0} and this page reads up to {1}; open it with the newer page that saved it",
        "إصدار الملف {0}، وهذه الصفحة تقرأ حتى الإصدار {1}؛ افتحه بالصفحة الأحدث التي حفظته",
    ),
    (
        "the file has {0} bytes, more than the {1} that a desk may have; choose a file that was saved on a desk",
        "حجم الملف {0} بايت، أكثر من {1} المسموح بها لمكتب؛ اختر ملفاً حُفظ من مكتب",
    ),
];
