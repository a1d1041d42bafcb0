//! The JSON Schema of a reading, made from its types: they are deserialised from a source that has one of everything and notes
//! what it was asked for, and serialised from one that has as little as can be, which tells what is always written.

use std::cell::RefCell;
use std::fmt;

use read::event::{Context, Root, Status};
use record::reading::{
    Actor, Attributed, Certainty, Claim, Content, Cue, Event, GoodsClaim, Head, Place, Problem, Reader, Reading, Time,
    Transfer,
};
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess};
use serde::de::{SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// The schema of what `tearline read` writes of a document.
///
/// # Errors
/// If a type of a reading is of a form that is not known here, or is not in the list of those that are serialised.
pub fn reading() -> Result<Value, Unknown> {
    let defs = RefCell::new(Map::new());
    let mut root = Value::Null;
    Reading::deserialize(Trace { defs: &defs, out: &mut root, few: false })?;
    let mut defs = defs.into_inner();
    for (name, always) in always()? {
        let Some(Value::Object(def)) = defs.get_mut(name) else {
            return Err(Unknown(format!("{name} is not part of a reading")));
        };
        def.insert("required".to_owned(), json!(always));
    }
    // What stands in the text of these fields is one of a list.
    let names = |list: Vec<&'static str>| json!({"enum": list});
    for (field, list) in [
        ("type", names(Root::ALL.iter().map(|one| one.name()).collect())),
        ("status", names(Status::ALL.iter().map(|one| one.name()).collect())),
        ("contexts", json!({"type": "array", "items": names(Context::ALL.iter().map(|one| one.name()).collect())})),
    ] {
        defs["Event"]["properties"][field] = list;
    }
    if let Some((name, _)) = defs.iter().find(|(_, def)| def.get("required").is_none()) {
        return Err(Unknown(format!("{name} is not in the list of `schema::always`")));
    }
    Ok(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A reading",
        "description": "What `tearline read --format json` and `--format jsonl` write of a document. Where the document is no \
            UTF-8 text, `passages` stands beside these fields (docs/formats.md). Spans are [start, end) in bytes.",
        "$ref": root["$ref"],
        "$defs": defs,
    }))
}

/// Of each type the fields that are always written.
fn always() -> Result<Vec<(&'static str, Vec<String>)>, Unknown> {
    fn of<T: DeserializeOwned + Serialize>() -> Result<Vec<String>, Unknown> {
        let least = T::deserialize(Trace { defs: &RefCell::default(), out: &mut Value::Null, few: true })?;
        match serde_json::to_value(least).map_err(|error| Unknown(error.to_string()))? {
            Value::Object(fields) => Ok(fields.keys().cloned().collect()),
            other => Err(Unknown(format!("{other} is no object"))),
        }
    }
    Ok(vec![
        ("Reading", of::<Reading>()?),
        ("Head", of::<Head>()?),
        ("Reader", of::<Reader>()?),
        ("Claim", of::<Claim>()?),
        ("Attributed", of::<Attributed>()?),
        ("Cue", of::<Cue>()?),
        ("Content", of::<Content>()?),
        ("Certainty", of::<Certainty>()?),
        ("Place", of::<Place>()?),
        ("Actor", of::<Actor>()?),
        ("Time", of::<Time>()?),
        ("Event", of::<Event>()?),
        ("Transfer", of::<Transfer>()?),
        ("GoodsClaim", of::<GoodsClaim>()?),
        ("Problem", of::<Problem>()?),
    ])
}

/// Why there is no schema.
#[derive(Debug)]
pub struct Unknown(String);

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no schema of a reading can be made: {}", self.0)
    }
}

impl std::error::Error for Unknown {}

impl de::Error for Unknown {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// What a type is deserialised from.
struct Trace<'t> {
    /// The types with a name that were met.
    defs: &'t RefCell<Map<String, Value>>,
    /// Where the schema of this one goes.
    out: &'t mut Value,
    /// Whether lists are empty and nothing is there that need not be.
    few: bool,
}

impl<'t> Trace<'t> {
    fn part<'p>(&'p self, out: &'p mut Value) -> Trace<'p> {
        Trace { defs: self.defs, out, few: self.few }
    }
}

/// A text that is also a date.
const TEXT: &str = "2023";

macro_rules! plain {
    ($($method:ident $visit:ident $value:expr, $schema:tt;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unknown> {
            *self.out = json!($schema);
            visitor.$visit($value)
        })*
    };
}

