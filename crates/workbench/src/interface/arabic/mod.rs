//! The interface in Arabic.
//!
//! English sentence, Arabic sentence; a gap (`{0}`) stands where the sentence wants it. What is counted has six
//! forms: none, one, two, few (3 to 10), many (11 to 99), others (100, 101, 102 and so on in each hundred).
//! Written for a general reader in modern standard Arabic, without vowel signs except where a word would be
//! read wrongly.

mod exploring;
mod files;
mod finding;
mod keeping;

use super::Catalogue;
use exploring::EXPLORING;
use files::FILES;
use keeping::KEEPING;

/// Arabic.
pub(super) static ARABIC: Catalogue = Catalogue {
    tag: "ar",
    own_name: "العربية",
    direction: "rtl",
    sentences: &[
        PAGE,
        LANGUAGES,
        EXPLORATIONS,
        EXPLORING,
        METHODS,
        TAKING,
        KEEPING,
        FILES,
        finding::SENTENCES,
    ],
    counted: COUNTED,
    messages: MESSAGES,
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
};

/// Search, filters, reader, About.
const PAGE: &[(&str, &str)] = &[
    (
        "This page answers searches only; the command vademecum answers the rest.",
        "هذه الصفحة تجيب عن البحث فقط، وما سواه يجيب عنه الأمر vademecum.",
    ),
    ("Search", "بحث"),
    (
        "words, \"a phrase\", betray*, -word",
        "كلمات، \"عبارة\"، خان*",
    ),
    ("Clear search", "مسح البحث"),
    ("Views", "طرق العرض"),
    ("Results", "النتائج"),
    ("Skip to content", "إلى المحتوى"),
    ("Filters", "المرشّحات"),
    ("Clear filters", "إزالة كل المرشّحات"),
    ("Find a value", "البحث عن قيمة"),
    ("Read as:", "فُهم البحث هكذا:"),
    ("Spellings matched:", "الصيغ المطابقة:"),
    ("exact only", "الصيغة نفسها فقط"),
    ("all spellings", "كل الصيغ"),
    (
        "Only the words exactly as typed.",
        "الكلمات كما كُتبت تماماً فقط.",
    ),
    ("Did you mean", "هل تقصد"),
    ("These miss some words", "هذه تنقصها بعض الكلمات"),
    ("Sort by", "الترتيب"),
    ("Try", "جرّب"),
    ("Documents", "الوثائق"),
    ("About", "حول"),
    ("Previous match", "المطابقة السابقة"),
    ("Next match", "المطابقة التالية"),
    ("Back to results", "العودة إلى النتائج"),
    ("All documents", "كل الوثائق"),
    ("Reading", "القراءة"),
    ("Previous document", "الوثيقة السابقة"),
    ("Next document", "الوثيقة التالية"),
    ("Link to this passage", "رابط إلى هذا المقطع"),
    ("Source", "المصدر"),
    ("picture", "صورة"),
    ("Words", "الكلمات"),
    ("Different words", "الكلمات المختلفة"),
    ("Version", "الإصدار"),
    ("How to search", "كيفية البحث"),
    (
        "This page holds its texts and its search engine. It asks no server.",
        "تحوي هذه الصفحة نصوصها ومحرّك البحث فيها، ولا تسأل أي خادم.",
    ),
    (
        "Capitals, accents, hyphens and apostrophes make no difference: Al-Bukamal, al Bukamal and Albukamal are one. \
         Other endings of a word count as well, after the word itself; a word that is nowhere in the texts is looked for \
         with a typing error, and the page says so.",
        "لا فرق بين الأحرف الكبيرة والصغيرة، ولا أثر للحركات والشَّرطات والفواصل العليا: \u{200e}Al-Bukamal وal Bukamal وAlbukamal \
         كلمة واحدة، وكذلك أ وإ وآ. وتُحسب صيغ الكلمة الأخرى أيضاً بعد الكلمة نفسها. والكلمة التي لا ترد في النصوص يُبحث \
         عنها بافتراض خطأ في الكتابة، والصفحة تقول ذلك.",
    ),
    (
        "This link names a passage that is not in the document any more; here is the document from its beginning.",
        "يشير هذا الرابط إلى مقطع لم يعد في الوثيقة؛ وهذه هي الوثيقة من أولها.",
    ),
    (
        "The key / goes to the search box.",
        "المفتاح / ينقل إلى خانة البحث.",
    ),
    ("Single keys: on", "المفاتيح المفردة: مفعّلة"),
    ("Single keys: off", "المفاتيح المفردة: معطّلة"),
    // The way back.
    ("العربية", "English"),
    ("ar", "en"),
    (
        "Nothing you type leaves this page.",
        "لا يغادر هذه الصفحة شيء مما تكتبه.",
    ),
    (
        "This page holds no texts yet: it was built without a corpus. `vademecum build FOLDER` makes a page from a folder \
         of texts.",
        "لا نصوص في هذه الصفحة بعد: فقد بُنيت من دون نصوص. الأمر `vademecum build FOLDER` يصنع صفحة من مجلد نصوص.",
    ),
    (
        "documents with both words; below a line, those that miss one",
        "الوثائق التي فيها الكلمتان، وتحت خطٍّ ما تنقصه إحداهما",
    ),
    ("either word", "إحدى الكلمتين"),
    (
        "the first word without the second",
        "الكلمة الأولى من دون الثانية",
    ),
    ("these words in this order", "هذه الكلمات بهذا الترتيب"),
    (
        "the words within five places of each other",
        "الكلمات التي لا تفصل بينها أكثر من خمسة مواضع",
    ),
    ("every word that begins so", "كل كلمة تبدأ هكذا"),
    ("words spelled almost so", "الكلمات القريبة من هذه الكتابة"),
    (
        "this form only: no endings, no other spellings",
        "هذه الصيغة وحدها: بلا لواحق ولا كتابات أخرى",
    ),
    ("by what is known about a document", "بما يُعرف عن الوثيقة"),
    ("Concordance", "الكشّاف السياقي"),
    ("Timeline", "الخط الزمني"),
    ("Names", "الأسماء"),
    ("Voices", "الأقوال"),
    ("Compare", "المقارنة"),
    ("Desk", "المكتب"),
    ("Files", "الملفات"),
    ("Batch", "بحث مجمّع"),
    (
        "No document has all of these words; {0}",
        "لا توجد وثيقة فيها كل هذه الكلمات؛ {0}",
    ),
    ("No document matches", "لا توجد وثيقة مطابقة"),
    ("{0} in {1}", "{0} في {1}"),
    ("Missing: {0}", "ينقصها: {0}"),
    ("No matches", "لا مطابقات"),
    ("{0} of {1}", "{0} من {1}"),
    ("Colours: as the system", "الألوان: كالنظام"),
    ("Colours: light", "الألوان: فاتحة"),
    ("Colours: dark", "الألوان: داكنة"),
    ("Best match", "الأكثر صلة"),
    ("Newest", "الأحدث"),
    ("Oldest", "الأقدم"),
    ("Title", "العنوان"),
    ("Longest", "الأطول"),
    ("Shortest", "الأقصر"),
    ("Author", "الكاتب"),
    ("Tag", "الوسم"),
    ("Language", "اللغة"),
    ("Date", "التاريخ"),
    ("about {0}", "نحو {0}"),
    ("{0} to {1}", "من {0} إلى {1}"),
    (
        "There is no document “{0}” in this corpus. It may have been renamed or removed.",
        "لا توجد وثيقة باسم «{0}» في هذه المجموعة. ربما أعيدت تسميتها أو أزيلت.",
    ),
    (
        "The texts in this page cannot be opened: {0}.",
        "لا يمكن فتح نصوص هذه الصفحة: {0}.",
    ),
    ("{0}, {1}", "{0}، {1}"),
    ("Remove filter {0} {1}", "إزالة المرشّح {0} {1}"),
    ("Show more ({0} left)", "عرض المزيد (بقي {0})"),
];

