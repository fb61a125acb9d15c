//! What the columns of tables mean.

/// Explanations of columns, and what is taken of a table.
pub(super) const COLUMNS: &[(&str, &str)] = &[
    (";", "؛"),
    ("How to read this table", "كيف يُقرأ هذا الجدول"),
    (
        "The date in the short form of ISO 8601 (Extended Date/Time Format), exactly as far as the text gives it: 2024-12 is a \
         month, 195X the 1950s, ~ is about, / stands between beginning and end.",
        "التاريخ بصيغة EDTF المختصرة، بالقدر الذي يذكره النص من الدقة: \u{2066}2024-12\u{2069} شهر، \
         و\u{2066}195X\u{2069} عقد الخمسينيات، و\u{2066}~\u{2069} تعني «نحو»، و\u{2066}/\u{2069} بين البداية والنهاية.",
    ),
    (
        "The frequency as if there were 10,000 words, so that short and long texts compare.",
        "التكرار كما لو كانت الكلمات 10,000، لتُقارن النصوص القصيرة بالطويلة.",
    ),
    (
        "How closely the two words keep together, in any size of collection: 14 at most; one more is twice as close.",
        "مدى تلازم الكلمتين أياً كان حجم المجموعة: 14 على الأكثر، وكل زيادة بواحد ضعف التلازم.",
    ),
    (
        "How surely this is no chance: 6.63 comes about by chance once in 100 times, 15.13 once in 10,000.",
        "مدى اليقين بأن الأمر ليس مصادفة: تأتي القيمة 6.63 مصادفةً مرة في كل 100، و15.13 مرة في كل 10,000.",
    ),
    (
        "How many times as often as by chance, in powers of two: 3 is eight times. Rare words come out high.",
        "كم ضعفاً عما تعطيه المصادفة، بقوى العدد اثنين: 3 تعني ثمانية أضعاف. وترتفع القيمة للكلمات النادرة.",
    ),
    (
        "How sure it is that they meet more often than by chance; frequent words come out high.",
        "مدى اليقين بأن اجتماعهما أكثر مما تعطيه المصادفة. وترتفع القيمة للكلمات الكثيرة.",
    ),
    (
        "How often the word stands near a match.",
        "عدد مرات ورود الكلمة قرب مطابقة.",
    ),
    (
        "How often it would, if words stood anywhere by chance.",
        "عدد مرات ورودها لو توزعت الكلمات مصادفةً.",
    ),
    (
        "In the texts that were chosen, searched for or filtered.",
        "في النصوص التي حددها الاختيار أو البحث أو الترشيح.",
    ),
    (
        "In the texts that they are compared with.",
        "في النصوص التي تُقارن بها.",
    ),
    (
        "How many times as often here as there, in powers of two: 1 is twice, 2 four times; below 0 it is the other way round.",
        "كم ضعفاً هنا بالقياس إلى هناك، بقوى العدد اثنين: 1 ضعف، و2 أربعة أضعاف، وما دون الصفر بالعكس.",
    ),
    (
        "How probable such a difference is by chance alone: p < 0.01 is less than once in 100 times.",
        "احتمال أن يأتي مثل هذا الفرق مصادفةً: تعني \u{2066}p < 0.01\u{2069} أقل من مرة في كل 100.",
    ),
    (
        "Each stroke is a match, between the beginning of the document and its end.",
        "كل خط مطابقة، بين أول الوثيقة وآخرها.",
    ),
    ("Words between quotation marks.", "كلمات بين علامتي اقتباس."),
    (
        "How many words stand between the quotation marks.",
        "عدد الكلمات بين علامتي الاقتباس.",
    ),
    (
        "What somebody is reported to have said, in the words of the text.",
        "ما نُقل أن أحداً قاله، بألفاظ النص.",
    ),
    (
        "The words by which the text names the speaker.",
        "الألفاظ التي يسمّي بها النص القائل.",
    ),
    (
        "How the texts write the name, each with how often they do.",
        "كيف تكتب النصوص الاسم، ومع كل صيغة عدد مراتها.",
    ),
    ("The {0} rows shown:", "الصفوف المعروضة ({0}):"),
];
