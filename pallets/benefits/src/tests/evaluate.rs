//! Gathering the facts of a question.

use super::*;
use aeo_primitives::{
	recognition::{OtherNumber, Standing, TypeSuccession},
	tin::{Reason, Tin},
	AliasScheme,
};

#[test]
fn a_recognised_exporter_should_get_benefits() {
	build_and_execute(|| {
		recognised();
		assert_eq!(given(ask(Territory::CR)), BOTH);
		assert_eq!(
			denial(ask_for(
				Territory::CR,
				tin(TIN),
				Role::Importer,
				Direction::Import
			)),
			Denial::RoleNotCertified
		);
		assert_eq!(
			denial(ask_for(
				Territory::CR,
				tin(TIN),
				Role::Exporter,
				Direction::Export
			)),
			Denial::DirectionNotCovered
		);
		assert_eq!(denial(ask(Territory::CO)), Denial::NoAgreement);
	});
}

#[test]
fn every_identifier_should_lead_to_the_trader() {
	build_and_execute(|| {
		recognised();
		let alias = |text: &str| Identifier::Alias {
			scheme: AliasScheme::Code,
			value: text.try_into().expect("short"),
		};
		let key = |text: &str| (Territory::CR, AliasScheme::Code, text.to_string());
		AliasTable::mutate(|table| {
			table.insert(key("X1"), Some(id_of(TIN)));
			table.insert(key("X2"), None);
		});
		let by_number = |issuer, text: &str| Identifier::Certificate {
			issuer,
			number: text.try_into().expect("short"),
		};
		let not_a_number = |reason| Some(Denial::NotANumber { reason });
		for (identifier, expected) in [
			(tin("MX NWM-970924-4W4"), None),
			(by_number(Territory::MX, "A-1"), None),
			(alias("X1"), None),
			(alias("X2"), Some(Denial::AliasUnconfirmed)),
			(alias("X3"), Some(Denial::NoMatch)),
			(tin(OTHER), Some(Denial::NoMatch)),
			(tin(""), not_a_number(Reason::Empty)),
			(tin("MX"), not_a_number(Reason::Empty)),
			(tin("?"), not_a_number(Reason::UnknownTerritory)),
			(tin("MXNWM9709244W5"), not_a_number(Reason::CheckDigit)),
			(tin("EL999415390"), not_a_number(Reason::GreeceIsGr)),
			(tin("urn:tin:MXNWM9709244W4"), None),
			(tin("MXNWM970924\u{2011}4W4"), None),
			(alias(""), not_a_number(Reason::Empty)),
			(by_number(Territory::MX, "A-2"), Some(Denial::NoMatch)),
			(by_number(Territory::PE, "A-1"), Some(Denial::NoMatch)),
		] {
			let role = Role::Exporter;
			let answer = ask_for(Territory::CR, identifier.clone(), role, Direction::Import);
			match expected {
				None => assert_eq!(given(answer), BOTH, "{identifier:?}"),
				Some(expected) => assert_eq!(denial(answer), expected, "{identifier:?}"),
			}
		}
	});
}

#[test]
fn at_home_the_programme_should_give() {
	build_and_execute(|| {
		recognised();
		assert_eq!(denial(ask(Territory::MX)), Denial::TypeNotEligible);
		let row = Row {
			benefit: Benefit::ReducedData,
			requires: Requires::Either,
		};
		let domestic = Offer {
			rows: Rows::new([row]).expect("one"),
			..offer()
		};
		Home::mutate(|home| home.insert(Territory::MX, vec![domestic]));
		assert_eq!(given(ask(Territory::MX)), [Benefit::ReducedData]);
	});
}

#[test]
fn a_trader_that_is_not_active_should_get_nothing() {
	build_and_execute(|| {
		recognised();
		set_state(TIN, TraderState::Closed);
		let merged_into = None;
		assert_eq!(
			denial(ask(Territory::CR)),
			Denial::TraderNotActive { merged_into }
		);
	});
}

#[test]
fn a_suspended_half_should_take_its_rows() {
	build_and_execute(|| {
		recognised();
		for (scope, expected) in [
			(SuspensionScope::Security, vec![BOTH[0]]),
			(SuspensionScope::Customs, vec![BOTH[1]]),
			(SuspensionScope::Full, vec![]),
		] {
			let state = suspended(scope);
			put(
				Territory::MX,
				TIN,
				vec![Certificate {
					state,
					..certificate("A-1")
				}],
			);
			assert_eq!(given(ask(Territory::CR)), expected);
		}
		assert_eq!(denial(ask(Territory::CR)), Denial::Suspended);
	});
}

