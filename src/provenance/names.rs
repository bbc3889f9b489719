//! How a file calls what it says of itself.

/// The namespace of what we say beside the terms of Dublin Core and Creative Commons.
pub const NAMESPACE: &str = "urn:fascicle:figure:1";

/// The keywords of [`Provenance::pairs`](crate::resolve::Provenance::pairs) for which Dublin Core has a term, each with
/// that term.
pub const DUBLIN_CORE: [(&str, &str); 4] =
    [("Title", "title"), ("Description", "description"), ("Author", "publisher"), ("Copyright", "rights")];
