//! What narrative says of the data, tested and true.

use crate::check::{Checked, EntryData};
use crate::diag::Words;
use crate::files::Sources;

/// Something that narrative says of the data, tested and true.
#[derive(Clone, Debug)]
pub struct Tested {
    /// The edition's address.
    pub edition: String,
    /// The file, within the content folder.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
    /// The claim as written.
    pub claim: String,
    /// What its sides are: "consenso.italia is 41%".
    pub values: Words,
}

/// What one edition says that was tested.
pub(super) fn tested(checked: &Checked, index: usize, sources: &Sources) -> Vec<Tested> {
    let edition = &checked.editions[index];
    let passages = edition.entries().flat_map(|entry| match entry {
        EntryData::Narrative { passages, .. } => passages.as_slice(),
        _ => &[],
    });
    let claims = passages.flat_map(|passage| &passage.claims);
    claims
        .map(|claim| {
            let source = sources.get(claim.at.file);
            Tested {
                edition: edition.id.clone(),
                path: source.path.clone(),
                line: source.line(claim.at.start),
                claim: claim.text.clone(),
                values: claim.values(),
            }
        })
        .collect()
}
