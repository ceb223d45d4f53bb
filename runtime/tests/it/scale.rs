//! What must not depend on how many certificates there are (invariant I21).

use crate::{
	chain::{done, Chain, CR},
	reads,
	scenarios::{
		ask_for, benefits, certify, chain, conclude, document, leg, number, tin, written, BOTH,
		CR1, MEXICO, NUMBER, TIN,
	},
};
use aeo_primitives::{Direction, Identifier, Role, Territory, TraderId};
use aeo_runtime::Runtime;
use pallet_certificates::{Certificates, Holdings, Ordinals};
use pallet_identities::Traders;
use sp_core::H256;
use sp_crypto_hashing::twox_128;
use std::collections::BTreeSet;

/// Puts copies of Mexico's first certificate, each of a trader of its own, beside it until there are
/// so many. They are put into the state as they stand: what is looked at here is not how they came
/// there, and 250 batches would take minutes.
fn fill(chain: &mut Chain, certificates: u32) {
	chain.read(|| {
		let first = number(NUMBER);
		let record = Certificates::<Runtime>::get(Territory::MX, &first).expect("it is there");
		let trader = Traders::<Runtime>::get(record.trader).expect("it is registered");
		for place in Ordinals::<Runtime>::get(Territory::MX)..certificates {
			let id: TraderId = H256::from_low_u64_be(place.into());
			let copy = number(&format!("COPY-{place}"));
			let mut record = record.clone();
			record.trader = id;
			record.ordinal = place;
			Traders::<Runtime>::insert(id, trader.clone());
			Certificates::<Runtime>::insert(Territory::MX, &copy, record);
			Holdings::<Runtime>::mutate(Territory::MX, id, |held| held.try_push(copy))
				.expect("the first one");
		}
		Ordinals::<Runtime>::insert(Territory::MX, certificates);
	});
}

#[test]
fn a_question_should_read_the_same_at_10_and_at_100_000_certificates() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, crate::scenarios::COSTA_RICA, Some("2026-11-24"));
	});
	let by_tin = Identifier::Tin(tin(TIN));
	let by_number = Identifier::Certificate {
		issuer: Territory::MX,
		number: written(NUMBER),
	};
	let mut read = |certificates| {
		fill(&mut chain, certificates);
		[&by_tin, &by_number].map(|identifier| {
			chain.reads(|| {
				let answer = ask_for(Territory::CR, identifier, Direction::Import);
				assert_eq!(benefits(answer), BOTH);
			})
		})
	};
	let few = read(10);
	assert!(few.iter().all(|reads| *reads > 5), "{few:?}");
	assert_eq!(read(100_000), few);
}

/// The prefix of a pallet's storage, as keys are written here.
fn prefix(pallet: &str) -> String {
	let bytes = twox_128(pallet.as_bytes());
	bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Mexico and Costa Rica conclude an agreement over so many certificates. Gives what the second
/// signature wrote.
fn sign_over(certificates: u32) -> BTreeSet<String> {
	let mut chain = chain();
	chain.block(|| certify(NUMBER, TIN, None));
	fill(&mut chain, certificates);
	let from = || Some("2026-11-24".try_into().expect("short"));
	chain.block(|| {
		done(
			MEXICO.0,
			pallet_agreements::Call::propose {
				parties: vec![Territory::MX, Territory::CR].into(),
				text: document(),
				signed_on: None,
				notice_days: 60,
				legs: vec![leg(Territory::MX, Territory::CR)],
				in_force_from: from(),
			},
		);
	});
	let written = chain.block(|| {
		let terms = pallet_agreements::Agreements::<Runtime>::get(1)
			.expect("it is proposed")
			.terms;
		reads::written(|| {
			done(
				CR,
				pallet_agreements::Call::sign {
					agreement: 1,
					terms,
					in_force_from: from(),
				},
			);
		})
	});
	// In the next block the first benefit is given, to a firm for which nothing was written.
	chain.block(|| {
		let grant = pallet_benefits::Call::grant {
			declaration: H256::repeat_byte(1),
			identifier: Identifier::Tin(tin(TIN)),
			role: Role::Exporter,
			direction: Direction::Import,
		};
		done(CR1, grant);
	});
	written
}

/// An agreement takes effect over 20,000 certificates in the block of its second signature, and
/// nothing is written for any of them.
#[test]
fn a_signature_should_write_the_same_over_1_and_over_20_000_certificates() {
	let over_one = sign_over(1);
	assert_eq!(sign_over(20_000), over_one);
	for untouched in [
		"Applications",
		"Certificates",
		"Identities",
		"Benefits",
		"Suspensions",
	] {
		let prefix = prefix(untouched);
		assert!(
			!over_one.iter().any(|key| key.starts_with(&prefix)),
			"{untouched}"
		);
	}
	let prefix = prefix("Agreements");
	let own: Vec<_> = over_one
		.iter()
		.filter(|key| key.starts_with(&prefix))
		.collect();
	// The agreement, its proposed legs (removed), the legs of the pair, the issuer's summary, and what
	// waits of its proposer's.
	assert_eq!(own.len(), 5, "{own:?}");
}
