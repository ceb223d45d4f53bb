//! More acceptance scenarios (section 11): what a quarantine, an appeal and a merger do to benefits.

use crate::{
	chain::{done, emitted, motion, send, Chain, Signer, CO, CR, MX, PE},
	scenarios::{
		ask, ask_for, authorise, benefits, certify, chain, conclude, day, denial, document, fails,
		grant, last_proposal, number, suspend, tin, written, BOTH, COLOMBIA, COSTA_RICA, CR1,
		MEXICO, MX1, MX2, NUMBER, OTHER, PE1, PERU, TIN,
	},
};
use aeo_primitives::{
	recognition::{Answer, Denial, Outcome},
	CertificateState, Direction, Identifier, Role, SuspensionScope, Territory, TraderLookup, Wish,
};
use aeo_runtime::{
	configs::paid_calls::SIGNER_NOT_ENTITLED, queries, Certificates, Identities, Runtime,
	RuntimeCall,
};
use pallet_certificates::{CertificateRecord, Decision};
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::transaction_validity::InvalidTransaction;

/// A company of Peru.
const PERUVIAN: &str = "PE 20131312955";
const PE2: &str = "//PE//officer//2";
/// How a company signs.
const COMPANY: &str = "//company//1";

/// Peru has certified a company, and Costa Rica and Colombia recognise it.
fn peruvian_chain() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		let propose = pallet_certificates::Call::propose {
			number: number("PE-1").into(),
			decision: crate::chain::as_written(authorise(PERUVIAN, Role::Exporter, None)),
		};
		done(PE1, propose);
		let (number, proposal) = (number("PE-1"), last_proposal(Territory::PE));
		done(
			PE2,
			pallet_certificates::Call::confirm {
				number: number.into(),
				proposal,
			},
		);
		conclude(PERU, COSTA_RICA, Some("2026-11-24"));
		conclude(PERU, COLOMBIA, Some("2026-11-24"));
	});
	chain
}

/// What the company of Peru gets from somebody.
fn peruvian(grantor: Territory) -> Answer {
	let trader = Identifier::Tin(tin(PERUVIAN));
	ask_for(grantor, &trader, Direction::Import)
}

fn peruvian_record() -> CertificateRecord {
	Certificates::certificate(Territory::PE, &number("PE-1")).expect("it is there")
}

#[test]
fn scenario_14_a_quarantine_by_itself_should_end_all_benefits_until_the_keys_are_new() {
	let mut chain = peruvian_chain();
	let at_home = chain.read(|| benefits(peruvian(Territory::PE)));
	assert_eq!(at_home.len(), 2);
	let before = chain.block(|| {
		for abroad in [Territory::CR, Territory::CO] {
			assert_eq!(benefits(peruvian(abroad)), BOTH);
		}
		done(PE, pallet_administrations::Call::quarantine_own {});
		for grantor in [Territory::CR, Territory::CO, Territory::PE] {
			assert_eq!(denial(peruvian(grantor)), Denial::IssuerUnverifiable);
		}
		peruvian_record()
	});
	// Nobody who may hold its keys acts for it, not even to suspend.
	chain.block(|| {
		let refused = send(
			PE1,
			pallet_certificates::Call::propose {
				number: number("PE-2").into(),
				decision: crate::chain::as_written(authorise(PERUVIAN, Role::Importer, None)),
			},
		);
		assert_eq!(refused, Err(InvalidTransaction::Payment.into()));
		let end = pallet_administrations::Call::end_own_quarantine {};
		assert_eq!(fails(PE, end), "KeysNotRotated");
	});
	let new = Sr25519Keyring::Ferdie;
	chain.block(|| {
		use pallet_administrations::Call;
		let key = H256::repeat_byte(11);
		done(PE, Call::rotate_encryption_key { key });
		let account = new.to_account_id();
		done(PE, Call::rotate_account { account });
		done(new, Call::accept_account {});
		assert_eq!(denial(peruvian(Territory::CR)), Denial::IssuerUnverifiable);
		done(new, Call::end_own_quarantine {});
		for abroad in [Territory::CR, Territory::CO] {
			assert_eq!(benefits(peruvian(abroad)), BOTH);
		}
		assert_eq!(benefits(peruvian(Territory::PE)), at_home);
		// What was stored is what it was.
		assert_eq!(peruvian_record(), before);
	});
}

