//! Given names of many languages, by whom they are given to.
//!
//! Common names only, as any book of names has them; no list of persons. Names that both men and women
//! bear (Kim, Robin, Noor, Alex) are left out: the tables tell whom "he" and "she" may mean.

/// Whom a given name is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    /// Women.
    Female,
    /// Men.
    Male,
}

/// Forms of address in small letters, by whom they are for: those that say no more of anybody, and honours.
const ADDRESSES: [(Option<Gender>, &str, &str); 3] = [
    (
        Some(Gender::Female),
        "mrs ms miss mme mlle madame señora sra doña frau signora",
        "lady dame",
    ),
    (
        Some(Gender::Male),
        "mr monsieur m herr señor don signor",
        "sir lord",
    ),
    (None, "mx", ""),
];

/// Names of women, in small letters without accents.
const FEMALE: &str = "\
abigail ada adela adelaide adele adriana agata agatha agnes agnieszka aicha aida aileen aisha \
aishwarya aisling aksana alba albertine aleksandra alessandra alexandra alexia alice alicia \
alina aline alison allison alma amal amalia amalie amanda amani amelia amelie amina aminata \
amira amparo amy ana anahit anais anastasia anastasiya andjela aneta angela angelika angelina \
angelique anisa anita anja anjali ann anna annabel annabelle anne anneke anneli annelise \
annemarie annette annick annie annika anniken antje antoinette antonella antonia anuradha \
apolonia arabella araceli ariadne ariana arianna arlene asma asmaa astrid asuka athena audrey \
augusta aurelia aurelie aurora ava aviva ayesha ayla ayse azadeh aziza barbara basma beata \
beatrice beatrix beatriz becky begona belinda bella bente berit bernadette bertha beth bethany \
bettina betty beverly bianca birgit birgitta birgitte bogdana bojana bonnie bozena brenda \
bridget brigid brigitta brigitte britt brittany bronwyn bushra camila camilla camille candice \
carina carla carlotta carmela carmen carol carole carolina caroline carolyn cassandra catalina \
caterina catherine cathleen cathrine cathy cecilia cecilie celeste celia celine chantal \
charlene charlotte chelsea cheryl chiara chiharu chloe christa christelle christiana christiane \
christina christine cindy claire clara clarissa claudette claudia clementine colette colleen \
conchita connie consuelo cora coralie cordelia corinna corinne cornelia cosima cristina cynthia \
dagmar dagny dahlia daisy dalia dana danica daniela daniele daniella danielle danuta daphne \
daria darya dawn deborah debra deirdre delia delphine denise diana diane dina dinah dolores \
dominika donatella donna dora doreen doris dorota dorothea dorothee dorothy dorte dragana dunja \
ebba edda edith edna edwina eileen eilidh eilish ekaterina elaine eleanor elena eleni eleonora \
elfriede eliane elif elin elina elinor elisa elisabeth elise eliza elizabeth elke ella ellen \
ellie elma elodie eloise elsa elsbeth else elsie elvira elzbieta emanuela emilia emiliana \
emilie emily emina emma emmanuelle enid enrica erica erika erin ernestine esma esmeralda \
esperanza estelle esther etsuko eugenia eugenie eulalia eva evangelina evelina eveline evelyn \
ewa fabienne fabiola faiza farah farida fariha fatima fatimah fatma fatou fatoumata fay fayza \
federica felicia felicity ferdousi fernanda fikriye filippa fiona flavia fleur flora florence \
florentina fran franca frances francesca francisca franciska francoise franziska freda freya \
frida frieda friederike fumiko gabriela gabriella gabrielle galina gemma genevieve georgette \
georgia georgina geraldine gerda germaine gertrud gertrude ghada giada gilda gillian gina \
giorgia giovanna gisela giselle gita giulia giuliana giuseppina gladys glenda gloria glynis \
golda gosia grace gracia graciela grazia greta gretchen grete griselda gro guadalupe gudrun \
gulnara gulsen gunilla gwen gwendolyn hadija hafsa haifa haja hala halima halina hana hanan \
hanna hannah hanne hannelore harriet hatice hazel heather hedda hedwig hege heidi heike helen \
helena helene helga helle heloise henrietta henriette hermine hilary hilda hilde hildegard \
hillary hind hortense huda iclal ida ilaria ilona ilse iman imelda imogen ina indira ines inga \
inge ingeborg ingrid ioana ioanna iona iphigenia irena irene irina iris irma isabel isabella \
isabelle isadora isolde ivana iwona jacinda jacinta jackie jacqueline jade jadwiga jamila jane \
janet janice janina janine janka jasmin jasmina jasmine jeanette jeanine jeanne jelena jemima \
jenna jennifer jenny jessica jill jimena jitka joan joanna joanne jocelyne johanna jolanta \
jolene jorunn josefina josefine josephine josette joy joyce juana judit judith judy julia \
juliana julianne julie juliet juliette june justina justine jutta jytte kaja kamala kamila \
karen karin karina karla karolina karoline katarina katarzyna kate katerina katharina katharine \
katherine kathleen kathrin kathryn kathy katia katie katja katrin katrina katya kavita kayla \
keiko kelly kenza kerstin khadija khadijah khawla kirsten kirsti kirstin kirsty klara klaudia \
konstanze kornelia kristen kristin kristina kristine krystyna ksenia kyoko lakshmi lamia lamiya \
lana lara larissa latifa laura lauren laurence lavinia layla lea leah leda leena leila lena \
lene leni lenka leonie leonor leonora leticia letizia leyla lidia lidija lila lilian liliana \
lilith lillian lily lina linda lindsay linnea lioba lisa lisbeth lise lisette liv livia \
ljiljana lois lola loredana lorena loretta lori lorna lorraine lotte lottie louisa louise \
lourdes lubna lucia lucie lucienne lucile lucille lucinda lucja lucrezia lucy ludmila luisa \
luise luna luz lydia lyn lynda lynette lynn lynne lyudmila maartje mabel madalena maddalena \
madeleine madeline madhuri madina mafalda magali magda magdalena maggie maha mahnaz mai maike \
maira maja malalai malgorzata malika malin mandy manon manuela mara marcela marcella marcelle \
maren margaret margareta margaretha margarida margarita margaux margherita margit margot \
margrethe marguerite maria mariam mariama mariana marianna marianne marie mariela marielle \
marietta marija marijke marika marilyn marina marion mariska marissa marit marita marjorie \
marketa marlene marta martha martina martine mary maryam maryla maryna masako mathilda mathilde \
matilda maud maureen mavis maxine maya mechthild meera megan mehwish mei melania melanie \
melinda melissa mercedes meredith merete meriem merve mette mia michaela michele michelle \
michiko mieke mika mila milagros mildred milena milica mina mira miranda mireille mirella \
miriam mirjam mirjana misato moira molly mona monica monika monique morgane mouna muna muriel \
myriam myrna myrtle nada nadezhda nadia nadine nadja nahed najat najla najwa nana nancy naomi \
narges nasreen nasrin natacha natalia natalie nataliya natasha nathalie nawal nazanin neda neha \
nelly nerea nermin nesrin neus niamh nicole nicoletta nieves nikolina nilufar nina nino noella \
noemi noemie nora norah noreen norma nouria nuala nura nuria oana octavia odette odile ofelia \
oksana olena olga olimpia olive olivia olympia oonagh ophelia oprah orla ornella ottilie ozlem \
pamela paola parvati patience patricia patrizia patsy paula paulette paulina pauline pearl \
peggy penelope pernille perpetua petra petronella philippa philomena phoebe phyllis pia pilar \
polly portia pragna prisca priscilla priti priya priyanka prudence quitterie rabia rachel \
rachida radhika radka rafaela raffaella ragnhild raina raluca rama rana rania raquel rasha \
rebecca rebeka reem regina regine reina rekha rena renata renate renee rhiannon rhoda rhonda \
rihab rikke rima rina rita roberta robyn rocio romana romina romy rosa rosalia rosalie rosalind \
rosalinda rosamund rosanna rose rosemarie rosemary rosie rosina rosita roswitha rowena roxana \
roxane roya rozalia ruba rukmini ruqayya ruta ruth sabah sabina sabine sabrina sadia safiya \
sahar sakura salima sally salma salome salwa samantha samar samia samina samira sanaa sandra \
sanja sanna sara sarah saskia savannah scarlett selena selma senait serena severine shabnam \
shadia shaima sharon sheila shelley sherry shiori shirin shirley shreya sian sibel sibylle \
sieglinde sienna signe sigrid silje silke silvana silvia simona simone sinead siobhan siri siv \
slavica snezana sofia sofie solange soledad solveig sonali sonia sonja sophia sophie soraya \
souad soumaya stacey stefania stefanie steffi stella stephanie sue suha suhair sujata sumaya \
sunita sunniva susan susana susann susanna susannah susanne susie suzanne suzette svetlana \
swetlana sybil sylvia sylviane sylvie tabea tabitha taghreed tamar tamara tamsin tania tanja \
tanya tara tatiana tatjana tatyana teresa terese tereza tess tessa thea thekla thelma theodora \
theresa therese thora tiffany tilda tilly tina tiziana tomoko tone torill toshiko tova tove \
tricia trine trinidad trude trudy tuba tulay tuva ulla ulrika ulrike una ursula uschi valentina \
valeria valerie vanda vanessa vania vasiliki vera verena verity verona veronica veronika \
veronique vesna vibeke vicky victoria viktoria vilma viola violeta violetta virginia virginie \
vivian viviane vivien vivienne vlasta wafa wafaa waltraud wanda warda wendy wiebke wilhelmina \
wilma winifred wioletta xenia ximena yael yamina yara yasmin yasmina yasmine yelena yevgenia \
yoko yolanda yuko yulia yuliya yumi yusra yvette yvonne zahia zahra zainab zaira zaynab zdenka \
zeina zeinab zelda zineb zita zoe zofia zohra zora zoya zsofia zulaikha zuzana";

