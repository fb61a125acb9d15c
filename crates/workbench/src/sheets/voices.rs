//! Speakers, and what they say.

use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::state::{Library, ViewState};
use crate::wording;
use protocol::{Request, SpeakerRow, VoiceRecord, VoicesRecord, VoicesRequest};

const DOCUMENTS_LIMIT: usize = 5;

/// Returns what to ask.
pub(super) fn request(state: &ViewState) -> Request {
    Request::Voices(VoicesRequest {
        lens: state.lens(),
        speaker: state.option("find").to_owned(),
        kind: state.option("kind").to_owned(),
        of_speakers: is_of_speakers(state),
        page: super::page(state),
    })
}

/// Whether the speakers are shown, and not what they say.
fn is_of_speakers(state: &ViewState) -> bool {
    state.option("list") == "speakers"
}

/// Returns the table.
pub(super) fn sheet(record: &VoicesRecord, state: &ViewState, library: &Library) -> Sheet {
    let mut controls = vec![Control::of(
        "list",
        &wording::LIST,
        super::choices(&wording::VOICE_LISTS),
        state,
    )];
    let is_of_speakers = is_of_speakers(state);
    let mut notes = Vec::new();
    if !is_of_speakers {
        let mut speakers =
            super::choices(&[("", wording::ALL_SPEAKERS), ("-", wording::UNATTRIBUTED)]);
        for one in &record.speakers {
            speakers.push((one.speaker.clone(), one.speaker.clone()));
        }
        let chosen = state.option("find");
        if !speakers.iter().any(|(value, _)| value == chosen) {
            speakers.push((chosen.to_owned(), chosen.to_owned()));
        }
        let n_choices = record.speakers.len();
        if n_choices < record.n_speakers {
            notes.push(wording::speakers_first(n_choices, record.n_speakers));
        }
        controls.push(Control::of("find", &wording::SPEAKER, speakers, state));
        controls.push(Control::of(
            "kind",
            &wording::KIND,
            super::choices(&wording::VOICE_KINDS),
            state,
        ));
    }
    if record.n_unattributed > 0 {
        notes.push(wording::unattributed(record.n_unattributed));
    }
    let sheet = Sheet {
        scope: about(state, library, record.n_documents, None),
        controls,
        notes,
        method: vec![wording::VOICES_METHOD.to_string()],
        ..Sheet::default()
    };
    if is_of_speakers {
        return Sheet {
            title: wording::n_speakers(record.n_speakers),
            columns: vec![
                Column::new("speaker", &wording::SPEAKER, Setting::Head),
                Column::new("roles", &wording::ROLES, Setting::Words),
                Column::new("direct", &wording::DIRECT, Setting::Number)
                    .explained(wording::ABOUT_DIRECT),
                Column::new("words", &wording::WORDS_QUOTED, Setting::Number)
                    .explained(wording::ABOUT_WORDS_QUOTED),
                Column::new("reported", &wording::REPORTED, Setting::Number)
                    .explained(wording::ABOUT_REPORTED),
                Column::new("documents", &wording::DOCUMENTS, Setting::Words),
            ],
            rows: record
                .speakers
                .iter()
                .map(|one| speaker(one, state, library))
                .collect(),
            n_total: record.n_speakers,
            ..sheet
        };
    }
    Sheet {
        title: wording::n_quotations(record.total),
        columns: vec![
            Column::new("speaker", &wording::SPEAKER, Setting::Head),
            Column::new("role", &wording::ROLES, Setting::Words),
            Column::new("quotation", &wording::QUOTATION, Setting::Words),
            Column::new("kind", &wording::KIND, Setting::Words),
            Column::new("cue", &wording::CUE, Setting::Words).explained(wording::ABOUT_CUE),
            Column::new("sentence", &wording::SENTENCES, Setting::Words),
        ],
        rows: record
            .voices
            .iter()
            .map(|one| voice(one, state, library))
            .collect(),
        n_total: record.total,
        ..sheet
    }
}

fn speaker(row: &SpeakerRow, state: &ViewState, library: &Library) -> Row {
    let quotations_in = |kind: &str, doc: Option<&str>| {
        let next = super::within(doc, &state.at(state.place.clone()));
        let next = next.with_option("find", &row.speaker);
        next.with_option("kind", kind).to_fragment()
    };
    let quotations = |kind: &str| quotations_in(kind, None);
    Row {
        cells: vec![
            Cell::Text(row.speaker.clone(), Some(quotations(""))),
            Cell::words(&row.roles.join("; ")),
            Cell::Counted(row.n_direct as u64, quotations("quoted")),
            Cell::Counted(row.n_words as u64, quotations("quoted")),
            Cell::Counted(row.n_reported as u64, quotations("reported")),
            super::by_document(&row.by_document, DOCUMENTS_LIMIT, library, &|doc| {
                quotations_in("", doc)
            }),
        ],
        ..Row::default()
    }
}

fn voice(voice: &VoiceRecord, state: &ViewState, library: &Library) -> Row {
    let speaker = voice.speaker.as_deref().unwrap_or(&wording::UNATTRIBUTED);
    let mut sentence = super::sentence(&voice.sentence, state, library);
    if voice.confidence != "high" {
        sentence.remark = wording::confidence(&voice.confidence).to_owned();
    }
    Row {
        cells: vec![
            Cell::words(speaker),
            Cell::words(voice.role.as_deref().unwrap_or("")),
            Cell::words(&voice.quote),
            Cell::words(wording::voice_kind(&voice.kind)),
            Cell::words(voice.cue.as_deref().unwrap_or("")),
            Cell::Sentences(vec![sentence]),
        ],
        ..Row::default()
    }
}
