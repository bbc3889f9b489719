//! How long a talk is: the time of its steps, which of them it can do without, and what is left of it in a given time.

/// How much of a talk is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// All steps.
    All,
    /// The core alone: the steps it cannot do without.
    Core,
    /// The core, and of the other steps those that fit in so many minutes.
    Minutes(u32),
}

/// The kind of a step, as far as a cut needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A divider, with which a group of figures begins.
    Section,
    /// A figure.
    Figure,
    /// Any other step.
    Other,
}

/// A step of a talk, as far as a cut needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    /// The kind of step.
    pub kind: Kind,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// Whether the talk can do without it.
    pub extra: bool,
}

/// Which address a code to photograph leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qr {
    /// The address that the step shows.
    Own,
    /// The address of the deck.
    Deck,
}

/// Which steps a cut keeps, one answer for each. Extra steps are kept in their order, each where there is still time
/// for it; a section goes when the last of its figures goes.
///
/// # Errors
/// The seconds that the core takes, where that is more than there are.
pub fn kept(steps: &[Timed], cut: Cut) -> Result<Vec<bool>, u32> {
    let mut wanted: Vec<bool> = steps.iter().map(|step| !step.extra || cut == Cut::All).collect();
    if cut == Cut::All {
        return Ok(wanted);
    }
    let seconds = |wanted: &[bool]| -> u32 {
        let kept = with_their_figures(steps, wanted);
        steps.iter().zip(kept).filter(|(_, kept)| *kept).map(|(step, _)| step.seconds).sum()
    };
    if let Cut::Minutes(minutes) = cut {
        let (core, room) = (seconds(&wanted), minutes.saturating_mul(60));
        if core > room {
            return Err(core);
        }
        for extra in (0..steps.len()).filter(|&step| steps[step].extra) {
            wanted[extra] = true;
            wanted[extra] = seconds(&wanted) <= room;
        }
    }
    Ok(with_their_figures(steps, &wanted))
}

/// Takes away the sections that had figures and have none left.
fn with_their_figures(steps: &[Timed], wanted: &[bool]) -> Vec<bool> {
    let is_kept = |place: usize| {
        let of_section = || (place + 1..steps.len()).take_while(|&next| steps[next].kind != Kind::Section);
        let mut figures = of_section().filter(|&next| steps[next].kind == Kind::Figure).peekable();
        wanted[place]
            && (steps[place].kind != Kind::Section || figures.peek().is_none() || figures.any(|of| wanted[of]))
    };
    (0..steps.len()).map(is_kept).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cut, Kind, Timed, kept};

    fn step(kind: Kind, seconds: u32, extra: bool) -> Timed {
        Timed { kind, seconds, extra }
    }

    fn talk() -> [Timed; 6] {
        [
            step(Kind::Other, 60, false),
            step(Kind::Figure, 60, false),
            step(Kind::Section, 20, false),
            step(Kind::Figure, 120, true),
            step(Kind::Figure, 60, true),
            step(Kind::Other, 30, false),
        ]
    }

    #[test]
    fn a_section_goes_with_the_last_of_its_figures() {
        assert_eq!(kept(&talk(), Cut::Core), Ok(vec![true, true, false, false, false, true]));
        assert_eq!(kept(&talk(), Cut::All), Ok(vec![true; 6]));
    }

    #[test]
    fn what_is_extra_is_kept_in_order_where_there_is_time_with_its_section() {
        // The core takes 150 s; the first extra and its section 140 s, the second with it 80 s.
        assert_eq!(kept(&talk(), Cut::Minutes(3)), Ok(vec![true, true, false, false, false, true]));
        assert_eq!(kept(&talk(), Cut::Minutes(4)), Ok(vec![true, true, true, false, true, true]));
        assert_eq!(kept(&talk(), Cut::Minutes(5)), Ok(vec![true, true, true, true, false, true]));
        assert_eq!(kept(&talk(), Cut::Minutes(6)), Ok(vec![true; 6]));
    }

    #[test]
    fn a_core_that_is_too_long_says_how_long_it_is() {
        assert_eq!(kept(&talk(), Cut::Minutes(2)), Err(150));
    }
}
