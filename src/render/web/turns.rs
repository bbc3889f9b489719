//! Loops of an author's templates are counted, and pages measured: three loops within one another, each over a thousand
//! rows, would not end, nor would the page they write.
//!
//! The engine knows no bound. So a call of ours stands at the head of each loop of an author's template, which counts its
//! turns and refuses one too many. It counts, and does not ask the clock: the same templates fail on every machine.

use std::cell::Cell;
use std::io::{self, Write};
use tera::{Error, Kwargs, State, TeraResult};

/// The name of the function that templates call at each turn of a loop.
pub const FUNCTION: &str = "fascicle_turn";
/// The call of that function. Where the tag before it takes away the white space after it, a call stands there that
/// does so too.
const CALL: &str = "{{ fascicle_turn() }}";
const CALL_TRIMMED: &str = "{{ fascicle_turn() -}}";

/// The most turns of all loops of one page: those of a thousand territories in a hundred figures, ten times over.
const MOST: u64 = 1_000_000;
/// The words of the error for more turns, by which it is known again.
pub const TOO_MANY: &str = "more than a million turns of loops in one page";
/// The most bytes of one page.
const LARGEST: usize = 128 << 20;
/// The most numbers that `range` may list, which is the engine's own bound.
const LONGEST: u64 = 100_000;

thread_local! {
    /// The turns of the page that is being written; a page is written on one thread.
    static TURNS: Cell<u64> = const { Cell::new(0) };
}

/// Begins a page on this thread.
pub fn begin() {
    TURNS.set(0);
}

/// Counts turns: one, or as many as a list holds.
///
/// # Errors
/// The page has had too many.
fn take(turns: u64) -> TeraResult<()> {
    TURNS.set(TURNS.get().saturating_add(turns));
    if TURNS.get() > MOST { Err(Error::message(TOO_MANY)) } else { Ok(()) }
}

/// The function that templates call at each turn.
pub fn turn(_: Kwargs, _: &State) -> TeraResult<&'static str> {
    take(1).map(|()| "")
}

/// The engine's `range`, whose numbers are counted, since a list within a list is a loop, too.
pub fn range(given: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
    let start = given.get::<i64>("start")?.unwrap_or_default();
    let end = given.must_get::<i64>("end")?;
    let step = given.get::<i64>("step_by")?.unwrap_or(1);
    if step == 0 {
        return Err(Error::message("`range` was called with a `step_by` of 0"));
    }
    if start > end && step > 0 {
        return Err(Error::message("`range` was called with a `start` greater than its `end`"));
    }
    let length = start.abs_diff(end).div_ceil(step.unsigned_abs());
    let length = if step < 0 && start <= end { 0 } else { length };
    if length > LONGEST {
        return Err(Error::message(format!("`range` would hold {length} numbers, and may hold {LONGEST}")));
    }
    take(length)?;
    Ok((0..length as i64).map(|turn| start + turn * step).collect())
}

/// A template in which each loop counts its turns.
pub fn counted(text: &str) -> String {
    let mut counted = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for (at, call) in heads(text) {
        counted.push_str(&text[from..at]);
        counted.push_str(call);
        from = at;
    }
    counted + &text[from..]
}

/// The place in a template that belongs to a place in its counted form; a place within a call of ours belongs to the
/// end of the loop's head.
pub fn place(text: &str, counted: usize) -> usize {
    let mut place = counted;
    for (at, call) in heads(text) {
        if place <= at {
            break;
        }
        place = place.saturating_sub(call.len()).max(at);
    }
    place
}

/// Where the last tag that ends at a place begins.
pub fn tag_before(text: &str, end: usize) -> usize {
    text[..end].rfind("{%").unwrap_or(end)
}

/// Where the head of each loop ends, and the call that belongs there.
fn heads(text: &str) -> Vec<(usize, &'static str)> {
    let mut heads = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        at = match text.as_bytes().get(open + 1) {
            Some(b'#') => text[open..].find("#}").map_or(text.len(), |end| open + end + 2),
            Some(b'{') => end_of(text, open + 2, "}}"),
            Some(b'%') => {
                let end = end_of(text, open + 2, "%}");
                let inner = text[open + 2..end].trim_start_matches('-').trim_start();
                let is = |word: &str| inner.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_letter));
                if is("raw") {
                    text[end..].find("endraw").map_or(text.len(), |found| end + found)
                } else {
                    if is("for") {
                        heads.push((end, if inner.ends_with("-%}") { CALL_TRIMMED } else { CALL }));
                    }
                    end
                }
            }
            _ => open + 1,
        };
    }
    heads
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// Where a tag ends; a text in quotes may hold its sign.
fn end_of(text: &str, from: usize, sign: &str) -> usize {
    let mut quote = None;
    for (offset, byte) in text[from..].bytes().enumerate() {
        match quote {
            Some(open) if open == byte => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'' | b'`') => quote = Some(byte),
            None if text.as_bytes()[from + offset..].starts_with(sign.as_bytes()) => return from + offset + sign.len(),
            None => {}
        }
    }
    text.len()
}

/// A page while it is written, which is refused where it grows too long.
#[derive(Default)]
pub struct Page(pub Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LARGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{CALL, CALL_TRIMMED, counted, place, tag_before};

    #[test]
    fn each_loop_has_its_call_and_places_are_found_again() {
        let text = "{# {% for a in b %} #}{% for a in \"%}\" %}x{{ \"{% for\" }}{%- for c in a -%}\n y{% endfor %}\
                    {% raw %}{% for q in r %}{% endraw %}{% format %}{ {% endfor %}";
        let expected = format!(
            "{{# {{% for a in b %}} #}}{{% for a in \"%}}\" %}}{CALL}x{{{{ \"{{% for\" }}}}{{%- for c in a -%}}{CALL_TRIMMED}\n \
             y{{% endfor %}}{{% raw %}}{{% for q in r %}}{{% endraw %}}{{% format %}}{{ {{% endfor %}}"
        );
        let with = counted(text);
        assert_eq!(with, expected);
        let (y, in_text) = (with.find('y').unwrap(), with.find('y').unwrap() - CALL.len() - CALL_TRIMMED.len());
        assert!(with[y..].starts_with("y{% endfor") && text[in_text..].starts_with("y{% endfor"));
        assert_eq!(place(text, y), in_text);
        let call = with.find(CALL_TRIMMED).unwrap();
        let end = place(text, call + 4);
        assert!(text[tag_before(text, end)..end].starts_with("{%- for c in a -%}"));
    }
}
