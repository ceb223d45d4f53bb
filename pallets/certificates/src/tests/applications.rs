//! Applications (T1, T2, T2b) and what follows from them (T3).

use super::*;

/// The number of the first application that a holder makes.
const OWN: &str = "APPLICATION-0";

fn apply(holder: AccountId, programme: &str) -> DispatchResult {
	Desk::apply(
		signed(holder),
		kind(programme, "FULL").into(),
		roles(&[Role::Exporter]).into(),
		document(),
	)
}

fn enter(text: &str, of: &str) -> DispatchResult {
	Desk::enter_application(
		by(MX),
		number(text).into(),
		tin(of),
		document(),
		kind("FAST", "FULL").into(),
		roles(&[Role::Exporter]).into(),
		document(),
	)
}

fn refuse_application(bar_until: Option<Date>) -> Decision {
	Decision::RefuseApplication {
		bar_until,
		document: document(),
	}
}

#[test]
fn apply_should_open_an_application_of_the_holder() {
	build_and_execute(|| {
		set_up();
		link();
		assert_ok!(apply(HOLDER, "FAST"));
		let record = record(OWN);
		assert_eq!(record.state, CertificateState::Applied);
		assert_eq!(record.validity, None);
		let period = &Certificates::history(Territory::MX, &number(OWN), 0)[0];
		assert_eq!(
			(period.decided.by.clone(), period.decided.ground),
			(Hands::one(HOLDER), Ground::HoldersRequest)
		);
	});
}

#[test]
fn apply_should_fail_where_it_cannot_be() {
	build_and_execute(|| {
		set_up();
		link();
		assert_noop!(apply(HOLDER, "NONE"), Error::<Test>::UnknownProgramme);
		assert_ok!(apply(HOLDER, "FAST"));
		assert_noop!(apply(HOLDER, "FAST"), Error::<Test>::ApplicationOpenAlready);
		assert_ok!(apply(HOLDER, "OEA"));
	});
}

#[test]
fn an_officer_should_not_use_the_numbers_of_the_chain() {
	build_and_execute(|| {
		set_up();
		assert_noop!(enter(OWN, TIN), Error::<Test>::NumberReserved);
		assert_ok!(enter(NUMBER, TIN));
		assert_eq!(record(NUMBER).state, CertificateState::Applied);
	});
}

#[test]
fn an_application_should_become_a_certificate() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.applications = applied(true));
		assert_noop!(
			propose(authorise("FAST", TIN)),
			Error::<Test>::ApplicationMissing
		);
		assert_ok!(enter(NUMBER, TIN));
		assert_noop!(
			propose(authorise("FAST", TIN)),
			Error::<Test>::ApplicationNotAccepted
		);
		assert_ok!(Desk::accept(by(MX), number(NUMBER).into(), document()));
		for other in [authorise("FAST", OTHER), authorise("OEA", TIN)] {
			let needs_second = matches!(&other, Decision::Authorise { certificate_type, .. }
				if certificate_type.programme.as_str() == "OEA");
			assert_noop!(propose(other), Error::<Test>::ApplicationDiffers);
			assert!(needs_second || record(NUMBER).version == 2);
		}
		assert_ok!(propose(authorise("FAST", TIN)));
		let record = record(NUMBER);
		assert_eq!(
			(record.state, record.version, record.periods),
			(CertificateState::Authorised, 3, 3)
		);
		assert!(record.validity.is_some());
	});
}

#[test]
fn a_merged_trader_should_not_be_certified() {
	build_and_execute(|| {
		set_up();
		assert_ok!(enter(NUMBER, TIN));
		assert_ok!(Desk::accept(by(MX), number(NUMBER).into(), document()));
		Registered::mutate(|all| {
			for trader in all.values_mut() {
				trader.state = aeo_primitives::recognition::TraderState::Closed;
			}
		});
		assert_noop!(
			propose(authorise("FAST", TIN)),
			Error::<Test>::TraderNotActive
		);
	});
}

#[test]
fn the_holder_should_take_its_own_application_back() {
	build_and_execute(|| {
		set_up();
		link();
		assert_ok!(apply(HOLDER, "FAST"));
		let withdraw =
			|account| Desk::withdraw_application(signed(account), number(OWN).into(), document());
		assert_noop!(withdraw(OTHER_HOLDER), DispatchError::BadOrigin);
		assert_ok!(withdraw(HOLDER));
		assert_noop!(withdraw(HOLDER), Error::<Test>::NoOpenApplication);
		assert_ok!(apply(HOLDER, "FAST"));
	});
}

#[test]
fn a_refusal_should_bar_through_its_last_day() {
	build_and_execute(|| {
		set_up();
		link();
		assert_ok!(enter(NUMBER, TIN));
		assert_ok!(Desk::accept(by(MX), number(NUMBER).into(), document()));
		assert_noop!(
			propose(refuse_application(Some(day("2026-11-23")))),
			Error::<Test>::DayPassed
		);
		assert_ok!(propose(refuse_application(Some(day("2026-12-31")))));
		assert_eq!(record(NUMBER).state, CertificateState::Refused);
		assert_noop!(apply(HOLDER, "FAST"), Error::<Test>::TraderBarred);
		assert_noop!(enter("A-2", TIN), Error::<Test>::TraderBarred);
		let next = |text| {
			Certificates::propose(
				by(MX),
				number(text).into(),
				as_written(authorise("FAST", TIN)),
			)
		};
		assert_noop!(plain(next("A-3")), Error::<Test>::TraderBarred);
		// Another programme, and another trader.
		assert_ok!(apply(HOLDER, "OEA"));
		assert_ok!(apply(OTHER_HOLDER, "FAST"));
		Timestamp::set_timestamp(morning("2027-01-01") - 1);
		assert_noop!(apply(HOLDER, "FAST"), Error::<Test>::TraderBarred);
		Timestamp::set_timestamp(morning("2027-01-01"));
		assert_ok!(apply(HOLDER, "FAST"));
	});
}

/// An officer with the holder's paper proposes it, and another one confirms.
#[test]
fn an_officer_should_not_withdraw_an_application_alone() {
	build_and_execute(|| {
		set_up();
		link();
		assert_ok!(apply(HOLDER, "OEA"));
		let withdraw = Decision::WithdrawApplication {
			document: document(),
		};
		for accepted in [false, true] {
			if accepted {
				assert_ok!(Desk::accept(by(MX), number(OWN).into(), document()));
			}
			let alone = Desk::withdraw_application(by(MX), number(OWN).into(), document());
			assert_eq!(alone, Err(DispatchError::BadOrigin));
			let state = record(OWN).state;
			assert_ok!(Certificates::propose(
				by(MX),
				number(OWN).into(),
				as_written(withdraw.clone())
			));
			assert_eq!(record(OWN).state, state);
		}
		assert_ok!(Certificates::confirm(
			by_second(MX),
			number(OWN).into(),
			last_proposal()
		));
		assert_eq!(record(OWN).state, CertificateState::ApplicationWithdrawn);
		let period = &Certificates::history(Territory::MX, &number(OWN), 0)[0];
		assert_eq!(period.decided.by, both());
	});
}