/// I13: a suspension of recognition by one grantor affects no other.
#[test]
fn a_suspended_recognition_should_be_its_grantors_alone() {
	build_and_execute(|| {
		recognised();
		let number = certificate("A-1").number;
		Suspended::mutate(|suspended| suspended.insert((Territory::CR, number)));
		assert_eq!(denial(ask(Territory::CR)), Denial::RecognitionSuspended);
		assert_eq!(given(ask(Territory::PE)), BOTH);
	});
}

/// I12: of two agreements each gives what it gives.
#[test]
fn one_of_two_agreements_should_be_enough() {
	build_and_execute(|| {
		recognised();
		let stopped = Leg {
			state: LegState::Suspended,
			..leg(1)
		};
		set_legs(Territory::MX, Territory::CR, vec![stopped.clone(), leg(3)]);
		let answer = ask(Territory::CR);
		assert_eq!(
			answer.outcome,
			Outcome::Granted(
				BOTH.map(|benefit| Entitlement {
					benefit,
					certificate: certificate("A-1").number,
					basis: Basis::Agreement(3),
				})
				.to_vec()
				.try_into()
				.expect("two")
			)
		);
		set_legs(Territory::MX, Territory::CR, vec![stopped]);
		assert_eq!(denial(ask(Territory::CR)), Denial::NoAgreement);
	});
}

#[test]
fn the_issuers_standing_should_count() {
	build_and_execute(|| {
		recognised();
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByCouncil);
		let answer = ask(Territory::CR);
		assert!(answer.issuer_quarantined);
		assert_eq!(given(answer), BOTH);
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByItself);
		assert_eq!(denial(ask(Territory::CR)), Denial::IssuerUnverifiable);
	});
}

#[test]
fn a_grantor_that_is_none_should_have_no_answer() {
	build_and_execute(|| {
		recognised();
		let (role, direction) = (Role::Exporter, Direction::Import);
		assert_eq!(
			Benefits::evaluate(Territory::JP, &tin(TIN), role, direction),
			None
		);
	});
}

/// At most 8 values for one certificate: here 5; the two administrations and the clock are not
/// counted by their mocks.
#[test]
fn little_should_be_read_and_less_where_it_ends_early() {
	build_and_execute(|| {
		let reads = |question: &dyn Fn()| {
			Reads::set(0);
			question();
			Reads::get()
		};
		recognised();
		let granted = || assert_eq!(given(ask(Territory::CR)), BOTH);
		// Trader, index, certificate, legs, suspension of recognition.
		assert_eq!(reads(&granted), 5);
		let no_leg = || assert_eq!(denial(ask(Territory::CO)), Denial::NoAgreement);
		assert_eq!(reads(&no_leg), 4);
		put(Territory::MX, OTHER, vec![]);
		let none = || {
			let answer = ask_for(Territory::CR, tin(OTHER), Role::Exporter, Direction::Import);
			assert_eq!(denial(answer), Denial::NotAuthorised);
		};
		assert_eq!(reads(&none), 2);
		set_state(TIN, TraderState::Closed);
		let closed = || assert!(given(ask(Territory::CR)).is_empty());
		assert_eq!(reads(&closed), 1);
	});
}

/// Neither the council that admits an administration again nor a clock brings benefits back.
#[test]
fn what_is_of_an_earlier_admission_should_give_nothing() {
	build_and_execute(|| {
		recognised();
		Home::mutate(|home| home.insert(Territory::MX, vec![offer()]));
		aeo_mocks::readmit(Territory::MX);
		for grantor in [Territory::CR, Territory::MX] {
			assert_eq!(denial(ask(grantor)), Denial::IssuerUnverifiable);
		}
		// Mexico vouches for its trader: at home it has what it had, abroad the legs are over.
		put(Territory::MX, TIN, vec![certificate("A-1")]);
		assert_eq!(given(ask(Territory::MX)), BOTH);
		assert_eq!(denial(ask(Territory::CR)), Denial::NoAgreement);
		// And so they are where the grantor is another one than the one that signed.
		aeo_mocks::readmit(Territory::CR);
		let signed_in = |issuer, grantor| Leg {
			signed_in: Admissions { issuer, grantor },
			..leg(1)
		};
		for (issuer, grantor, counts) in [(1, 0, false), (0, 1, false), (1, 1, true)] {
			let legs = vec![signed_in(issuer, grantor)];
			set_legs(Territory::MX, Territory::CR, legs);
			let answer = ask(Territory::CR);
			if counts {
				assert_eq!(given(answer), BOTH);
			} else {
				assert_eq!(denial(answer), Denial::NoAgreement);
			}
		}
	});
}

