//! What is written in a call, however wrong: the answer is the pallet's and names the mistake.

use super::*;
use crate::{Call, WrittenDeclareAs, MAX_AGREEMENT_LEGS};
use aeo_primitives::WrittenType;
use codec::{Decode, Encode};
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, DispatchError};

const PAIR: [Territory; 2] = [Territory::MX, Territory::CR];

fn change(leg: impl Fn(&mut WrittenLeg)) -> Vec<WrittenLeg> {
	let mut legs = written_mesh(&PAIR);
	leg(&mut legs[1]);
	legs
}

fn proposal(legs: Vec<WrittenLeg>) -> Call<Test> {
	Call::propose {
		parties: PAIR.to_vec().into(),
		text: text(),
		signed_on: None,
		notice_days: 60,
		legs,
		in_force_from: None,
	}
}

fn amendment(legs: Vec<WrittenLeg>) -> Call<Test> {
	Call::propose_amendment {
		agreement: 1,
		text: annex(),
		new_parties: WrittenSet::default(),
		legs,
		removed: WrittenSet::default(),
		notice_days: None,
		in_force_from: None,
	}
}

/// Dispatches what the bytes of a call decode to: nothing is lost on the way, and nothing is refused
/// by the decoder.
fn dispatch(call: Call<Test>) -> DispatchResult {
	let call = RuntimeCall::Agreements(call);
	let bytes = call.encode();
	let decoded = RuntimeCall::decode(&mut &bytes[..]).expect("a call decodes");
	assert_eq!(decoded.encode(), bytes);
	let dispatched = decoded.dispatch(signed(MX));
	dispatched.map(|_| ()).map_err(|failed| failed.error)
}

fn is_of_the_pallet(error: DispatchError) -> bool {
	matches!(error, DispatchError::Module(_))
}

#[test]
fn whatever_a_leg_lacks_should_be_named() {
	build_and_execute(|| {
		conclude();
		let code = |text: &str| WrittenType {
			programme: written("OEA"),
			code: written(text),
		};
		let types = |types: Vec<WrittenType>| change(move |leg| leg.types.clone_from(&types));
		let prefix = |text: &str| change(|leg| leg.declare_as.prefix = written(text));
		let place = |text: &str| change(|leg| leg.declare_as.place = written(text));
		let many: Vec<_> = (0..17).map(|place| code(&format!("T{place}"))).collect();
		for (legs, error) in [
			(
				change(|leg| leg.roles = WrittenSet::default()),
				Error::<Test>::RolesMissing,
			),
			(
				change(|leg| leg.directions = WrittenSet::default()),
				Error::<Test>::DirectionsMissing,
			),
			(
				change(|leg| leg.rows = WrittenSet::default()),
				Error::<Test>::RowsMissing,
			),
			(types(vec![]), Error::<Test>::TypesMissing),
			(types(many), Error::<Test>::TooManyTypes),
			// As polkadot.js fills in a list.
			(types(vec![code("")]), Error::<Test>::CodeMissing),
			(
				types(vec![code("SEVENTEEN LETTERS")]),
				Error::<Test>::CodeTooLong,
			),
			(types(vec![code("O\nA")]), Error::<Test>::CodeNotUnderstood),
			(
				types(vec![code("A"), code(" A ")]),
				Error::<Test>::TypeTwice,
			),
			(prefix("SEVENTEEN LETTERS"), Error::<Test>::DeclareAsTooLong),
			(place(&"X".repeat(36)), Error::<Test>::DeclareAsTooLong),
			(place("box\t44"), Error::<Test>::DeclareAsNotUnderstood),
			(
				vec![written_mesh(&PAIR)[0].clone(); 300],
				Error::<Test>::TooManyLegs,
			),
		] {
			let error: DispatchError = error.into();
			for call in [proposal(legs.clone()), amendment(legs)] {
				assert_noop!(dispatch(call), error);
			}
		}
	});
}

/// White space at the ends of what is typed is nobody's mistake, and sets are sets.
#[test]
fn what_is_meant_should_be_stored() {
	build_and_execute(|| {
		let mut legs = written_mesh(&PAIR);
		for leg in &mut legs {
			leg.types[0].code = written(" FULL ");
			leg.roles = vec![Role::Importer, Role::Exporter, Role::Importer].into();
			leg.declare_as.place = written("box 44 ");
		}
		let mut call = proposal(legs);
		if let Call::propose {
			parties,
			in_force_from,
			..
		} = &mut call
		{
			*parties = vec![Territory::MX, Territory::CR, Territory::MX].into();
			*in_force_from = Some(written(" 2026-11-24 "));
		}
		assert_ok!(dispatch(call));
		assert_eq!(
			crate::ProposedLegs::<Test>::get(1).into_inner(),
			mesh(&PAIR)
		);
		let agreement = crate::Agreements::<Test>::get(1).expect("it is there");
		assert_eq!(agreement.parties.len(), 2);
		let signature = agreement.signatures[&Territory::MX];
		assert_eq!(signature.in_force_from, Some(day(TODAY)));
	});
}

#[test]
fn a_date_should_be_refused_by_name_wherever_it_stands() {
	build_and_execute(|| {
		conclude();
		let proposed = propose(by(CR), &PAIR, None);
		for (text, error) in [
			("", Error::<Test>::DateNotUnderstood),
			("31/12/2026", Error::<Test>::DateNotUnderstood),
			("2026-2-3", Error::<Test>::DateNotUnderstood),
			("2026-02-30", Error::<Test>::DateNotReal),
		] {
			let error: DispatchError = error.into();
			for call in with_a_date(text, proposed) {
				assert_noop!(dispatch(call), error);
			}
		}
	});
}

