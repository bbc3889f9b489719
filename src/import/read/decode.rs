//! Bytes as text, only where the encoding is certain: a wrong guess would change names without a sound.

use crate::diag::Words;
use crate::words;

/// How a text was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, said by its mark.
    Utf16,
    /// Windows-1252, which holds Latin-1: not UTF-8, and every sign beyond ASCII one that Italian has, in its place.
    Windows1252,
}

/// Why a text cannot be read, and what to do.
#[derive(Debug)]
pub struct Undecoded {
    /// Why.
    pub message: Words,
    /// What to do.
    pub hint: Words,
}

/// Reads the bytes of a text.
///
/// # Errors
/// Bytes of no certain encoding.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Undecoded> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return match std::str::from_utf8(rest) {
            Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
            Err(error) => Err(unknown(bytes, 3 + error.valid_up_to())),
        };
    }
    for (mark, unit) in [(b"\xFF\xFE", u16::from_le_bytes as fn([u8; 2]) -> u16), (b"\xFE\xFF", u16::from_be_bytes)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let (pairs, odd) = rest.as_chunks::<2>();
            let text: Result<String, _> = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
            return match text {
                Ok(text) if odd.is_empty() && !text.contains('\0') => Ok((text, Encoding::Utf16)),
                _ => Err(Undecoded {
                    message: words!(
                        "this text begins as UTF-16 but is not whole",
                        "questo testo comincia come UTF-16 ma non è integro"
                    ),
                    hint: save_again(),
                }),
            };
        }
    }
    if bytes.contains(&0) {
        return Err(Undecoded {
            message: words!(
                "this is neither a spreadsheet nor a text: it has zero bytes",
                "non è né un foglio di calcolo né un testo: contiene byte nulli"
            ),
            hint: save_again(),
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(_) => windows_1252(bytes).map(|text| (text, Encoding::Windows1252)).map_err(|at| unknown(bytes, at)),
    }
}

fn save_again() -> Words {
    words!(
        "save it again as CSV in UTF-8 (Excel: «CSV UTF-8»), or import the spreadsheet itself",
        "salvalo di nuovo come CSV in UTF-8 (Excel: «CSV UTF-8»), o importa direttamente il foglio di calcolo"
    )
}

/// A byte that no certain encoding explains, in its line.
fn unknown(bytes: &[u8], at: usize) -> Undecoded {
    let before = &bytes[..at];
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let ascii = |byte: &u8| if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '?' };
    let words: String = bytes[start.max(at.saturating_sub(20))..at].iter().map(ascii).collect();
    let byte = bytes[at];
    Undecoded {
        message: words!(
            "line {line}, after `{words}`: the byte {byte:#04X} is a sign of UTF-8 nowhere, and none that Italian has \
             there in Windows-1252; the text may come from a Mac, from DOS, or be damaged",
            "riga {line}, dopo `{words}`: il byte {byte:#04X} non è UTF-8, né un segno che l’italiano ha in quel posto \
             in Windows-1252; il testo può venire da un Mac, da DOS, o essere danneggiato"
        ),
        hint: save_again(),
    }
}

