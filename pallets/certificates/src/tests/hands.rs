//! Hands follow the effect (invariants I18, I27, I28): the table in the README, walked over every
//! call and decision.

use super::*;
use crate::{BatchMode, Call, WrittenRows};
use aeo_primitives::{ConsentFor, UtcOffset};
use frame_support::traits::GetCallName;
use proptest::prelude::*;
use scale_info::TypeInfo;
use std::collections::{BTreeMap, BTreeSet};

/// What the README says of a call or decision.
struct Row {
	effect: &'static str,
	hands: &'static str,
}

/// The rows of the table, by call or decision.
fn table() -> BTreeMap<&'static str, Row> {
	let readme = include_str!("../../README.md");
	let (_, section) = readme.split_once("## Hands\n").expect("the section");
	let (section, _) = section.split_once("\n## ").expect("another one follows");
	let mut rows = BTreeMap::new();
	for line in section.lines().filter(|line| line.starts_with("| `")) {
		let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
		let [name, effect, hands] = cells[..] else {
			panic!("three cells: {line}");
		};
		let before = rows.insert(name.trim_matches('`'), Row { effect, hands });
		assert!(before.is_none(), "{name} is there once");
	}
	rows
}

/// The decisions, as the type names them.
fn decisions() -> BTreeSet<&'static str> {
	let scale_info::TypeDef::Variant(decisions) = <Decision>::type_info().type_def else {
		panic!("an enum");
	};
	decisions.variants.iter().map(|known| known.name).collect()
}

/// Which certificate is in force in which role at which of some moments, from now on.
fn picture() -> BTreeSet<(String, u64, Role)> {
	let now = pallet_timestamp::Now::<Test>::get();
	let offset = UtcOffset::try_from(-360).expect("legal");
	let later = [
		"2026-12-02",
		"2027-06-01",
		"2027-12-31",
		"2028-06-01",
		"2035-01-01",
	]
	.map(morning);
	let mut found = BTreeSet::new();
	for (text, record) in crate::Certificates::<Test>::iter_prefix(Territory::MX) {
		let facts = record.facts(&text);
		for moment in [now].into_iter().chain(later) {
			if facts.ensure_in_force(moment, offset).is_ok() {
				let in_role = |role: Role| (text.as_str().to_owned(), moment, role);
				found.extend(record.roles.iter().map(in_role));
			}
		}
	}
	found
}

fn effect(before: &BTreeSet<(String, u64, Role)>) -> &'static str {
	let after = picture();
	let (begins, ends) = (!after.is_subset(before), !before.is_subset(&after));
	match (begins, ends) {
		(false, false) => "none",
		(true, false) => "begins",
		(false, true) => "ends",
		(true, true) => "begins and ends",
	}
}

/// Two officers decide.
fn decide(decision: Decision) {
	assert_ok!(propose(decision));
	assert_ok!(confirm(by_second(MX)));
}

/// Where a decision of this name can be proposed, and the decision.
fn prepare(name: &str) -> Decision {
	let document = document();
	let apply = || {
		assert_ok!(Desk::enter_application(
			by(MX),
			number(NUMBER).into(),
			tin(TIN),
			document,
			kind("OEA", "FULL").into(),
			roles(&[Role::Exporter]).into(),
			document,
		));
		assert_ok!(Desk::accept(by(MX), number(NUMBER).into(), document));
	};
	let from = day("2026-12-01");
	let keep = Decision::KeepInForce { document };
	let revoke = super::ends::revoke("2026-12-01", None);
	let annul = Decision::Annul { document };
	set_up();
	super::terms::set_oea(|programme| programme.until_renewed = kept(true));
	if !["Authorise", "RefuseApplication", "WithdrawApplication"].contains(&name) {
		decide(authorise("OEA", TIN));
	}
	match name {
		"Authorise" => authorise("OEA", TIN),
		"Rectify" => Decision::Rectify {
			roles: roles(&[Role::Importer]),
			valid_from: day("2026-11-24"),
			valid_until: Some(day("2027-12-31")),
			document,
		},
		"Renew" => Decision::Renew {
			valid_until: Some(day("2030-12-31")),
			document,
		},
		"RefuseRenewal" => {
			decide(keep);
			Decision::RefuseRenewal { document }
		}
		"RefuseApplication" => {
			apply();
			Decision::RefuseApplication {
				bar_until: None,
				document,
			}
		}
		"WithdrawApplication" => {
			apply();
			Decision::WithdrawApplication { document }
		}
		"Relinquish" => Decision::Relinquish { from, document },
		"Overturn" => {
			decide(revoke);
			assert_ok!(Desk::ask(by(MX), number(NUMBER).into(), Wish::Appeal));
			Decision::Overturn {
				from: None,
				document,
			}
		}
		"Revoke" => revoke,
		"Annul" => annul,
		"KeepInForce" => keep,
		_ => panic!("no such decision: {name}"),
	}
}

