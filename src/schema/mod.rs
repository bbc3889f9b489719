//! The shape of the authors' files as JSON Schema, for the editors they write in.

/// How the line begins that tells an editor the schema of a file.
pub const FIRST_LINE: &str = "# yaml-language-server: $schema=";

/// The folder of the schemas, in the content folder. Hidden, so that nobody takes it for content.
pub const FOLDER: &str = ".schema";

/// The schema of a file, by its path in the content folder; none where it has none.
fn of(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next()?;
    let in_observations = path.contains("/observations/") && name.ends_with(".yaml");
    match name {
        _ if in_observations => Some("observations"),
        "site.yaml" => Some("site"),
        "indicators.yaml" => Some("indicators"),
        "sources.yaml" => Some("sources"),
        "outline.yaml" => Some("outline"),
        "edition.yaml" => Some("edition"),
        _ => None,
    }
}

/// The line, with the way from the file to its schema.
pub fn first_line(path: &str) -> Option<String> {
    let up = "../".repeat(path.matches('/').count());
    Some(format!("{FIRST_LINE}{up}{FOLDER}/{}.schema.json\n", of(path)?))
}