impl<'de> Deserializer<'de> for Trace<'_> {
    type Error = Unknown;

    plain! {
        deserialize_bool visit_bool false, {"type": "boolean"};
        deserialize_u8 visit_u64 0, {"type": "integer", "minimum": 0};
        deserialize_u16 visit_u64 0, {"type": "integer", "minimum": 0};
        deserialize_u32 visit_u64 0, {"type": "integer", "minimum": 0};
        deserialize_u64 visit_u64 0, {"type": "integer", "minimum": 0};
        deserialize_i8 visit_i64 0, {"type": "integer"};
        deserialize_i16 visit_i64 0, {"type": "integer"};
        deserialize_i32 visit_i64 0, {"type": "integer"};
        deserialize_i64 visit_i64 0, {"type": "integer"};
        deserialize_f32 visit_f64 0.0, {"type": "number"};
        deserialize_f64 visit_f64 0.0, {"type": "number"};
        deserialize_str visit_str TEXT, {"type": "string"};
        deserialize_string visit_str TEXT, {"type": "string"};
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unknown> {
        if self.few {
            return visitor.visit_none();
        }
        let mut inner = Value::Null;
        let found = visitor.visit_some(self.part(&mut inner))?;
        *self.out = json!({"anyOf": [inner, {"type": "null"}]});
        Ok(found)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unknown> {
        let mut items = Value::Null;
        let left = usize::from(!self.few);
        let found = visitor.visit_seq(Items { of: self.part(&mut items), left })?;
        *self.out = json!({"type": "array", "items": items});
        Ok(found)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Unknown> {
        let mut items = Value::Null;
        let found = visitor.visit_seq(Items { of: self.part(&mut items), left: len })?;
        *self.out = json!({"type": "array", "items": items, "minItems": len, "maxItems": len});
        Ok(found)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unknown> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unknown> {
        let mut properties = Map::new();
        let fields = Fields { defs: self.defs, few: self.few, names: fields, at: 0, properties: &mut properties };
        let found = visitor.visit_map(fields)?;
        self.defs.borrow_mut().insert(name.to_owned(), json!({"type": "object", "properties": properties}));
        *self.out = json!({"$ref": format!("#/$defs/{name}")});
        Ok(found)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unknown> {
        let first = variants.first().ok_or_else(|| Unknown(format!("{name} has no variant")))?;
        *self.out = json!({"enum": variants});
        visitor.visit_enum(Variant(first))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unknown> {
        Err(Unknown("a field may be anything".to_owned()))
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

/// The elements of a list, all alike.
struct Items<'t> {
    of: Trace<'t>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Unknown;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unknown> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(Trace { defs: self.of.defs, out: &mut *self.of.out, few: self.of.few }).map(Some)
    }
}

/// The fields of a type.
struct Fields<'t> {
    defs: &'t RefCell<Map<String, Value>>,
    few: bool,
    names: &'static [&'static str],
    at: usize,
    properties: &'t mut Map<String, Value>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Unknown;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unknown> {
        let name: Option<StrDeserializer<'_, Unknown>> =
            self.names.get(self.at).map(|name| (*name).into_deserializer());
        name.map(|name| seed.deserialize(name)).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unknown> {
        let mut out = Value::Null;
        let found = seed.deserialize(Trace { defs: self.defs, out: &mut out, few: self.few })?;
        self.properties.insert(self.names[self.at].to_owned(), out);
        self.at += 1;
        Ok(found)
    }
}

/// A variant without fields.
struct Variant(&'static str);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unknown;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Unknown> {
        let name: StrDeserializer<'_, Unknown> = self.0.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Unknown;

    fn unit_variant(self) -> Result<(), Unknown> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Unknown> {
        Err(Unknown(format!("{} has a field", self.0)))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Unknown> {
        Err(Unknown(format!("{} has fields", self.0)))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Unknown> {
        Err(Unknown(format!("{} has fields", self.0)))
    }
}

#[cfg(test)]
mod tests {
    use record::reading::{Head, Reading};

    use super::*;
    use crate::places::Places;

    /// The reading of the article that the documents walk through.
    fn sample() -> Reading {
        let path = Places::repository().join("examples/walk/harbour-herald.txt");
        let text = std::fs::read_to_string(path).unwrap();
        let date = "2023-02-18".parse().ok();
        let head = Head {
            path: "harbour-herald.txt".into(),
            sha256: "0".repeat(64),
            title: None,
            outlet: None,
            date,
            language: None,
            text: None,
        };
        read::read(&text, head)
    }

    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let path = Places::repository().join("docs/reading.schema.json");
        let published: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(published, reading().unwrap(), "run `cargo xtask docs`");
    }

    #[test]
    fn what_is_read_is_as_the_schema_says_and_what_lacks_a_field_is_not() {
        let schema = jsonschema::validator_for(&reading().unwrap()).unwrap();
        let mut sample = serde_json::to_value(sample()).unwrap();
        let errors: Vec<String> = schema.iter_errors(&sample).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        assert!(!sample["claims"].as_array().unwrap().is_empty() && !sample["events"].as_array().unwrap().is_empty());
        sample["claims"][0]["stance"] = json!("sings");
        assert!(!schema.is_valid(&sample));
        sample["claims"][0].as_object_mut().unwrap().remove("stance");
        assert!(!schema.is_valid(&sample));
    }
}