/// The effect of a decision by the first officer alone, and by both.
fn play_decision(name: &str) -> [&'static str; 2] {
	let decision = prepare(name);
	let before = picture();
	assert_ok!(propose(decision));
	let alone = effect(&before);
	assert_ok!(confirm(by_second(MX)));
	[alone, effect(&before)]
}

/// The effect of a call that is no part of a decision, by whom the table says.
fn play_call(name: &str) -> &'static str {
	let document = document();
	let here = || number(NUMBER);
	let row = || super::take_over::row("OEA", "A-2", OTHER);
	let batch_rows = || WrittenRows::from(vec![row()]);
	let enter = || {
		Desk::enter_application(
			by(MX),
			number("A-3").into(),
			tin(TIN),
			document,
			kind("OEA", "C").into(),
			roles(&[Role::Exporter]).into(),
			document,
		)
	};
	let application = || number("A-3");
	certify();
	link();
	match name {
		"refuse" => {
			assert_ok!(propose(super::ends::revoke("2026-12-01", None)));
		}
		"refuse_batch" => {
			assert_ok!(super::take_over::propose_rows(vec![row()]));
		}
		"accept" | "reject" | "withdraw_application" => {
			assert_ok!(enter());
		}
		"withdraw_wish" => {
			assert_ok!(ask(Wish::Renewal));
		}
		"dismiss_appeal" => {
			assert_ok!(suspend(NUMBER, SuspensionScope::Full));
			assert_ok!(ask(Wish::Appeal));
		}
		"give_consent" => {
			assert_ok!(say_of_all(false));
			pass(crate::rules::consent::REST);
		}
		_ => {}
	}
	let before = picture();
	let result = match name {
		"set_programme" => Certificates::set_programme(
			signed(MX),
			"OEA".try_into().expect("short"),
			programme(
				vec![program_type("FULL", Halves::Both)],
				true,
				ConsentMode::Asked,
			)
			.into(),
		),
		"set_domestic_offers" => Certificates::set_domestic_offers(signed(MX), Default::default()),
		"succeed_type" | "withdraw_succession" => {
			let (old, new) = (kind("OEA", "FULL"), kind("OEA", "C"));
			let from = written("2032-01-01");
			let succeeded = Certificates::succeed_type(
				signed(MX),
				old.clone().into(),
				new.into(),
				from,
				document,
			);
			match name {
				"succeed_type" => succeeded,
				_ => Certificates::withdraw_succession(signed(MX), old.into(), document),
			}
		}
		"refuse" => refuse(by(MX)),
		"propose_batch" => plain(Certificates::propose_batch(
			by(MX),
			batch_rows(),
			BatchMode::AllOrNothing,
		)),
		"refuse_batch" => {
			let batch = super::take_over::batch();
			Certificates::refuse_batch(by(MX), batch, last_proposal())
		}
		"apply" => Desk::apply(
			signed(HOLDER),
			kind("OEA", "C").into(),
			roles(&[Role::Carrier]).into(),
			document,
		),
		"enter_application" => enter(),
		"accept" => Desk::accept(by(MX), application().into(), document),
		"reject" => Desk::reject(by(MX), application().into(), document),
		"withdraw_application" => {
			Desk::withdraw_application(signed(HOLDER), application().into(), document)
		}
		"ask" => {
			for wish in [
				Wish::Renewal,
				Wish::Suspension,
				Wish::Relinquishment {
					from: day("2026-12-01"),
				},
			] {
				assert_ok!(ask(wish));
			}
			Ok(())
		}
		"withdraw_wish" => Desk::withdraw_wish(signed(HOLDER), here().into(), WishKind::Renewal),
		"dismiss_appeal" => Desk::dismiss_appeal(by(MX), here().into()),
		"set_review" => Certificates::set_review(by(MX), here().into(), review(true), document),
		"void_credentials" => Certificates::void_credentials(by(MX), here().into()),
		"give_consent" => say_of_all(true),
		"withdraw_consent" => say_of_all(false),
		_ => panic!("no such call: {name}"),
	};
	assert_ok!(result);
	effect(&before)
}

