//! Bars over time, each a link to what it stands for. The table below them holds the same numbers.

use super::Chart;
use crate::markup::{Element, element, link, styled, worded};
use crate::sheets::decimal;
use crate::wording;

/// Height of the bars, and of the labels below them, in CSS pixels.
const BARS_HEIGHT: f64 = 96.0;
const LABEL_HEIGHT: f64 = 20.0;
/// With more bars not all of them have a label.
const MOST_LABELS: usize = 12;
/// So many bars at most are wider than their labels, on a phone too.
const WIDE_BARS: usize = 8;

/// Returns the chart as a figure; without bars the way here alone.
#[must_use]
pub fn figure(chart: &Chart) -> Element {
    let has_bars = !chart.bars.is_empty();
    let label = if has_bars { &*chart.label } else { "" };
    let caption = element("figcaption")
        .child(styled("span", "label").text(label))
        .child(trail(chart));
    let figure = styled("figure", "histogram")
        .when(!has_bars && chart.trail.is_empty(), "hidden")
        .child(caption);
    if has_bars {
        figure.child(bars(chart))
    } else {
        figure
    }
}

fn trail(chart: &Chart) -> Element {
    let mut list = element("ol");
    for (label, address) in &chart.trail {
        let step = match address {
            Some(address) => link(address, label),
            None => worded("span", label).with("aria-current", "true"),
        };
        list = list.child(element("li").child(step));
    }
    styled("nav", "trail")
        .with("aria-label", &wording::TIME_TRAIL)
        .when(chart.trail.is_empty(), "hidden")
        .child(list)
}

fn bars(chart: &Chart) -> Element {
    let n = chart.bars.len().max(1);
    let most = chart.bars.iter().map(|bar| bar.n).max().unwrap_or(0).max(1);
    let height = decimal(BARS_HEIGHT + LABEL_HEIGHT, 0);
    let mut drawing = styled("svg", "bars")
        .with("width", "100%")
        .with("height", &height)
        .with("role", "group")
        .with("aria-label", &chart.label);
    let every = n.div_ceil(MOST_LABELS);
    let percent = |share: f64| [&decimal(share * 100.0, 3), "%"].concat();
    for (at, bar) in chart.bars.iter().enumerate() {
        let (at_left, width) = (at as f64 / n as f64, 1.0 / n as f64);
        let rect = |class: &str, share: f64, y: f64, height: f64| {
            styled("rect", class)
                .with("x", &percent(at_left + width * (1.0 - share) / 2.0))
                .with("width", &percent(width * share))
                .with("y", &decimal(y, 1))
                .with("height", &decimal(height, 1))
        };
        let mut part = if bar.n == 0 {
            element("g").with("aria-hidden", "true")
        } else {
            // What is there is to be seen, however little it is.
            let tall = (bar.n as f64 / most as f64 * BARS_HEIGHT).max(2.0);
            element("a")
                .with("href", &bar.address)
                .with("aria-label", &bar.label)
                .child(worded("title", &bar.label))
                .child(rect("reach", 1.0, 0.0, BARS_HEIGHT + LABEL_HEIGHT))
                .child(rect("bar", 0.72, BARS_HEIGHT - tall, tall))
        };
        if at % every == 0 {
            // On a phone there is room for every second label.
            let is_first_seen = at % (2 * every) == 0;
            // The outermost labels may be wider than their bars, and are not to be cut at the edge.
            let (x, anchor) = if n > WIDE_BARS && at == 0 {
                (0.0, "start")
            } else if n > WIDE_BARS && at + every / 2 + 1 >= n {
                (1.0, "end")
            } else {
                (at_left + width / 2.0, "middle")
            };
            part = part.child(
                styled("text", if is_first_seen { "tick" } else { "tick spare" })
                    .with("x", &percent(x))
                    .with("y", &decimal(BARS_HEIGHT + LABEL_HEIGHT - 5.0, 0))
                    .with("text-anchor", anchor)
                    .with("aria-hidden", "true")
                    .text(&bar.short),
            );
        }
        drawing = drawing.child(part);
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Bar;

    fn bar(short: &str, n: usize) -> Bar {
        Bar {
            short: short.into(),
            label: [short, ": ", &n.to_string()].concat(),
            n,
            address: ["#/timeline?find=", short].concat(),
        }
    }

    #[test]
    fn bars_lead_to_what_they_stand_for_and_empty_ones_to_nothing() {
        let chart = Chart {
            bars: vec![bar("2023", 1), bar("2024", 200), bar("2025", 0)],
            ..Chart::default()
        };
        let html = crate::markup::to_html(&[figure(&chart).into()]);
        assert_eq!(html.matches("<a ").count(), 2);
        let named = "href=\"#/timeline?find=2024\" aria-label=\"2024: 200\"";
        assert!(html.contains(named), "{html}");
        let heights = ["height=\"96.0\"", "height=\"2.0\""];
        assert!(heights.iter().all(|one| html.contains(one)), "{html}");
    }

    #[test]
    fn a_single_day_has_no_bars_and_a_way_back() {
        let chart = Chart {
            trail: vec![("All times".into(), Some("#/timeline".into()))],
            ..Chart::default()
        };
        let html = crate::markup::to_html(&[figure(&chart).into()]);
        assert!(
            !html.contains("<svg") && html.contains("href=\"#/timeline\""),
            "{html}"
        );
    }

    #[test]
    fn many_bars_have_few_labels() {
        let chart = Chart {
            bars: (1..=31).map(|day| bar(&day.to_string(), 1)).collect(),
            ..Chart::default()
        };
        let html = crate::markup::to_html(&[figure(&chart).into()]);
        assert_eq!(html.matches("<text").count(), 11);
        assert_eq!(
            html.matches("class=\"tick\"").count(),
            6,
            "on a phone: {html}"
        );
        let outermost = [
            "x=\"0.000%\" y=\"111\" text-anchor=\"start\"",
            "x=\"100.000%\" y=\"111\" text-anchor=\"end\"",
        ];
        assert!(outermost.iter().all(|one| html.contains(one)), "{html}");
    }
}
