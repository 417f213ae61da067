//! Pictures: bars of verdicts, and a wheel of intervals, each with its figures in words.

use std::f64::consts::{FRAC_PI_2, TAU};

use askama::Template;

use crate::render::{VERDICTS, interval, legend, sign};
use crate::report::{Bar, Picture, Radar, Spoke, Tone};

use super::filter::class;
use super::text::{Words, clean, shorten};

/// Bars of parts, the longest as wide as there is room.
#[derive(Debug, Template)]
#[template(path = "bars.html")]
pub(super) struct BarsView<'d> {
    caption: Words<'d>,
    bars: Vec<BarView<'d>>,
    legend: Vec<(&'static str, char, &'static str)>,
}

#[derive(Debug)]
struct BarView<'d> {
    label: Words<'d>,
    /// All its parts, for those who don't see it.
    words: String,
    total: usize,
    parts: Vec<PartView>,
}

/// A part of a bar; all measures are hundredths of the room.
#[derive(Debug)]
struct PartView {
    class: &'static str,
    count: usize,
    from: String,
    width: String,
    middle: String,
    /// Whether there is room for its figure.
    fits: bool,
}

impl<'d> BarsView<'d> {
    pub(super) fn of(picture: &'d Picture) -> Self {
        let longest = picture.bars.iter().map(total).max().unwrap_or(0).max(1);
        let occurs = |tone: &Tone| {
            let mut segments = picture.bars.iter().flat_map(|bar| &bar.segments);
            segments.any(|segment| segment.tone == *tone && segment.count > 0)
        };
        let tones = VERDICTS.into_iter().filter(occurs);
        Self {
            caption: Words(&picture.caption),
            bars: picture
                .bars
                .iter()
                .map(|bar| BarView::of(bar, longest))
                .collect(),
            legend: tones
                .map(|tone| (class(tone), sign(tone), legend(tone)))
                .collect(),
        }
    }
}

impl<'d> BarView<'d> {
    fn of(bar: &'d Bar, longest: usize) -> Self {
        /// In a narrower part a figure would touch its neighbours.
        const NARROWEST: f64 = 2.2;
        let share = |count: usize| 100.0 * number(count) / number(longest);
        let mut before = 0;
        let mut parts = Vec::new();
        let mut words = Vec::new();
        for segment in bar.segments.iter().filter(|segment| segment.count > 0) {
            let (from, width) = (share(before), share(segment.count));
            before += segment.count;
            words.push(format!("{} {}", segment.count, legend(segment.tone)));
            let digits = number(segment.count.to_string().len());
            parts.push(PartView {
                class: class(segment.tone),
                count: segment.count,
                from: format!("{from:.2}"),
                width: format!("{width:.2}"),
                middle: format!("{:.2}", from + width / 2.0),
                fits: width >= NARROWEST * digits,
            });
        }
        Self {
            label: Words(&bar.label),
            words: words.join(", "),
            total: before,
            parts,
        }
    }
}

fn total(bar: &Bar) -> usize {
    bar.segments.iter().map(|segment| segment.count).sum()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of requirements are small"
)]
fn number(count: usize) -> f64 {
    count as f64
}

/// A wheel: what is certain is filled, and what is possible beyond is hatched.
#[derive(Debug, Template)]
#[template(path = "radar.html")]
pub(super) struct RadarView<'d> {
    caption: Words<'d>,
    number: usize,
    words: String,
    rings: Vec<(String, &'static str)>,
    spokes: Vec<SpokeView>,
    /// Between neighbours that were both measured: what is certain.
    certain: Vec<String>,
    /// And what is possible beyond.
    possible: Vec<String>,
}

#[derive(Debug)]
struct SpokeView {
    label: String,
    interval: String,
    is_measured: bool,
    end: Point,
    text: Point,
    anchor: &'static str,
    low: Point,
    high: Point,
}

/// A place in the picture, as it is written.
#[derive(Debug, Clone)]
struct Point {
    x: String,
    y: String,
}

impl Point {
    fn pair(&self) -> String {
        format!("{},{}", self.x, self.y)
    }
}

/// The middle of the wheel in the picture, which the template makes 440 wide and 310 high.
const MIDDLE: (f64, f64) = (220.0, 160.0);
/// How long a spoke is.
const RADIUS: f64 = 105.0;
/// Longer labels don't fit beside the wheel.
const LONGEST_LABEL: usize = 20;

impl<'d> RadarView<'d> {
    pub(super) fn of(radar: &'d Radar, number: usize) -> Self {
        let count = radar.spokes.len();
        let spokes: Vec<SpokeView> = (0..)
            .zip(&radar.spokes)
            .map(|(place, spoke)| SpokeView::of(spoke, angle(place, count)))
            .collect();
        let rings = [(0.25, ""), (0.5, "50 %"), (0.75, ""), (1.0, "100 %")];
        let mut certain = Vec::new();
        let mut possible = Vec::new();
        for (place, one) in spokes.iter().enumerate() {
            let next = &spokes[(place + 1) % count];
            // Nothing is drawn towards a spoke that was not measured: it would look like a figure. Nor across more than half of the wheel.
            if count > 2 && one.is_measured && next.is_measured {
                let middle = point(0.0, 0.0).pair();
                certain.push([middle, one.low.pair(), next.low.pair()].join(" "));
                let corners = [&one.low, &one.high, &next.high, &next.low];
                possible.push(corners.map(Point::pair).join(" "));
            }
        }
        let words = radar
            .spokes
            .iter()
            .map(|spoke| format!("{}: {}", clean(&spoke.label), interval(spoke.interval)));
        Self {
            caption: Words(&radar.caption),
            number,
            words: words.collect::<Vec<_>>().join("; "),
            rings: rings
                .map(|(share, label)| (format!("{:.2}", share * RADIUS), label))
                .to_vec(),
            spokes,
            certain,
            possible,
        }
    }

    /// How far above the middle a ring's figure stands.
    fn above(radius: &str) -> String {
        let radius: f64 = radius.parse().unwrap_or(0.0);
        format!("{:.2}", MIDDLE.1 - radius + 10.0)
    }
}

impl SpokeView {
    fn of(spoke: &Spoke, angle: f64) -> Self {
        let (low, high) = spoke.interval.unwrap_or((0.0, 0.0));
        let side = angle.cos();
        Self {
            label: shorten(&spoke.label, LONGEST_LABEL),
            interval: interval(spoke.interval),
            is_measured: spoke.interval.is_some(),
            end: point(angle, 1.0),
            // Of two lines above the wheel the lower one must not touch it.
            text: point(angle, if angle.sin() < -0.9 { 1.27 } else { 1.17 }),
            anchor: if side > 0.1 {
                "start"
            } else if side < -0.1 {
                "end"
            } else {
                "middle"
            },
            low: point(angle, low),
            high: point(angle, high),
        }
    }
}

/// The first spoke points up, and the others follow with the clock.
fn angle(place: u32, count: usize) -> f64 {
    f64::from(place) / number(count.max(1)) * TAU - FRAC_PI_2
}

fn point(angle: f64, share: f64) -> Point {
    // Adding nothing makes a nought of a negative nought.
    let x = MIDDLE.0 + angle.cos() * share * RADIUS + 0.0;
    let y = MIDDLE.1 + angle.sin() * share * RADIUS + 0.0;
    Point {
        x: format!("{x:.1}"),
        y: format!("{y:.1}"),
    }
}
