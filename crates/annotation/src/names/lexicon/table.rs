//! The words of each class, as they are written in small letters.

use super::class::*;

/// The table: words by class. `_` stands for a space in names of several words.
pub(super) const TABLE: &[(u64, &str)] = &[
    (
        FUNCTION,
        "a about above according across after afterwards again against ago ahead all almost alone along \
        already also although always am amid among an and another any anybody anyone anything are around as aside \
        asked at away back be because become been before behind being below beneath beside besides best better \
        between beyond both but by can cannot come could despite did didn't do does doesn't don't done down during each \
        earlier early either eight eighteen eleven else elsewhere enough even eventually ever every everybody \
        everyone everything everywhere except far few fewer fifteen fifty finally first five following for \
        forty four fourteen from further get give given go had half hardly has have having he he'd he's her here \
        hers herself him himself his how however hundreds i i'd i'll i'm i've if in indeed inside instead into is isn't it it's its \
        itself just last lastly late later least less let like likewise little long made make many may \
        maybe me meanwhile might millions mine more moreover most mostly much must my myself near nearby nearly neither \
        never nevertheless next nine no nobody none nonetheless nor not nothing now nowhere of off often ok on once one \
        only onto or other others otherwise our ours out outside over overall own part parts per perhaps please \
        previously put rather read recently said same say says second see seen seven several shall she she's should \
        similarly since six sixteen sixty so some somebody someone something sometimes somewhere soon still such take ten than \
        thanks that that's the their theirs them themselves then there there's thereafter therefore these they they're \
        thirteen thirty this those though thousands three through throughout thus till to today together tomorrow too toward \
        towards twelve twenty two under unless unlike until up upon us use used very via was we we're well were weren't \
        what what's whatever when whenever where whereas wherever whether which while who who's whoever whole whom whose why \
        will with within without won't would yes yesterday yet you you're young your yours asked added \
        le la les il elle ils elles un une des du de en au aux ce cette ces dans pour par sur avec sans mais ou où et \
        si selon après avant entre depuis lors l'article on nous vous je son sa ses leur leurs qui que quand comme \
        chez deux trois quatre el los las lo en una unos por para con sin pero según der die das ein eine und im in zu mit \
        q question answer photo caption source note figure table chapter page vol no see",
    ),
    (
        COMMON,
        "golden popular local general free democratic national new old great grand special american-backed former \
        retired late ousted deposed exiled senior junior chief deputy assistant acting interim first second third \
        day night project spring summer winter autumn fall war peace operation deterrence aggression revolution \
        uprising crisis accord agreement act law bill plan deal pact treaty resolution declaration constitution \
        protocol conference summit cup games prize award festival championship league world union dawn storm shield \
        black white red green blue high low big small public private secret social royal holy sacred knight crush \
        candy story house home life death love time times record series book film movie eastern western northern \
        southern north south east west central upper lower middle greater reaction services service rights \
        resistance axis road map page front open press media news radio television live star sun moon sky fire water \
        earth one two three four five rule system history economic political protection civil civilian military \
        security defense defence foreign domestic internal external religious cultural human international federal \
        state presidential parliamentary supreme constitutional mission mandate pills video killed found many rumors \
        rumours questions talk officials soldiers rebels witnesses residents district police troops forces fighters \
        authorities sources reports experts analysts critics supporters opponents protesters activists lawyers \
        prosecutors investigators judges lawmakers voters workers people men women children students doctors \
        families victims survivors members leaders diplomats reporters journalists how when day-after left right \
        hence ourselves yourselves admitted granted historic bronze subject recommended resources notes consent best \
        brother sister dear sir note brief health transport education agriculture trade industry environment \
        fisheries culture sport sports tourism science information communications planning housing labour labor food \
        drug arts commerce immigration customs revenue refugees development safety justice interior allied crown",
    ),
    (
        TITLE,
        "president vice-president minister premier chancellor senator congressman congresswoman representative rep sen gov \
        governor mayor king queen prince princess emir sultan sheikh sheik shaykh shaikh pope cardinal archbishop bishop \
        rabbi imam ayatollah mufti patriarch reverend rev pastor father fr sister judge justice attorney \
        general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private brigadier \
        brig admiral adm commander cmdr marshal commodore commissioner ambassador amb secretary \
        undersecretary chairman chairwoman chairperson chair director speaker spokesman spokeswoman spokesperson leader chief deputy vice prime \
        crown dr prof professor doctor baron count duke duchess \
        sr detective inspector officer agent constable superintendent supt sheriff warden lieutenant-general cllr \
        major-general coach comrade brother ustaz ustadh effendi hajj haji mullah maulana hojatoleslam tsar czar emperor empress caliph \
        prosecutor ombudsman lawmaker councillor councilman councilwoman alderman mp mla mep envoy consul adviser advisor secretary-general director-general analyst economist \
        first_lady prime_minister vice_president foreign_minister",
    ),
    (
        ROLE,
        "president minister premier chancellor senator governor mayor king queen prince princess emir sheikh cleric \
        preacher pope cardinal archbishop bishop rabbi imam priest nun general colonel major captain lieutenant \
        sergeant corporal brigadier admiral commander marshal commissioner ambassador diplomat envoy secretary chairman \
        chairwoman director head chief leader founder co-founder spokesman spokeswoman spokesperson journalist reporter correspondent \
        editor author writer poet novelist historian scholar professor analyst expert researcher scientist \
        economist lawyer attorney prosecutor judge doctor surgeon physician nurse teacher activist dissident politician lawmaker \
        legislator deputy adviser advisor aide operative official officer soldier fighter militant warlord rebel \
        dictator strongman autocrat businessman businesswoman tycoon oligarch financier banker executive ceo founder owner \
        farmer driver guard bodyguard photographer artist singer actor actress musician director filmmaker producer player coach \
        captain champion striker goalkeeper candidate nominee incumbent rival successor predecessor brother sister \
        father mother son daughter wife husband cousin uncle aunt nephew niece grandson granddaughter grandfather grandmother \
        brother-in-law son-in-law resident native witness survivor victim suspect defendant plaintiff detective agent \
        engineer student worker representative speaker mediator negotiator translator interpreter widow friend colleague neighbor neighbour \
        figure man woman named called theorist philosopher architect \
        dentist pharmacist midwife veterinarian footballer midfielder cricketer boxer swimmer cyclist golfer skier wrestler jockey \
        baker butcher carpenter plumber electrician mechanic tailor shepherd fisherman miner shopkeeper grocer barber blacksmith \
        solicitor barrister merchant pilot sailor skipper vicar pensioner plasterer roofer",
    ),
    (
        KIN,
        "brother sister father mother son daughter wife husband cousin uncle aunt nephew niece grandson granddaughter \
        grandfather grandmother brother-in-law sister-in-law son-in-law father-in-law daughter-in-law widow parents sons daughters brothers \
        sisters child children siblings twin stepson half-brother fiancée girlfriend boyfriend",
    ),
    (
        RULE,
        "administration regime presidency era doctrine campaign supporters loyalists supporter loyalist aides rally memoir candidacy",
    ),
    (
        JUNIOR,
        "son grandson daughter granddaughter child younger jr junior nephew stepson",
    ),
    (
        SENIOR,
        "father grandfather mother grandmother elder sr uncle",
    ),
    (
        FAMILY,
        "family clan dynasty brothers sisters household siblings tribe",
    ),
    (
        GIVEN,
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark \
        donald steven steve paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey jeff ryan jacob gary \
        nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond alexander \
        patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah \
        jeremy christian keith roger terry austin sean gerald carl dylan harold lawrence jesse bryan billy bruce gabriel \
        joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip \
        eugene mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret \
        ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia \
        kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine christine debra rachel carolyn \
        janet maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith \
        andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia \
        frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana \
        brittany doris kayla alexis lori marie mike tom tim jim bob bill dave dan ben sam tony greg matt chris nick alex ken ron don ted fred harry \
        oliver simon martin ian neil graham colin stuart nigel geoffrey trevor clive barack hillary boris theresa winston franklin dwight lyndon abraham \
        pierre jean-pierre jean-luc jacques françois michel marcel louis andré philippe alain bernard claude henri rené georges lucien yves olivier laurent emmanuel nicolas éric gérard \
        hans klaus jürgen wolfgang helmut günter heinz karl otto friedrich ludwig dieter werner manfred gerhard angela ursula olaf stefan uwe rolf annette joachim adolf sebastian \
        giovanni giuseppe mario luigi antonio francesco paolo marco roberto stefano andrea silvio giorgia matteo sergio \
        carlos luis miguel pedro jorge manuel francisco fernando ricardo eduardo alejandro javier rafael raúl raul diego pablo andrés alberto enrique hugo rodrigo gonzalo felipe gustavo hernán ernesto fidel nicolás nayib evo \
        josé jesús ángel óscar álvaro iván julio césar sergio ramón alfredo jaime arturo gerardo mauricio cristina dilma lula jair luiz joão paulo claudia rosa carmen lucía elena sofía gabriela daniela valentina ximena \
        vladimir dmitry dmitri sergei sergey alexei aleksei mikhail nikolai ivan boris yuri yury igor oleg viktor andrei andriy anatoly konstantin leonid roman pavel petro volodymyr oleksandr oleksiy mykola serhiy yulia olena oksana iryna natalia svetlana tatiana olga irina ekaterina yevgeny evgeny valery vitaliy vitali ihor taras bohdan maksym denys kyrylo aleksandr grigory stanislav vladislav vyacheslav josef jan tomáš petr jiří václav lech donald andrzej jarosław mateusz piotr krzysztof viktor orbán lászló slobodan radovan ratko zoran milan dragan goran ivica \
        mohammed muhammad mohammad mohamed mohamad mohammad ahmed ahmad ali hassan hasan hussein husayn hussain hossein omar umar othman uthman khaled khalid ibrahim ismail youssef yousef yusuf \
        mahmoud mahmud mustafa mostafa abdullah abdallah abdul abdel abd salem salim said saeed saad tariq tarek bashar hafez maher bassel majd anas faisal faysal fahd salman sultan nasser jamal gamal kamal adel adil nabil samir samer walid waleed ziad ziyad rami karim kareem \
        hamid hameed rashid rasheed majid majed nouri nuri haider haidar muqtada moqtada qais qays hadi kadhim kazim jawad javad abbas mahdi sadiq jaafar jafar haytham bilal hisham issam imad mazen marwan osama usama anwar hosni muammar saif saddam uday qusay tareq raed yasser yasir ismael khalil hani rafiq rafik saadeddine najib michel samir walid bakr ghassan fadi elias george boutros antoine suleiman sulaiman soleiman daoud dawud idris ayman zuhair riad riyad munir adnan farouk faruk fuad fouad shawqi naim hashim hashem luna asma fatima fatma aisha khadija maryam mariam zainab zaynab layla leila noor nour huda hoda rania rana amal hanan samira nadia salma yasmin rim dina mona muna lina hala sawsan nawal tawakkol \
        mehmet recep kemal ahmet mustafa murat emre abdulhamid hakan bülent süleyman ismet fethullah hulusi selahattin ekrem devlet reza hassan mohsen mahmoud ebrahim qasem qassem javad masoud ali-akbar akbar ruhollah mehdi parviz dariush shirin narges golnaz \
        benjamin binyamin yitzhak yitzchak shimon ehud moshe avigdor naftali yair bezalel itamar yoav benny gadi golda menachem ariel isaac yossi avi tzipi ehud yaakov shlomo dov uri \
        narendra rahul rajiv sonia indira atal manmohan arvind amit sanjay anil sunil suresh ramesh rajesh vijay ravi arun ashok deepak priya imran nawaz shehbaz asif bilawal benazir pervez zulfikar asim hamid ashraf abdul hibatullah hasina khaleda mahinda gotabaya ranil aung \
        hiroshi kenji takashi akira yoshihide shinzo fumio taro junichiro yukio naoto masayoshi haruki kazuo yoko keiko akihito naruhito hirohito sanae shigeru \
        kwame nelson thabo jacob cyril desmond winnie steve robert emmerson morgan uhuru william raila daniel yoweri paul juvenal félix joseph laurent-désiré mobutu patrice muhammadu goodluck olusegun bola abdel-fattah abdelfattah abdalla omer hassan salva riek isaias meles abiy hailemariam haile siad mogadishu macky abdoulaye léopold félix alassane blaise thomas idriss mahamat paul-henri ellen charles samuel chinua wole ngozi mahamat hamdan burhan dagalo musa malik minni \
        elon jeff bezos mark tim sundar satya kamala joe nancy mitch chuck bernie ruth sonia clarence samuel elena neil brett amy ketanji antonin merrick rudy ivanka melania barron eric kash marco pete tulsi roger mickey abbas emin omar louai raghed ihab \
        ana tony andy kate jane lucy ellen anne amir nasir naser erik lars sven björn anders ole nils mette jens magnus gustaf olof carl-henrik ingrid astrid greta",
    ),
    (
        FAMILY_FIRST,
        "kim lee park choi jung kang cho yoon moon roh xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo deng mao jiang wen peng bo hua nguyen tran pham ho vo ngo tsai chiang lam han",
    ),
    (
        ORG_HEAD,
        "ministry department directorate agency bureau office authority administration commission committee council \
        board panel court tribunal parliament congress senate assembly house cabinet government party movement front \
        coalition alliance bloc union federation confederation league association organization organisation society \
        foundation fund institute institution university college school academy center centre hospital clinic church \
        mosque cathedral brigade brigades division battalion battalions regiment corps army navy force forces guard \
        guards militia command unit squad police service services intelligence bank group company corporation \
        holdings industries airlines airways motors systems technologies partners media press news times post \
        journal tribune herald gazette telegraph guardian monitor observer chronicle review magazine newspaper \
        network television tv radio broadcasting club team fc lab laboratory laboratories museum library orchestra \
        theater theatre observatory legion cartel mafia syndicate gang tribe staff secretariat embassy consulate \
        mission registry security_council general_assembly photos images pictures studios records watch \
        international presidency chamber trust exchange defence_forces line lines shipping trading wire steel energy \
        petroleum mining foods brewery breweries pharmaceuticals ventures insurance logistics telecom telecoms \
        telekom cement textiles chemicals bakery properties estates securities investments investment finance \
        financial consulting consultants associates solutions software electronics aerospace aviation shipyard \
        shipyards ferries railway railways railroad transport cruises mills works bookshop publishers publishing \
        philharmonic symphony ballet bar opera circle republics ombudsman initiative campaign consortium cooperative \
        garrison mossad organisations organizations terminals savings terminal stores airport lenders brokers \
        holding research guild advertiser circuit friends resistance aid capital hardware courier ledger inquirer \
        examiner sentinel dispatch rovers united wanderers albion athletic morcha congregation conservancy labs \
        homes buses rail developments construction builders engineering mobility healthcare medical biotech \
        therapeutics diagnostics optics electric renewables plastics farms dairies distillery distillers restaurants \
        hotels supermarkets retail publications productions entertainment advisers advisory analytics markets \
        acquisitions building_society assurance freight cargo haulage shipbuilders dynamics robotics semiconductors \
        networks communications interactive digital games echo messenger mail express mirror argus bulletin digest \
        enquirer register mercury zeitung rundschau tagblatt abendblatt anzeiger kurier nachrichten allgemeine \
        corriere gazzetta diario periódico tidende dagblad constabulary executive inspectorate regulator \
        commissioners survey synod diocese parish archdiocese chapel synagogue hospice infirmary nursery \
        kindergarten lyceum faculty volkspartei partei verein verband stiftung gesellschaft werke engineers \
        fusiliers rifles artillery hussars infantry rangers hotspur chorale choir ensemble conservatoire \
        conservatory quartet co-operative federação community mutual carriers projects superintendency inspection \
        gallery",
    ),
    (
        ORG_SUFFIX,
        "inc ltd llc corp co plc ag gmbh sa spa nv bv llp lp jsc ooo oao pty bhd",
    ),
    (
        ORG_FIRST,
        "kataib kata'ib kataeb katibat hayat hay'at liwa jaysh jaish jabhat jabhet harakat hizb asaib asa'ib saraya \
        ansar ahrar jund jundallah faylaq failaq firqat munazzamat quwat quwwat tahrir fatah jamaat jama'at jamiat \
        hashd tanzim bayt majlis partido frente movimiento ejército fuerzas comité parti mouvement front ligue union \
        banco banque université banca radio sporting dynamo dinamo lokomotiv atlético agencia asociación fundación \
        instituto ministerio grupo compañía sindicato federación confederación universidad aerolíneas agence société \
        fondation groupe ministère syndicat confédération fédération compagnie crédit caisse agenzia fondazione \
        gruppo lega federazione orchestra ministério fundação associação companhia aeroportos partai deutsche \
        deutscher deutsches bundesverband consejo corte tribunal cour conseil chambre alianza asamblea junta cámara",
    ),
    (
        ORG,
        "nato cia fbi nsa mossad kgb fsb gru opec unesco unicef unhcr who imf wto asean brics interpol un u.n eu e.u \
        hezbollah hizbullah hizballah hizbollah hamas isis isil daesh al-qaeda al-qaida taliban fatah plo irgc pkk \
        ypg sdf fsa hts boko_haram al-shabaab amnesty_international human_rights_watch red_cross red_crescent \
        united_nations european_union arab_league african_union world_bank european_commission european_parliament \
        islamic_state general_security revolutionary_guard revolutionary_guards republican_guard white_house \
        pentagon kremlin supreme_court security_council al_jazeera al-jazeera al_arabiya bbc cnn reuters afp ap \
        xinhua tass nyt npr pbs abc nbc cbs getty associated_press agence_france-presse new_york_times \
        wall_street_journal washington_post the_guardian financial_times le_monde el_país haaretz asharq_al-awsat \
        al-ahram facebook twitter google youtube tiktok microsoft amazon telegram whatsapp knesset duma bundestag \
        bundesrat storting riksdag folketing sejm oireachtas dáil senedd rada verkhovna_rada lok_sabha rajya_sabha \
        majlis politburo likud baath ba'ath wehrmacht gestapo scotland_yard downing_street state_department \
        capitol_hill federal_reserve doctors_without_borders médecins_sans_frontières wagner janjaweed rsf eln farc \
        odebrecht petrobras pdvsa gazprom rosneft aramco huawei samsung toyota boeing airbus farc-ep løgting althing",
    ),
    (
        PLACE,
        "afghanistan albania algeria andorra angola antigua argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia \
        bosnia botswana brazil brunei bulgaria burma burundi cambodia cameroon canada cape_verde chad chile china colombia comoros congo costa_rica croatia cuba cyprus czechia denmark djibouti dominica \
        dominican_republic east_timor ecuador egypt el_salvador equatorial_guinea eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guinea-bissau guyana \
        haiti honduras hungary iceland india indonesia iran iraq ireland israel italy ivory_coast jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya \
        liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands \
        new_zealand nicaragua niger nigeria north_korea north_macedonia norway oman pakistan palau palestine panama papua_new_guinea paraguay peru philippines poland portugal qatar romania russia rwanda samoa saudi_arabia \
        senegal serbia seychelles sierra_leone singapore slovakia slovenia somalia south_africa south_korea south_sudan spain sri_lanka sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga \
        trinidad tunisia turkey türkiye turkmenistan tuvalu uganda ukraine united_arab_emirates emirates united_kingdom united_states united_states_of_america uruguay uzbekistan vanuatu venezuela vietnam viet_nam yemen zambia zimbabwe britain great_britain england scotland wales northern_ireland \
        america soviet_union yugoslavia czechoslovakia czech_republic east_germany west_germany hong_kong macau tibet xinjiang greenland puerto_rico vatican \
        europe asia africa antarctica oceania latin_america north_america south_america central_america caribbean middle_east far_east balkans scandinavia maghreb levant sahel siberia crimea donbas donbass caucasus kashmir punjab kurdistan darfur kordofan gaza gaza_strip west_bank golan golan_heights sinai \
        persian_gulf arabian_gulf red_sea black_sea mediterranean baltic atlantic_ocean pacific_ocean indian_ocean pacific euphrates tigris nile danube rhine volga dnieper amazon_river jordan_river suez_canal bosphorus sahara himalayas alps andes \
        kabul tirana algiers luanda buenos_aires yerevan canberra vienna baku manama dhaka minsk brussels la_paz sarajevo brasília brasilia sofia ouagadougou phnom_penh yaoundé ottawa bangui n'djamena santiago beijing peking bogotá bogota kinshasa brazzaville \
        san_josé zagreb havana nicosia prague copenhagen santo_domingo quito cairo san_salvador asmara tallinn addis_ababa helsinki paris tbilisi berlin accra athens guatemala_city conakry port-au-prince tegucigalpa budapest reykjavik new_delhi delhi jakarta tehran teheran baghdad dublin jerusalem \
        tel_aviv rome kingston tokyo amman astana nairobi pristina kuwait_city bishkek vientiane riga beirut monrovia tripoli vilnius lilongwe kuala_lumpur bamako mexico_city chisinau ulaanbaatar podgorica rabat maputo naypyidaw yangon rangoon windhoek kathmandu amsterdam the_hague hague wellington managua niamey abuja lagos \
        pyongyang skopje oslo muscat islamabad karachi lahore peshawar ramallah panama_city port_moresby asunción lima manila warsaw lisbon doha bucharest moscow kigali riyadh jeddah mecca medina dakar belgrade freetown bratislava ljubljana mogadishu pretoria cape_town johannesburg seoul juba madrid barcelona colombo khartoum omdurman port_sudan el_fasher nyala paramaribo stockholm bern geneva zurich \
        damascus aleppo homs hama idlib latakia tartus tartous daraa deraa raqqa palmyra deir_ezzor deir_al-zor douma ghouta afrin kobani manbij qamishli hasakah quneitra sweida suwayda taipei dushanbe dodoma bangkok lomé tunis ankara istanbul izmir kampala kyiv kiev kharkiv kharkov odesa odessa lviv mariupol donetsk luhansk lugansk kherson zaporizhzhia dnipro bakhmut abu_dhabi dubai sharjah london manchester liverpool birmingham edinburgh glasgow belfast oxford cambridge \
        washington new_york new_york_city los_angeles chicago houston phoenix philadelphia san_antonio san_diego dallas san_francisco seattle denver boston detroit nashville memphis baltimore milwaukee atlanta miami minneapolis cleveland new_orleans tampa pittsburgh cincinnati las_vegas portland brooklyn manhattan queens bronx hollywood silicon_valley \
        conn calif fla ariz mich minn neb nev okla penn tenn wyo n.y n.j n.c n.d n.h n.m s.c s.d r.i new_england alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont west_virginia wisconsin wyoming puerto_rico ontario quebec toronto montreal vancouver \
        montevideo tashkent caracas hanoi saigon ho_chi_minh_city sanaa sana'a aden hodeidah lusaka harare shanghai guangzhou shenzhen wuhan chongqing tianjin osaka kyoto hiroshima nagasaki okinawa fukushima hokkaido busan mumbai bombay calcutta kolkata chennai bangalore hyderabad mosul basra kirkuk erbil irbil najaf karbala samarra fallujah tikrit nineveh anbar sinjar haifa nablus hebron jenin rafah khan_younis eilat sderot benghazi misrata alexandria aswan \
        st._petersburg saint_petersburg leningrad stalingrad volgograd sochi kazan chechnya grozny dagestan ingushetia kursk belgorod rostov vladivostok mumbai munich hamburg frankfurt cologne dresden milan naples turin venice florence sicily sardinia lyon marseille strasbourg bordeaux normandy brittany catalonia andalusia seville valencia rio_de_janeiro são_paulo sao_paulo medellín cali guadalajara monterrey tijuana sinaloa chiapas michoacán ciudad_juárez culiacán \
        qom isfahan shiraz mashhad tabriz khorramshahr kandahar herat helmand sidon tyre baalbek bekaa hebron srebrenica guantanamo guantánamo bukavu goma kivu tigray mekelle amhara oromia biafra zanzibar kisangani katanga transnistria nagorno-karabakh abkhazia south_ossetia jaffa \
        liban syrie irak irán turquie russie états-unis allemagne espagne italie damas moscou londres téhéran bagdad alep bagdhad beyrouth europe irlande égypte arabie_saoudite émirats_arabes_unis émirats israël iran jordanie españa méxico brasil perú estados_unidos",
    ),
    (
        PLACE | NEEDS_CAPITALS,
        "us usa u.s u.s.a uk u.k uae u.a.e drc dprk ussr d.c gulf west",
    ),
    (
        PLACE_HEAD,
        "river lake street avenue road boulevard square valley mountain mountains hills hill island islands peninsula \
        desert sea ocean bay strait straits province governorate county district region oblast prefecture \
        municipality canton city town village camp airport airbase port harbor harbour bridge gate tower palace \
        prison stadium hotel crossing border plateau plain heights canal dam forest park coast beach cape gulf delta \
        basin strip zone quarter neighborhood neighbourhood station highway republic kingdom point creek cove lagoon \
        reef isle isles fjord glacier volcano waterfall emirate sultanate duchy principality borough township \
        commune mill quay pier wharf hall baths arena lane loch lough falls meadow meadows terrace crescent gardens \
        cliffs pass gorge ridge",
    ),
    (
        PLACE_FIRST,
        "lake mount mt cape fort ft port tel tell deir dayr wadi jabal jebel bab ain ayn kafr kfar khan bir ras san santa santo são saint st ste los las el puerto villa rio río sierra new north south east west upper lower greater central northern southern eastern western monte isla camp",
    ),
    (
        PLACE_NOUN,
        "province governorate city town village district region countryside airport airbase neighborhood neighbourhood suburb suburbs border peninsula valley bridge oblast county state \
        area quarter highway crossing prefecture outskirts metropolis road port island islands river quay square stadium battle cities towns villages provinces districts districts' street camp mine mines basin range reservoir forest coast shore prison jail barracks canal dam field valleys mountains hills highlands",
    ),
    (
        FIRM,
        "company firm bank newspaper magazine agency party group organisation organization charity association union \
        daily weekly broadcaster website publisher retailer manufacturer contractor nonprofit non-profit militia \
        airline brewer carmaker shipbuilder supplier startup start-up consultancy insurer lender subsidiary \
        federation cooperative co-operative society foundation tabloid periodical journal club team orchestra band \
        museum university school college institute laboratory hospital think-tank ngo brand chain conglomerate \
        utility refinery operator regulator auditor watchdog maker builder housebuilder developer brewery bakery \
        theatre choir parliament court tribunal ministry department authority council committee commission coalition \
        movement alliance regiment bookmaker distributor carrier dealer bookseller gallery cinema hotline studio",
    ),
    (
        SPOT,
        "place town village city port suburb district island hamlet region province resort capital settlement quarter \
        neighbourhood neighborhood valley river lake mountain peninsula county country state kingdom republic farm",
    ),
    (
        ORG_NOUN,
        "fighters militants militia militias spokesman spokeswoman forces officials group movement members operative operatives operatives' leadership commanders party lawmakers cartel gunmen network agency faction factions troops executives shares employees representatives board magazine newspaper subsidiary daily weekly company firm bank broadcaster charity association \
        union website tabloid consultants consultancy publisher airline supplier carrier brand retailer start-up startup",
    ),
    (
        ASSET,
        "shares stock share profit profits revenue revenues sales earnings margin margins turnover shareholders \
        shareholder headquarters subsidiary subsidiaries customers employees workforce spokesman spokeswoman \
        spokesperson board chairman chairwoman ceo executives factories factory plants fleet stores outlets branches \
        branch takeover acquisition merger creditors headquarters dividend newsroom passengers bondholders",
    ),
    (
        TRADING,
        "employs acquired acquires manufactures operates owns publishes supplies insures recruits merged floated \
        sells makes produces runs represents provides markets exports imports underwrote pays",
    ),
    (
        AT,
        "in near from outside at into toward towards around across inside throughout to within north south east west via through reach reached entered left visited",
    ),
    (
        SAYING,
        "said says told tells added adds asked asks replied answered explained explains wrote writes argued argues recalled recalls declared denied insisted claimed noted warned testified tweeted announced acknowledged admitted believes thinks thought believed observed complained responded remarked confirmed promised vowed urged stated shouted \
        died was is has had fled resigned smiled laughed nodded shook married lives lived worked joined arrived refused declined spoke met sent returned wants wanted appeared seemed sees felt knew remembers suspects suspected explained made began took gave called went came became won lost",
    ),
    (
        PARTICLE,
        "al el bin ibn ben bint binti abu abou umm um abd de del della dello da dos das do di du van von der den ter ten la le lo y ould ag zu af av mac o st un los las des",
    ),
    (
        LINK,
        "of for on against to in at and de des du der für del la y &",
    ),
    (
        CALENDAR,
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday \
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan eid hanukkah passover thanksgiving ashura nowruz \
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lundi mardi mercredi jeudi vendredi samedi dimanche \
        god arabic handout allah lord bible koran quran qur'an torah internet english islam christianity judaism hinduism buddhism nazi communism covid covid-19 captagon earth renaissance ph.d phd ok pm am \
        mondays tuesdays wednesdays thursdays fridays saturdays sundays \
        mandarin hindi swahili latin cantonese farsi urdu pashto hebrew gmt est utc",
    ),
    (
        LETTERS,
        "tv dna rna ceo cfo coo ok am pm ii iii iv vi vii viii ix xi xii pr hr it id pc gps suv usd vip diy faq pdf url html phd mba aids hiv covid gdp ied vat atm sms bmw dvd cd adhd ak jr sr p.m a.m b.c a.d ph.d x q a b c d i j k m n o p r s t u v w z sos rip",
    ),
    (
        ALIAS,
        "known called alias aka a.k.a nicknamed formerly born dubbed also named codenamed previously",
    ),
    (
        PEOPLE,
        "hellenic afghan albanian algerian american angolan arab arabian argentine argentinian armenian australian austrian azerbaijani azeri bahraini bangladeshi belarusian belgian bolivian bosnian brazilian \
        bulgarian burmese cambodian cameroonian canadian chadian chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european \
        filipino finnish french georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti \
        kyrgyz laotian latvian lebanese liberian libyan lithuanian malaysian malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican nepalese nepali nicaraguan nigerian nigerien norwegian omani \
        pakistani palestinian panamanian paraguayan persian peruvian polish portuguese qatari romanian russian rwandan salvadoran saudi scottish senegalese serb serbian singaporean slovak slovenian somali spanish sudanese swedish swiss \
        syrian taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uyghur uighur uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean african asian british soviet ottoman roman byzantine \
        muslim christian jewish sunni shiite shi'ite shia shi'a shi‘a alawite druze catholic protestant orthodox buddhist hindu sikh yazidi maronite coptic ismaili salafi wahhabi sufi islamic islamist jihadist zionist marxist communist nazi fascist leninist maoist stalinist \
        hispanic latino latina caucasian berber tuareg zulu hutu tutsi igbo yoruba hausa pashtun tatar turkic slavic nordic baltic balkan caribbean sino-soviet anglo-american republican democrat democratic liberal conservative labour tory baathist ba'athist peronist bolivarian houthi ashkenazi sephardic bedouin roma gypsy masalit rohingya hazara inuit \
        syrien russe iranien israélien américain turc irakien libanais alaouite chiite sunnite",
    ),
    (
        PEOPLES,
        "turks spaniards poles danes swedes finns kurds jews scots britons englishmen frenchmen irishmen dutchmen croats serbs slovaks slovenes czechs arabs greeks thais uzbeks kazakhs filipinos tatars alawites democrats republicans tories nazis bolsheviks mujahideen peshmerga \
        syriens russes iraniens américains iraniens israéliens irakiens libanais chiites sunnites alaouites turcs",
    ),
];

/// Known other names of places: each line one place.
pub(super) const SAME_PLACES: &[&str] = &[
    "united states|us|usa|u.s|u.s.a|united states of america|america",
    "united kingdom|uk|u.k|britain|great britain",
    "united arab emirates|uae|u.a.e|emirates",
    "soviet union|ussr",
    "myanmar|burma",
    "turkey|türkiye|turkiye",
    "czech republic|czechia",
    "kyiv|kiev",
    "kharkiv|kharkov",
    "odesa|odessa",
    "luhansk|lugansk",
    "beijing|peking",
    "mumbai|bombay",
    "kolkata|calcutta",
    "yangon|rangoon",
    "tehran|teheran",
    "aleppo|halab|alep",
    "damascus|dimashq|damas",
    "homs|hims",
    "st petersburg|saint petersburg",
    "vietnam|viet nam",
    "gaza|gaza strip",
    "the hague|hague",
];
