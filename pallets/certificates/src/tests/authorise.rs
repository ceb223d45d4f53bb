//! `propose` of `Authorise` (T3).

use super::*;
use crate::PendingDecision;
use aeo_primitives::{recognition::Consent, StatusPeriod, Validity};
use aeo_support::proposals::Proposal;

#[test]
fn authorise_should_wait_for_a_second_officer() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		assert!(Certificates::certificate(Territory::MX, &number(NUMBER)).is_none());
		let first = officer(MX, Scope::Certification);
		expect_event(Event::DecisionProposed {
			issuer: Territory::MX,
			number: number(NUMBER),
			proposal: 1,
			decision: authorise("OEA", TIN),
			by: first,
			expires: NOON + TIME_OUT,
		});
		assert_eq!(
			crate::Pendings::<Test>::get(Territory::MX, 1),
			Some(PendingDecision {
				certificate: number(NUMBER),
				proposal: Proposal {
					number: 1,
					content: authorise("OEA", TIN),
					maker: Maker {
						officer: first,
						signer: first
					},
					version: 0,
					expires: NOON + TIME_OUT,
				},
				place: 0,
			})
		);
		assert!(Told::get().is_empty());
	});
}

#[test]
fn authorise_should_issue_at_once_where_the_programme_needs_no_second_officer() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("FAST", TIN)));
		let validity = Some(Validity {
			from: day("2026-11-24"),
			until: Some(day("2027-12-31")),
			renewal_pending: false,
		});
		let trader = Traders::id_of(&tin(TIN)).expect("a TIN");
		let expected = CertificateRecord {
			suspended_since: 0,
			ended_since: 0,
			bar: None,
			asked: Default::default(),
			under_review: false,
			review_due: None,
			trader,
			ordinal: 0,
			version: 1,
			periods: 1,
			certificate_type: kind("FAST", "FULL"),
			halves: Halves::Both,
			roles: roles(&[Role::Exporter]),
			state: CertificateState::Authorised,
			validity,
			consent: Consent {
				mode: ConsentMode::Asked,
				exceptions: Default::default(),
			},
		};
		assert_eq!(record(NUMBER), expected);
		let first = officer(MX, Scope::Certification);
		assert_eq!(
			Certificates::history(Territory::MX, &number(NUMBER), 0),
			[StatusPeriod {
				voids: None,
				version: 1,
				state: CertificateState::Authorised,
				roles: roles(&[Role::Exporter]),
				validity,
				from: NOON,
				known_from: NOON,
				block: 1,
				decided: decided(first),
			}]
		);
		expect_event(Event::CertificateChanged {
			issuer: Territory::MX,
			number: number(NUMBER),
			trader,
			version: 1,
			from: None,
			to: CertificateState::Authorised,
			roles: roles(&[Role::Exporter]),
			validity,
			review_due: None,
			decided: decided(first),
		});
		let told = Told::get();
		assert_eq!(told.len(), 1);
		assert_eq!(told[0].0, Territory::MX);
		assert_eq!(told[0].1[0].before, None);
		assert_eq!(told[0].1[0].after.number, number(NUMBER));
	});
}

#[test]
fn authorise_should_count_ordinals_from_0() {
	build_and_execute(|| {
		set_up();
		for (place, text) in ["A-1", "A-2", "A-3"].into_iter().enumerate() {
			let mut decision = authorise("FAST", TIN);
			if let Decision::Authorise { roles: held, .. } = &mut decision {
				*held = roles(&[[Role::Exporter, Role::Importer, Role::Carrier][place]]);
			}
			assert_ok!(Certificates::propose(
				by(MX),
				number(text).into(),
				as_written(decision)
			));
			assert_eq!(record(text).ordinal as usize, place);
		}
	});
}

#[test]
fn a_number_should_be_normalised() {
	build_and_execute(|| {
		set_up();
		let written = number(" mx-oea/0001 ");
		assert_ok!(Certificates::propose(
			by(MX),
			written.clone().into(),
			as_written(authorise("FAST", TIN))
		));
		assert_eq!(record(NUMBER).version, 1);
		for (wrong, error) in [
			("", Error::<Test>::NumberMissing),
			(" ", Error::<Test>::NumberMissing),
			("A_1", Error::<Test>::NumberNotUnderstood),
			("-/.", Error::<Test>::NumberNotUnderstood),
			("Ñ1", Error::<Test>::NumberNotUnderstood),
		] {
			assert_noop!(
				Certificates::propose(
					by(MX),
					number(wrong).into(),
					as_written(authorise("FAST", TIN))
				),
				error
			);
		}
		assert_noop!(
			Certificates::propose(by(MX), written.into(), as_written(authorise("FAST", OTHER))),
			Error::<Test>::NumberTaken
		);
	});
}

