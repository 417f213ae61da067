//! Rules 2 to 5 of design section 4: what each element is worth in one model provision. No requirement's score and no
//! verdict is known here.

use crate::facts::{Annotation, Element, Legislation, Permit, Provision, Test};

/// A value or a score: the lowest and the highest that it can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

pub const UNKNOWN: Interval = Interval {
    low: 0.0,
    high: 1.0,
};
pub const MET: Interval = Interval {
    low: 1.0,
    high: 1.0,
};
pub const PARTLY: Interval = Interval {
    low: 0.5,
    high: 0.5,
};
pub const UNMET: Interval = Interval {
    low: 0.0,
    high: 0.0,
};

/// What rule 4 needs to know of the country and the requirement.
pub struct Narrowing<'a> {
    pub permits: &'a [Permit],
    pub is_party: bool,
    pub declarations: &'a [String],
    pub reservations: &'a [String],
    /// Rule 12 looks at the law as it is: no cap at all.
    pub no_caps: bool,
}

impl Narrowing<'_> {
    /// Rule 4: whether the country may use this qualifier as it does; one permitted way is enough.
    fn allows(&self, qualifier: &str) -> bool {
        for permit in self.permits {
            if permit.qualifier != qualifier {
                continue;
            }
            let allowed = match permit.by.as_str() {
                "option" => true,
                "declaration" => {
                    !self.is_party || self.declarations.iter().any(|made| made == qualifier)
                }
                "reservation" => {
                    !self.is_party || self.reservations.iter().any(|made| made == qualifier)
                }
                other => panic!("`by: {other}` is not in design 3.2"),
            };
            if allowed {
                return true;
            }
        }
        false
    }
}

/// What one counting annotation says of one element of the requirement.
pub struct Cell {
    pub named: bool,
    pub before_cap: Interval,
    pub value: Interval,
    /// The first qualifier that caps it.
    pub cap: Option<String>,
}

/// Rules 2 to 4 for one annotation and one element.
pub fn cell(
    file: &Legislation,
    provision: &Provision,
    annotation: &Annotation,
    element: &Element,
    narrowing: &Narrowing<'_>,
    absent: bool,
) -> Cell {
    let stated = stated_value(file, annotation, element);
    // Rule 2: `absent` speaks where no counting annotation does.
    let before_cap = if absent {
        UNMET
    } else {
        stated.unwrap_or(UNKNOWN)
    };
    let mut cap = None;
    for name in &annotation.qualifiers {
        for qualifier in &provision.qualifiers {
            let narrows = qualifier.name == *name && qualifier.narrows.contains(&element.name);
            // A qualifier that excludes elements never caps.
            let caps = narrows && qualifier.excludes.is_empty() && !narrowing.allows(name);
            if caps && !narrowing.no_caps && cap.is_none() {
                cap = Some(name.clone());
            }
        }
    }
    // Rule 4: capped at one half.
    let mut value = before_cap;
    if cap.is_some() {
        value = Interval {
            low: before_cap.low.min(0.5),
            high: before_cap.high.min(0.5),
        };
    }
    Cell {
        named: stated.is_some(),
        before_cap,
        value,
        cap,
    }
}

/// Rule 3; nothing where the annotation does not name the element.
pub fn stated_value(
    file: &Legislation,
    annotation: &Annotation,
    element: &Element,
) -> Option<Interval> {
    if let Some(test) = &element.test {
        let of_section = &file.sections[annotation.section].values;
        let value = annotation
            .values
            .get(&test.value)
            .or(of_section.get(&test.value))?;
        return Some(if passes(value, test) { MET } else { UNMET });
    }
    if annotation.partly.contains(&element.name) {
        Some(PARTLY)
    } else if annotation.unmet.contains(&element.name) {
        Some(UNMET)
    } else if (annotation.met_all && !element.by_name_only)
        || annotation.met.contains(&element.name)
        || annotation.broader.contains(&element.name)
    {
        Some(MET)
    } else {
        None
    }
}

