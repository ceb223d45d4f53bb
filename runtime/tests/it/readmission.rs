//! What a withdrawal ends, and what it takes to bring it back: never a vote of the council alone.

use crate::{
	chain::{done, motion, motion_of, Chain, Signer, CO, CR, MX, PE},
	council::propose,
	scenarios::{
		ask, ask_for, benefits, certify, chain, conclude, denial, document, fails, number, tin,
		BOTH, COSTA_RICA, MEXICO, MX1, NUMBER, PE1, TIN,
	},
};
use aeo_primitives::{
	recognition::Denial, CertificateLookup, Direction, Identifier, Scope, Territory, TraderLookup,
};
use aeo_runtime::{Certificates, Identities, Runtime};
use frame_support::BoundedVec;
use pallet_administrations::{Call, Coverage, NextProposal};

/// A firm of Bolivia, which nobody covers at first.
const BOLIVIAN: &str = "BO 1020703023";
/// Another one.
const BOLIVIAN_TOO: &str = "BO 1020703031";

/// Mexico, which Costa Rica recognises, is expelled.
fn expelled() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
	});
	chain.block(|| {
		let administration = Territory::MX;
		let expel = Call::<Runtime>::expel { administration };
		assert_eq!(motion(expel, 3, &[CR, PE, CO]), Some(Ok(())));
		assert_eq!(denial(ask(Territory::CR)), Denial::IssuerUnverifiable);
	});
	chain
}

/// The council admits Mexico again, with the account that it had.
fn admit_again() {
	let proposal = NextProposal::<Runtime>::get();
	done(CR, propose(Territory::MX, MX));
	let admit = Call::<Runtime>::admit {
		territory: Territory::MX,
		proposal,
	};
	assert_eq!(motion_of(CR, admit, 2, &[CR, PE, CO]), Some(Ok(())));
}

/// Mexico's own account appoints its first officer anew.
fn appoint() {
	let scopes = [Scope::Identities, Scope::Certification];
	let appoint = Call::<Runtime>::appoint_officer {
		officer: MX1.account(),
		scopes: scopes.to_vec().into(),
	};
	done(MX, appoint);
}

fn vouch() {
	let register = pallet_identities::Call::<Runtime>::register {
		tin: tin(TIN),
		publication_consent: document(),
	};
	done(MX1, register);
}

#[test]
fn the_council_should_revive_neither_legs_nor_certificates_with_an_administration() {
	let mut chain = expelled();
	chain.block(|| {
		admit_again();
		// Not abroad, and not at home.
		for grantor in [Territory::CR, Territory::MX] {
			assert_eq!(denial(ask(grantor)), Denial::IssuerUnverifiable);
		}
	});
	chain.block(|| {
		// Mexico says of its trader that it is one, and so of what it certified; that is no treaty.
		appoint();
		vouch();
		assert_eq!(denial(ask(Territory::CR)), Denial::NoAgreement);
		assert!(!benefits(ask(Territory::MX)).is_empty());
	});
	chain.block(|| {
		// Both sign again.
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
	});
	let reads = chain.reads(|| assert_eq!(benefits(ask(Territory::CR)), BOTH));
	assert!(reads <= 8, "{reads}");
}

#[test]
fn a_leg_should_not_come_back_with_its_grantor() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		let administration = Territory::CR;
		let expel = Call::<Runtime>::expel { administration };
		assert_eq!(motion(expel, 3, &[MX, PE, CO]), Some(Ok(())));
	});
	chain.block(|| {
		let proposal = NextProposal::<Runtime>::get();
		done(MX, propose(Territory::CR, CR));
		let admit = Call::<Runtime>::admit {
			territory: Territory::CR,
			proposal,
		};
		assert_eq!(motion(admit, 2, &[MX, PE, CO]), Some(Ok(())));
		assert_eq!(denial(ask(Territory::CR)), Denial::NoAgreement);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
	});
}

/// Bolivia was covered by Mexico, and is by Peru now.
#[test]
fn certificates_of_a_territory_that_changed_hands_should_stay_their_issuers() {
	let mut chain = chain();
	let first = number("MX-1");
	chain.block(|| {
		Coverage::<Runtime>::insert(Territory::BO, Territory::MX);
		certify("MX-1", BOLIVIAN, None);
		let id = |text| {
			Identities::by_tin(&aeo_primitives::tin::Tin::parse(text).expect("a TIN"))
				.expect("it is registered")
				.0
		};
		assert_eq!(
			Certificates::of_trader(Territory::MX, &id(BOLIVIAN)).len(),
			1
		);
		// Peru covers Bolivia, and knows another firm there by the same number.
		Coverage::<Runtime>::insert(Territory::BO, Territory::PE);
		for text in [BOLIVIAN, BOLIVIAN_TOO] {
			let register = pallet_identities::Call::<Runtime>::register {
				tin: tin(text),
				publication_consent: document(),
			};
			done(PE1, register);
		}
		let mut record = pallet_certificates::Certificates::<Runtime>::get(Territory::MX, &first)
			.expect("it is there");
		record.trader = id(BOLIVIAN_TOO);
		pallet_certificates::Certificates::<Runtime>::insert(Territory::PE, &first, record);
		pallet_certificates::Holdings::<Runtime>::insert(
			Territory::PE,
			id(BOLIVIAN_TOO),
			BoundedVec::truncate_from(vec![first.clone()]),
		);
		// The first firm has what Peru gave it, which is nothing.
		assert!(Certificates::of_trader(Territory::PE, &id(BOLIVIAN)).is_empty());
		assert_eq!(
			Certificates::of_trader(Territory::MX, &id(BOLIVIAN)).len(),
			1
		);
		let trader = Identities::trader(&id(BOLIVIAN)).expect("it is registered");
		assert_eq!(trader.administration, Territory::PE);
		let firm = Identifier::Tin(tin(BOLIVIAN));
		let answer = ask_for(Territory::PE, &firm, Direction::Import);
		assert_eq!(denial(answer), Denial::NotAuthorised);
		assert_eq!(
			Certificates::of_trader(Territory::PE, &id(BOLIVIAN_TOO)).len(),
			1
		);
		// Mexico acts for it no more.
		let close = pallet_identities::Call::<Runtime>::close {
			tin: tin(BOLIVIAN),
			document: document(),
		};
		assert_eq!(fails(MX1, close), "NotYourTrader");
	});
}
