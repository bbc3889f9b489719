//! How a file calls what it says of itself.

/// The names of what we say beside Dublin Core and Creative Commons.
pub const NAMESPACE: &str = "urn:fascicle:figure:1";

/// Keywords of [`Provenance::pairs`](crate::resolve::Provenance::pairs) that Dublin Core has a name for.
pub const DUBLIN_CORE: [(&str, &str); 4] =
    [("Title", "title"), ("Description", "description"), ("Author", "publisher"), ("Copyright", "rights")];