/// The holder says of all partners whether they may read what is known of it.
fn say_of_all(given: bool) -> DispatchResult {
	super::consents::say(HOLDER, given, ConsentFor::All, H256::zero())
}

#[test]
fn the_table_of_hands_should_name_every_call_and_decision_and_say_what_happens() {
	let table = table();
	let calls: BTreeSet<_> = Call::<Test>::get_call_names().iter().copied().collect();
	let all: BTreeSet<_> = calls.union(&decisions()).copied().collect();
	let named: BTreeSet<_> = table.keys().copied().collect();
	assert_eq!(named, all);
	for (name, Row { effect, hands }) in table {
		new_test_ext().execute_with(|| match (name, hands) {
			// What they carry is in the rows of the decisions.
			("propose", "the first") | ("confirm" | "confirm_batch", "the second") => {}
			("propose_batch", "the first") => {
				assert_eq!(play_call(name), "none");
				assert_ok!(super::take_over::confirm_batch(
					by_second(MX),
					super::take_over::batch()
				));
				assert!(picture().iter().any(|(text, ..)| text == "A-2"));
			}
			(_, "two" | "two, or one and the holder") => {
				assert_eq!(play_decision(name), ["none", effect], "{name}");
			}
			("set_domestic_offers", "own account") => {
				assert_eq!((play_call(name), effect), ("none", "at home only"));
			}
			// The certificate stays what it is; where consent is needed, the rule asks for it.
			("give_consent" | "withdraw_consent", "the holder, or one with its paper") => {
				let said = "abroad, where a leg needs it";
				assert_eq!((play_call(name), effect), ("none", said), "{name}");
			}
			// I28: what one hand can do has no effect.
			(_, "one" | "own account") => {
				assert_eq!((play_call(name), effect), ("none", "none"), "{name}");
			}
			_ => panic!("{name} in hands that the table doesn't know: {hands}"),
		});
	}
}

/// I28: neither has what holders and officers hand in without deciding.
#[test]
fn applications_and_wishes_should_have_no_effect() {
	for name in [
		"apply",
		"enter_application",
		"accept",
		"reject",
		"withdraw_application",
		"ask",
		"withdraw_wish",
		"dismiss_appeal",
	] {
		new_test_ext().execute_with(|| assert_eq!(play_call(name), "none", "{name}"));
	}
}

/// What the only one person does: with the officer's key, or that of an account which it has linked as
/// the holder's, each signed by either.
#[derive(Clone, Debug)]
struct Move {
	what: usize,
	day: usize,
	by_holder: bool,
	signed_by_holder: bool,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
	let one = (0..22_usize, 0..4_usize, any::<bool>(), any::<bool>());
	let one = one.prop_map(|(what, day, by_holder, signed_by_holder)| Move {
		what,
		day,
		by_holder,
		signed_by_holder,
	});
	prop::collection::vec(one, 1..=30)
}

