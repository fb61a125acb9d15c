//! Which groups of filters an answer offers.

use protocol::{FacetRecord, FacetValueRecord};

/// More months than this are offered as years.
const MONTHS_LIMIT: usize = 12;

/// The values of one field that a reader can choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterGroup {
    /// Field name for the request.
    pub field: String,
    /// Values with counts.
    pub values: Vec<FacetValueRecord>,
}

/// Returns the groups to show, in the order of the answer.
///
/// A field with one value that every answer has is no choice and is left out, unless it was chosen. Dates
/// come as months while these are few, else as years. Names found in the texts have a view of their own.
#[must_use]
pub fn filter_groups(facets: &[FacetRecord]) -> Vec<FilterGroup> {
    let values = |field: &str| {
        facets
            .iter()
            .find(|facet| facet.field == field)
            .map(|facet| &facet.values)
    };
    let left_out = match values("month") {
        Some(months) if months.len() <= MONTHS_LIMIT && !is_chosen(values("year")) => "year",
        _ => "month",
    };
    let mut groups = Vec::new();
    for facet in facets {
        let is_choice = facet.values.len() > 1 || is_chosen(Some(&facet.values));
        if is_choice && facet.field != left_out && !facet.mentioned {
            groups.push(FilterGroup {
                field: facet.field.clone(),
                values: facet.values.clone(),
            });
        }
    }
    groups
}

fn is_chosen(values: Option<&Vec<FacetValueRecord>>) -> bool {
    values.is_some_and(|values| values.iter().any(|value| value.chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facet(field: &str, values: &[&str], chosen: bool) -> FacetRecord {
        let value = |value: &&str| FacetValueRecord {
            value: (*value).to_owned(),
            count: 1,
            chosen,
        };
        FacetRecord {
            field: field.into(),
            values: values.iter().map(value).collect(),
            mentioned: false,
        }
    }

    fn check(facets: &[FacetRecord], fields: &[&str]) {
        let groups = filter_groups(facets);
        assert_eq!(
            groups
                .iter()
                .map(|group| group.field.as_str())
                .collect::<Vec<_>>(),
            fields
        );
    }

    #[test]
    fn only_choices_are_offered_and_in_the_order_of_the_answer() {
        let named = FacetRecord {
            mentioned: true,
            ..facet("person", &["Ann", "Tom"], false)
        };
        check(
            &[
                facet("tag", &["a", "b"], false),
                facet("region", &["north", "south"], false),
                facet("source", &["x"], false),
                named,
            ],
            &["tag", "region"],
        );
        check(&[facet("lang", &["en"], false)], &[]);
        check(&[facet("lang", &["en"], true)], &["lang"]);
    }

    #[test]
    fn dates_are_months_while_these_are_few() {
        let years = facet("year", &["2024", "2025"], false);
        check(
            &[
                years.clone(),
                facet("month", &["2024-11", "2024-12"], false),
            ],
            &["month"],
        );
        check(&[years, facet("month", &["m"; 13], false)], &["year"]);
        check(
            &[
                facet("year", &["2024"], true),
                facet("month", &["a", "b"], false),
            ],
            &["year"],
        );
    }
}