/// Names of men, in small letters without accents.
const MALE: &str = "\
aaron abbas abd abdallah abdel abdelaziz abdelkader abdelkarim abderrahman abdou abdul \
abdulaziz abdulkarim abdulla abdullah abdulrahman abel abhishek abraham achille achim adalbert \
adam adel adil aditya adnan adolf adolfo adrian adriano agostino agustin ahmad ahmed ahmet \
aidan ajay akbar akim akio akira akram alain alan albert alberto albrecht aldo alec aleksandar \
aleksander aleksandr aleksei alessandro alexander alexandre alexandros alexei alexey alexios \
alf alfonso alfred alfredo ali aliou alistair allan allen alois alonso aloys alvaro alvin \
amadeus amadou amancio amar amaury ambrose amin amir amit amjad amos anand anas anatol anatole \
anatoly anders andre andreas andrei andrej andres andrew andrey andrzej andy angelo angus \
anibal anil ansgar anthony antoine anton antonin antonio antony anwar archibald archie aref ari \
arif aristide arjun armand armando armin armindo arnaldo arnaud arne arno arnold arnulf arsene \
arseny artem arthur artur arturo arvid ashok ashraf asif aslan assad athanasios atif attila \
aubrey august auguste augustin augusto aurel aurelien aurelio austin axel aykut ayman ayoub \
aziz baptiste barack barnaba barnabas barney barry bart bartholomew bartolome bartosz basel \
bashar basil basile bassam bassel bastian bastien baudouin benedict benedikt benito benjamin \
benoit bent beppe bernard bernardo bernd bernhard bernt bert berthold bertil bertram bertrand \
bilal bill billy birger bjarne bjorn bo bob bobby bogdan boguslaw bohdan boris borislav \
boubacar boutros brad bradley bram branko brendan brent brett brian brice bruce bruno bryan \
burak burkhard burt byron caleb calvin cameron camilo carl carlo carlos carsten casimir caspar \
cecil cedric cem cengiz cesar chad chaim charbel charles charlie chester chetan chris christian \
christoph christophe christopher christos cillian clarence claudio claus clement clifford \
clinton clive clyde colin colm conan conor conrad constantin cormac cornelius cosimo costas \
craig cristian cristiano cristobal cuthbert cyprien cyril cyrus dag dale damian damien damir \
dan daniel daniil danilo danny dante dariusz darko darragh darrell darren dave david davide \
davor dean declan deepak dejan demetrios denis dennis denys derek dermot derrick desmond detlef \
dev didier diego dieter dietmar dietrich dieudonne dilip dimitar dimitri dimitrios dimitris \
dino dirk djamel dmitri dmitriy dmitry dobroslav domenico dominic dominik donald donatello doug \
douglas dragan drago duarte duncan dusan dwight dylan eamon earl eberhard eckhard ed eddie \
edgar edgardo edmond edmund edoardo eduard eduardo edward edwin egon ehud eike eilif einar \
eirik eitan eivind elias elie eliezer elijah eliot elliott elmar eloy elton elvis emad emil \
emile emilio emmanuel emre enda ender engelbert enno enrico enrique enzo ephraim erasmus erdem \
erhan eric erich erik erkki erland erling ernest ernesto ernst errol ersin erwan erwin esteban \
ethan etienne ettore eugen eugene eugenio evan evangelos everett evgeny ewan ezekiel ezra \
fabian fabien fabio fabrice fabrizio fadi fahad fahd faisal farid faris farouk faruk fathi \
faustino fawaz faysal federico fedor felipe felix ferdinand ferenc fergus fernando ferran fidel \
filip filippo finn fiodor firas flavio florent florian floyd fouad francesc francesco francis \
francisco franck franco francois franjo frank frankie franklin franz fraser fred freddie freddy \
frederic frederick frederico fredrik friedrich fritz fuad fyodor gabor gabriel gaetan gaetano \
gareth garry gary gaspar gaston gavin geir geoff geoffrey georg george georges georgi georgios \
gerald gerard gerardo gerd gerhard gerrit gerry ghassan gheorghe giacomo giancarlo gianfranco \
gianluca gianni giannis gideon gilbert gilberto giles gilles gino giorgio giovanni giuliano \
giulio giuseppe glen glenn godfrey goran gordon gorka gottfried graeme graham grant greg gregor \
gregorio gregory grigory guido guilherme guillaume guillermo gunnar gunter gunther gus gustav \
gustave gustavo gyorgy habib hadi hafez hafiz hakan hakeem hakim hakon halil hamad hamdi hamid \
hamish hamza hani hanif hans harald hari haris harold haroun harrison harry hartmut haruki \
harvey hasan hashem hassan hatem haydar hector heiner heinrich heinz helge helmut hendrik henk \
henning henri henrik henrique henry herbert heribert herman hermann hernan herve hicham hilal \
hiroshi hisham horace horacio horst houssem howard hubert hugh hugo hugues humberto humphrey \
husayn hussain hussam hussein hussien iain ian ibrahim idris ignacio ignatius ignazio igor ihor \
ike ilie ilija ilya ilyas imad imran imre inaki inigo ioannis ion ionut iosif iqbal irving \
isaac isaiah isidro iskander ismael ismail issa issam istvan ivan ivar ivo ivor iyad jaafar \
jaap jacek jack jackson jacob jacques jaime jair jakob jakub jalal jamal james jan janos janusz \
jared jarek jaroslav jaroslaw jason jasper javad javed javier jean jeff jefferson jeffrey jens \
jeremiah jeremy jeroen jerome jerry jerzy jesper jesse jim jimmy joachim joao joaquim joaquin \
jochen joe joel joerg johan johann johannes john johnny jon jonas jonathan joost jordi jorg \
jorge jorgen jose josef joseph joshua josip jozef jozsef juan juergen jukka jules julian julien \
julio julius jurgen jurij justin jusuf kaan kacper kader kai kamal kamel kamil karel karim karl \
karol karsten kaspar kassem kazimierz keith kemal ken kenji kenneth kent kevin khaled khalid \
khalifa khalil khamis kieran kiran kirill kjell klaus klemens knud knut konrad konstantin \
konstantinos kostas kris kristian kristoffer krzysztof kumar kurt kyle kylian kyriakos ladislav \
lamine lars laszlo laurent laurids lawrence lech lee leif leo leon leonard leonardo leonid \
leonidas leopold leroy leszek lev levan levon lewis liam lionel lloyd loic lorenz lorenzo \
lothar louis lubomir luca lucas luciano lucien ludger ludovic ludwig luigi luis luiz lukas \
lukasz luke lutz lyle maciej mads magnus mahdi maher mahir mahmoud mahmud majid malcolm malek \
malik mamadou manfred manish manny manoj mansour manuel marat marc marcel marcello marcelo \
marcin marco marcos marcus marek mariano mario marius mark marko markus marlon marouane marten \
martin marvin marwan massimo massoud mateo mateusz mathias mathieu mathis mats matt matteo \
matthew matthias matthieu matti maurice mauricio maurizio mauro max maxim maxime maximilian \
mehdi mehmed mehmet meir melvin mert mervyn michael michal micheal michel mickael miguel mihai \
mihail mihailo mikael mike mikhail mikkel mikko miklos milan miles milo milos milton miodrag \
mircea miroslav mitch mladen mohamad mohamed mohammad mohammed mohamud mohan mohand mohsen \
moises mojtaba monty mordechai moritz morris morten moses moshe mostafa mourad moussa muammar \
muhammad muhammed muhsin mukesh mukhtar munir murad murat murray musa mustafa mustapha mykola \
nabil nadav nader naguib naim nasser nathan nathaniel nayef neal ned neil nelson nestor neville \
niall nicholas nick nicola nicolae nicolas nicolo niels nigel nikita niklas niko nikola nikolai \
nikolaos nikolas nikolaus nikolay nikos nils nissim nizar noah noel norbert norman nouri numan \
octavio odd oded ola olaf olav ole oleg oleksandr oleksiy oliver olivier omar omer onur orhan \
orlando osama oscar oskar osman oswald othman otis otmar otto oumar ousmane oussama owen ozan \
pablo paddy pal panagiotis panos paolo pascal pasquale patrick patryk paul paulin paulino paulo \
paulus pavel pavlo pawel peder pedro peer pekka percy perry petar pete peter petr petro petros \
petter phil philip philipp philippe phillip pierluigi piero pierre pierrick piet pieter pietr \
pietro piotr pius pranav prosper przemyslaw qais qasim quentin quincy rached rachid rade radek \
radoslaw radovan radu rafael rafal raffaele rafi rafiq ragnar rahim rahul raimund rainer raj \
rajesh rajiv ralf ralph rami ramin ramiro ramon ramy randall randolph randy raoul raphael \
rashad rashid rasmus raul ravi ray raymond recep reda reinaldo reinhard reinhold remi remy \
renato renaud rene renzo reuben rex reza rhys riad ricardo riccardo richard rick ricky ridha \
rinaldo rob robert roberto rocco rod roderick rodney rodolfo rodrigo roel roger rogerio rohit \
roland rolf romain roman romano romeo romulo ronald ronan ronnie rory ross roy ruben rudi \
rudiger rudolf rufus rui rupert russ russell rustam ryan ryszard saad saadi sabri sadiq saeb \
saeed saif salah saleh salem salim salman salvador salvatore sam samer sami samir sammy samuel \
sandeep sandro sanjay santiago sasa saul sayed scott sean sebastian sebastien seif selim serge \
sergei sergey sergio serhiy seth seumas severin seydou shadi shafiq shahid shane shaun shawn \
shigeru shimon shinji shlomo siegfried siegmund sigmund sigurd silas silvester silvio simeon \
simon sinan sixten slavko slobodan sofiane solomon soren spencer spiros stan stanislas \
stanislav stanislaw stefan stefano steffen stelios sten stephane stephen steve steven stewart \
stuart sture sulaiman suleiman suleyman sunil suresh sven svend sverre sylvain sylvester \
tadashi tadeusz taha takeshi talal tamas tamer tarek tareq tarik tariq tayyip ted teddy teodor \
terence terje tewfik thabo theo theodor theodore thibault thierry thilo thomas thor thorbjorn \
thorsten tiago tibor tim timo timothy timur tito tobias todd tom tomas tomasz tomaz tomislav \
tommaso tommy tony tor torben tore torsten tristan troels tudor tuomas tyler tyrone ugo ulf \
ulrich umar umberto uri usama usman uwe vaclav vadim valentin valentino valere valerio valery \
vasco vasil vasile vasily vassilis vegard velimir victor vidar vijay vikram viktor vilhelm \
vincent vincenzo vinod virgil vitalii vitaly vito vittorio vlad vladimir vladislav vojislav \
vojtech volkan volker volodymyr vuk wade wael waldemar walid walter warren waseem wassim wayne \
werner wesley wilbur wilfred wilfried wilhelm willem william willy wim winfried winston witold \
wladyslaw wojciech wolfgang xavier yahya yair yann yannick yannis yaser yasin yasser yassin \
yassine yavuz yehuda yevgeny yiannis yigal yitzhak yoann yohann yosef youcef younes youri \
yousef youssef yuri yuriy yusuf yvan yves zaid zakaria zayd zbigniew zdenek zeev zeki zeljko \
ziad zinedine ziv zlatan zoltan zoran zygmunt";