/// A successor of the type of [`certificate`].
fn successor() -> CertificateType {
	CertificateType {
		programme: "TRUST".try_into().expect("short"),
		code: "FULL".try_into().expect("short"),
	}
}

fn succeeded(from: &str) {
	Successors::set(vec![TypeSuccession {
		of: kind(),
		by: successor(),
		from: day(from),
	}]);
}

/// In the plain case nothing more is read; where a leg doesn't name the type, one value is.
#[test]
fn a_succession_should_be_read_only_where_an_offer_does_not_name_the_type() {
	build_and_execute(|| {
		recognised();
		succeeded("2026-01-01");
		let reads = || {
			Reads::set(0);
			let granted = matches!(ask(Territory::CR).outcome, Outcome::Granted(_));
			(granted, Reads::get())
		};
		let (granted, plain) = reads();
		assert!(granted);
		let mut other = leg(1);
		other.offer.types = vec![successor()].try_into().expect("one");
		set_legs(Territory::MX, Territory::CR, vec![other.clone()]);
		assert_eq!(reads(), (true, plain + 1));
		// Before its day it counts for nothing.
		succeeded("2032-01-01");
		assert_eq!(reads(), (false, plain + 1));
		// A leg that names the old type goes on beside it.
		set_legs(Territory::MX, Territory::CR, vec![other, leg(2)]);
		assert_eq!(reads(), (true, plain + 1));
	});
}

/// A firm that goes on under another number is found by both, and the old one is marked.
#[test]
fn both_numbers_of_a_succeeded_trader_should_lead_to_it() {
	build_and_execute(|| {
		recognised();
		let present = Tin::parse(OTHER).expect("a TIN").text().clone();
		World::mutate(|world| {
			world.get_mut(&id_of(TIN)).expect("it is there").0.tin = present.clone();
		});
		LaterNumbers::mutate(|numbers| numbers.insert(present.clone(), id_of(TIN)));
		let ask_by = |text| ask_for(Territory::CR, tin(text), Role::Exporter, Direction::Import);
		let (former, now) = (ask_by(TIN), ask_by(OTHER));
		assert_eq!(former.outcome, now.outcome);
		assert_eq!(given(now.clone()), BOTH);
		assert_eq!(now.other_number, None);
		assert_eq!(former.other_number, Some(OtherNumber::Former { present }));
	});
}

/// The head office of a Brazilian company, and a branch of it.
const HEAD_OFFICE: &str = "BR11222333000181";
const BRANCH: &str = "BR11222333000262";

#[test]
fn a_branchs_number_should_lead_to_the_whole_where_the_programme_covers_it() {
	build_and_execute(|| {
		recognised();
		aeo_mocks::cover(Territory::BR, Territory::MX);
		put(Territory::MX, HEAD_OFFICE, vec![certificate("B-1")]);
		let ask_by = |text| ask_for(Territory::CR, tin(text), Role::Exporter, Direction::Import);
		assert_eq!(given(ask_by(HEAD_OFFICE)), BOTH);
		assert_eq!(denial(ask_by(BRANCH)), Denial::NoMatch);
		Covering::set([kind().programme].into());
		let answer = ask_by(BRANCH);
		let of = Tin::parse(HEAD_OFFICE).expect("a TIN").text().clone();
		assert_eq!(answer.other_number, Some(OtherNumber::Branch { of }));
		assert_eq!(given(answer), BOTH);
		assert_eq!(ask_by(HEAD_OFFICE).other_number, None);
		// One that is registered itself is a firm of its own.
		put(Territory::MX, BRANCH, vec![]);
		assert_eq!(denial(ask_by(BRANCH)), Denial::NotAuthorised);
	});
}

/// Found by its first number, a trader takes one read, as ever; what nobody has takes one more.
#[test]
fn a_number_should_be_looked_up_in_as_few_reads_as_it_takes() {
	build_and_execute(|| {
		recognised();
		let reads = |text: &str| {
			Reads::set(0);
			ask_for(Territory::CR, tin(text), Role::Exporter, Direction::Import);
			Reads::get()
		};
		let plain = reads(TIN);
		assert_eq!(reads(TIN), plain);
		// The trader, and whether it is a later number of another one.
		assert_eq!(reads(OTHER), 2);
	});
}
