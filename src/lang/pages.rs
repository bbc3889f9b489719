//! The words of printed pages: slides, handout, report.

/// Words that stand beside what an edition says of itself.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct PageWords {
    pub note: &'static str,
    pub tip: &'static str,
    pub important: &'static str,
    pub warning: &'static str,
    pub draft: &'static str,
    pub draft_long: &'static str,
    pub slides: &'static str,
    pub slide: &'static str,
    pub handout: &'static str,
    pub report: &'static str,
    pub contents: &'static str,
    pub notes: &'static str,
    pub sources: &'static str,
    pub licence: &'static str,
    pub data: &'static str,
    pub appendix: &'static str,
    /// The title of the slides that are kept back for questions.
    pub backup: &'static str,
    pub backup_text: &'static str,
    /// The words beside a code to photograph: what it is, and what stands before the address it leads to.
    pub qr: [&'static str; 2],
}
