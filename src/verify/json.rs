//! JSON read so that nothing of it is passed over: a member that stands twice in an object is told, where other readers
//! keep the last in silence.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// A value, and the names of the members that stand more than once in an object somewhere in it.
pub struct Read {
    /// With the last of each name, as others read it.
    pub value: Value,
    /// Each as often as it stands too often.
    pub twice: Vec<String>,
}

/// Reads a text; `None` where it is no JSON.
pub fn read(text: &str) -> Option<Read> {
    serde_json::from_str(text).ok()
}

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Read, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl Reader {
    fn one<E>(value: impl Into<Value>) -> Result<Read, E> {
        Ok(Read { value: value.into(), twice: Vec::new() })
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Read;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Read, E> {
        Reader::one(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Read, E> {
        Reader::one(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Read, E> {
        Reader::one(value)
    }

    fn visit_u64<E>(self, value: u64) -> Result<Read, E> {
        Reader::one(value)
    }

    fn visit_f64<E>(self, value: f64) -> Result<Read, E> {
        Reader::one(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Read, E> {
        Reader::one(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Read, A::Error> {
        let (mut list, mut twice) = (Vec::new(), Vec::new());
        while let Some(item) = items.next_element::<Read>()? {
            list.push(item.value);
            twice.extend(item.twice);
        }
        Ok(Read { value: Value::Array(list), twice })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Read, A::Error> {
        let (mut object, mut twice) = (Map::new(), Vec::new());
        while let Some((name, member)) = members.next_entry::<String, Read>()? {
            twice.extend(member.twice);
            if object.insert(name.clone(), member.value).is_some() {
                twice.push(name);
            }
        }
        Ok(Read { value: Value::Object(object), twice })
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_member_that_stands_twice_is_told_however_deep() {
        let text = r#"{ "a": 1, "rows": [ { "x": null, "x": true }, { "x": -2.5 } ], "a": "two" }"#;
        let file = read(text).unwrap();
        assert_eq!(file.twice, ["x", "a"]);
        assert_eq!(file.value, serde_json::from_str::<serde_json::Value>(text).unwrap());
        assert!(read("{").is_none() && read("{} {}").is_none());
    }
}