/// Names of languages.
const LANGUAGES: &[(&str, &str)] = &[
    ("Arabic", "العربية"),
    ("Bulgarian", "البلغارية"),
    ("Czech", "التشيكية"),
    ("Danish", "الدنماركية"),
    ("German", "الألمانية"),
    ("Greek", "اليونانية"),
    ("English", "الإنكليزية"),
    ("Spanish", "الإسبانية"),
    ("Persian", "الفارسية"),
    ("Finnish", "الفنلندية"),
    ("French", "الفرنسية"),
    ("Hebrew", "العبرية"),
    ("Hungarian", "المجرية"),
    ("Italian", "الإيطالية"),
    ("Japanese", "اليابانية"),
    ("Korean", "الكورية"),
    ("Kurdish", "الكردية"),
    ("Latin", "اللاتينية"),
    ("Dutch", "الهولندية"),
    ("Norwegian", "النرويجية"),
    ("Polish", "البولندية"),
    ("Portuguese", "البرتغالية"),
    ("Romanian", "الرومانية"),
    ("Russian", "الروسية"),
    ("Swedish", "السويدية"),
    ("Turkish", "التركية"),
    ("Ukrainian", "الأوكرانية"),
    ("Chinese", "الصينية"),
];

/// Tables about the lens.
const EXPLORATIONS: &[(&str, &str)] = &[
    ("Document", "الوثيقة"),
    ("Before", "قبلها"),
    ("Match", "المطابقة"),
    ("After", "بعدها"),
    ("Context", "السياق"),
    ("60 characters", "60 حرفاً"),
    ("30 characters", "30 حرفاً"),
    ("100 characters", "100 حرف"),
    ("200 characters", "200 حرف"),
    (
        "How well days, names and quotations are found",
        "مدى إصابة القواعد في الأيام والأسماء والأقوال",
    ),
    (
        "Rules find them, and rules err. People marked what stands in a number of texts; this is what the rules found of \
         it. Precision: of what was found, the share that is marked. Recall: of what is marked, the share that was found. \
         Only unseen texts, which the rules were not written with, tell what to expect of others.",
        "تجدها قواعد، والقواعد تخطئ. علّم أشخاص ما يرد في عدد من النصوص، وهذا ما وجدته القواعد منه. الدقة: نصيب المعلَّم \
         مما وُجد. الاستيفاء: نصيب ما وُجد مما عُلّم. ولا يدل على ما يُنتظر من نصوص أخرى إلا ما لم تُكتب القواعد عليه.",
    ),
    ("What", "ماذا"),
    ("Texts", "النصوص"),
    ("Number of texts", "عدد النصوص"),
    ("Marked", "المعلَّم"),
    ("Precision", "الدقة"),
    ("Recall", "الاستيفاء"),
    ("known", "معروفة"),
    ("unseen", "غير معروفة"),
    ("Days and times", "الأيام والأوقات"),
    ("Names of all kinds", "الأسماء بأنواعها"),
    ("Quotations and speech", "الاقتباسات والأقوال"),
    (
        "Passages that tell the same moment",
        "مقاطع تروي اللحظة نفسها",
    ),
    (
        "Values that differ between accounts",
        "قيم تختلف بين الروايات",
    ),
    ("Date of the document", "تاريخ الوثيقة"),
    (
        "Search for a word or a phrase to see every place where it stands.",
        "ابحث عن كلمة أو عبارة لترى كل موضع وردت فيه.",
    ),
    ("Word", "الكلمة"),
    ("Frequency", "التكرار"),
    ("In 10,000 words", "في كل 10,000 كلمة"),
    ("Matches", "المطابقات"),
    ("Where in the document", "موضعها في الوثيقة"),
    ("Log-likelihood", "لوغاريتم الأرجحية"),
    ("Observed", "الملاحَظ"),
    ("Expected", "المتوقَّع"),
    ("Here", "هنا"),
    ("There", "هناك"),
    ("Here, in 10,000 words", "هنا، في كل 10,000 كلمة"),
    ("There, in 10,000 words", "هناك، في كل 10,000 كلمة"),
    ("Significance", "الدلالة الإحصائية"),
    (" against ", " مقابل "),
    ("Frequencies", "التكرارات"),
    ("Key words", "الكلمات المميِّزة"),
    ("Runs of words", "متتاليات الكلمات"),
    ("Collocates", "المتصاحبات"),
    ("Dispersion", "التوزّع"),
    ("Count", "العدّ"),
    ("Each form", "كل صيغة على حدة"),
    ("Forms of one stem together", "صيغ الجذع الواحد معاً"),
    ("All words", "كل الكلمات"),
    ("Without function words", "من دون الأدوات"),
    ("Words like (betray*)", "كلمات مثل (خان*)"),
    ("With the word", "فيها الكلمة"),
    ("Number of words", "عدد الكلمات"),
    ("Least frequency", "أقل تكرار"),
    ("Words on each side", "عدد الكلمات من كل جانب"),
    ("Of (else the search)", "لكلمة (وإلا فكلمات البحث)"),
    ("Words of", "كلمات"),
    ("Against", "مقابل"),
    ("What is searched and filtered", "ما حدّده البحث والمرشّحات"),
    ("All other documents", "كل الوثائق الأخرى"),
    (
        "Search for a word to see which words stand near it.",
        "ابحث عن كلمة لترى الكلمات التي ترد قربها.",
    ),
    (
        "Search for a word to see where it stands.",
        "ابحث عن كلمة لترى مواضعها.",
    ),
    ("Mentions", "مرات الذكر"),
    ("In the text", "في النص"),
    ("Read", "قراءة"),
    ("Scale", "المقياس"),
    ("Days", "الأيام"),
    ("Months", "الأشهر"),
    ("Years", "السنوات"),
    ("Show", "عرض"),
    ("All", "الكل"),
    ("In two or more documents", "في وثيقتين أو أكثر"),
    ("In one document only", "في وثيقة واحدة فقط"),
    ("Name", "الاسم"),
    ("Kind", "النوع"),
    ("Forms", "الصيغ"),
    ("First described as", "أول وصف له"),
    ("First mention", "أول ذكر"),
    ("Find a name", "البحث عن اسم"),
    ("People", "أشخاص"),
    ("Places", "أماكن"),
    ("Organisations", "منظمات"),
    ("Groups", "جماعات"),
    ("Other", "أخرى"),
    ("List", "القائمة"),
    ("Quotations", "الاقتباسات"),
    ("Speakers", "القائلون"),
    ("Everyone", "الجميع"),
    ("Unattributed", "بلا قائل معروف"),
    ("Speaker", "القائل"),
    ("Direct", "مباشر"),
    ("Partial", "جزئي"),
    ("Reported", "منقول بالمعنى"),
    ("Answers in interviews", "أجوبة في المقابلات"),
    ("Role as given", "الصفة كما وردت"),
    ("Words quoted", "الكلمات المقتبسة"),
    ("Quotation", "الاقتباس"),
    ("Attributed by", "نُسب بلفظ"),
    ("Same moment", "اللحظة نفسها"),
    ("Differ", "مواضع الاختلاف"),
    ("Only in one", "في رواية واحدة فقط"),
    ("Nearly the same words", "ألفاظ متطابقة تقريباً"),
    ("One account", "رواية"),
    ("The other", "الرواية الأخرى"),
    ("Any document", "أي وثيقة"),
    ("Says", "تقول"),
    ("Only here", "هنا فقط"),
    ("In both", "في كلتيهما"),
    (
        "Gries' DP over {0}: {1} (normalised {2}).",
        "مقياس غريس DP على {0}: \u{200f}{1} (المعدَّل {2}).",
    ),
    (
        "{0} without a speaker in the text.",
        "{0} بلا قائل مذكور في النص.",
    ),
    ("person", "شخص"),
    ("place", "مكان"),
    ("organisation", "منظمة"),
    ("group", "جماعة"),
    ("other", "آخر"),
    ("partial", "جزئي"),
    ("reported", "منقول بالمعنى"),
    ("answer", "جواب"),
    ("direct", "مباشر"),
    ("high confidence", "ثقة عالية"),
    ("medium confidence", "ثقة متوسطة"),
    ("low confidence", "ثقة منخفضة"),
    ("from {0}, {1}, {2}", "انطلاقاً من {0}، {1}، {2}"),
];

