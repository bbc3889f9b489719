//! What the path of a file says of it: how it is read, that it is misnamed, that none is expected there.

use crate::diag::{Code, Diagnostic};
use crate::files::{FileId, Source, Sources, Span, Unread};
use crate::words;
use std::borrow::Cow;

/// The path by which a file is read: one that ends in .yml, with none in .yaml beside it, is meant for that.
pub(super) fn meant<'s>(source: &'s Source, sources: &Sources) -> Cow<'s, str> {
    let yaml = source.path.strip_suffix(".yml").map(|stem| format!("{stem}.yaml"));
    let is_free = |path: &String| sources.find(path).is_none_or(|file| sources.get(file).absent);
    yaml.filter(is_free).map_or(Cow::Borrowed(source.path.as_str()), Cow::Owned)
}

/// Whether the file of a path in .yaml is there, and ends in .yml.
pub(super) fn misnamed(path: &str, sources: &Sources) -> bool {
    path.strip_suffix("yaml").is_some_and(|stem| sources.find(&format!("{stem}yml")).is_some())
}

/// The fault of a file that ends in .yml.
pub(super) fn name_it_yaml(file: FileId, stem: &str) -> Diagnostic {
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let message = words!("files end in .yaml, not in .yml", "i file finiscono in .yaml, non in .yml");
    let hint = words!("name it {name}.yaml", "chiamalo {name}.yaml");
    Diagnostic::new(Code::StrayFile, Span::top(file), message, hint)
}

/// Whether a path is of a narrative in a folder.
pub(super) fn is_narrative(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|name| name.ends_with(".md") && !name.contains('/'))
}

/// The fault of what stands in the place of a file: a folder, a pipe, a link that leads out.
pub(super) fn no_file(file: FileId, unread: Unread) -> Diagnostic {
    let (code, message, hint) = match unread {
        Unread::Folder => (
            Code::NotText,
            words!("this is a folder, not a file", "questa è una cartella, non un file"),
            words!("give it another name, or write the file", "dalle un altro nome, o scrivi il file"),
        ),
        Unread::Device => (
            Code::NotText,
            words!("this is a pipe or a device, not a file", "questo è una pipe o un dispositivo, non un file"),
            words!("put a file of text in its place", "metti al suo posto un file di testo"),
        ),
        Unread::Link => (
            Code::UnsafeLink,
            words!(
                "this is a link that leads out of the folder",
                "questo è un collegamento che porta fuori dalla cartella"
            ),
            words!(
                "copy the file here; if the link is yours and wanted, say so with --allow-links",
                "copia qui il file; se il collegamento è tuo e lo vuoi, dillo con --allow-links"
            ),
        ),
    };
    Diagnostic::new(code, Span::top(file), message, hint)
}

/// A file that would be passed over in silence. Notes to oneself are welcome: README.md, and files that are
/// neither YAML, CSV nor Markdown.
pub(super) fn stray(file: FileId, source: &Source) -> Option<Diagnostic> {
    let name = source.path.rsplit('/').next().unwrap_or("");
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if name == "README.md" || !["yaml", "yml", "csv", "md"].contains(&ending) || source.unread.is_some() {
        return None;
    }
    let hint = match ending {
        "yml" => words!(
            "files that are read end in .yaml; docs/format.md shows where each belongs",
            "i file che si leggono finiscono in .yaml; docs/format.md mostra dove va ognuno"
        ),
        _ => words!(
            "docs/format.md shows where each file belongs; anything else lives outside the content folder",
            "docs/format.md mostra dove va ogni file; tutto il resto sta fuori dalla cartella dei contenuti"
        ),
    };
    let path = &source.path;
    let message = words!("no file `{path}` is expected here", "qui non è previsto nessun file `{path}`");
    Some(Diagnostic::new(Code::StrayFile, Span::top(file), message, hint))
}
