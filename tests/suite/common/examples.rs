//! The examples of docs/format.md, as files of one project.

use fascicle::files::Source;

/// The first example under each heading, and every one that names its file in its first line.
pub fn examples(text: &str) -> Vec<Source> {
    let edition = "editions/2024-06_2024-08";
    let mut files: Vec<Source> = Vec::new();
    for section in text.split("\n## ").skip(1) {
        let heading = section.lines().next().unwrap().split([' ', ',']).next().unwrap();
        let at = match heading {
            "edition.yaml" => format!("{edition}/edition.yaml"),
            "narrative/*.md" => "narrative/disclosure.md".to_owned(),
            other => other.to_owned(),
        };
        for fence in section.split("\n```").skip(1).step_by(2) {
            let body = fence.split_once('\n').unwrap().1;
            let named = body.lines().next().unwrap().strip_prefix("# observations/");
            let path = named.map_or(at.clone(), |name| format!("{edition}/observations/{name}"));
            if !files.iter().any(|file| file.path == path) {
                files.push(Source::new(path, format!("{body}\n")));
            }
        }
    }
    files
}
