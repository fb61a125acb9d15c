//! Words of the news that say one thing, whichever of them a text takes.

use std::collections::HashMap;
use std::sync::OnceLock;

use analysis::Language;

/// Words that stand for one another; the first stands for all. What is counted apart (lorries and cars, shells and
/// bullets) stays apart, for the same lists tell which counts are of one thing.
const CONCEPTS: &[&str] = &[
    "aid relief",
    "alarm siren",
    "ambulance paramedic",
    "assembly parliament chamber",
    "avalanche snowslide",
    "bridge viaduct",
    "burn burned burnt burning",
    "bus minibus",
    "cable wire",
    "car automobile",
    "carriage coach wagon",
    "child children schoolchild schoolchildren pupil kid youngster",
    "climber mountaineer alpinist",
    "close closed shut lock locked",
    "coast shore",
    "court tribunal",
    "crew crewman crewmen sailor",
    "customer client",
    "damage loss",
    "debate sitting",
    "debris wreckage wreck",
    "doctor physician surgeon medic",
    "election poll",
    "engine locomotive",
    "fan ventilator",
    "fighter rebel insurgent guerrilla militant",
    "fine fined penalty",
    "fire blaze flames inferno",
    "firefighter fireman firemen",
    "flood floodwater deluge",
    "frontier border",
    "gallery museum",
    "gas methane",
    "government cabinet",
    "gun rifle pistol",
    "highway motorway",
    "hospital clinic infirmary",
    "hostage captive",
    "house home dwelling",
    "insure insured insurance insurer",
    "judge magistrate",
    "kidnap kidnapped kidnapper abduct abducted abduction abductor",
    "launcher rocket booster",
    "letter note",
    "liner ship vessel",
    "lorry truck",
    "magnitude richter",
    "miner pitman",
    "money cash banknote",
    "painting canvas",
    "passenger traveller",
    "phone telephone",
    "pit mine colliery",
    "plane aircraft airliner jet",
    "plant factory",
    "police policeman policemen policewoman constable officer patrol",
    "prison jail gaol imprison imprisonment",
    "protester protestor demonstrator marcher",
    "quake earthquake tremor",
    "rain rainfall downpour",
    "sea ocean",
    "shell shelling shelled bombardment artillery battery",
    "shot gunshot",
    "soldier troop serviceman servicemen",
    "speed velocity",
    "spectator onlooker bystander",
    "spot scene",
    "storm gale hurricane cyclone typhoon",
    "strike walkout stoppage",
    "theft robbery burglary heist",
    "thief thieves robber burglar raider intruder",
    "tunnel shaft",
    "vaccine vaccination jab",
    "value worth",
    "verdict judgment",
    "village hamlet",
    "vote motion ballot",
    "window skylight pane",
    "worker employee staff",
];

/// Returns the word that stands for all of its kind, by the English stem of one of them.
pub(super) fn concept(stem: &str) -> Option<&'static str> {
    static STEMS: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let stems = STEMS.get_or_init(|| {
        let mut stems = HashMap::new();
        for concept in CONCEPTS {
            let first = concept.split(' ').next().unwrap_or_default();
            for word in concept.split(' ') {
                stems.insert(
                    analysis::stem(word, Language::of(Some("en"))).into_owned(),
                    first,
                );
            }
        }
        stems
    });
    stems.get(stem).copied()
}
