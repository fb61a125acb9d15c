//! Companies, unions, clubs, courts and papers in reports where nothing but what is said of them tells what they are.

use super::check;

#[test]
fn a_company_is_told_by_what_it_has_and_does_and_by_who_works_there() {
    check(
        &[
            "Shares in Ostrel rose 4 percent after the firm rejected a bid from Mallory Quist, the buyout group. Ostrel's chief \
             executive, Ines Vogler, told analysts at Harmsen that the offer was too low. Ostrel employs 900 people.\n\n\
             Optivar, a smaller maker of lenses, which is owned by NordGlas, gained 2 percent. Vogler said rivals such as Pellworm had called.",
        ],
        &[
            "org: Ostrel 3",
            "org: Mallory Quist 1",
            "person: Ines Vogler 1, Vogler 1",
            "org: Harmsen 1",
            "org: Optivar 1",
            "org: NordGlas 1",
            "org: Pellworm 1",
        ],
    );
}

#[test]
fn the_first_word_of_a_body_means_it_and_the_last_of_a_person() {
    check(
        &[
            "Lowther Haulage will close its depot in Selby. Lowther blamed the tax. Marek Oslund of Teal Advisors disagreed; \
             Oslund said Lowther had lost two contracts.",
        ],
        &[
            "org: Lowther Haulage 1, Lowther 2",
            "org: Teal Advisors 1",
            "person: Marek Oslund 1, Oslund 1",
            "place: Selby 1",
        ],
    );
}

#[test]
fn a_body_within_another_is_another() {
    check(
        &[
            "The Kent Police Federation wrote to the chief constable. Kent Police did not answer, and the Federation sued Kent Police.",
        ],
        &["org: Kent Police 2"],
    );
}

#[test]
fn a_firm_named_like_its_chief_is_told_from_him() {
    check(
        &[
            "Kessler AG said that Martin Kessler would step down. Shares in Kessler fell 3 percent. Kessler, 61, founded the \
             company in Halle. \"I have done enough,\" Kessler said. Kessler employs 4,000 people.",
        ],
        &[
            "org: Kessler AG 1, Kessler 2",
            "person: Martin Kessler 1, Kessler 2",
        ],
    );
}

#[test]
fn long_names_of_bodies_are_whole() {
    check(
        &[
            "The Health Information and Quality Authority wrote to St Ronan's Hospital and to King's College. Salvors Without Borders \
             and Arden Mobility plc answered, and so did the Federation of Port and River Workers. Natur og Miljø did not.",
        ],
        &[
            "org: Health Information and Quality Authority 1",
            "org: St Ronan's Hospital 1",
            "org: King's College 1",
            "org: Arden Mobility plc 1",
            "org: Federation of Port and River Workers 1",
            "org: Natur og Miljø 1",
        ],
    );
}

#[test]
fn a_side_is_no_town_where_it_plays() {
    check(
        &[
            "Morley drew 2-2 against Ashby Town on Saturday. While Ashby have won twice, said Rovers manager Steve Hallam, \
             who lives in Morley, his side lost to Penrose.",
        ],
        &[
            "org: Ashby Town 1, Ashby 1",
            "org: Rovers 1",
            "org: Penrose 1",
        ],
    );
}

#[test]
fn papers_clinics_and_councils_are_whole_though_a_month_or_a_man_is_called_so() {
    check(
        &[
            "Doctors at the Mayo Clinic told the Sunday Courier that Kent County Council had written to the Tanzania Nurses and \
             Midwives Council. Banco del Litoral pays. Litoral, Ecuador's fourth-largest lender, was downgraded by Harmsen.",
        ],
        &[
            "org: Mayo Clinic 1",
            "org: Sunday Courier 1",
            "org: Kent County Council 1",
            "org: Tanzania Nurses and Midwives Council 1",
            "org: Banco del Litoral 1, Litoral 1",
            "org: Harmsen 1",
        ],
    );
}

#[test]
fn a_text_that_ends_with_and_ends_its_name_before() {
    check(
        &["Lena Ortiz of Kestrel signed for the Kestrel Health and"],
        &["person: Lena Ortiz 1"],
    );
}

#[test]
fn letters_alone_are_those_of_the_only_body_that_they_begin() {
    check(
        &[
            "The Swiss National Bank raised its rate. Thomas Jordan of the SNB spoke, and the SNB sold francs. The European Union \
             and the EU's Marta Lind met. In Bern the Nursing Board of Aarau sat.",
            "The Marine Rescue Union and the Metal Railway Union met. The MRU voted.",
        ],
        &[
            "org: Swiss National Bank 1, SNB 2",
            "org: European Union 1, EU 1",
            "org: Marine Rescue Union 1",
            "org: Metal Railway Union 1",
            "org: MRU 1",
        ],
    );
}

#[test]
fn a_party_that_stands_for_a_place_is_not_the_place() {
    check(
        &[
            "In Peru the Together for Peru bloc and Citizens for Europe met. Together for Peru won. New York was cold, and \
             New York slept through the Prague Spring.",
        ],
        &[
            "org: Together for Peru 2",
            "org: Citizens for Europe 1",
            "place: Peru 1",
            "place: New York 2",
            "other: Prague Spring 1",
        ],
    );
}