/// How figures come about.
const METHODS: &[(&str, &str)] = &[
    ("How these figures come about", "كيف حُسبت هذه الأرقام"),
    (
        "Every match of the query in the documents that answer it, with the words around it (KWIC). Words are compared in \
         their folded form; what is equal stays in the order of the documents.",
        "كل مطابقة للبحث في الوثائق التي تجيب عنه، مع الكلمات المحيطة بها (KWIC). تُقارن الكلمات بصورتها المبسّطة، وما تساوى \
         منها يبقى بترتيب الوثائق.",
    ),
    (
        "Words are counted in their folded form: capitals, accents, hyphens and apostrophes make no difference. In 10,000 \
         words: frequency × 10,000 ÷ words of these documents.",
        "تُعدّ الكلمات بصورتها المبسّطة، فلا أثر للأحرف الكبيرة والحركات والشَّرطات والفواصل العليا. في كل 10,000 كلمة: التكرار × \
         10,000 ÷ عدد كلمات هذه الوثائق.",
    ),
    (
        "Runs stay inside a sentence.",
        "لا تتجاوز المتتالية حدود الجملة.",
    ),
    (
        "Observed (O): how often the word stands within the window around a match, inside the sentence. Expected (E): words \
         in all windows × frequency of the word ÷ words of these documents.",
        "الملاحَظ (O): عدد مرات ورود الكلمة في النافذة المحيطة بالمطابقة داخل الجملة. المتوقَّع (E): عدد كلمات النوافذ كلها × \
         تكرار الكلمة ÷ عدد كلمات هذه الوثائق.",
    ),
    (
        "logDice = 14 + log2(2 O ÷ (matches + frequency)) (Rychlý 2008). MI = log2(O ÷ E) (Church and Hanks 1990). t = (O \
         − E) ÷ √O. Log-likelihood over the four cells of the table (Dunning 1993).",
        "\u{2066}logDice = 14 + log2(2 O ÷ (matches + frequency))\u{2069} (Rychlý 2008). \u{2066}MI = log2(O ÷ E)\u{2069} (Church and Hanks 1990). \u{2066}t = (O \
         − E) ÷ √O\u{2069}. لوغاريتم الأرجحية على خلايا الجدول الأربع (Dunning 1993).",
    ),
    (
        "Words with a log-likelihood below 6.63 (p 0.01) are left out.",
        "تُترك الكلمات التي يقل لوغاريتم أرجحيتها عن 6.63 (p 0.01).",
    ),
    (
        "Log-likelihood = 2 (a ln(a ÷ E1) + b ln(b ÷ E2)), where a and b are the frequencies here and there and E1, E2 what \
         equal use would give (Rayson and Garside 2000). 6.63 is p 0.01, 15.13 is p 0.0001.",
        "لوغاريتم الأرجحية = \u{2066}2 (a ln(a ÷ E1) + b ln(b ÷ E2))\u{2069}، حيث a وb التكراران هنا وهناك، وE1 وE2 ما كان سيعطيه استعمال متساوٍ \
         (Rayson and Garside 2000). القيمة 6.63 تقابل p 0.01، و15.13 تقابل p 0.0001.",
    ),
    (
        "Log Ratio = log2 of the ratio of the relative frequencies; a zero counts as one half (Hardie 2014). 1 is twice as \
         often here, −1 twice as often there.",
        "نسبة اللوغاريتم (Log Ratio) = \u{2066}log2\u{2069} لنسبة التكرارين النسبيين، ويُحسب الصفر نصفاً (Hardie 2014). القيمة 1 تعني ضعف الورود \
         هنا، و\u{2066}−1\u{2069} ضعفه هناك.",
    ),
    (
        "Each stroke is a match at its place between the beginning and the end of the document. DP is Gries' deviation of \
         proportions (2008): half the sum of the differences between each document's share of the words and its share of \
         the matches; 0 is even, near 1 is all in one place.",
        "كل خط مطابقة في موضعها بين أول الوثيقة وآخرها. DP هو انحراف النسب عند غريس (2008): نصف مجموع الفروق بين حصة كل وثيقة من \
         الكلمات وحصتها من المطابقات؛ الصفر توزّع متساوٍ، والقرب من 1 اجتماع في موضع واحد.",
    ),
    (
        "Dates are read by rules from the words of the texts. A date keeps the precision that the text gives it. A relative \
         date (“two days later”) is reckoned from the day that is named beside it; what cannot be dated from the text stays \
         undated. Documents' own dates are in the filters, not here.",
        "تُقرأ التواريخ بقواعد من ألفاظ النصوص، ويبقى للتاريخ ما يعطيه النص من دقة. أما التاريخ النسبي («بعد يومين») فيُحسب من اليوم \
         المذكور قربه، وما لا يمكن تأريخه من النص يبقى بلا تاريخ. تواريخ الوثائق نفسها في المرشّحات لا هنا.",
    ),
    (
        "Names are found by rules from capitals, titles and the words around them. Forms are joined for the reasons given \
         in brackets; where two people may be meant, they stay apart. An authority file beside the texts overrules this.",
        "تُعرف الأسماء بقواعد من الأحرف الكبيرة والألقاب والكلمات المحيطة. وتُجمع الصيغ للأسباب المذكورة بين قوسين، فإن احتمل اللفظ \
         شخصين بقيا منفصلين. وملف الضبط المرافق للنصوص مقدَّم على ذلك.",
    ),
    (
        "Quotations are found by their marks and by verbs of saying; the speaker is who the sentence, or the one beside it, \
         names. Where the text does not say, the quotation stays unattributed.",
        "تُعرف الاقتباسات بعلاماتها وبأفعال القول، والقائل من تسمّيه الجملة أو الجملة المجاورة. وحيث لا يذكر النص القائل يبقى \
         الاقتباس بلا نسبة.",
    ),
    (
        "Passages are put side by side where they share a day, names and rare words. Figures that stand beside the same \
         words and are not the same are listed as differing; which one is right is for the reader to find out.",
        "توضع المقاطع جنباً إلى جنب حيث تشترك في يوم وأسماء وكلمات نادرة. والأرقام المجاورة للكلمات نفسها إذا اختلفت ذُكرت على أنها \
         مختلفة، وأيّها الصحيح أمر يتبيّنه القارئ.",
    ),
];

