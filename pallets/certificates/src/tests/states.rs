//! Every state × everything that can be done: a table, written down from the domain specification,
//! section 5.

use super::*;
use aeo_primitives::ApplicationRegister;
use frame_support::assert_storage_noop;

/// Each state, with the steps that lead there from nothing.
pub(super) const STATES: [(&str, &[&str]); 13] = [
	("Applied", &["enter"]),
	("Accepted", &["enter", "accept"]),
	("Rejected", &["enter", "reject"]),
	("Withdrawn", &["enter", "withdraw"]),
	("Refused", &["enter", "accept", "refuse"]),
	("Authorised", &["enter", "accept", "authorise"]),
	("Suspended", &["enter", "accept", "authorise", "suspend"]),
	("Expired", &["enter", "accept", "authorise", "years pass"]),
	(
		"Revoked soon",
		&["enter", "accept", "authorise", "revoke soon"],
	),
	("Revoked", &["enter", "accept", "authorise", "revoke"]),
	(
		"Relinquished soon",
		&["enter", "accept", "authorise", "relinquish soon"],
	),
	(
		"Relinquished",
		&["enter", "accept", "authorise", "relinquish"],
	),
	("Annulled", &["enter", "accept", "authorise", "annul"]),
];

/// What each step comes to in each of the states, in their order: the next state, or the error.
pub(super) const TABLE: [(&str, [&str; 13]); 25] = {
	const NA: &str = "NoApplicationToAccept";
	const NC: &str = "ApplicationNotAccepted";
	const NO: &str = "NoOpenApplication";
	const NL: &str = "CertificateNotLive";
	const NT: &str = "NumberTaken";
	const NR: &str = "CertificateNotRenewable";
	const NN: &str = "NothingToOverturn";
	const NP: &str = "NoAppealPending";
	const NW: &str = "NoRenewalAsked";
	const NS: &str = "CertificateNotSuspended";
	const NH: &str = "HolderHasNotAsked";
	const ED: &str = "EndDecidedAlready";
	const AP: &str = "Applied";
	const AC: &str = "Accepted";
	const RJ: &str = "Rejected";
	const WI: &str = "ApplicationWithdrawn";
	const RF: &str = "Refused";
	const AU: &str = "Authorised";
	const SU: &str = "Suspended";
	const RE: &str = "Revoked";
	const GI: &str = "Relinquished";
	const AN: &str = "Annulled";
	[
		// step       Applied Accepted Rejected Withdrawn Refused Authorised Suspended Expired
		//            Revoked soon, Revoked, Relinquished soon, Relinquished, Annulled
		(
			"enter",
			[NT, NT, NT, NT, NT, NT, NT, NT, NT, NT, NT, NT, NT],
		),
		(
			"accept",
			[AC, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA],
		),
		(
			"reject",
			[RJ, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA],
		),
		(
			"withdraw",
			[WI, WI, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO],
		),
		(
			"refuse",
			[NC, RF, NC, NC, NC, NC, NC, NC, NC, NC, NC, NC, NC],
		),
		(
			"authorise",
			[NC, AU, NT, NT, NT, NT, NT, NT, NT, NT, NT, NT, NT],
		),
		(
			"rectify",
			[NL, NL, NL, NL, NL, AU, SU, NL, RE, NL, GI, NL, NL],
		),
		(
			"renew",
			[NR, NR, NR, NR, NR, AU, NR, AU, NR, NR, NR, NR, NR],
		),
		(
			"refuse renewal",
			[NW, NW, NW, NW, NW, NW, NW, NW, NW, NW, NW, NW, NW],
		),
		(
			"suspend",
			[
				NL,
				NL,
				NL,
				NL,
				NL,
				SU,
				"CertificateSuspendedAlready",
				NL,
				RE,
				NL,
				GI,
				NL,
				NL,
			],
		),
		(
			"reinstate",
			[NL, NL, NL, NL, NL, NS, AU, NL, NS, NL, NS, NL, NL],
		),
		(
			"revoke",
			[NL, NL, NL, NL, NL, RE, RE, NL, ED, NL, ED, NL, NL],
		),
		(
			"relinquish",
			[NL, NL, NL, NL, NL, GI, GI, NL, ED, NL, ED, NL, NL],
		),
		(
			"annul",
			[NL, NL, NL, NL, NL, AN, AN, NL, AN, NL, AN, NL, NL],
		),
		(
			"overturn",
			[NP, NP, NP, NP, NP, NP, NP, NP, NP, NP, NP, NP, NP],
		),
		(
			"appeal, overturn",
			[NN, NN, AP, NN, AC, NN, AU, NN, AU, AU, AU, AU, AU],
		),
		(
			"ask renewal",
			[NL, NL, NL, NL, NL, AU, SU, NL, RE, NL, GI, NL, NL],
		),
		(
			"ask suspension",
			[NL, NL, NL, NL, NL, AU, SU, NL, RE, NL, GI, NL, NL],
		),
		(
			"ask end",
			[NL, NL, NL, NL, NL, AU, SU, NL, ED, NL, ED, NL, NL],
		),
		(
			"ask reinstatement",
			[NL, NL, NL, NL, NL, NS, SU, NL, NS, NL, NS, NL, NL],
		),
		(
			"withdraw wish",
			[NH, NH, NH, NH, NH, NH, NH, NH, NH, NH, NH, NH, NH],
		),
		(
			"dismiss",
			[NP, NP, NP, NP, NP, NP, NP, NP, NP, NP, NP, NP, NP],
		),
		(
			"review",
			[NL, NL, NL, NL, NL, AU, SU, NL, RE, NL, GI, NL, NL],
		),
		(
			"opine",
			[NC, AC, NC, NC, NC, NC, NC, NC, NC, NC, NC, NC, NC],
		),
		(
			"request",
			[AP, AC, NL, NL, NL, AU, SU, NL, RE, NL, GI, NL, NL],
		),
	]
};

