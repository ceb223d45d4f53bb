//! What people write: whatever is wrong with it is an error of the pallet that names it, never of the
//! decoder.

use super::{take_over::outcome, *};
use crate::{
	BatchMode, Call, WrittenAuthorisation, WrittenPeriod, WrittenProgramme, WrittenRows,
	WrittenState, WrittenTakenOver,
};
use aeo_primitives::{WrittenSet, WrittenType};
use codec::{Decode, Encode};
use frame_support::{dispatch::DispatchResultWithPostInfo, traits::UnfilteredDispatchable};

fn named(programme: &str, code: &str) -> WrittenType {
	WrittenType {
		programme: written(programme),
		code: written(code),
	}
}

fn exporter() -> WrittenSet<Role> {
	vec![Role::Exporter].into()
}

fn to_authorise(name: &str, holder: &str) -> WrittenAuthorisation {
	WrittenAuthorisation {
		number: written(name),
		tin: tin(holder),
		publication_consent: document(),
		certificate_type: named("OEA", "FULL"),
		roles: exporter(),
		valid_from: written("2026-11-24"),
		valid_until: Some(written("2027-12-31")),
		document: document(),
		instrument: None,
	}
}

fn to_take_over(name: &str, holder: &str) -> WrittenTakenOver {
	WrittenTakenOver {
		number: written(name),
		tin: tin(holder),
		publication_consent: document(),
		certificate_type: named("OEA", "FULL"),
		roles: exporter(),
		valid_from: written("2024-03-01"),
		valid_until: None,
		periods: vec![WrittenPeriod {
			from: written("2024-03-01"),
			state: WrittenState::Authorised,
			ground: Ground::Authority,
			document: document(),
		}],
		instrument: None,
	}
}

fn propose_all(rows: WrittenRows, mode: BatchMode) -> DispatchResult {
	plain(Certificates::propose_batch(by(MX), rows, mode))
}

/// A way to spoil a row, and the error that says so.
type Fault = (fn(&mut WrittenAuthorisation), Error<Test>);

const FAULTS: [Fault; 13] = [
	(|row| row.number = written(" "), Error::NumberMissing),
	(
		|row| row.number = written(&"A".repeat(36)),
		Error::NumberTooLong,
	),
	(
		|row| row.number = written("-/."),
		Error::NumberNotUnderstood,
	),
	(
		|row| row.number = written(" application-77"),
		Error::NumberReserved,
	),
	(|row| row.roles = vec![].into(), Error::RolesMissing),
	(
		|row| row.roles = <Role as aeo_primitives::Code>::all().collect(),
		Error::TooManyRoles,
	),
	(
		|row| row.valid_from = written("2026-02-30"),
		Error::DateNotReal,
	),
	(
		|row| row.valid_from = written("31/12/2026"),
		Error::DateNotUnderstood,
	),
	(
		|row| row.valid_until = Some(written("2026-2-3")),
		Error::DateNotUnderstood,
	),
	(
		|row| row.certificate_type.programme = written(""),
		Error::CodeMissing,
	),
	(
		|row| row.certificate_type.code = written("A code of 17 chars"),
		Error::CodeTooLong,
	),
	(
		|row| row.certificate_type.code = written("A\u{7}B"),
		Error::CodeNotUnderstood,
	),
	(
		|row| row.certificate_type.code = written("NONE"),
		Error::UnknownType,
	),
];

#[test]
fn a_decision_should_say_what_is_wrong_with_it() {
	for (spoil, error) in FAULTS {
		build_and_execute(|| {
			set_up();
			let mut row = to_authorise(NUMBER, TIN);
			spoil(&mut row);
			let decision = WrittenDecision::Authorise {
				tin: row.tin,
				publication_consent: row.publication_consent,
				certificate_type: row.certificate_type,
				roles: row.roles,
				valid_from: row.valid_from,
				valid_until: row.valid_until,
				document: row.document,
			};
			let result = plain(Certificates::propose(by(MX), row.number, decision));
			assert_eq!(result, Err(error.into()));
		});
	}
}

#[test]
fn white_space_order_and_repetition_should_be_no_fault() {
	build_and_execute(|| {
		set_up();
		let mut row = to_authorise(" mx-oea/0001 ", TIN);
		row.roles = vec![Role::Importer, Role::Exporter, Role::Importer].into();
		row.valid_from = written(" 2026-11-24\n");
		row.certificate_type = named(" FAST", "FULL ");
		assert_ok!(propose_all(
			WrittenRows::Authorise(vec![row]),
			BatchMode::AllOrNothing
		));
		assert_eq!(outcome(), (1, 0, vec![]));
		assert_eq!(
			record(NUMBER).roles,
			roles(&[Role::Exporter, Role::Importer])
		);
	});
}

#[test]
fn a_row_that_cannot_be_read_should_fail_alone() {
	for (spoil, error) in FAULTS {
		build_and_execute(|| {
			set_up();
			let mut faulty = to_authorise("A-2", OTHER);
			spoil(&mut faulty);
			let rows = WrittenRows::Authorise(vec![
				to_authorise("A-1", TIN),
				faulty,
				to_authorise("A-3", "MXSAT970701NN3"),
			]);
			let failed = vec![(1, DispatchError::from(error))];
			assert_ok!(propose_all(rows.clone(), BatchMode::AllOrNothing));
			let (done, count, failures) = outcome();
			assert_eq!((done, count), (0, 1));
			assert_eq!(places(&failures), places(&failed));
			assert_eq!(crate::Batches::<Test>::iter().count(), 0);
			System::reset_events();
			// The maker hears of it already when the batch is proposed; the others go on.
			assert_ok!(propose_all(rows, BatchMode::SkipFailed));
			let told: Vec<_> = failures_told();
			assert_eq!(places(&told), places(&failed));
			let batch = super::take_over::batch();
			System::reset_events();
			assert_ok!(super::take_over::confirm_batch(by_second(MX), batch));
			let (done, count, failures) = outcome();
			assert_eq!((done, count), (2, 1));
			assert_eq!(places(&failures), places(&failed));
			assert!(Certificates::certificate(Territory::MX, &number("A-2")).is_none());
		});
	}
}

