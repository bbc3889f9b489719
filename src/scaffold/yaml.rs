//! YAML as we write it for authors: plain where it can be, in quotes where it must, folded where it is long.

use crate::files::yaml::quoted;

/// Columns of a line.
const WIDTH: usize = 118;

/// A text after its key, or in a list: plain, or in double quotes.
pub fn text(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A text within braces.
pub fn in_braces(text: &str) -> String {
    if is_plain(text) && !text.contains([',', '[', ']', '{', '}']) { text.to_owned() } else { quoted(text) }
}

/// A text that may be long: what follows `key: ` or `- `, its further lines indented by `indent` spaces.
pub fn long(text: &str, indent: usize) -> String {
    let folds = text.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_control));
    if indent + text.chars().count() + 4 <= WIDTH || !folds {
        return self::text(text);
    }
    let mut lines = String::from(">-");
    let mut room = 0;
    for word in text.split(' ') {
        let length = word.chars().count() + 1;
        if length > room {
            lines.push('\n');
            lines.push_str(&" ".repeat(indent));
            room = WIDTH - indent;
        } else {
            lines.push(' ');
        }
        lines.push_str(word);
        room = room.saturating_sub(length);
    }
    lines
}

/// Lines as a comment.
pub fn comment(lines: &str, indent: usize) -> String {
    let indent = " ".repeat(indent);
    lines.lines().map(|line| format!("{indent}# {line}").trim_end().to_owned() + "\n").collect()
}

/// Whether YAML reads a text as itself, and as nothing else. More is quoted than need be.
fn is_plain(text: &str) -> bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    text.starts_with(char::is_alphabetic)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(char::is_control)
        && !words.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{in_braces, long, text};
    use proptest::prelude::*;

    #[test]
    fn a_text_is_quoted_only_where_it_must_be() {
        assert_eq!(text("L’Umbria, e le Marche"), "L’Umbria, e le Marche");
        assert_eq!(in_braces("L’Umbria, e le Marche"), "\"L’Umbria, e le Marche\"");
        assert_eq!(text("#ForumRisk19"), "\"#ForumRisk19\"");
        assert_eq!(text("2025"), "\"2025\"");
        assert_eq!(text("no"), "\"no\"");
        assert_eq!(text("Consensi e uso: le Regioni"), "\"Consensi e uso: le Regioni\"");
        assert_eq!(long("poche parole", 4), "poche parole");
        let folded = long(&"parola ".repeat(40).trim_end().replace("parola parola", "a: # b"), 4);
        assert!(folded.starts_with(">-\n    a: # b"), "{folded}");
        assert!(folded.lines().all(|line| line.chars().count() <= 118), "{folded}");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(words in "\\PC{1,20}|[a-z:#\\-'\"\\\\ \n\t{},]{1,40}|([a-zè:#]{1,9} ){20,40}[a-z]") {
            let written = format!("a: {}\nb:\n  - {}\nc: {{ d: {} }}\n", text(&words), long(&words, 4), in_braces(&words));
            type Read = std::collections::BTreeMap<String, serde_json::Value>;
            let read: Read = serde_saphyr::from_str(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
            prop_assert_eq!(&read["a"], &serde_json::json!(words), "{}", written);
            prop_assert_eq!(&read["b"], &serde_json::json!([words]), "{}", written);
            prop_assert_eq!(&read["c"], &serde_json::json!({ "d": words }), "{}", written);
        }
    }
}