fn far() -> Option<Date> {
	Some(day("2040-12-31"))
}

pub(super) fn step(name: &str) -> DispatchResult {
	let here = || number(NUMBER);
	let decide = |decision| {
		plain(Certificates::propose(
			by(MX),
			here().into(),
			as_written(decision),
		))
	};
	let document = document();
	match name {
		"enter" => Desk::enter_application(
			by(MX),
			here().into(),
			tin(TIN),
			document,
			kind("FAST", "FULL").into(),
			roles(&[Role::Exporter]).into(),
			document,
		),
		"accept" => Desk::accept(by(MX), here().into(), document),
		"reject" => Desk::reject(by(MX), here().into(), document),
		"withdraw" => Desk::withdraw_application(signed(HOLDER), here().into(), document),
		"refuse" => decide(Decision::RefuseApplication {
			bar_until: None,
			document,
		}),
		"authorise" => {
			let mut decision = authorise("FAST", TIN);
			if let Decision::Authorise { valid_until, .. } = &mut decision {
				let is_start = today() == "2026-11-24";
				*valid_until = Some(day(if is_start { "2030-12-31" } else { "2039-12-31" }));
			}
			decide(decision)
		}
		"rectify" => decide(Decision::Rectify {
			roles: roles(&[Role::Carrier]),
			valid_from: day("2026-11-24"),
			valid_until: far(),
			document,
		}),
		"renew" => decide(Decision::Renew {
			valid_until: far(),
			document,
		}),
		"refuse renewal" => decide(Decision::RefuseRenewal { document }),
		"suspend" => suspend(NUMBER, SuspensionScope::Full),
		"reinstate" => reinstate(NUMBER, SuspensionScope::Full),
		"revoke" | "revoke soon" => decide(Decision::Revoke {
			from: day(if name == "revoke" {
				today()
			} else {
				"2026-12-24"
			}),
			bar_until: None,
			document,
		}),
		"relinquish" | "relinquish soon" => decide(Decision::Relinquish {
			from: day(if name == "relinquish" {
				today()
			} else {
				"2026-12-24"
			}),
			document,
		}),
		"annul" => decide(Decision::Annul { document }),
		"overturn" => decide(Decision::Overturn {
			from: None,
			document,
		}),
		"appeal, overturn" => ask(Wish::Appeal).and_then(|()| step("overturn")),
		"ask renewal" => ask(Wish::Renewal),
		"ask suspension" => ask(Wish::Suspension),
		"ask end" => ask(Wish::Relinquishment {
			from: far().expect("a day"),
		}),
		"ask reinstatement" => ask(Wish::Reinstatement),
		"withdraw wish" => Desk::withdraw_wish(signed(HOLDER), here().into(), WishKind::Renewal),
		"dismiss" => Desk::dismiss_appeal(by(MX), here().into()),
		"review" => Certificates::set_review(by(MX), here().into(), review(true), document),
		// Where an agency can give its opinion, and the issuer ask for something.
		"opine" => Certificates::accepted_version(Territory::MX, &here()).map(|_| ()),
		"request" => Certificates::ensure_requestable(Territory::MX, &here()),
		"years pass" => {
			Timestamp::set_timestamp(morning("2031-01-01"));
			Ok(())
		}
		_ => panic!("no such step: {name}"),
	}
}