/// Endings that given names of women have in most of the languages of Europe; names of men with one of
/// them stand in the table above.
const FEMALE_ENDINGS: [&str; 10] = [
    "ina", "ika", "ella", "etta", "ette", "elle", "lina", "iana", "ista", "ora",
];

/// Tells whom a given name is given to, where that is plain.
///
/// `name` is a word as written. A table first, then the endings that are safe.
pub(crate) fn gender(name: &str) -> Option<Gender> {
    listed(name).or_else(|| {
        let folded = folded(name);
        let first = folded.split('-').next().unwrap_or(&folded);
        let ends = FEMALE_ENDINGS.iter().any(|ending| first.ends_with(ending));
        (ends && first.len() > 4).then_some(Gender::Female)
    })
}

/// As [`gender`], by the tables alone.
pub(crate) fn listed(name: &str) -> Option<Gender> {
    let folded = folded(name);
    let first = folded.split('-').next().unwrap_or(&folded);
    table().get(first).copied()
}

/// Returns all forms of address, honours with them.
pub(crate) fn addresses() -> impl Iterator<Item = &'static str> {
    ADDRESSES
        .iter()
        .flat_map(|(_, plain, honours)| [plain, honours])
        .flat_map(|list| list.split_ascii_whitespace())
}

/// Tells whether a word in small letters is a form of address that says nothing of its bearer, unlike "Sir".
pub(crate) fn is_plain_address(word: &str) -> bool {
    ADDRESSES
        .iter()
        .any(|(_, plain, _)| plain.split_ascii_whitespace().any(|one| one == word))
}

