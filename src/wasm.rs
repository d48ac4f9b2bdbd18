//! The JavaScript boundary: reads arguments, throws JavaScript's own errors, hands the analysis over in one crossing.
//!
//! The only file that knows of JavaScript. A panic prints its message and traps; the loader beside the module
//! (`www/load.js`) turns that into an `Error` and starts a fresh instance.

use crate::analysis::{Kind, Warning};
use crate::{Date, Options};
use js_sys::{Error, JsString, RangeError, Reflect, TypeError};
use serde::Serialize;
use std::sync::Mutex;
use wasm_bindgen::prelude::*;

/// Largest text unless the caller says otherwise, in bytes of UTF-8.
const MAX_BYTES: f64 = 64.0 * 1024.0 * 1024.0;

/// The options there are.
const NAMES: [&str; 3] = ["published", "kinds", "maxBytes"];
/// How a day is written.
const DAY: &str = "2021-07-01";

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/** What the caller may tell beside the text. */
export interface Options {
  /** ISO date of publication, `2021-07-01`, used where the text names none. */
  published?: string;
  /** Keep only these kinds in `entities`. */
  kinds?: Kind[];
  /** Largest text in bytes of UTF-8; 64 MiB unless told. */
  maxBytes?: number;
}
"#;

/// The message of the last panic, for the loader to put into its error.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Sets the panic hook; runs when the module starts.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        if let Ok(mut last) = LAST_PANIC.lock() {
            *last = info.to_string();
        }
        console_error_panic_hook::hook(info);
    }));
}

/// The message of the panic that stopped this instance; empty where none did.
#[wasm_bindgen(js_name = lastPanic, skip_typescript)]
pub fn last_panic() -> String {
    LAST_PANIC.lock().map(|m| m.clone()).unwrap_or_default()
}

/// Analyzes one article; `www/langkinh.d.ts` has the types of what goes in and out.
///
/// # Errors
///
/// A `TypeError` for a text that is no string and for bad options, a `RangeError` for a text over `maxBytes`.
#[wasm_bindgen(js_name = analyze, skip_typescript)]
pub fn analyze(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let Some(given) = text.dyn_ref::<JsString>() else {
        return Err(type_error(&format!("analyze: text must be a string, not {}", type_of(text))));
    };
    let (options, max) = read_options(options)?;
    // every UTF-16 unit takes at least one byte: refuse before copying
    if f64::from(given.length()) > max {
        return Err(too_large(f64::from(given.length()), max));
    }
    let text = String::from(given);
    #[cfg(langkinh_panic)] // only in the build that tests what a panic does
    assert!(text != "please panic", "asked to panic");
    if text.len() as f64 > max {
        return Err(too_large(text.len() as f64, max));
    }
    let mut analysis = crate::analyze(&text, &options);
    if !given.is_valid_utf16() {
        analysis.warnings.push(Warning::lone_surrogates());
    }
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    analysis.serialize(&serializer).map_err(|e| Error::new(&e.to_string()).into())
}

fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}

fn too_large(bytes: f64, max: f64) -> JsValue {
    RangeError::new(&format!(
        "analyze: the text has at least {} bytes, {} are allowed (maxBytes)",
        bytes as u64, max as u64
    ))
    .into()
}

fn type_of(value: &JsValue) -> String {
    if value.is_null() { "null".into() } else { value.js_typeof().as_string().unwrap_or_else(|| "a value".into()) }
}

/// Options and the largest size.
fn read_options(value: &JsValue) -> Result<(Options, f64), JsValue> {
    let mut options = Options::default();
    if value.is_undefined() || value.is_null() {
        return Ok((options, MAX_BYTES));
    }
    if !value.is_object() {
        return Err(type_error(&format!("analyze: options must be an object, not {}", type_of(value))));
    }
    // a misspelled option would be a silent one
    for key in js_sys::Object::keys(value.unchecked_ref::<js_sys::Object>()).iter().filter_map(|key| key.as_string()) {
        if !NAMES.contains(&key.as_str()) {
            return Err(type_error(&format!("analyze: there is no options.{key}; there are {}", NAMES.join(", "))));
        }
    }
    let get = |name: &str| Reflect::get(value, &name.into()).map(|v| Some(v).filter(|v| !v.is_undefined()));
    if let Some(published) = get("published")? {
        let date = published.as_string().and_then(|s| Date::parse(&s));
        options.published = Some(date.ok_or_else(|| {
            type_error(&format!("analyze: options.published must be an ISO date such as {DAY:?}, without a time"))
        })?);
    }
    if let Some(kinds) = get("kinds")? {
        options.kinds = Some(read_kinds(&kinds)?);
    }
    let max = match get("maxBytes")? {
        None => MAX_BYTES,
        Some(max) => max
            .as_f64()
            .filter(|m| *m >= 0.0)
            .ok_or_else(|| type_error("analyze: options.maxBytes must be a number of bytes, 0 or more"))?,
    };
    Ok((options, max))
}

fn read_kinds(value: &JsValue) -> Result<Vec<Kind>, JsValue> {
    let allowed = || Kind::ALL.map(|k| k.name()).join(", ");
    let wrong = |what: String| type_error(&format!("analyze: options.kinds {what}; allowed are {}", allowed()));
    if !js_sys::Array::is_array(value) {
        return Err(wrong("must be an array".into()));
    }
    js_sys::Array::from(value)
        .iter()
        .map(|item| {
            let name = item.as_string().unwrap_or_default();
            Kind::ALL.into_iter().find(|k| k.name() == name).ok_or_else(|| wrong(format!("holds {name:?}")))
        })
        .collect()
}