fn failures_told() -> Vec<(u32, DispatchError)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Certificates(Event::RowFailed { row, error, .. }) => Some((row, error)),
			_ => None,
		})
		.collect()
}

/// The rows that failed, each with its error: its name is not kept in an event.
fn places(failures: &[(u32, DispatchError)]) -> Vec<(u32, Vec<u8>)> {
	let place = |(row, error): &(u32, DispatchError)| (*row, error.encode());
	failures.iter().map(place).collect()
}

#[test]
fn a_batch_of_which_nothing_would_be_done_should_not_wait() {
	build_and_execute(|| {
		set_up();
		let rows = vec![
			to_take_over("A-1", TIN),
			WrittenTakenOver {
				valid_from: written("?"),
				..to_take_over("A-2", OTHER)
			},
		];
		assert_ok!(propose_all(
			WrittenRows::TakeOver(rows[1..].to_vec()),
			BatchMode::SkipFailed
		));
		assert_eq!(crate::Batches::<Test>::iter().count(), 0);
		assert_ok!(propose_all(
			WrittenRows::TakeOver(rows),
			BatchMode::SkipFailed
		));
		assert_eq!(crate::Batches::<Test>::iter().count(), 1);
	});
}

#[test]
fn lists_should_say_that_they_are_too_long() {
	build_and_execute(|| {
		set_up();
		for count in [6, 300] {
			let rows = WrittenRows::Authorise(vec![to_authorise("A-1", TIN); count]);
			assert_noop!(
				propose_all(rows, BatchMode::SkipFailed),
				Error::<Test>::TooManyRows
			);
		}
		assert_noop!(
			propose_all(WrittenRows::TakeOver(vec![]), BatchMode::SkipFailed),
			Error::<Test>::RowsMissing
		);
		let mut row = to_take_over("A-1", TIN);
		row.periods = vec![row.periods[0].clone(); 10];
		assert_ok!(propose_all(
			WrittenRows::TakeOver(vec![row]),
			BatchMode::SkipFailed
		));
		let error = Error::<Test>::TooManyEarlierPeriods.into();
		assert_eq!(places(&outcome().2), places(&[(0, error)]));
	});
}

#[test]
fn an_application_should_keep_the_number_that_an_issuer_cannot_choose() {
	build_and_execute(|| {
		set_up();
		link();
		let applied = Desk::apply(
			signed(HOLDER),
			named("FAST", "FULL"),
			exporter(),
			document(),
		);
		assert_ok!(applied);
		let own = || written("APPLICATION-0");
		assert_ok!(Desk::accept(by(MX), own(), document()));
		assert_ok!(Certificates::propose(
			by(MX),
			own(),
			as_written(authorise("FAST", TIN))
		));
		assert_noop!(
			Desk::enter_application(
				by(MX),
				written("application-9"),
				tin(OTHER),
				document(),
				named("FAST", "FULL"),
				exporter(),
				document(),
			),
			Error::<Test>::NumberReserved
		);
		assert_ok!(propose_all(
			WrittenRows::TakeOver(vec![to_take_over("Application-9", OTHER)]),
			BatchMode::AllOrNothing
		));
		let error = Error::<Test>::NumberReserved.into();
		assert_eq!(places(&outcome().2), places(&[(0, error)]));
	});
}

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
	let decisions = vec![
		WrittenDecision::Rectify {
			roles: exporter(),
			valid_from: text(),
			valid_until: Some(text()),
			document,
		},
		WrittenDecision::Authorise {
			tin: text(),
			publication_consent: document,
			certificate_type: one,
			roles: exporter(),
			valid_from: text(),
			valid_until: Some(text()),
			document,
		},
		WrittenDecision::Renew {
			valid_until: Some(text()),
			document,
		},
		WrittenDecision::Revoke {
			from: text(),
			bar_until: Some(text()),
			document,
		},
	];
	let mut calls: Vec<_> = decisions
		.into_iter()
		.map(|decision| Call::propose {
			number: text(),
			decision,
		})
		.collect();
	let row = WrittenAuthorisation {
		number: text(),
		tin: text(),
		certificate_type: two,
		valid_from: text(),
		valid_until: Some(text()),
		..to_authorise("A-1", TIN)
	};
	let programme = WrittenProgramme {
		types: vec![crate::WrittenProgrammeType {
			code: text(),
			halves: Halves::Both,
		}]
		.into(),
		opinions_required: vec![text()].into(),
		..programme(vec![], true, ConsentMode::Standing).into()
	};
	calls.extend([
		Call::set_programme {
			code: text(),
			programme,
		},
		Call::propose_batch {
			rows: WrittenRows::Authorise(vec![row]),
			mode: BatchMode::SkipFailed,
		},
		Call::set_review {
			number: text(),
			review: Review::UnderReview,
			document,
		},
	]);
	calls
}

#[test]
fn any_text_should_be_decoded_and_get_an_answer_of_the_pallet() {
	let mut seed = 13;
	for _ in 0..64 {
		build_and_execute(|| {
			set_up();
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
