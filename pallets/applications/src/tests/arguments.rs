//! What people write: whatever is wrong with it is an error of the pallet that names it, never of the
//! decoder.

use super::*;
use crate::Call;
use aeo_primitives::WrittenWish;
use codec::{Decode, Encode};
use frame_support::{dispatch::DispatchResultWithPostInfo, traits::UnfilteredDispatchable};

/// Any text, of characters of every length in bytes.
fn any_text(seed: &mut u64) -> Written {
	let mut next = |below: u64| {
		*seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
		(*seed >> 33) % below
	};
	let pool: Vec<char> = "A0-/. \n\t\u{0}\u{7f}Ñé漢\u{202e}🦀2026-12-31"
		.chars()
		.collect();
	let length = next(257);
	let mut text = String::new();
	loop {
		let place = usize::try_from(next(u64::try_from(pool.len()).expect("few"))).expect("small");
		if text.len() + pool[place].len_utf8() > usize::try_from(length).expect("small") {
			return written(&text);
		}
		text.push(pool[place]);
	}
}

/// Each call with a text in it.
fn calls_with(mut text: impl FnMut() -> Written) -> Vec<Call<Test>> {
	let document = document();
	let mut named = || WrittenType {
		programme: text(),
		code: text(),
	};
	let [one, two] = [named(), named()];
	vec![
		Call::apply {
			certificate_type: one,
			roles: exporter(),
			document,
		},
		Call::enter_application {
			number: text(),
			tin: text(),
			publication_consent: document,
			certificate_type: two,
			roles: exporter(),
			document,
		},
		Call::accept {
			number: text(),
			document,
		},
		Call::ask {
			number: text(),
			wish: WrittenWish::Relinquishment { from: text() },
			document,
		},
		Call::request {
			number: text(),
			kind: RequestKind::Information,
			due: text(),
			document,
		},
		Call::register_agency {
			code: text(),
			account: STRANGER + 1,
		},
		Call::remove_agency { code: text() },
	]
}

#[test]
fn any_text_should_be_decoded_and_get_an_answer_of_the_pallet() {
	let mut seed = 13;
	for _ in 0..64 {
		build_and_execute(|| {
			link();
			for call in calls_with(|| any_text(&mut seed)) {
				let bytes = call.encode();
				let decoded = Call::<Test>::decode(&mut &bytes[..]).expect("any text is decoded");
				assert_eq!(decoded.encode(), bytes);
				for origin in [signed(MX), by(MX), signed(HOLDER)] {
					let answer: DispatchResultWithPostInfo =
						decoded.clone().dispatch_bypass_filter(origin);
					if let Err(error) = answer {
						assert!(!matches!(error.error, DispatchError::Corruption));
					}
				}
			}
		});
	}
}

#[test]
fn a_day_should_be_one_of_the_calendar() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		for (due, error) in [
			("2026-02-30", Error::<Test>::DateNotReal),
			("31/12/2026", Error::DateNotUnderstood),
		] {
			let document = document();
			assert_noop!(
				Applications::request(
					by(MX),
					written(NUMBER),
					RequestKind::Visit,
					written(due),
					document
				),
				error
			);
			let wish = WrittenWish::Relinquishment { from: written(due) };
			assert!(Applications::ask(signed(HOLDER), written(NUMBER), wish, document).is_err());
		}
	});
}