/// Tells whom a form of address in small letters, without its full stop, is for.
pub(crate) fn addressed(word: &str) -> Option<Gender> {
    let is_in = |list: &str| list.split_ascii_whitespace().any(|one| one == word);
    let (gender, ..) = ADDRESSES
        .iter()
        .find(|(_, plain, honours)| is_in(plain) || is_in(honours))?;
    *gender
}

fn folded(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

/// Returns all names of the tables.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    FEMALE
        .split_ascii_whitespace()
        .chain(MALE.split_ascii_whitespace())
}

fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        other => other,
    }
}

fn table() -> &'static std::collections::HashMap<&'static str, Gender> {
    static TABLE: std::sync::OnceLock<std::collections::HashMap<&'static str, Gender>> =
        std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let female = FEMALE
            .split_ascii_whitespace()
            .map(|name| (name, Gender::Female));
        let male = MALE
            .split_ascii_whitespace()
            .map(|name| (name, Gender::Male));
        female.chain(male).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_whom_she_may_mean() {
        assert_eq!(gender("Annika"), Some(Gender::Female));
        assert_eq!(gender("Élodie"), Some(Gender::Female));
        assert_eq!(gender("Moussa"), Some(Gender::Male));
        assert_eq!(gender("Jean-Luc"), Some(Gender::Male));
        assert_eq!(gender("Marcellina"), Some(Gender::Female));
        assert_eq!(gender("Noor"), None);
        assert_eq!(gender("Haddad"), None);
    }

    #[test]
    fn no_name_is_in_both_tables() {
        let female: Vec<&str> = FEMALE.split_ascii_whitespace().collect();
        let both: Vec<&str> = MALE
            .split_ascii_whitespace()
            .filter(|name| female.contains(name))
            .collect();
        assert_eq!(both, Vec::<&str>::new());
    }
}