#[test]
fn scenario_14_a_quarantine_by_the_council_should_mark_answers_and_leave_the_rest_to_each_grantor()
{
	let mut chain = peruvian_chain();
	let before = chain.read(peruvian_record);
	chain.block(|| {
		assert!(!peruvian(Territory::CR).issuer_quarantined);
		let call = pallet_administrations::Call::quarantine {
			administration: Territory::PE,
		};
		assert_eq!(motion(call, 3, &[MX, CR, CO]), Some(Ok(())));
		for abroad in [Territory::CR, Territory::CO] {
			assert!(peruvian(abroad).issuer_quarantined);
			assert_eq!(benefits(peruvian(abroad)), BOTH);
		}
	});
	// Its writes are frozen.
	chain.block(|| {
		let suspend = pallet_suspensions::Call::suspend {
			subject: aeo_primitives::Subject::Number(written("PE-1")),
			scope: SuspensionScope::Full,
			end: aeo_primitives::WrittenSuspensionEnd::Open,
			ground: aeo_primitives::Ground::Authority,
			document: document(),
		};
		let refused = send(PE1, suspend);
		let not_entitled = InvalidTransaction::Custom(SIGNER_NOT_ENTITLED);
		assert_eq!(refused, Err(not_entitled.into()));
	});
	// Colombia decides for itself, and for nobody else.
	let leg = || pallet_agreements::Call::<Runtime>::suspend_leg {
		agreement: 2,
		issuer: Territory::PE,
		grantor: Territory::CO,
	};
	chain.block(|| {
		done(CO, leg());
		assert_eq!(denial(peruvian(Territory::CO)), Denial::NoAgreement);
		assert_eq!(benefits(peruvian(Territory::CR)), BOTH);
		assert!(peruvian(Territory::CO).issuer_quarantined);
	});
	chain.block(|| {
		let call = pallet_administrations::Call::end_quarantine {
			administration: Territory::PE,
		};
		assert_eq!(motion(call, 2, &[MX, CR]), Some(Ok(())));
		assert!(!peruvian(Territory::CR).issuer_quarantined);
		assert_eq!(benefits(peruvian(Territory::CR)), BOTH);
		assert_eq!(denial(peruvian(Territory::CO)), Denial::NoAgreement);
		done(
			CO,
			pallet_agreements::Call::resume_leg {
				agreement: 2,
				issuer: Territory::PE,
				grantor: Territory::CO,
			},
		);
		assert_eq!(benefits(peruvian(Territory::CO)), BOTH);
		assert_eq!(peruvian_record(), before);
	});
}

/// The company's account is linked to its TIN.
fn link() {
	let account = COMPANY.account();
	done(
		MX1,
		pallet_identities::Call::offer_account {
			tin: tin(TIN),
			account,
			instrument: None,
		},
	);
	let accept = pallet_identities::Call::accept_account { tin: tin(TIN) };
	done(COMPANY, accept);
}

fn propose(decision: Decision) -> RuntimeCall {
	pallet_certificates::Call::propose {
		number: number(NUMBER).into(),
		decision: crate::chain::as_written(decision),
	}
	.into()
}

fn confirm() -> RuntimeCall {
	pallet_certificates::Call::confirm {
		number: number(NUMBER).into(),
		proposal: last_proposal(Territory::MX),
	}
	.into()
}

fn record() -> CertificateRecord {
	Certificates::certificate(Territory::MX, &number(NUMBER)).expect("it is there")
}

/// The state of the Mexican certificate at a moment, as far as the present state knows.
fn state_at(moment: u64) -> CertificateState {
	Certificates::status_at(Territory::MX, &number(NUMBER), moment)
		.expect("it was there")
		.state
}

