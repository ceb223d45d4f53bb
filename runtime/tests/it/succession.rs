//! A type of certificate is succeeded by another, and nothing is converted, as the European Union's new
//! status will take the place of AEO.

use crate::{
	chain::{as_written, done, send, Chain, MX, PE},
	scenarios::{
		ask, authorise, benefits, certify, chain, conclude, day, denial, document, kind, leg,
		number, written, BOTH, COSTA_RICA, MEXICO, MX1, NUMBER, OTHER, TIN,
	},
};
use aeo_primitives::{recognition::Denial, Role, Territory, UtcOffset, WrittenType};
use aeo_runtime::{queries, Runtime};
use pallet_certificates::{Call, Programmes};

/// Most values that a question reads.
const MOST_READS: usize = 8;

/// Mexico has a programme `TRUST` besides, set as the first one.
fn declare_trust() {
	let trust = Programmes::<Runtime>::get(Territory::MX, kind("OEA").programme)
		.expect("the chain starts with it");
	done(
		MX,
		Call::set_programme {
			code: written("TRUST"),
			programme: trust.into(),
		},
	);
}

/// Mexico and Peru conclude an agreement that names the new type alone.
fn conclude_with_peru() {
	let agreement = pallet_agreements::LastAgreement::<Runtime>::get() + 1;
	let mut new = leg(Territory::MX, Territory::PE);
	new.types = vec![kind("TRUST").into()];
	let today = || Some(written("2026-11-24"));
	done(
		MX,
		pallet_agreements::Call::propose {
			parties: vec![Territory::MX, Territory::PE].into(),
			text: document(),
			signed_on: None,
			notice_days: 60,
			legs: vec![new],
			in_force_from: today(),
		},
	);
	let terms = pallet_agreements::Agreements::<Runtime>::get(agreement)
		.expect("it is proposed")
		.terms;
	done(
		PE,
		pallet_agreements::Call::sign {
			agreement,
			terms,
			in_force_from: today(),
		},
	);
}

/// How many values a question to a grantor reads.
fn reads(chain: &mut Chain, grantor: Territory) -> usize {
	chain.reads(|| {
		ask(grantor);
	})
}

#[test]
fn a_certificate_should_count_as_its_successors_from_that_day_on() {
	let mut chain = chain();
	chain.block(|| {
		declare_trust();
		certify(NUMBER, TIN, Some("2030-12-31"));
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude_with_peru();
	});
	let plain = reads(&mut chain, Territory::CR);
	assert!(plain <= MOST_READS, "{plain}");
	chain.block(|| {
		let old: WrittenType = kind("OEA").into();
		done(
			MX,
			Call::succeed_type {
				of: old,
				by: kind("TRUST").into(),
				from: written("2026-11-26"),
				document: document(),
			},
		);
	});
	// The leg that names its own type reads nothing more; the other one reads what succeeds it.
	assert_eq!(reads(&mut chain, Territory::CR), plain);
	assert_eq!(reads(&mut chain, Territory::PE), plain + 1);
	let mexico = UtcOffset::try_from(-360).expect("legal");
	let begin = day("2026-11-26").first_moment(mexico);
	chain.skip_to(begin - 6_000);
	chain.block(|| {
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		assert_eq!(denial(ask(Territory::PE)), Denial::TypeNotEligible);
	});
	chain.skip_to(begin);
	chain.block(|| {
		// Costa Rica signed for the old type, and goes on; Peru for the new one.
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		assert_eq!(benefits(ask(Territory::PE)), BOTH);
		let certificate = queries::certificate(Territory::MX, &number(NUMBER));
		assert_eq!(
			certificate.expect("it is there").certificate_type,
			kind("OEA")
		);
		// A new one is of the successor only.
		let propose = |programme: &str| {
			let mut decision = authorise(OTHER, Role::Exporter, Some("2030-12-31"));
			if let pallet_certificates::Decision::Authorise {
				certificate_type, ..
			} = &mut decision
			{
				*certificate_type = kind(programme);
			}
			let call = Call::propose {
				number: number("MX-OEA-0002").into(),
				decision: as_written(decision),
			};
			send(MX1, call).expect("the extrinsic is valid")
		};
		let refused = pallet_certificates::Error::<Runtime>::TypeSucceeded.into();
		assert_eq!(propose("OEA"), Err(refused));
		assert_eq!(propose("TRUST"), Ok(()));
	});
	assert_eq!(reads(&mut chain, Territory::CR), plain);
}
