//! Constructions of the press, each in a short text with its names: whose words are shown.

use super::{VoiceKind, name_spans, voices};
use crate::names::{Authority, Gathering, Lexicon};
use corpus::{ReadOptions, Source};

/// Text, and the speakers of its quotations and turns with `|` between them; `-` for none.
const HABITS: &[(&str, &str)] = &[
    (
        "“We were told nothing,” said Lucia Berger, a nurse at the clinic. “Not a word.”",
        "Lucia Berger|Lucia Berger",
    ),
    (
        "Lucia Berger, a nurse at the clinic, said: “We were told nothing.”",
        "Lucia Berger",
    ),
    (
        "Asked about the closure, Berger shrugged. “We were told nothing,” she said.",
        "Berger",
    ),
    (
        "“We were told nothing,” Berger, 41, told the Daily Courier on Monday.",
        "Berger",
    ),
    (
        "In an interview with Reuters, the finance minister, Paolo Conti, said that the plan was “dead and buried”.",
        "Paolo Conti",
    ),
    (
        "Finance minister Paolo Conti called the plan “dead and buried”.",
        "Paolo Conti",
    ),
    (
        "The plan, Paolo Conti said on Friday, was “dead and buried”.",
        "Paolo Conti",
    ),
    (
        "“The plan,” added Conti, who was speaking in Rome, “is dead and buried.”",
        "Conti|Conti",
    ),
    (
        "A former intelligence officer who served in Aleppo told me that the order had come “from the very top.”",
        "A former intelligence officer",
    ),
    (
        "“It came from the very top,” said one of the officers, who asked not to be identified.",
        "one of the officers",
    ),
    (
        "According to one resident, the soldiers left “without a shot”.",
        "one resident",
    ),
    (
        "The soldiers left “without a shot”, according to Omar Jaber, a shopkeeper.",
        "Omar Jaber",
    ),
    (
        "Omar Jaber remembers that morning. “They left without a shot,” he said. His wife Rana was less sure. “There was one shot,” she said.",
        "Omar Jaber|Rana",
    ),
    (
        "“They left without a shot,” Jaber recalled.\n\n“There was one,” his wife said.",
        "Jaber|his wife",
    ),
    (
        "Mayor Anna Keller praised the firefighters. “They saved the town,” she told a crowd outside the station.",
        "Anna Keller",
    ),
    (
        "The ministry said in a statement that it “regrets any inconvenience”.",
        "The ministry",
    ),
    (
        "In a statement, the ministry said it “regrets any inconvenience”.",
        "the ministry",
    ),
    (
        "“We regret any inconvenience,” the statement read.",
        "the statement",
    ),
    (
        "“We regret any inconvenience,” a ministry spokesman, Karl Voigt, said.",
        "Karl Voigt",
    ),
    (
        "A spokesman for the ministry, who declined to be named, described the report as “fiction”.",
        "A spokesman for the ministry",
    ),
    (
        "Speaking to reporters in Geneva, the UN envoy, Maria Duarte, warned that time was “running out”.",
        "Maria Duarte",
    ),
    (
        "“Time is running out,” warned the UN envoy, Maria Duarte.",
        "Maria Duarte",
    ),
    (
        "Duarte was quoted by a newspaper as saying: “Time is running out.”",
        "Duarte",
    ),
    (
        "“Time is running out,” Duarte was reported to have told aides.",
        "Duarte",
    ),
    (
        "“What do you want?” the guard asked. “Bread,” said the boy.",
        "the guard|the boy",
    ),
    (
        "“Is he alive?” she asked the doctor. Mona Saleh had not slept for two days.",
        "Mona Saleh",
    ),
    (
        "Mona Saleh had not slept for two days. When the doctor came out, she asked, “Is he alive?”",
        "Mona Saleh",
    ),
    (
        "Peter Lang, whose brother was killed in the blast, said he wanted “answers, not flowers”.",
        "Peter Lang",
    ),
    (
        "Lang’s lawyer, Hanna Weiss, said her client wanted “answers, not flowers”.",
        "Hanna Weiss",
    ),
    (
        "“Answers, not flowers,” is how Peter Lang put it.",
        "Peter Lang",
    ),
    ("“He wants answers,” said Weiss of her client.", "Weiss"),
    (
        "Writing in the journal, Dr Weiss argued that the results were “at best suggestive”.",
        "Dr Weiss",
    ),
    (
        "The judge, Sir Alan Reed, said it was “a case of unusual cruelty”. Sentencing him, he added: “You showed no mercy.”",
        "Sir Alan Reed|Sir Alan Reed",
    ),
    (
        "“I have no regrets,” the 54-year-old said as he left the court.",
        "the 54-year-old",
    ),
    (
        "“I have no regrets,” the father of three told the court.",
        "the father of three",
    ),
    (
        "“We lost everything” is a sentence that one hears often here.",
        "-",
    ),
    (
        "Witnesses said the men shouted “open the gate” before they fired.",
        "the men",
    ),
    (
        "One protester held a sign that read “Enough is enough”.",
        "a sign",
    ),
    (
        "“Of course we were afraid,” he said. “Everybody was.” Samir Nader, now 70, was a conscript then.",
        "Samir Nader|Samir Nader",
    ),
    (
        "Her husband, the writer Jonas Falk, remembers it differently: “She never asked me.”",
        "Jonas Falk",
    ),
    (
        "“She never asked me,” says her husband, the writer Jonas Falk.",
        "Jonas Falk",
    ),
    (
        "As the poet Jonas Falk once put it: “A border is a scar.”",
        "Jonas Falk",
    ),
    (
        "The president told his aides to “hold the line”; they did not.",
        "The president",
    ),
    (
        "President Nadim Asfour insisted on television that there was “no reason to panic”, and then left the country.",
        "Nadim Asfour",
    ),
    (
        "“There is no reason to panic,” Asfour insisted. But his own brother had already left. “I did not believe him,” the brother said later.",
        "Asfour|the brother",
    ),
    (
        "Both men deny it. “It is a lie,” said Asfour. “A lie,” echoed Haddad.",
        "Asfour|Haddad",
    ),
    (
        "“It is a lie,” they said in a joint letter. The two ministers resigned a day later.",
        "-",
    ),
    (
        "The farmers are angry. “We have waited for ten years,” one of them said. “Ten years,” repeated another.",
        "one of them|another",
    ),
    (
        "Many are angry. “We have waited for ten years,” says Ines Moura, 63. “My mother waited longer.”",
        "Ines Moura|Ines Moura",
    ),
    (
        "“Where were you?” asked Peter Lang. Rana Saleh looked at the road.\n\n“At home.”",
        "Peter Lang|Rana Saleh",
    ),
    (
        "“You voted for it,” said Peter Lang.\n\n“I voted against it,” said Paolo Conti.\n\n“It was not meant for you, Paolo.”",
        "Peter Lang|Paolo Conti|Peter Lang",
    ),
    (
        "Rana Saleh held out her arm. “It is broken,” the doctor said. “By whom?” “By somebody.”",
        "the doctor|Rana Saleh|the doctor",
    ),
    (
        "The report was published on Monday. It says that the wall was “sweating for years”.",
        "The report",
    ),
    (
        "The guide is called Omar Jaber. “Nobody came,” he said.",
        "Omar Jaber",
    ),
    (
        "An old woman sat at the gate. She gave her name as Umm Yasin. “He sold tomatoes,” she said.",
        "Umm Yasin",
    ),
    (
        "The governor, Paolo Conti, issued a statement promising “every resource”.",
        "Paolo Conti",
    ),
    (
        "Anna Keller said on the radio that a minister who comments on prices “should peel something”.",
        "Anna Keller",
    ),
    (
        "According to two guests, Conti laughed and said, “Not yet.”",
        "Conti",
    ),
    (
        "Paolo Conti asked Anna Keller why she had come. Peter Lang wrote it down. “To listen,” she said.",
        "Anna Keller",
    ),
    (
        "Peter Lang was there too. As for Omar Jaber, he has left. “There was nothing to stay for,” he said.",
        "Omar Jaber",
    ),
    (
        "Capt. Omar Jaber commands the post. Rana Saleh sells tea below it. “He is polite,” the captain said of the smuggler. “He asks about my daughter.”",
        "the captain|the captain",
    ),
    (
        "“We have a picture,” Conti told me. “What has changed?” I suggested that the label might change.",
        "Conti|Conti",
    ),
    (
        "GENEVA, Feb 3 (WN) - The trade minister, Diane Haverford, defended it, saying inspectors had moved “at the speed of the evidence”.",
        "Diane Haverford",
    ),
    (
        "“Nothing,” Ms. Haverford told reporters. The hall was full.\n\n“How much is nothing?” a reporter asked.\n\n“Two of the three,” she replied.",
        "Ms. Haverford|a reporter|Ms. Haverford",
    ),
    (
        "Shares in Oberland Paper fell on Thursday after the company warned that profit would be “materially below” its plans.",
        "the company",
    ),
    (
        "Hannah Weisz wrote to Dwayne Purcell, who wrote back that he’d “had a lot of pen pals”.",
        "Dwayne Purcell",
    ),
    (
        "Hannah Weisz wrote a letter to the journal that began, “It is a sad duty to correct a child.”",
        "Hannah Weisz",
    ),
    (
        "Police are looking for a man. He wore a hat. It was nine o’clock. One customer, who did not want to be named, said it was like a film. “You could see the label,” they said.",
        "One customer",
    ),
    (
        "“With tape!” cried a voice from the back.",
        "a voice from the back",
    ),
    (
        "Leila Haddad grew up in Cork. Her mother taught her from an encyclopedia. “I knew nothing,” she said.",
        "Leila Haddad",
    ),
    (
        "Juniper Askew taught Leila Haddad. “I have never forgiven her,” Askew told me. What had Haddad done? “She was right.”",
        "Askew|Askew",
    ),
    (
        "The warden, Earl Stoddard, remembers him. “He never gave me any trouble,” he said.\n\nAnd now?\n\n“Now I am retired.”",
        "Earl Stoddard|Earl Stoddard",
    ),
    (
        "“They came for the shop,” Hisham Qandil told me. He was let go, and a guard took his shoe.\n\n“Just the one?” I asked.\n\n“Just the one,” he said.",
        "Hisham Qandil|I|Hisham Qandil",
    ),
    (
        "Ms Luz’s patience is thin. A bank is not a shrine, she says, calling its charter “a letter from a dead man”.",
        "Luz",
    ),
    (
        "Lewis Toft gave evidence. Cross-examined by Neil Pask, he accepted that he had stopped. “The gauge was on red,” he said.",
        "Lewis Toft",
    ),
    (
        "The boatman’s name was Baltasar and he had a theory. Pilar mouthed the words along with her. “They come to see nothing,” he said.",
        "Baltasar",
    ),
    (
        "Anna Keller wrote to the parents. “I have been called a fossil,” the letter went on.",
        "the letter",
    ),
    (
        "The bill was pulled after a rebellion by members who said they had been given “nine hours to read a thousand pages”.",
        "a rebellion by members",
    ),
    (
        "A former seed dealer, Paolo Conti votes with the leadership and once described himself as “the most boring man in town”.",
        "Paolo Conti",
    ),
    (
        "According to Omar Jaber, some of the young men asked him why he bothered. “They did not know there was a station,” he says.",
        "Omar Jaber",
    ),
    (
        "Hanna Weiss looked at the slide and then at him, “Hm, I would start again.”",
        "Hanna Weiss",
    ),
    (
        "Hassan Abboud was not waiting. A militia commander on the far bank, reached by phone, laughed. “Tell him that smoking is forbidden,” he said.",
        "A militia commander on the far bank",
    ),
    (
        "She is known for her patience, which colleagues describe as “geological”.",
        "colleagues",
    ),
    (
        "Rahel Tesfaye was heard. “I hear it every night,” said Tesfaye. Mr Justice Kemble asked if she would like a break. She shook her head. “I have waited long enough,” she replied.",
        "Tesfaye|Tesfaye",
    ),
    (
        "“It was the jetty,” says Inga Holmqvist. Bertil Dahl was not there.\n\nWhat did he say?\n\n“He knows.”",
        "Inga Holmqvist|Inga Holmqvist",
    ),
    (
        "Southern Star Lines expressed “deepest sorrow” but said in a statement that the bulletin came late.",
        "Southern Star Lines",
    ),
    (
        "Paolo Conti compared the minister to “a man locked in a car with the engine running”.",
        "Paolo Conti",
    ),
    (
        "My mother had a saying about such people: “They would sell you the hole in the bread.”",
        "My mother",
    ),
    (
        "“I do not want his heart,” Lucia Berger said. Her husband was on board. “I want the name.”",
        "Lucia Berger|Lucia Berger",
    ),
    (
        "Paolo Conti rents it out. Rana Saleh lives above. A tenant, who would not give a name, knew four of the songs. He sang them. “She had them all,” he said. The rain had stopped. Once, when nobody asked, she sang. “Have you heard it?” she inquired.",
        "A tenant|Rana Saleh",
    ),
    (
        "A reporter asked Paolo Conti about the vote. He looked up. “You are new,” he said.",
        "Paolo Conti",
    ),
    (
        "The operator, Kansanga Minerals, a unit of London-listed Aurelian, said it was “devastated by the news”.",
        "Kansanga Minerals",
    ),
    (
        "Paolo Conti’s reply ran to one line: “Not before the rain.”",
        "Paolo Conti",
    ),
    (
        "The mayor of Rocafort was heard on tape telling a builder that the law was “a suggestion for others”.",
        "The mayor of Rocafort",
    ),
    (
        "A cattle dealer accused of poisoning his neighbour told the court that he had “never owned a gun”.",
        "A cattle dealer",
    ),
    (
        "The newspaper quoted Paolo Conti as saying that the plan was “dead and buried”.",
        "Paolo Conti",
    ),
    (
        "Lucia Berger put down her stick. “Who is in charge here?” she asked. There was some laughter. “I am serious.”",
        "Lucia Berger|Lucia Berger",
    ),
    (
        "Paolo Conti leaned over. “Do not breathe,” he advised me.\n\n“When may I?” I said nothing more.\n\n“On Sunday.”",
        "Paolo Conti|I|Paolo Conti",
    ),
    (
        "Rana Saleh’s sister, Mona Saleh, died there in April. “I want an answer,” said Rana Saleh. Cells were small.",
        "Rana Saleh",
    ),
    (
        "“Hear, hear,” said a voice in the gallery, and the judge, Lucia Berger, looked up from her notes. “This is not the mart,” she said.",
        "a voice in the gallery|Lucia Berger",
    ),
    (
        "Opinions were divided. Another complained about the vans. “I have had one here since Monday,” he said.",
        "Another",
    ),
    (
        "In a case in 2017 a judge threw it out, calling it “an agreement only in that it was dry”.",
        "a judge",
    ),
];