/// Each call with this text in the place of each date that it has.
fn with_a_date(text: &str, proposed: AgreementId) -> Vec<Call<Test>> {
	let given = Some(written(text));
	let (mut signed_on, mut begin) = (proposal(written_mesh(&PAIR)), proposal(written_mesh(&PAIR)));
	if let Call::propose { signed_on: day, .. } = &mut signed_on {
		day.clone_from(&given);
	}
	if let Call::propose { in_force_from, .. } = &mut begin {
		in_force_from.clone_from(&given);
	}
	let mut amend = amendment(written_mesh(&PAIR));
	if let Call::propose_amendment { in_force_from, .. } = &mut amend {
		in_force_from.clone_from(&given);
	}
	vec![
		signed_on,
		begin,
		amend,
		Call::sign {
			agreement: proposed,
			terms: terms(proposed),
			in_force_from: given.clone(),
		},
		Call::sign_amendment {
			agreement: 1,
			terms: H256::zero(),
			in_force_from: given,
		},
		Call::put_in_force {
			agreement: 1,
			issuer: Territory::CR,
			from: written(text),
		},
		Call::record_milestone {
			agreement: 1,
			kind: aeo_primitives::MilestoneKind::Pilot,
			on: written(text),
			document: H256::repeat_byte(3),
		},
	]
}

/// As polkadot.js fills in each argument: refused, each with a sentence.
#[test]
fn what_nobody_has_filled_in_should_be_refused() {
	build_and_execute(|| {
		let nothing = || written("");
		let first = Territory::ALL[0];
		let leg = WrittenLeg {
			issuer: first,
			grantor: first,
			types: vec![WrittenType {
				programme: nothing(),
				code: nothing(),
			}],
			roles: WrittenSet::default(),
			directions: WrittenSet::default(),
			rows: WrittenSet::default(),
			consent: ConsentNeed::Needed,
			data_classes: WrittenSet::default(),
			declare_as: WrittenDeclareAs {
				code: nothing(),
				place: nothing(),
				number: DeclaredNumber::Tin,
				prefix: nothing(),
				number_place: nothing(),
				manifest_place: nothing(),
			},
		};
		let unchosen = |legs| Call::propose {
			parties: WrittenSet::default(),
			text: H256::zero(),
			signed_on: None,
			notice_days: 0,
			legs,
			in_force_from: None,
		};
		let refused = |legs| dispatch(unchosen(legs)).expect_err("it is refused");
		assert_eq!(refused(vec![leg]), Error::<Test>::RolesMissing.into());
		assert_eq!(refused(vec![]), Error::<Test>::PartiesMissing.into());
		for number in 1..3 {
			conclude();
			let amending = |legs| Call::propose_amendment {
				agreement: number,
				text: annex(),
				new_parties: WrittenSet::default(),
				legs,
				removed: WrittenSet::default(),
				notice_days: None,
				in_force_from: None,
			};
			assert_noop!(
				dispatch(amending(vec![])),
				Error::<Test>::NothingWouldChange
			);
		}
	});
}

/// Any UTF-8 of at most 256 bytes.
fn any_text() -> impl Strategy<Value = Written> {
	let typed = "[ 0-9/-]{0,12}|[A-Z0-9 ]{0,40}|\\PC{0,64}".prop_map(String::from);
	let any = prop::collection::vec(any::<char>(), 0..256).prop_map(String::from_iter);
	prop_oneof![typed, any].prop_map(|mut text: String| {
		while text.len() > 256 {
			text.pop();
		}
		text.as_str().try_into().expect("256 bytes at most")
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn any_text_should_get_an_answer_of_the_pallet(text in any_text()) {
		build_and_execute(|| {
			conclude();
			let proposed = propose(by(CR), &PAIR, None);
			let mut calls = with_a_date(&text, proposed);
			let changes: [fn(&mut WrittenLeg, &Written); 7] = [
				|leg, text| leg.types[0].programme = text.clone(),
				|leg, text| leg.types[0].code = text.clone(),
				|leg, text| leg.declare_as.code = text.clone(),
				|leg, text| leg.declare_as.place = text.clone(),
				|leg, text| leg.declare_as.prefix = text.clone(),
				|leg, text| leg.declare_as.number_place = text.clone(),
				|leg, text| leg.declare_as.manifest_place = text.clone(),
			];
			for with in changes {
				let legs = change(|leg| with(leg, &text));
				calls.extend([proposal(legs.clone()), amendment(legs)]);
			}
			for call in calls {
				let answer = frame_support::storage::with_storage_layer(|| dispatch(call));
				if let Err(error) = answer {
					assert!(is_of_the_pallet(error), "{error:?}");
				}
			}
		});
	}
}

/// As many legs as sixteen parties can have: they fit, and one more is refused.
#[test]
fn two_hundred_and_forty_legs_should_be_the_most() {
	build_and_execute(|| {
		let parties = &Territory::ALL[..16];
		for (own, territory) in (200..).zip(parties) {
			aeo_mocks::admit(own, *territory, 0);
		}
		let propose = |legs: Vec<WrittenLeg>| {
			Agreements::propose(
				signed(200),
				parties.to_vec().into(),
				text(),
				None,
				60,
				legs,
				None,
			)
		};
		let mut legs = written_mesh(parties);
		assert_eq!(legs.len(), MAX_AGREEMENT_LEGS as usize);
		assert_ok!(propose(legs.clone()));
		legs.push(legs[0].clone());
		assert_noop!(propose(legs), Error::<Test>::TooManyLegs);
	});
}