/// Taking things out of the page, and the interface itself.
const TAKING: &[(&str, &str)] = &[
    ("Save as CSV", "حفظ بصيغة CSV"),
    ("Save as JSON", "حفظ بصيغة JSON"),
    ("Copy", "نسخ"),
    ("Saved.", "حُفظ."),
    (
        "The browser did not let the page save. Copy the table instead.",
        "لم يسمح المتصفح للصفحة بالحفظ. انسخ الجدول بدلاً من ذلك.",
    ),
    ("Copied.", "نُسخ."),
    ("The page is in English now.", "الصفحة الآن بالعربية."),
    (
        "The browser did not let the page copy. Save the table instead.",
        "لم يسمح المتصفح للصفحة بالنسخ. احفظ الجدول بدلاً من ذلك.",
    ),
];

/// What is counted, by its English plural.
const COUNTED: &[(&str, [&str; 6])] = &[
    (
        "suggestions",
        [
            "لا اقتراحات",
            "اقتراح واحد",
            "اقتراحان",
            "{0} اقتراحات",
            "{0} اقتراحاً",
            "{0} اقتراح",
        ],
    ),
    (
        "lines",
        [
            "لا أسطر",
            "سطر واحد",
            "سطران",
            "{0} أسطر",
            "{0} سطراً",
            "{0} سطر",
        ],
    ),
    (
        "documents",
        [
            "لا وثائق",
            "وثيقة واحدة",
            "وثيقتان",
            "{0} وثائق",
            "{0} وثيقة",
            "{0} وثيقة",
        ],
    ),
    (
        "documents have some",
        [
            "لا وثيقة فيها بعضها",
            "وثيقة واحدة فيها بعضها",
            "وثيقتان فيهما بعضها",
            "{0} وثائق فيها بعضها",
            "{0} وثيقة فيها بعضها",
            "{0} وثيقة فيها بعضها",
        ],
    ),
    (
        "matches",
        [
            "لا مطابقات",
            "مطابقة واحدة",
            "مطابقتان",
            "{0} مطابقات",
            "{0} مطابقة",
            "{0} مطابقة",
        ],
    ),
    (
        "words",
        [
            "لا كلمات",
            "كلمة واحدة",
            "كلمتان",
            "{0} كلمات",
            "{0} كلمة",
            "{0} كلمة",
        ],
    ),
    (
        "different words",
        [
            "لا كلمات",
            "كلمة مختلفة واحدة",
            "كلمتان مختلفتان",
            "{0} كلمات مختلفة",
            "{0} كلمة مختلفة",
            "{0} كلمة مختلفة",
        ],
    ),
    (
        "runs of words",
        [
            "لا متتاليات",
            "متتالية واحدة",
            "متتاليتان",
            "{0} متتاليات",
            "{0} متتالية",
            "{0} متتالية",
        ],
    ),
    (
        "collocates",
        [
            "لا متصاحبات",
            "متصاحبة واحدة",
            "متصاحبتان",
            "{0} متصاحبات",
            "{0} متصاحبة",
            "{0} متصاحبة",
        ],
    ),
    (
        "key words",
        [
            "لا كلمات مميِّزة",
            "كلمة مميِّزة واحدة",
            "كلمتان مميِّزتان",
            "{0} كلمات مميِّزة",
            "{0} كلمة مميِّزة",
            "{0} كلمة مميِّزة",
        ],
    ),
    (
        "dates",
        [
            "لا تواريخ",
            "تاريخ واحد",
            "تاريخان",
            "{0} تواريخ",
            "{0} تاريخاً",
            "{0} تاريخ",
        ],
    ),
    (
        "names",
        [
            "لا أسماء",
            "اسم واحد",
            "اسمان",
            "{0} أسماء",
            "{0} اسماً",
            "{0} اسم",
        ],
    ),
    (
        "speakers",
        [
            "لا قائلين",
            "قائل واحد",
            "قائلان",
            "{0} قائلين",
            "{0} قائلاً",
            "{0} قائل",
        ],
    ),
    (
        "quotations",
        [
            "لا اقتباسات",
            "اقتباس واحد",
            "اقتباسان",
            "{0} اقتباسات",
            "{0} اقتباساً",
            "{0} اقتباس",
        ],
    ),
    (
        "pairs of passages",
        [
            "لا مقاطع متقابلة",
            "زوج واحد من المقاطع",
            "زوجان من المقاطع",
            "{0} أزواج من المقاطع",
            "{0} زوجاً من المقاطع",
            "{0} زوج من المقاطع",
        ],
    ),
    (
        "differences",
        [
            "لا اختلافات",
            "اختلاف واحد",
            "اختلافان",
            "{0} اختلافات",
            "{0} اختلافاً",
            "{0} اختلاف",
        ],
    ),
    (
        "passages of one account only",
        [
            "لا مقاطع تنفرد بها رواية",
            "مقطع واحد تنفرد به رواية",
            "مقطعان تنفرد بهما رواية",
            "{0} مقاطع تنفرد بها رواية",
            "{0} مقطعاً تنفرد به رواية",
            "{0} مقطع تنفرد به رواية",
        ],
    ),
    (
        "pairs of like passages",
        [
            "لا مقاطع متشابهة",
            "زوج واحد من المقاطع المتشابهة",
            "زوجان من المقاطع المتشابهة",
            "{0} أزواج من المقاطع المتشابهة",
            "{0} زوجاً من المقاطع المتشابهة",
            "{0} زوج من المقاطع المتشابهة",
        ],
    ),
    (
        "files",
        [
            "لا ملفات",
            "ملف واحد",
            "ملفان",
            "{0} ملفات",
            "{0} ملفاً",
            "{0} ملف",
        ],
    ),
    (
        "notes",
        [
            "لا ملاحظات",
            "ملاحظة واحدة",
            "ملاحظتان",
            "{0} ملاحظات",
            "{0} ملاحظة",
            "{0} ملاحظة",
        ],
    ),
    (
        "marks",
        [
            "لا علامات",
            "علامة واحدة",
            "علامتان",
            "{0} علامات",
            "{0} علامة",
            "{0} علامة",
        ],
    ),
    (
        "kept searches",
        [
            "لا بحث محفوظاً",
            "بحث محفوظ واحد",
            "بحثان محفوظان",
            "{0} عمليات بحث محفوظة",
            "{0} عملية بحث محفوظة",
            "{0} عملية بحث محفوظة",
        ],
    ),
    (
        "changes",
        [
            "لا تغييرات",
            "تغيير واحد",
            "تغييران",
            "{0} تغييرات",
            "{0} تغييراً",
            "{0} تغيير",
        ],
    ),
    (
        "mentions",
        [
            "لا ذكر",
            "ذكر واحد",
            "ذكران",
            "{0} مرات ذكر",
            "{0} مرة ذكر",
            "{0} مرة ذكر",
        ],
    ),
];

/// Messages of the engine; a gap stands for a quoted stretch (“…”), in the order of the English message.
const MESSAGES: &[(&str, &str)] = &[
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