#[test]
fn speakers_are_found_in_the_constructions_of_the_press() {
    check(HABITS);
}

/// Checks the speakers of texts, each with what is expected as [`HABITS`] have it.
pub(super) fn check(habits: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for &(text, expected) in habits {
        let (document, found) = read("note.txt", text);
        let found: Vec<&str> = found
            .iter()
            .filter(|voice| voice.kind != VoiceKind::Reported)
            .map(|voice| voice.speaker.map_or("-", |span| span.of(&document.text)))
            .collect();
        if found.join("|") != expected {
            wrong.push((text, found.join("|")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Reads a text with its names, as the layers of an index are.
fn read(name: &str, text: &str) -> (corpus::Document, Vec<super::Voice>) {
    let source = Source {
        name: name.into(),
        bytes: text.as_bytes().to_vec(),
    };
    let document = corpus::read(&source, &ReadOptions::default())
        .documents
        .remove(0);
    let (lexicon, authority) = (Lexicon::new(), Authority::default());
    let mut gathering = Gathering::new(&lexicon, &authority);
    gathering.add(&document);
    let names = name_spans(&gathering.finish(), 1).remove(0);
    let found = voices(&document, &names);
    (document, found)
}

#[test]
fn answers_to_questions_in_bold_are_those_of_the_one_who_is_introduced() {
    let (document, found) = read(
        "talk.md",
        "Few know the river as well as Hala Mansour. She spoke to Peter Kamm in Amman.\n\n\
         **What is your first memory of it?**\n\nCarpets.\n\n\
         **Is it shrinking?**\n\nEvery year.\n\nI kept a notebook.\n\n\
         **What gives you hope?**\n\nThe notebook.\n\nThe talk was shortened.\n",
    );
    let turns: Vec<_> = found
        .iter()
        .filter(|voice| voice.kind == VoiceKind::Turn)
        .map(|voice| {
            let speaker = voice.speaker.map_or("-", |span| span.of(&document.text));
            (voice.span.of(&document.text), speaker)
        })
        .collect();
    let expected = [
        "Carpets.",
        "Every year.",
        "I kept a notebook.",
        "The notebook.",
    ];
    assert_eq!(turns, expected.map(|answer| (answer, "Hala Mansour")));
}

#[test]
fn words_of_the_captain_lead_to_the_name_that_he_was_introduced_with() {
    let (document, found) = read(
        "note.txt",
        "Capt. Metin Aksoy commands the post on the hill. “He is always polite,” the captain said.",
    );
    assert_eq!(
        found[0].speaker.map(|span| span.of(&document.text)),
        Some("the captain")
    );
    assert!(found[0].name.is_some());
}
