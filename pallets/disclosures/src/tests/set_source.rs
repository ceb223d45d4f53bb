//! `set_source`.

use super::*;
use crate::Sources;
use aeo_primitives::Written;

fn set(url: &str) -> DispatchResult {
	let url: Written = url.try_into().expect("short enough");
	Disclosures::set_source(signed(MX), url)
}

fn source() -> Option<String> {
	Sources::<Test>::get(Territory::MX).map(|source| source.as_str().into())
}

#[test]
fn set_source_should_set_change_and_remove_it() {
	build_and_execute(|| {
		for (written, expected) in [
			(
				"https://files.sat.gob.mx/aeo",
				Some("https://files.sat.gob.mx/aeo"),
			),
			(
				"  https://127.0.0.1:8443//  ",
				Some("https://127.0.0.1:8443"),
			),
			(" ", None),
		] {
			assert_ok!(set(written));
			assert_eq!(source().as_deref(), expected);
			expect_event(Event::SourceSet {
				administration: Territory::MX,
				source: expected.map(|text| text.try_into().expect("short")),
			});
		}
		assert_eq!(Sources::<Test>::iter().count(), 0);
	});
}

#[test]
fn set_source_should_fail_where_it_is_so_already() {
	build_and_execute(|| {
		assert_noop!(set(""), Error::<Test>::SourceUnchanged);
		assert_ok!(set("https://aeo.example"));
		assert_noop!(set("https://aeo.example/"), Error::<Test>::SourceUnchanged);
	});
}

#[test]
fn set_source_should_fail_for_what_is_no_address() {
	build_and_execute(|| {
		for wrong in [
			"http://aeo.example",
			"HTTPS://aeo.example",
			"aeo.example",
			"https://",
			"https:///",
			"https://.example",
			"https://user@aeo.example",
			"https://aeo.example/?a=b",
			"https://aeo.example/#a",
			"https://aeo.example/a b",
			"https://aduanas.españa.example",
			"https://aeo.example\\a",
			"https://aeo.example/a\nb",
			"https://aeo.example/\"",
		] {
			assert_noop!(set(wrong), Error::<Test>::SourceNotUnderstood);
		}
		let longest = |length: usize| format!("https://{}", "a".repeat(length - 8));
		assert_noop!(set(&longest(129)), Error::<Test>::SourceNotUnderstood);
		assert_ok!(set(&longest(128)));
	});
}