fn today() -> &'static str {
	if pallet_timestamp::Now::<Test>::get() == NOON {
		"2026-11-24"
	} else {
		"2031-01-01"
	}
}

/// The next state, or the error, in a word.
fn outcome(result: DispatchResult) -> String {
	let word = match result {
		Ok(()) => format!("{:?}", record(NUMBER).state),
		Err(DispatchError::Module(error)) => error.message.expect("it has one").into(),
		Err(error) => format!("{error:?}"),
	};
	word.split(['(', ' ']).next().unwrap_or_default().into()
}

#[test]
fn every_state_should_allow_what_the_table_says_and_nothing_else() {
	for (place, (state, steps)) in STATES.into_iter().enumerate() {
		for (name, expected) in TABLE {
			build_and_execute(|| {
				set_up();
				link();
				for step_to in steps {
					assert_ok!(step(step_to));
				}
				let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
				let result = outcome(step(name));
				assert_eq!(result, expected[place], "{name} on {state}");
				// An error changes nothing; an appeal may have been noted before it.
				if step_failed(&result) && name != "appeal, overturn" {
					assert_eq!(
						before,
						sp_io::storage::root(sp_runtime::StateVersion::V1),
						"{name} on {state}"
					);
				}
			});
		}
	}
}

/// Whether a word of the table is an error.
fn step_failed(word: &str) -> bool {
	word.starts_with("No")
		|| word.ends_with("Taken")
		|| word.starts_with("AlreadyS")
		|| word == "HolderHasNotAsked"
		|| word == "EndDecidedAlready"
}

/// Everything by everybody who may not.
#[test]
fn every_state_should_be_closed_to_every_wrong_signer() {
	for (state, steps) in STATES {
		build_and_execute(|| {
			set_up();
			link();
			for step_to in steps {
				assert_ok!(step(step_to));
			}
			for signer in [
				STRANGER,
				MX,
				CR,
				officer(CR, Scope::Certification),
				officer(MX, Scope::Suspension),
				OTHER_HOLDER,
			] {
				let origin = || signed(signer);
				let here = || number(NUMBER);
				let wish = Wish::Appeal;
				let decision = Decision::Annul {
					document: document(),
				};
				assert_storage_noop!({
					let results = [
						Desk::accept(origin(), here().into(), document()),
						Desk::reject(origin(), here().into(), document()),
						Desk::withdraw_application(origin(), here().into(), document()),
						plain(Certificates::propose(
							origin(),
							here().into(),
							as_written(decision),
						)),
						Desk::ask(origin(), here().into(), wish),
						Desk::withdraw_wish(origin(), here().into(), WishKind::Appeal),
						Desk::dismiss_appeal(origin(), here().into()),
						Certificates::set_review(origin(), here().into(), review(true), document()),
					];
					assert!(
						results.iter().all(Result::is_err),
						"{signer} on {state}: {results:?}"
					);
				});
			}
		});
	}
}
