//! Ranking parameters by name, for one run.

use anyhow::{Context, Result, bail};
use search::Parameters;

/// Sets one parameter from `name=value`.
///
/// # Errors
///
/// Where there is no such parameter or the value is no number; the message lists the names.
pub(crate) fn set(parameters: &mut Parameters, assignment: &str) -> Result<()> {
    let (name, value) = assignment.split_once('=').unwrap_or((assignment, ""));
    if let Some((_, slot)) = decimals(parameters)
        .into_iter()
        .find(|(known, _)| *known == name)
    {
        *slot = value
            .parse()
            .with_context(|| format!("{name} wants a number"))?;
    } else if let Some((_, slot)) = counts(parameters)
        .into_iter()
        .find(|(known, _)| *known == name)
    {
        *slot = value
            .parse()
            .with_context(|| format!("{name} wants a whole number"))?;
    } else {
        let mut names: Vec<String> = Vec::new();
        names.extend(
            decimals(parameters)
                .iter()
                .map(|(name, value)| format!("{name}={value}")),
        );
        names.extend(
            counts(parameters)
                .iter()
                .map(|(name, value)| format!("{name}={value}")),
        );
        bail!("the parameters are: {}", names.join(" "));
    }
    Ok(())
}

fn decimals(parameters: &mut Parameters) -> Vec<(&'static str, &mut f32)> {
    let [title_weight, heading_weight, body_weight] = &mut parameters.field_weights;
    let [title_b, heading_b, body_b] = &mut parameters.field_b;
    vec![
        ("k1", &mut parameters.k1),
        ("title_weight", title_weight),
        ("heading_weight", heading_weight),
        ("body_weight", body_weight),
        ("title_b", title_b),
        ("heading_b", heading_b),
        ("body_b", body_b),
        ("idf_power", &mut parameters.idf_power),
        ("repetition_power", &mut parameters.repetition_power),
        ("stem_weight", &mut parameters.stem_weight),
        ("typo_weight", &mut parameters.typo_weight),
        ("function_word_weight", &mut parameters.function_word_weight),
        ("proximity_weight", &mut parameters.proximity_weight),
        ("feedback_sharpness", &mut parameters.feedback.sharpness),
        ("feedback_weight", &mut parameters.feedback.weight),
        (
            "feedback_weight_short",
            &mut parameters.feedback.weight_short,
        ),
        ("feedback_max_share", &mut parameters.feedback.max_share),
    ]
}

fn counts(parameters: &mut Parameters) -> Vec<(&'static str, &mut usize)> {
    vec![
        ("feedback_min_words", &mut parameters.feedback.min_words),
        ("feedback_documents", &mut parameters.feedback.documents),
        ("feedback_keywords", &mut parameters.feedback.keywords),
        ("feedback_words", &mut parameters.feedback.words),
    ]
}

#[cfg(test)]
mod tests {
    use super::set;
    use search::Parameters;

    #[test]
    fn a_parameter_is_set_by_its_name() {
        let mut parameters = Parameters::default();
        set(&mut parameters, "k1=1.7").expect("a parameter");
        set(&mut parameters, "feedback_words=3").expect("a parameter");
        assert_eq!((parameters.k1, parameters.feedback.words), (1.7, 3));
    }

    #[test]
    fn what_is_no_parameter_is_answered_with_the_names() {
        let error = set(&mut Parameters::default(), "k2=1").expect_err("no such parameter");
        assert!(
            error.to_string().contains("feedback_weight=0.55"),
            "{error}"
        );
    }
}