fn passes(value: &str, test: &Test) -> bool {
    match test.comparison.as_str() {
        "at-least" => magnitude(value) >= magnitude(&test.bound),
        "at-most" => magnitude(value) <= magnitude(&test.bound),
        "is" => magnitude(value) == magnitude(&test.bound),
        other => panic!("the comparison `{other}` is not known to the naive implementation"),
    }
}

/// Design 3.3: a duration in seconds (12 months = 1 year = 365 days, 1 month = 30 days), a number, or yes and no.
pub fn magnitude(text: &str) -> f64 {
    match text {
        "life" | "unlimited" => return f64::INFINITY,
        "yes" | "true" => return 1.0,
        "no" | "false" => return 0.0,
        _ => {}
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| word.parse::<f64>().expect("a number");
    if words.len() == 1 {
        return number(words[0]);
    }
    const DAY: f64 = 86_400.0;
    let mut seconds = 0.0;
    let mut months = 0.0;
    for pair in words.chunks(2) {
        let count = number(pair[0]);
        match pair[1].trim_end_matches('s') {
            "second" => seconds += count,
            "minute" => seconds += count * 60.0,
            "hour" => seconds += count * 3600.0,
            "day" => seconds += count * DAY,
            "week" => seconds += count * 7.0 * DAY,
            "month" => months += count,
            "year" => months += count * 12.0,
            other => panic!("`{other}` is no unit of time"),
        }
    }
    let years = (months / 12.0).floor();
    seconds + years * 365.0 * DAY + (months - years * 12.0) * 30.0 * DAY
}

/// What rule 5 says of one element of E that belongs to M.
pub struct Outcome {
    pub name: String,
    pub is_limb: bool,
    pub weight: f64,
    pub value: Interval,
    /// The qualifier that names the gap, where only a cap lowers the element.
    pub cap: Option<String>,
    /// Among the counting annotations of M: the one chosen for a limb, the ones relied on for a condition.
    pub rows: Vec<usize>,
}

/// Rules 2 to 5 for the elements of E that belong to one model provision M.
pub fn evaluate(
    file: &Legislation,
    provision: &Provision,
    wanted: &[String],
    narrowing: &Narrowing<'_>,
    counts: &[bool],
) -> Vec<Outcome> {
    let positions = counting_annotations(file, &provision.id, counts);
    // Rule 5: if M has no limb, its elements are treated as limbs.
    let no_limbs = !provision.elements.iter().any(|element| element.is_limb);
    let limb = |element: &Element| element.is_limb || no_limbs;
    let in_e = |element: &Element| wanted.contains(&element.name);
    let any = |test: &dyn Fn(&Element) -> bool| provision.elements.iter().any(test);
    let e_names_a_limb = any(&|element| in_e(element) && limb(element));
    let columns = 0..provision.elements.len();
    let (limbs, mut conditions): (Vec<usize>, Vec<usize>) =
        columns.partition(|column| limb(&provision.elements[*column]));
    conditions.retain(|column| in_e(&provision.elements[*column]));

    let table = table(file, provision, &positions, narrowing, counts);
    let mut outcomes = Vec::new();
    // The rows relied on: chosen for a limb whose high is above 0 there.
    let mut relied_on: Vec<usize> = Vec::new();
    for column in limbs {
        let wanted_itself = in_e(&provision.elements[column]);
        // If M has limbs and E names none, M's limbs choose the sections but are not scored.
        if e_names_a_limb && !wanted_itself {
            continue;
        }
        let best = best_row(&table, column, &conditions);
        if let Some(row) = best
            && table[row][column].value.high > 0.0
        {
            relied_on.push(row);
        }
        if wanted_itself {
            let rows: Vec<usize> = best.into_iter().collect();
            outcomes.push(outcome(file, provision, column, &table, &rows));
        }
    }
    relied_on.sort_unstable();
    relied_on.dedup();
    for column in conditions {
        outcomes.push(outcome(file, provision, column, &table, &relied_on));
    }
    // In the order in which E names them.
    outcomes.sort_by_key(|outcome| wanted.iter().position(|name| *name == outcome.name));
    outcomes
}

/// The annotations of M that count, by their positions in the file.
pub fn counting_annotations(file: &Legislation, model: &str, counts: &[bool]) -> Vec<usize> {
    let mut positions = Vec::new();
    for (position, annotation) in file.annotations.iter().enumerate() {
        if annotation.model == model && counts[annotation.section] {
            positions.push(position);
        }
    }
    positions
}

/// One row for each counting annotation of M, one column for each element of M.
fn table(
    file: &Legislation,
    provision: &Provision,
    positions: &[usize],
    narrowing: &Narrowing<'_>,
    counts: &[bool],
) -> Vec<Vec<Cell>> {
    let mut table = Vec::new();
    for position in positions {
        let mut row = Vec::new();
        for element in &provision.elements {
            let absent = is_absent(file, provision, element, counts);
            row.push(cell(
                file,
                provision,
                &file.annotations[*position],
                element,
                narrowing,
                absent,
            ));
        }
        table.push(row);
    }
    table
}

/// Rule 5, a limb: the best of the annotations that name it, of all of them where none does.
fn best_row(table: &[Vec<Cell>], column: usize, conditions: &[usize]) -> Option<usize> {
    let any_names_it = table.iter().any(|row| row[column].named);
    let mut best: Option<(usize, [f64; 4])> = None;
    for (position, row) in table.iter().enumerate() {
        if any_names_it && !row[column].named {
            continue;
        }
        let value = row[column].value;
        let (mut lows, mut highs) = (0.0, 0.0);
        for condition in conditions {
            lows += row[*condition].value.low;
            highs += row[*condition].value.high;
        }
        let rank = [value.low, value.high, lows, highs];
        // `>` and not `>=`: of equals, the first in the file.
        if best.is_none_or(|(_, so_far)| rank > so_far) {
            best = Some((position, rank));
        }
    }
    best.map(|(position, _)| position)
}

/// Rule 5: the lowest low and the lowest high over the rows; a limb has one row.
fn outcome(
    file: &Legislation,
    provision: &Provision,
    column: usize,
    table: &[Vec<Cell>],
    rows: &[usize],
) -> Outcome {
    let element = &provision.elements[column];
    let no_limbs = !provision.elements.iter().any(|element| element.is_limb);
    let mut value = UNMET;
    let mut cap = None;
    if table.is_empty() {
        // Rule 2: no annotation of M counts.
        let absent = file.absent_models.contains(&provision.id)
            || file.absent_elements.contains(&element.name);
        value = if absent { UNMET } else { UNKNOWN };
    } else if !rows.is_empty() {
        let lowest = |figure: fn(&Cell) -> f64| {
            rows.iter()
                .map(|row| figure(&table[*row][column]))
                .fold(f64::INFINITY, f64::min)
        };
        value = Interval {
            low: lowest(|cell| cell.value.low),
            high: lowest(|cell| cell.value.high),
        };
        // Section 6: where only a cap lowers it, the gap is named by the qualifier.
        if value.high < 1.0 && lowest(|cell| cell.before_cap.high) == 1.0 {
            cap = rows.iter().find_map(|row| table[*row][column].cap.clone());
        }
    }
    Outcome {
        name: element.name.clone(),
        is_limb: element.is_limb || no_limbs,
        weight: element.weight,
        value,
        cap,
        rows: rows.to_vec(),
    }
}

/// Rule 2: listed in `absent` `elements`, and no counting annotation names it.
fn is_absent(
    file: &Legislation,
    provision: &Provision,
    element: &Element,
    counts: &[bool],
) -> bool {
    for position in counting_annotations(file, &provision.id, counts) {
        if stated_value(file, &file.annotations[position], element).is_some() {
            return false;
        }
    }
    file.absent_elements.contains(&element.name)
}
