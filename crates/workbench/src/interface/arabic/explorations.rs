//! Tables about the lens, and how their figures come about.

/// Tables about the lens.
pub(super) const EXPLORATIONS: &[(&str, &str)] = &[
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
    ("In the texts", "في النصوص"),
    (
        "Choose a document, or search for something: its words are then compared with those of all other texts.",
        "اختر وثيقة أو ابحث عن شيء، فتُقارن كلماتها بكلمات سائر النصوص.",
    ),
    (
        "What differs is seldom invented, but not all of it is found: read both accounts.",
        "قلّما يُختلق اختلاف، لكن لا يُعثر على كل اختلاف: اقرأ الروايتين.",
    ),
    (
        "Mentions and the first of them are of the passages that answer the search; forms are counted in all documents.",
        "عدد مرات الذكر وأول ذكر هما في المقاطع التي تجيب عن البحث، أما الصيغ فمعدودة في كل الوثائق.",
    ),
    ("{0}: {1}", "{0}: {1}"),
    ("Time", "الوقت"),
    ("Day", "اليوم"),
    ("Figure", "الرقم"),
    ("{0} ({1})", "{0} ({1})"),
    ("All names", "كل الأسماء"),
    ("Place", "المكان"),
    ("Organisation", "المنظمة"),
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
pub(super) const METHODS: &[(&str, &str)] = &[
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
        "\u{2066}logDice = 14 + log2(2 O ÷ (M + F))\u{2069}، حيث M عدد المطابقات وF تكرار الكلمة (Rychlý 2008). \u{2066}MI = log2(O ÷ E)\u{2069} (Church وHanks 1990). \u{2066}t = (O \
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
         (Rayson وGarside 2000). القيمة 6.63 تقابل p 0.01، و15.13 تقابل p 0.0001.",
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
         in brackets; where two people may be meant, they stay apart. An authority file beside the texts overrules this. \
         The first mention is that of the oldest document; find one name to see its first mention in each document.",
        "تُعرف الأسماء بقواعد من الأحرف الكبيرة والألقاب والكلمات المحيطة. وتُجمع الصيغ للأسباب المذكورة بين قوسين، فإن احتمل اللفظ \
         شخصين بقيا منفصلين. وملف الضبط المرافق للنصوص مقدَّم على ذلك. وأول ذكر هو ما في أقدم وثيقة، فابحث عن اسم واحد لترى أول ذكر له \
         في كل وثيقة.",
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
    (
        "“Only in one” lists the passages of an account that say most in names and days, at most 20, where no other \
         text here has a like passage. The number beside an account is that of the pairs of passages it shares.",
        "تضم قائمة «في رواية واحدة فقط» مقاطع الرواية الأغنى بالأسماء والأيام، وهي عشرون مقطعاً على الأكثر، حيث لا مقطع \
         مماثلاً في نص آخر هنا. والعدد بجانب الرواية هو عدد أزواج المقاطع التي تشترك فيها.",
    ),
];

/// Sorting, periods, editing names.
pub(super) const EXPLORING: &[(&str, &str)] = &[
    ("1st word before", "الكلمة الأولى قبلها"),
    ("2nd word before", "الكلمة الثانية قبلها"),
    ("3rd word before", "الكلمة الثالثة قبلها"),
    ("1st word after", "الكلمة الأولى بعدها"),
    ("2nd word after", "الكلمة الثانية بعدها"),
    ("3rd word after", "الكلمة الثالثة بعدها"),
    ("Place in the document", "الموضع في الوثيقة"),
    ("then by", "ثم بحسب"),
    ("nothing more", "لا شيء آخر"),
    ("As written", "كما كُتبت"),
    ("They differ", "مواضع اختلافها"),
    ("Period (2024, 2024-12)", "المدة (2024، 2024-12)"),
    ("All times", "كل الأزمنة"),
    ("Period shown", "المدة المعروضة"),
    ("All dates", "كل التواريخ"),
    ("What the texts do not date", "ما لا تؤرّخه النصوص"),
    ("Edit names", "تعديل الأسماء"),
    ("Editing names", "تعديل الأسماء"),
    (
        "Choose names in the table to join, rename, divide or hide them.",
        "اختر أسماء من الجدول لضمّها أو تسميتها من جديد أو فصلها أو إخفائها.",
    ),
    ("Choose", "اختيار"),
    ("Call it", "التسمية"),
    ("Join or rename", "ضمّ أو تسمية"),
    ("Hide", "إخفاء"),
    ("Its form", "صيغته"),
    ("Make it a name of its own", "اجعلها اسماً مستقلاً"),
    ("Your decisions", "قراراتك"),
    (
        "They are kept in this browser and hold on this page, also in filters, queries, Timeline, Voices and Compare. \
         Saved as authority.toml beside the texts, the next build applies them for everyone.",
        "تُحفظ في هذا المتصفح وتسري في هذه الصفحة، في المرشّحات والاستعلامات والخط الزمني والأصوات والمقارنة أيضاً. فإن حُفظت في \
         ملف authority.toml بجانب النصوص طبّقها البناء التالي للجميع.",
    ),
    ("All but reported", "الكل عدا المنقول"),
    (
        "Reading the texts for this table …",
        "تُقرأ النصوص لهذا الجدول …",
    ),
    ("With this word near", "وبقربها هذه الكلمة"),
    ("On both sides", "على الجانبين"),
    (
        "in all documents but these answers",
        "في كل الوثائق عدا هذه النتائج",
    ),
    ("Rows", "الصفوف"),
    ("Rows before", "الصفوف السابقة"),
    ("Further rows", "الصفوف التالية"),
    ("Rows {0} to {1} of {2}", "الصفوف من {0} إلى {1} من {2}"),
    ("Save all {0} rows as CSV", "حفظ كل الصفوف ({0}) بصيغة CSV"),
    ("{0} of {1} rows written", "كُتب {0} من {1} من الصفوف"),
    (
        "To choose from: the {0} speakers of most words, of {1}. “List: speakers” has them all.",
        "للاختيار: أكثر المتحدثين كلاماً وعددهم {0} من {1}. وفي «القائمة: المتحدثون» كلهم.",
    ),
    ("Take back", "تراجع"),
    ("Save authority.toml", "حفظ authority.toml"),
    ("the years {0}00 to {0}99", "الأعوام من {0}00 إلى {0}99"),
    ("the {0}0s", "عقد {0}0"),
    ("spring {0}", "ربيع {0}"),
    ("summer {0}", "صيف {0}"),
    ("autumn {0}", "خريف {0}"),
    ("winter {0}", "شتاء {0}"),
    ("{0}: {1} in {2}", "{0}: \u{200f}{1} في {2}"),
    ("Mentions by day", "مرات الذكر بحسب اليوم"),
    ("Mentions by month", "مرات الذكر بحسب الشهر"),
    ("Mentions by century", "مرات الذكر بحسب القرن"),
    ("Mentions by decade", "مرات الذكر بحسب العقد"),
    ("Mentions by year", "مرات الذكر بحسب السنة"),
    ("Hidden: {0}", "مخفي: {0}"),
    ("A name of its own: {0}", "اسم مستقل: {0}"),
    ("{0} is also called {1}", "{0} يُسمّى أيضاً {1}"),
    ("Choose {0}", "اختيار {0}"),
    ("{0} chosen: {1}", "المختار {0}: \u{200f}{1}"),
    ("{0} that the texts do not date", "{0} لا تؤرّخها النصوص"),
];