/// It may be refused.
fn take(one: &Move) -> bool {
	let person = officer(MX, Scope::Certification);
	let account = |holder| if holder { HOLDER } else { person };
	let origin = || {
		let origin = signed(account(one.by_holder));
		set_outer_signer(Some(account(one.signed_by_holder)));
		origin
	};
	let document = document();
	let here = || number(NUMBER);
	let days = ["2026-11-23", "2026-11-24", "2027-12-31", "2030-12-31"].map(day);
	let from = days[one.day];
	let propose = |decision| {
		plain(Certificates::propose(
			origin(),
			here().into(),
			as_written(decision),
		))
		.is_ok()
	};
	let ask = |wish| Desk::ask(origin(), here().into(), wish).is_ok();
	match one.what {
		0 => propose(Decision::Rectify {
			roles: roles(&[[Role::Exporter, Role::Importer][one.day % 2]]),
			valid_from: days[one.day / 2],
			valid_until: Some(from),
			document,
		}),
		1 => propose(Decision::Renew {
			valid_until: Some(from),
			document,
		}),
		2 => propose(Decision::KeepInForce { document }),
		3 => propose(Decision::RefuseRenewal { document }),
		4 => propose(Decision::Relinquish { from, document }),
		5 => propose(Decision::Overturn {
			from: None,
			document,
		}),
		6 => propose(Decision::Revoke {
			from,
			bar_until: None,
			document,
		}),
		7 => propose(Decision::Annul { document }),
		8 => propose(Decision::WithdrawApplication { document }),
		9 => propose(authorise("OEA", TIN)),
		10 => ask(Wish::Renewal),
		11 => ask(Wish::Appeal),
		12 => ask(Wish::Suspension),
		13 if one.day == 3 => ask(Wish::Reinstatement),
		13 => ask(Wish::Relinquishment { from }),
		14 | 15 => {
			let proposal = last_proposal().saturating_sub(u32::try_from(one.day).expect("small"));
			plain(Certificates::confirm(origin(), here().into(), proposal)).is_ok()
		}
		16 => Certificates::refuse(origin(), here().into(), last_proposal()).is_ok(),
		17 => {
			Certificates::set_review(origin(), here().into(), review(one.day > 1), document).is_ok()
		}
		18 => Desk::withdraw_application(origin(), here().into(), document).is_ok(),
		19 | 20 => {
			let wish = [
				WishKind::Renewal,
				WishKind::Relinquishment,
				WishKind::Appeal,
				WishKind::Reinstatement,
			][one.day];
			Desk::withdraw_wish(origin(), here().into(), wish).is_ok()
		}
		_ => {
			pass(60 * 60 * 1_000);
			true
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	/// I28 and I27: one person with an officer's key, and with an account that it has linked as the
	/// holder's, neither ends, prolongs nor revives a certificate; and whatever it has done, others
	/// suspend, revoke and annul it.
	#[test]
	fn one_person_should_neither_change_a_certificate_nor_keep_others_from_ending_it(
		moves in moves(),
		revoked in any::<bool>(),
	) {
		new_test_ext().execute_with(|| {
			certify();
			link();
			super::terms::set_oea(|programme| programme.until_renewed = kept(true));
			link_by(HOLDER, officer(MX, Scope::Certification));
			if revoked {
				decide(super::ends::revoke("2026-12-31", None));
			}
			let before = record(NUMBER);
			MaxPeriods::set(before.periods);
			for one in &moves {
				take(one);
			}
			let after = record(NUMBER);
			assert_eq!(
				(before.state, before.validity, before.roles, before.version),
				(after.state, after.validity, after.roles, after.version)
			);
			Certificates::do_try_state().expect("the invariants hold");
			assert_ok!(suspend(NUMBER, SuspensionScope::Full));
			let decide = |decision| {
				let proposed = Certificates::propose(by_second(MX), number(NUMBER).into(), as_written(decision));
				assert_ok!(proposed);
				assert_ok!(confirm(by(MX)));
			};
			if !revoked {
				decide(super::ends::revoke("2026-12-31", None));
			}
			decide(Decision::Annul { document: document() });
			assert_eq!(record(NUMBER).state, CertificateState::Annulled);
			Certificates::do_try_state().expect("the invariants hold");
		});
	}
}