#[test]
fn authorise_should_tell_the_maker_what_is_wrong() {
	build_and_execute(|| {
		set_up();
		for programme in ["OEA", "FAST"] {
			let change = |change: fn(&mut Decision)| {
				let mut decision = authorise(programme, TIN);
				change(&mut decision);
				decision
			};
			for (decision, error) in [
				(
					change(|decision| {
						if let Decision::Authorise {
							certificate_type, ..
						} = decision
						{
							certificate_type.code = "NONE".try_into().expect("short");
						}
					}),
					Error::<Test>::UnknownType.into(),
				),
				(
					change(|decision| {
						if let Decision::Authorise {
							certificate_type, ..
						} = decision
						{
							certificate_type.programme = "NONE".try_into().expect("short");
						}
					}),
					Error::<Test>::UnknownProgramme.into(),
				),
				(
					change(|decision| {
						if let Decision::Authorise { valid_until, .. } = decision {
							*valid_until = Some(day("2026-11-23"));
						}
					}),
					Error::<Test>::EndsBeforeItBegins.into(),
				),
				(
					change(|decision| {
						if let Decision::Authorise {
							valid_from,
							valid_until,
							..
						} = decision
						{
							*valid_from = day("2026-01-01");
							*valid_until = Some(day("2026-11-23"));
						}
					}),
					Error::<Test>::DayPassed.into(),
				),
				(
					change(|decision| {
						if let Decision::Authorise { document, .. } = decision {
							*document = H256::zero();
						}
					}),
					Error::<Test>::DocumentMissing.into(),
				),
				(
					change(|decision| {
						if let Decision::Authorise { tin, .. } = decision {
							*tin = "CR 3-101-123456".try_into().expect("short");
						}
					}),
					BAD_TIN,
				),
			] {
				let error: DispatchError = error;
				assert_noop!(propose(decision), error);
			}
		}
	});
}

#[test]
fn authorise_should_allow_a_last_day_until_it_is_over_there() {
	build_and_execute(|| {
		set_up();
		let mut decision = authorise("FAST", TIN);
		if let Decision::Authorise { valid_until, .. } = &mut decision {
			*valid_until = Some(day("2026-11-24"));
		}
		// Mexico's 24 November ends at 06:00 UTC of the 25th.
		let hours = 18 * 60 * 60 * 1000;
		pass(hours);
		assert_noop!(propose(decision.clone()), Error::<Test>::DayPassed);
		Timestamp::set_timestamp(NOON + hours - 1);
		assert_ok!(propose(decision));
	});
}

#[test]
fn a_decision_should_be_refused_outside_a_signed_extrinsic() {
	build_and_execute(|| {
		set_up();
		let origin = RuntimeOrigin::signed(officer(MX, Scope::Certification));
		set_outer_signer(None);
		for programme in ["OEA", "FAST"] {
			let decision = authorise(programme, TIN);
			assert_noop!(
				Certificates::propose(origin.clone(), number(NUMBER).into(), as_written(decision)),
				Error::<Test>::NotASignedTransaction
			);
		}
	});
}

#[test]
fn authorise_should_leave_the_numbers_of_applications_to_the_chain() {
	build_and_execute(|| {
		set_up();
		link();
		let authorise_as = |text| {
			let decision = authorise("FAST", TIN);
			plain(Certificates::propose(
				by(MX),
				number(text).into(),
				as_written(decision),
			))
		};
		assert_noop!(authorise_as("application-1"), Error::<Test>::NumberReserved);
		assert_ok!(authorise_as("A-0"));
		// The application that is second finds its number free, and can be authorised under it.
		assert_ok!(Desk::apply(
			signed(OTHER_HOLDER),
			kind("FAST", "FULL").into(),
			roles(&[Role::Exporter]).into(),
			document()
		));
		let here = || number("APPLICATION-1");
		assert_ok!(Desk::accept(by(MX), here().into(), document()));
		let decision = authorise("FAST", OTHER);
		assert_ok!(Certificates::propose(
			by(MX),
			here().into(),
			as_written(decision)
		));
	});
}
