//! The boundary as JavaScript sees it. `tests/node.rs` and `tests/browser.rs` run the same cases.

use js_sys::{Array, Error, JsString, Object, RangeError, Reflect, TypeError};
use langkinh::analysis::Fingerprint;
use langkinh::wasm::analyze;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const SEED: &str = include_str!("../../seeds/004_ddf2c8ae31e28274.txt");

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}

fn rows(value: &JsValue, key: &str) -> Vec<JsValue> {
    get(value, key).unchecked_into::<Array>().iter().collect()
}

fn number(value: &JsValue, key: &str) -> u32 {
    get(value, key).as_f64().unwrap() as u32
}

/// `{key: value}`
fn options(key: &str, value: impl Into<JsValue>) -> JsValue {
    let object = Object::new();
    Reflect::set(&object, &key.into(), &value.into()).unwrap();
    object.into()
}

fn analyzed(text: &str) -> JsValue {
    analyze(&text.into(), &JsValue::UNDEFINED).unwrap()
}

/// `text.slice(start, end)` of every entity of a kind, as JavaScript cuts it.
fn slices(text: &str, analysis: &JsValue, kind: &str) -> Vec<String> {
    let text = JsString::from(text);
    let ours = rows(analysis, "entities").into_iter().filter(|e| get(e, "kind") == kind);
    ours.map(|e| text.slice(number(&e, "start"), number(&e, "end")).into()).collect()
}

#[wasm_bindgen_test]
fn analyzes_a_seed() {
    let analysis = analyzed(SEED);
    assert_eq!(number(&analysis, "schema"), 1);
    for (i, entity) in rows(&analysis, "entities").iter().enumerate() {
        assert_eq!(number(entity, "id") as usize, i);
    }
    assert!(!rows(&analysis, "organizations").is_empty());
    assert!(get(&get(&analysis, "meta"), "title").is_string());
    // maps cross as plain objects, missing fields as undefined
    let counts = get(&get(&analysis, "metrics"), "entities");
    assert!(!counts.is_instance_of::<js_sys::Map>());
    assert!(get(&get(&analysis, "meta"), "views").is_undefined());
}

#[wasm_bindgen_test]
fn offsets_are_those_of_javascript() {
    let plain = "Ngày 14/10/2021, Chỉ thị số 05-CT/TW được bàn lại.";
    let decomposed =
        "Nga\u{300}y 14/10/2021, Chi\u{309} thi\u{323} s\u{f4}\u{301} 05-CT/TW đươ\u{323}c ba\u{300}n la\u{323}i.";
    for text in [plain.to_string(), format!("😀 {plain}"), format!("\u{feff}\r\n{plain}\r\n"), decomposed.to_string()]
    {
        let analysis = analyzed(&text);
        let times = slices(&text, &analysis, "time");
        assert!(times.iter().any(|t| t.ends_with("14/10/2021")), "{times:?}");
        let documents = slices(&text, &analysis, "document");
        assert!(documents.iter().any(|d| d.starts_with("Ch") && d.ends_with("05-CT/TW")), "{documents:?}");
    }
}

#[wasm_bindgen_test]
fn options_are_read() {
    let kinds: Array = [JsValue::from("time")].into_iter().collect();
    let analysis = analyze(&SEED.into(), &options("kinds", kinds)).unwrap();
    let entities = rows(&analysis, "entities");
    assert!(!entities.is_empty() && entities.iter().all(|e| get(e, "kind") == "time"));
    let analysis = analyze(&"Ngày 3/2 họp.".into(), &options("published", "2021-02-01")).unwrap();
    assert_eq!(get(&rows(&analysis, "times")[0], "value"), JsValue::from("2021-02-03"));
    assert!(get(&get(&analysis, "meta"), "published").is_undefined());
    assert!(analyze(&"a".into(), &JsValue::NULL).is_ok());
}

/// The message of the error of a class.
fn thrown<T: JsCast>(result: Result<JsValue, JsValue>) -> String {
    let error = result.unwrap_err();
    assert!(error.is_instance_of::<T>(), "{error:?}");
    error.unchecked_into::<Error>().message().into()
}

#[wasm_bindgen_test]
fn bad_arguments_are_type_errors() {
    for text in [JsValue::UNDEFINED, JsValue::NULL, 5.into(), Object::new().into()] {
        let message = thrown::<TypeError>(analyze(&text, &JsValue::UNDEFINED));
        assert!(message.contains("must be a string"), "{message}");
    }
    let kinds = |kind: &str| options("kinds", [JsValue::from(kind)].into_iter().collect::<Array>());
    for (given, said) in [
        (JsValue::from("news"), "options must be an object"),
        (options("published", "hôm qua"), "ISO date"),
        (options("published", 2021), "ISO date"),
        (options("published", "2024-03-26T10:00:00+07:00"), "options.published"),
        (options("publishd", "2024-03-26"), "no options.publishd"),
        (options("kinds", "person"), "must be an array"),
        (kinds("cat"), "person, role, organization"),
        (options("maxBytes", "many"), "maxBytes"),
        (options("maxBytes", f64::NAN), "maxBytes"),
        (options("maxBytes", -1), "maxBytes"),
    ] {
        let message = thrown::<TypeError>(analyze(&"a".into(), &given));
        assert!(message.contains(said), "{message}");
    }
}

#[wasm_bindgen_test]
fn too_large_a_text_is_a_range_error() {
    // 7 UTF-16 units, 11 bytes: refused by the first before the text is copied, else by the second
    assert!(analyze(&"Hội họp".into(), &options("maxBytes", 11)).is_ok());
    for max in [6, 10] {
        let message = thrown::<RangeError>(analyze(&"Hội họp".into(), &options("maxBytes", max)));
        assert!(message.contains(&max.to_string()) && message.contains("maxBytes"), "{message}");
    }
}

#[wasm_bindgen_test]
fn any_string_is_a_text() {
    for text in ["", " ", "\0", "\u{202e}abc", "Only English here.", "中文"] {
        assert_eq!(number(&analyzed(text), "schema"), 1);
    }
}

#[wasm_bindgen_test]
fn lone_surrogates_are_repaired_with_a_warning() {
    let before = JsString::from_char_code(&[0xd800, 0x20]);
    let text = before.concat(&JsString::from("Ngày 14/10/2021 họp."));
    let analysis = analyze(&text, &JsValue::UNDEFINED).unwrap();
    let codes: Vec<_> = rows(&analysis, "warnings").iter().map(|w| get(w, "code")).collect();
    assert!(codes.contains(&JsValue::from("lone_surrogate")), "{codes:?}");
    let time = &rows(&analysis, "entities")[0];
    let slice: String = text.slice(number(time, "start"), number(time, "end")).into();
    assert_eq!(slice, "Ngày 14/10/2021".to_string());
    // lone surrogates count as U+FFFD, here and in `www/fingerprint.js`
    let length = number(&get(&get(&analysis, "meta"), "text"), "length");
    let hash = get(&get(&get(&analysis, "meta"), "text"), "hash");
    let given = Fingerprint::of("\u{fffd} Ngày 14/10/2021 họp.".encode_utf16());
    assert_eq!((length, hash), (given.length, given.hash.into()));
    assert!(rows(&analyzed("😀 Ngày 14/10/2021 họp."), "warnings").is_empty());
}