/// Reads Windows-1252 where each sign beyond ASCII is one Italian has, in a place where it has it. Mac Roman and the
/// code pages of DOS write the accents of Italian with bytes that stand here for signs Italian lacks, or lacks there:
/// `0x85` is `à` in DOS, and here an ellipsis, which no letter precedes.
///
/// # Errors
/// The place of the first sign that is not so.
fn windows_1252(bytes: &[u8]) -> Result<String, usize> {
    let mut text = String::with_capacity(bytes.len() + 16);
    let mut guillemets = 0_i32;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte.is_ascii() {
            text.push(char::from(byte));
            continue;
        }
        let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        let (before, after) = (at.checked_sub(1).and_then(|at| bytes.get(at)), bytes.get(at + 1));
        let (sign, fits) = match byte {
            0xE0 => ('à', letter(before)),
            0xE8 => ('è', letter(before)),
            // In Mac Roman È, which begins a word or stands in capitals.
            0xE9 => ('é', before.is_some_and(u8::is_ascii_lowercase)),
            0xEC => ('ì', letter(before)),
            0xF2 => ('ò', letter(before)),
            0xF9 => ('ù', letter(before)),
            0xC0 => ('À', before.is_some_and(u8::is_ascii_uppercase)),
            0xC8 => ('È', after.is_some_and(u8::is_ascii_uppercase)),
            0xD2 => ('Ò', before.is_some_and(u8::is_ascii_uppercase)),
            0xD9 => ('Ù', before.is_some_and(u8::is_ascii_uppercase)),
            // Names of Alto Adige.
            0xFC => ('ü', letter(before) && letter(after)),
            0xF6 => ('ö', letter(before) && letter(after)),
            0xE4 => ('ä', letter(before) && letter(after)),
            0x92 => ('’', letter(before) && letter(after)),
            0x85 => ('…', !letter(before)),
            0x93 => ('“', !letter(before) && letter(after)),
            0x94 => ('”', !letter(after)),
            0x96 => ('–', !letter(before) && !letter(after)),
            0x97 => ('—', !letter(before) && !letter(after)),
            0xA0 => ('\u{A0}', !(letter(before) && letter(after))),
            // Signs that stand apart from letters, where other encodings have letters.
            0x80 => ('€', !letter(before) && !letter(after)),
            0xA9 => ('©', !letter(before) && !letter(after)),
            0xBA => ('º', before.is_some_and(u8::is_ascii_digit)),
            0xB0 => ('°', before.is_some_and(u8::is_ascii_digit) || before == Some(&b'N') || before == Some(&b'n')),
            0xAB => {
                guillemets += 1;
                ('«', !letter(before))
            }
            0xBB => {
                guillemets -= 1;
                ('»', guillemets >= 0)
            }
            _ => return Err(at),
        };
        if !fits {
            return Err(at);
        }
        text.push(sign);
    }
    if guillemets == 0 { Ok(text) } else { Err(bytes.iter().position(|byte| *byte == 0xAB).unwrap_or(0)) }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode};

    fn text(bytes: &[u8]) -> Option<(String, Encoding)> {
        decode(bytes).ok()
    }

    #[test]
    fn what_is_certain_is_read() {
        let cases: [(&[u8], &str, Encoding); 5] = [
            ("Valle d’Aosta".as_bytes(), "Valle d’Aosta", Encoding::Utf8),
            (b"\xEF\xBB\xBFPiemonte", "Piemonte", Encoding::Utf8),
            (b"\xFF\xFES\0\xEC\0", "Sì", Encoding::Utf16),
            (b"\xFE\xFF\0S\0\xEC", "Sì", Encoding::Utf16),
            (
                b"Valle d\x92Aosta;s\xEC;S\xFCdtirol;\x85;12\xA0%",
                "Valle d’Aosta;sì;Südtirol;…;12\u{A0}%",
                Encoding::Windows1252,
            ),
        ];
        for (bytes, words, encoding) in cases {
            assert_eq!(text(bytes), Some((words.to_owned(), encoding)));
        }
    }

    #[test]
    fn what_another_encoding_wrote_is_refused_and_never_read_as_something_else() {
        // Each accent, apostrophe, dash and quote of Italian, within words as they stand in tables.
        let words = [
            "Disponibilità",
            "sì",
            "perché",
            "più",
            "però",
            "Città (%)",
            "è",
            "È",
            "CITTÀ",
            "PIÙ",
            "Valle d’Aosta",
            "altri…",
            "n.d.…",
            "«FSE»",
            "“FSE”",
            "12 – 13",
            "Vallée",
            "Südtirol",
            "1ª",
            "1°",
            "m³",
        ];
        for table in [MAC_ROMAN, CP850] {
            for word in words {
                let byte = |sign: char| match sign.is_ascii() {
                    true => Some(sign as u8),
                    false => table.iter().find(|(of, _)| *of == sign).map(|(_, byte)| *byte),
                };
                // A sign the encoding lacks could not be written in it.
                let Some(bytes) = word.chars().map(byte).collect::<Option<Vec<u8>>>() else { continue };
                for around in [&b""[..], b"12", b";", b"(", b" "] {
                    let bytes = [around, &bytes, around].concat();
                    if let Some((read, _)) = text(&bytes) {
                        let around = std::str::from_utf8(around).unwrap();
                        assert_eq!(read, format!("{around}{word}{around}"));
                    }
                }
            }
        }
    }

    const MAC_ROMAN: &[(char, u8)] = &[
        ('à', 0x88),
        ('è', 0x8F),
        ('é', 0x8E),
        ('ì', 0x93),
        ('ò', 0x98),
        ('ù', 0x9D),
        ('À', 0xCB),
        ('È', 0xE9),
        ('Ù', 0xF4),
        ('’', 0xD5),
        ('…', 0xC9),
        ('«', 0xC7),
        ('»', 0xC8),
        ('“', 0xD2),
        ('”', 0xD3),
        ('–', 0xD0),
        ('ü', 0x9F),
        ('ª', 0xBB),
        ('°', 0xA1),
    ];
    const CP850: &[(char, u8)] = &[
        ('à', 0x85),
        ('è', 0x8A),
        ('é', 0x82),
        ('ì', 0x8D),
        ('ò', 0x95),
        ('ù', 0x97),
        ('À', 0xB7),
        ('È', 0xD4),
        ('Ù', 0xEB),
        ('«', 0xAE),
        ('»', 0xAF),
        ('ü', 0x81),
        ('ª', 0xA6),
        ('°', 0xF8),
        ('³', 0xFC),
    ];

    #[test]
    fn what_is_no_text_says_so() {
        for bytes in [&b"a\0b"[..], b"\xFF\xFEa", b"disponibilit\x85", b"\x81", b"\xC3\xA0 e \xE0"] {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
        let fault = decode(b"a\nb;citt\x8A").unwrap_err();
        assert!(fault.message.en.starts_with("line 2, after `b;citt`: the byte 0x8A"), "{}", fault.message);
    }
}
