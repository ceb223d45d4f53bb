//! Whatever somebody types, the answer is the runtime's and not the decoder's.

use super::*;
use crate::{Call, SealedCounter, WrittenPeriod};
use aeo_primitives::{AliasScheme, Written, MAX_WRITTEN};
use codec::{Decode, Encode};
use proptest::{prelude::*, sample};
use sp_runtime::traits::Dispatchable;

/// Any text that is not longer than any that is taken.
fn text() -> impl Strategy<Value = Written> {
	let near = prop_oneof![
		any::<String>(),
		"[ -~]{0,300}",
		"[0-9]{4}-[0-9]{2}-[0-9]{2}",
		"[A-Z]{2} ?[A-Z0-9./ -]{0,40}",
	];
	near.prop_map(|mut text| {
		while text.len() > MAX_WRITTEN as usize {
			text.pop();
		}
		text.try_into().expect("it was cut")
	})
}

fn identifier() -> impl Strategy<Value = Identifier> {
	(text(), 0..3_u8, sample::select(AliasScheme::ALL)).prop_map(|(written, kind, scheme)| {
		match kind {
			0 => Identifier::Tin(written),
			1 => Identifier::Certificate {
				issuer: Territory::MX,
				number: written,
			},
			_ => Identifier::Alias {
				scheme,
				value: written,
			},
		}
	})
}

/// The call as it comes in, dispatched.
fn sent(call: Call<Test>) -> DispatchResult {
	let call = RuntimeCall::Benefits(call).encode();
	let call = RuntimeCall::decode(&mut &call[..]).expect("nothing traps");
	call.dispatch(by(CR))
		.map(|_| ())
		.map_err(|error| error.error)
}

/// An error that says in its name what is wrong.
fn is_told(error: DispatchError) -> bool {
	matches!(error, DispatchError::Module(_))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn any_identifier_should_get_an_answer(identifier in identifier()) {
		build_and_execute(|| {
			set_up();
			let row = GrantRow { identifier, ..row(1, TIN) };
			let alone = sent(Call::grant {
				declaration: row.declaration,
				identifier: row.identifier.clone(),
				role: row.role,
				direction: row.direction,
			});
			if let Err(error) = alone {
				assert!(is_told(error), "{error:?}");
				// In a batch the same is told of the row.
				assert_ok!(sent(Call::grant_many { rows: vec![row] }));
				assert_eq!(failures(), [(0, declaration(1), error)]);
			}
		});
	}

	#[test]
	fn any_days_should_get_an_answer(from in text(), until in text()) {
		build_and_execute(|| {
			let counter = SealedCounter {
				basis: Basis::Agreement(1),
				benefit: Benefit::FewerInspections,
				direction: Direction::Import,
				count: 5,
			};
			let result = sent(Call::record_sealed {
				period: WrittenPeriod { from, until },
				root: document(),
				leaves: 5,
				counters: vec![counter],
				lines: vec![],
			});
			assert!(result.map_err(is_told) != Err(false));
		});
	}
}

#[test]
fn what_cannot_be_read_should_be_told_from_what_nobody_has() {
	build_and_execute(|| {
		set_up();
		let tell = |identifier| {
			grant_by(
				CR,
				GrantRow {
					identifier,
					..row(1, TIN)
				},
			)
		};
		let numbered = |number: &str| {
			tell(Identifier::Certificate {
				issuer: Territory::MX,
				number: number.try_into().expect("short enough"),
			})
		};
		assert_noop!(tell(tin("one that is none")), Error::<Test>::NotANumber);
		assert_noop!(tell(tin(OTHER)), Error::<Test>::NoMatch);
		assert_noop!(numbered(" "), Error::<Test>::NumberMissing);
		assert_noop!(numbered(&"9".repeat(36)), Error::<Test>::NumberTooLong);
		assert_noop!(numbered("A_1"), Error::<Test>::NumberNotUnderstood);
		assert_noop!(numbered("---"), Error::<Test>::NumberNotUnderstood);
		assert_noop!(numbered("A-2"), Error::<Test>::NoMatch);
		assert_ok!(numbered(" a-1 "));
	});
}
