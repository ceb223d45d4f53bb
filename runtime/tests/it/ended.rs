//! A trader goes on no more: in the same block the grantors hear for which certificates benefits end.

use crate::{
	chain::{done, Chain},
	scenarios::{
		ask, ask_for, certify, chain, conclude, denial, document, number, tin, written, COLOMBIA,
		COSTA_RICA, CR1, MEXICO, MX1, NUMBER, TIN,
	},
};
use aeo_primitives::{
	recognition::{Denial, Outcome},
	CertificateNumber, Direction, Identifier, OnTraderEnded, Territory,
};
use aeo_runtime::{queries, Runtime, RuntimeEvent, System};
use frame_support::dispatch::GetDispatchInfo;
use pallet_benefits::Event;

/// Another Mexican company.
const OTHER: &str = "MXCFE370814QI0";

/// Mexico has certified an exporter, whom Costa Rica and Colombia recognise.
fn recognised() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, COLOMBIA, Some("2026-11-24"));
	});
	chain
}

/// What this block tells: certificate, begin, end.
fn told() -> Vec<(CertificateNumber, Vec<Territory>, Vec<Territory>)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Benefits(Event::BenefitsChanged {
				number, begin, end, ..
			}) => Some((number, begin.into_inner(), end.into_inner())),
			_ => None,
		})
		.collect()
}

fn close() -> pallet_identities::Call<Runtime> {
	pallet_identities::Call::close {
		tin: tin(TIN),
		document: document(),
	}
}

fn is_denied(grantor: Territory) -> bool {
	matches!(
		ask(grantor).outcome,
		Outcome::Denied {
			denial: Denial::TraderNotActive { .. },
			..
		}
	)
}

#[test]
fn closing_a_trader_should_tell_the_grantors_that_gave_something() {
	let mut chain = recognised();
	chain.block(|| {
		done(
			CR1,
			pallet_suspensions::Call::suspend_recognition {
				issuer: Territory::MX,
				number: NUMBER.try_into().expect("short"),
				review_on: "2026-12-31".parse().expect("a day"),
				document: document(),
			},
		);
	});
	chain.block(|| {
		done(MX1, close());
		// Costa Rica gave nothing any more.
		let end = vec![Territory::CO];
		assert_eq!(told(), [(number(NUMBER), vec![], end)]);
		assert!(is_denied(Territory::CO) && is_denied(Territory::CR));
	});
}

#[test]
fn merging_a_trader_should_tell_the_grantors_that_gave_something() {
	let mut chain = recognised();
	chain.block(|| {
		done(
			MX1,
			pallet_identities::Call::register {
				tin: tin(OTHER),
				publication_consent: document(),
			},
		);
		done(
			MX1,
			pallet_identities::Call::merge {
				tin: tin(TIN),
				into: tin(OTHER),
				document: document(),
			},
		);
		let mut told = told();
		let (certificate, begin, mut end) = told.pop().expect("it is told");
		end.sort();
		assert_eq!((certificate, begin), (number(NUMBER), vec![]));
		assert_eq!(end, [Territory::CO, Territory::CR]);
		assert!(told.is_empty());
		assert!(is_denied(Territory::CO));
		// Nor does it help to name the certificate: it has not moved to the other company.
		let by_number = Identifier::Certificate {
			issuer: Territory::MX,
			number: written(NUMBER),
		};
		let merged_into = OTHER.parse().ok();
		for grantor in [Territory::CR, Territory::MX] {
			let answer = ask_for(grantor, &by_number, Direction::Import);
			let merged_into = merged_into.clone();
			assert_eq!(denial(answer), Denial::TraderNotActive { merged_into });
		}
		assert!(queries::certificates_of(&tin(OTHER)) == Ok(vec![]));
	});
}

/// The telling is declared: 36 values that are read beside those of the call itself, and what is worked out.
#[test]
fn closing_should_declare_what_telling_weighs() {
	use pallet_identities::WeightInfo;
	type Weights = pallet_identities::weights::SubstrateWeight<Runtime>;
	let told = <aeo_runtime::Benefits as OnTraderEnded>::max_weight();
	assert_eq!(
		close().get_dispatch_info().call_weight,
		Weights::close() + told
	);
	let reads = <Runtime as frame_system::Config>::DbWeight::get().reads(36);
	assert!(told.all_gte(reads));
}