#[test]
fn scenario_26_an_appeal_should_restore_a_revoked_certificate_and_keep_both_stories() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		link();
	});
	let revoked_at = chain.free_block(|| {
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		let revoke = Decision::Revoke {
			from: day("2026-11-24"),
			bar_until: Some(day("2029-11-24")),
			document: document(),
		};
		done(MX1, propose(revoke));
		done(MX2, confirm());
		assert_eq!(denial(ask(Territory::CR)), Denial::Revoked);
		assert_eq!(fails(CR1, grant(1)), "Revoked");
		pallet_timestamp::Now::<Runtime>::get()
	});
	let revoked = chain.read(record);
	assert!(matches!(revoked.state, CertificateState::Revoked(_)));
	let overturn = || Decision::Overturn {
		from: None,
		document: document(),
	};
	chain.free_block(|| {
		// It takes an appeal, which restores nothing by itself.
		assert_eq!(fails(MX1, propose(overturn())), "NoAppealPending");
		done(
			COMPANY,
			pallet_applications::Call::ask {
				number: written(NUMBER),
				wish: Wish::Appeal,
				document: document(),
			},
		);
		assert_eq!(denial(ask(Territory::CR)), Denial::Revoked);
		assert_eq!(state_at(revoked_at), revoked.state);
		// The bar holds until it is decided on.
		let anew = pallet_certificates::Call::propose {
			number: number("A-2").into(),
			decision: crate::chain::as_written(authorise(TIN, Role::Exporter, None)),
		};
		assert_eq!(fails(MX1, anew), "TraderBarred");
	});
	chain.free_block(|| {
		done(MX1, propose(overturn()));
		assert_eq!(denial(ask(Territory::CR)), Denial::Revoked);
		done(MX2, confirm());
		let version = record().version;
		assert!(emitted(pallet_benefits::Event::BenefitsChanged {
			issuer: Territory::MX,
			number: number(NUMBER),
			version,
			begin: vec![Territory::CR].try_into().expect("one"),
			end: vec![].try_into().expect("none"),
		}));
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		done(CR1, grant(1));
	});
	chain.read(|| {
		let restored = record();
		assert_eq!(restored.state, CertificateState::Authorised);
		assert_eq!((restored.bar, restored.asked.appeal), (None, None));
		// What held then, as it is known now: it was never revoked.
		assert_eq!(state_at(revoked_at), CertificateState::Authorised);
		// What was believed then is told as well.
		let story: Vec<_> = Certificates::history(Territory::MX, &number(NUMBER), 0)
			.into_iter()
			.map(|period| (period.version, period.state, period.voids))
			.collect();
		assert_eq!(
			story,
			[
				(3, CertificateState::Authorised, Some(1)),
				(2, revoked.state, None),
				(1, CertificateState::Authorised, None),
			]
		);
	});
}

#[test]
fn scenario_27_the_tin_of_a_merged_firm_should_say_into_whom() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		certify("MX-OEA-0002", OTHER, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
	});
	let into = Identities::id_of(&tin(OTHER)).expect("it is registered");
	let into = chain
		.read(|| pallet_identities::Traders::<Runtime>::get(into))
		.expect("it is registered")
		.tin;
	assert_eq!(into.as_str(), "MXCFE370814QI0");
	let before = chain.read(record);
	chain.block(|| {
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		done(
			MX1,
			pallet_identities::Call::merge {
				tin: tin(TIN),
				into: tin(OTHER),
				document: document(),
			},
		);
		let merged = Denial::TraderNotActive {
			merged_into: Some(into.clone()),
		};
		// By its TIN and by its certificate, abroad and at home.
		let by_number = Identifier::Certificate {
			issuer: Territory::MX,
			number: written(NUMBER),
		};
		for grantor in [Territory::CR, Territory::MX] {
			assert_eq!(denial(ask(grantor)), merged);
			let answer = ask_for(grantor, &by_number, Direction::Import);
			assert_eq!(denial(answer), merged);
		}
		// Who goes by the new TIN is found, with its own certificate: none has moved.
		let successor = Identifier::Tin(into.clone().as_str().try_into().expect("short"));
		match ask_for(Territory::CR, &successor, Direction::Import).outcome {
			Outcome::Granted(given) => assert!(
				!given.is_empty()
					&& given
						.iter()
						.all(|one| one.certificate == number("MX-OEA-0002"))
			),
			Outcome::Denied { denial, .. } => panic!("denied: {denial:?}"),
		}
		let held: Vec<_> = queries::certificates_of(&tin(OTHER))
			.into_iter()
			.map(|status| status.number)
			.collect();
		assert_eq!(held, [number("MX-OEA-0002")]);
		assert_eq!(record(), before);
		assert_eq!(fails(CR1, grant(1)), "TraderNotActive");
	});
	// Its own certificate can still be stopped; a new one is refused.
	chain.block(|| {
		suspend(MX1, SuspensionScope::Full);
		assert!(matches!(record().state, CertificateState::Suspended(_)));
		let anew = pallet_certificates::Call::propose {
			number: number("A-3").into(),
			decision: crate::chain::as_written(authorise(TIN, Role::Importer, None)),
		};
		assert_eq!(fails(MX1, anew), "TraderNotActive");
	});
}
