//! Who may read what, on a chain of real blocks with signed extrinsics: consent, the rule of sharing,
//! and which lists are accepted (I10, I11; scenarios 6, 17 and 18).

use crate::{
	chain::{done, emitted, send, signed, Chain, Signer, CR, MX, PE},
	scenarios::{
		ask, benefits, certify, chain, denial, document, fails, grant, leg, number, tin, written,
		BOTH, COSTA_RICA, CR1, MEXICO, MX1, NOON, NUMBER, OTHER, PERU, TIN,
	},
};
use aeo_primitives::{
	recognition::{ConsentMode, ConsentNeed, Denial},
	ConsentFor, DataClass, DataClasses, FourEyes, Halves, ListStanding, ProgrammeType, Territory,
	SHARED_AFTER_END,
};
use aeo_runtime::{queries, Disclosures, Executive, Runtime, RuntimeCall, RuntimeEvent, System};
use aeo_runtime_api::LegSharing;
use pallet_certificates::{Programme, ValidityMonths};
use pallet_disclosures::{HolderKeys, Lists, NewList};
use sp_core::H256;
use sp_keyring::Sr25519Keyring;

/// The exporter's own account, and another firm's.
const HOLDER: &str = "//company//1";
const OTHER_HOLDER: &str = "//company//2";

const CLASSES: [DataClass; 2] = [DataClass::Identity, DataClass::Sites];

fn classes(list: &[DataClass]) -> DataClasses {
	DataClasses::new(list.iter().copied()).expect("four at most")
}

/// Mexico's programme asks holders for their consent.
fn ask_holders() {
	let programme = Programme {
		types: vec![ProgrammeType {
			code: "OEA".try_into().expect("short"),
			halves: Halves::Both,
		}]
		.try_into()
		.expect("one"),
		four_eyes: FourEyes::Required,
		consent: ConsentMode::Asked,
		applications: pallet_certificates::Applications::NotRequired,
		until_renewed: pallet_certificates::UntilRenewed::Ends,
		validity_months: ValidityMonths::NoEnd,
		review_months: None,
		decision_days: 14,
		opinions_required: Default::default(),
		branches: Default::default(),
	};
	done(
		MX,
		pallet_certificates::Call::set_programme {
			code: written("OEA"),
			programme: programme.into(),
		},
	);
}

/// Mexico and another administration agree, from today on: Mexico discloses, and its holders are asked.
/// Gives the number of the agreement.
fn disclose(to: (Sr25519Keyring, Territory)) -> u32 {
	let agreement = pallet_agreements::LastAgreement::<Runtime>::get() + 1;
	let today = Some(written("2026-11-24"));
	let mut out = leg(Territory::MX, to.1);
	out.consent = ConsentNeed::Needed;
	out.data_classes = classes(&CLASSES).into();
	done(
		MX,
		pallet_agreements::Call::propose {
			parties: vec![Territory::MX, to.1].into(),
			text: document(),
			signed_on: None,
			notice_days: 60,
			legs: vec![out, leg(to.1, Territory::MX)],
			in_force_from: today.clone(),
		},
	);
	let terms = pallet_agreements::Agreements::<Runtime>::get(agreement)
		.expect("it is proposed")
		.terms;
	done(
		to.0,
		pallet_agreements::Call::sign {
			agreement,
			terms,
			in_force_from: today,
		},
	);
	agreement
}

/// An account acts for a firm.
fn link(account: &str, firm: &str) {
	done(
		MX1,
		pallet_identities::Call::offer_account {
			tin: tin(firm),
			account: account.account(),
			instrument: None,
		},
	);
	done(
		account,
		pallet_identities::Call::accept_account { tin: tin(firm) },
	);
}

/// Mexico has certified two exporters that have accounts and whom it asks, and discloses to Costa Rica.
/// The agreement is the first one.
fn disclosing() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		ask_holders();
		certify(NUMBER, TIN, None);
		certify("MX-OEA-0002", OTHER, None);
		link(HOLDER, TIN);
		link(OTHER_HOLDER, OTHER);
		assert_eq!(disclose(COSTA_RICA), 1);
	});
	chain
}

const COSTA_RICAS: ConsentFor = ConsentFor::Agreement(1);

fn give(consent_for: ConsentFor) -> pallet_certificates::Call<Runtime> {
	pallet_certificates::Call::give_consent {
		number: written(NUMBER),
		consent_for,
		document: H256::zero(),
	}
}

fn withdraw(consent_for: ConsentFor) -> pallet_certificates::Call<Runtime> {
	pallet_certificates::Call::withdraw_consent {
		number: written(NUMBER),
		consent_for,
		document: H256::zero(),
	}
}

/// What an administration reads of the exporter's data.
fn read_by(reader: Territory) -> Vec<DataClass> {
	let page = queries::shared(Territory::MX, reader, 0);
	assert_eq!(page.len(), 2);
	assert_eq!(page[0].number.as_str(), NUMBER);
	assert_eq!(page[0].ordinal, 0);
	page[0].classes.iter().collect()
}

/// The next list of Mexico for a reader, with a page, under its present key.
fn list(reader: Territory) -> NewList {
	let record = pallet_administrations::Administrations::<Runtime>::get(reader);
	let last = Lists::<Runtime>::get(Territory::MX, reader).map_or(0, |last| last.sequence);
	NewList {
		reader,
		sequence: last + 1,
		sealed_to: record.expect("it is admitted").details.encryption_key,
		root: H256::repeat_byte(5),
		pages: 1,
	}
}

fn publish(as_of: u32, list: NewList) -> pallet_disclosures::Call<Runtime> {
	pallet_disclosures::Call::publish {
		as_of,
		lists: vec![list],
	}
}

fn told(begin: &[Territory], end: &[Territory]) -> bool {
	emitted(RuntimeEvent::Benefits(
		pallet_benefits::Event::BenefitsChanged {
			issuer: Territory::MX,
			number: number(NUMBER),
			version: 1,
			begin: begin.to_vec().try_into().expect("few"),
			end: end.to_vec().try_into().expect("few"),
		},
	))
}

/// A programme that asks and a leg that needs: once a denial for ever, it ends with one call of the
/// holder's.
#[test]
fn one_call_of_the_holder_should_end_what_a_programme_that_asks_denied() {
	let mut chain = disclosing();
	chain.block(|| {
		assert_eq!(denial(ask(Territory::CR)), Denial::NoConsent);
		assert_eq!(fails(CR1, grant(1)), "NoConsent");
		assert_eq!(read_by(Territory::CR), []);
		done(HOLDER, give(COSTA_RICAS));
		assert!(told(&[Territory::CR], &[]));
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		assert_eq!(read_by(Territory::CR), CLASSES);
		done(CR1, grant(1));
	});
}

/// With invariant I11: in the block of the withdrawal evaluation denies, nothing is shared, and no list
/// that was made before is accepted from then on.
#[test]
fn scenario_6_a_consent_that_is_withdrawn_should_count_in_its_block() {
	let mut chain = disclosing();
	chain.block(|| {
		done(HOLDER, give(COSTA_RICAS));
	});
	let made = chain.number();
	chain.block(|| done(MX1, publish(made, list(Territory::CR))));
	let withdrawn = chain.number() + 1;
	chain.block(|| {
		assert_eq!(System::block_number(), withdrawn);
		done(HOLDER, withdraw(COSTA_RICAS));
		assert!(told(&[], &[Territory::CR]));
		assert_eq!(denial(ask(Territory::CR)), Denial::NoConsent);
		assert_eq!(fails(CR1, grant(2)), "NoConsent");
		assert_eq!(read_by(Territory::CR), []);
		// The firm of another one who said nothing is not touched, nor the certificate.
		let status = queries::certificate(Territory::MX, &number(NUMBER)).expect("it is there");
		assert_eq!(
			(status.version, status.periods, status.in_force),
			(1, 1, true)
		);
		for as_of in [made, withdrawn - 1] {
			for reader in [Territory::CR, Territory::MX] {
				assert_eq!(
					fails(MX1, publish(as_of, list(reader))),
					"ConsentWithdrawnSince"
				);
			}
		}
	});
	chain.block(|| {
		assert_eq!(
			fails(MX1, publish(withdrawn - 1, list(Territory::CR))),
			"ConsentWithdrawnSince"
		);
		done(MX1, publish(withdrawn, list(Territory::CR)));
	});
	// Given again, it is shared again.
	chain.block(|| {
		done(HOLDER, give(ConsentFor::All));
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		assert_eq!(read_by(Territory::CR), CLASSES);
	});
}

#[test]
fn an_officer_should_say_it_with_the_holders_paper() {
	let mut chain = disclosing();
	chain.block(|| {
		assert_eq!(fails(MX1, give(COSTA_RICAS)), "PaperMissing");
		let with_paper = pallet_certificates::Call::give_consent {
			number: written(NUMBER),
			consent_for: COSTA_RICAS,
			document: document(),
		};
		assert_eq!(fails(CR1, with_paper.clone()), "UnknownCertificate");
		done(MX1, with_paper);
		let [sharing] = &queries::sharing(Territory::MX, &number(NUMBER))[..] else {
			panic!("one leg");
		};
		assert_eq!(
			*sharing,
			LegSharing {
				agreement: 1,
				reader: Territory::CR,
				classes: classes(&CLASSES),
				in_force: true,
				consent: ConsentNeed::Needed,
				given: true,
				since: Some(pallet_timestamp::Now::<Runtime>::get()),
				on_paper: true,
				shared: classes(&CLASSES),
			}
		);
	});
}

/// A holder whose administration may do nothing still has the last word, and pays for it as before.
#[test]
fn a_holder_should_withdraw_its_consent_in_a_quarantine() {
	let mut chain = disclosing();
	chain.block(|| {
		done(HOLDER, give(COSTA_RICAS));
		done(MX, pallet_administrations::Call::quarantine_own {});
	});
	chain.block(|| {
		let quota = queries::quota(&HOLDER.account()).expect("it has one");
		done(HOLDER, withdraw(COSTA_RICAS));
		let left = queries::quota(&HOLDER.account()).expect("it has one").left;
		assert!(left < quota.left);
		// Nothing else of its is paid for, nor an officer's.
		let asked: RuntimeCall = pallet_applications::Call::ask {
			number: written(NUMBER),
			wish: aeo_primitives::WrittenWish::Renewal,
			document: document(),
		}
		.into();
		for (signer, call) in [(HOLDER, asked), (MX1, give(COSTA_RICAS).into())] {
			assert!(Executive::apply_extrinsic(signed(signer, call)).is_err());
		}
	});
}

/// What a trader sees of itself, and another trader doesn't.
#[test]
fn scenario_17_a_trader_should_see_with_whom_it_is_shared_and_decide_for_itself_only() {
	let mut chain = disclosing();
	chain.block(|| {
		done(HOLDER, give(COSTA_RICAS));
		done(CR1, grant(1));
	});
	chain.block(|| {
		let uses = queries::uses_of(&tin(TIN), 0);
		assert_eq!((uses.len(), uses[0].grantor), (1, Territory::CR));
		let shared: Vec<_> = queries::sharing(Territory::MX, &number(NUMBER))
			.into_iter()
			.map(|leg| (leg.reader, leg.given, leg.on_paper, leg.shared))
			.collect();
		assert_eq!(shared, [(Territory::CR, true, false, classes(&CLASSES))]);
		// Another trader neither gives nor takes it, and gets no list: lists are for administrations.
		for call in [give(COSTA_RICAS), withdraw(COSTA_RICAS)] {
			assert_eq!(fails(OTHER_HOLDER, call), "NotYourCertificate");
		}
		let list = publish(System::block_number() - 1, list(Territory::CR));
		assert!(
			Executive::apply_extrinsic(signed(OTHER_HOLDER, list.clone()))
				.map_or(true, |done| done.is_err())
		);
		// A key is a trader's own, and what is sealed to it is for it alone.
		for (account, byte) in [(HOLDER, 1), (OTHER_HOLDER, 2)] {
			let key = H256::repeat_byte(byte);
			done(account, pallet_disclosures::Call::register_key { key });
		}
		let keys: Vec<_> = HolderKeys::<Runtime>::iter_values()
			.map(|known| known.key)
			.collect();
		assert_eq!(keys.len(), 2);
		done(OTHER_HOLDER, pallet_disclosures::Call::remove_key {});
		let trader = queries::tin_check(&tin(TIN))
			.trader
			.expect("it is registered");
		let left: Vec<_> = HolderKeys::<Runtime>::iter().collect();
		assert_eq!(left.len(), 1);
		assert_eq!((left[0].0, left[0].1.key), (trader, H256::repeat_byte(1)));
		// It goes with the account: who leaves may know the secret.
		done(HOLDER, pallet_identities::Call::unlink_own_account {});
		assert_eq!(HolderKeys::<Runtime>::iter().count(), 0);
	});
}

/// With invariant I10: a third member and an outsider get no list, and who may read gets one under its
/// key of that block only.
#[test]
fn scenario_18_no_list_should_be_for_who_may_not_read() {
	let mut chain = disclosing();
	chain.block(|| done(HOLDER, give(COSTA_RICAS)));
	chain.block(|| {
		let as_of = System::block_number() - 1;
		// Peru is a member, and has an agreement by which nothing is disclosed; Colombia has none.
		crate::scenarios::conclude(MEXICO, PERU, Some("2026-11-24"));
		for reader in [Territory::PE, Territory::CO] {
			assert_eq!(read_by(reader), []);
			assert_eq!(fails(MX1, publish(as_of, list(reader))), "NotEntitled");
		}
		let outsider = NewList {
			reader: Territory::FR,
			..list(Territory::CR)
		};
		assert_eq!(
			fails(MX1, publish(as_of, outsider)),
			"UnknownAdministration"
		);
		// Mexico's own, and the partner's.
		assert_eq!(read_by(Territory::MX), DataClass::ALL);
		for reader in [Territory::MX, Territory::CR] {
			done(MX1, publish(as_of, list(reader)));
		}
		// Under another's key a list for Costa Rica would be Peru's.
		let stolen = NewList {
			sealed_to: list(Territory::PE).sealed_to,
			..list(Territory::CR)
		};
		assert_eq!(fails(MX1, publish(as_of, stolen)), "KeyRotated");
		let standing = |administration| {
			let report = queries::lists(administration);
			let of = |list: &aeo_runtime_api::ListStatus| (list.issuer, list.reader, list.standing);
			let given: Vec<_> = report.given.iter().map(of).collect();
			let received: Vec<_> = report.received.iter().map(of).collect();
			(given, received)
		};
		let (own, partners) = (
			(Territory::MX, Territory::MX, ListStanding::Current),
			(Territory::MX, Territory::CR, ListStanding::Current),
		);
		assert_eq!(standing(Territory::MX), (vec![partners, own], vec![own]));
		assert_eq!(standing(Territory::CR), (vec![], vec![partners]));
		assert_eq!(standing(Territory::PE), (vec![], vec![]));
		// Costa Rica has another key: the list is of before, and so is who seals to the old one.
		let before = list(Territory::CR);
		done(
			CR,
			pallet_administrations::Call::rotate_encryption_key {
				key: H256::repeat_byte(99),
			},
		);
		let outdated = (Territory::MX, Territory::CR, ListStanding::Outdated);
		assert_eq!(standing(Territory::CR), (vec![], vec![outdated]));
		assert_eq!(fails(MX1, publish(as_of, before)), "KeyRotated");
		done(MX1, publish(as_of, list(Territory::CR)));
		assert_eq!(standing(Territory::CR), (vec![], vec![partners]));
	});
}

/// Invariant I11: a leg's end counts in its block as a withdrawal does.
#[test]
fn a_leg_that_is_suspended_or_over_should_share_nothing_and_take_no_list() {
	let mut chain = disclosing();
	chain.block(|| done(HOLDER, give(COSTA_RICAS)));
	let ends = |agreement| pallet_agreements::Call::<Runtime>::suspend_leg {
		agreement,
		issuer: Territory::MX,
		grantor: Territory::CR,
	};
	chain.block(|| {
		let as_of = System::block_number() - 1;
		assert_eq!(read_by(Territory::CR), CLASSES);
		done(MX1, publish(as_of, list(Territory::CR)));
		done(CR, ends(1));
		assert_eq!(denial(ask(Territory::CR)), Denial::NoAgreement);
		assert_eq!(read_by(Territory::CR), []);
		assert_eq!(
			fails(MX1, publish(as_of, list(Territory::CR))),
			"NotEntitled"
		);
		let report = queries::lists(Territory::CR);
		assert_eq!(report.received[0].standing, ListStanding::NotEntitled);
		// What takes everything back is accepted.
		let empty = NewList {
			root: H256::zero(),
			pages: 0,
			..list(Territory::CR)
		};
		done(MX1, publish(as_of, empty));
		done(
			CR,
			pallet_agreements::Call::resume_leg {
				agreement: 1,
				issuer: Territory::MX,
				grantor: Territory::CR,
			},
		);
		assert_eq!(read_by(Territory::CR), CLASSES);
		done(MX, pallet_agreements::Call::give_notice { agreement: 1 });
	});
	// Sixty days later in Costa Rica: see scenario 13.
	let over = NOON + (60 * 24 + 18) * 60 * 60 * 1_000;
	chain.skip_to(over - 3_000);
	chain.block(|| assert_eq!(read_by(Territory::CR), CLASSES));
	chain.block(|| {
		assert_eq!(read_by(Territory::CR), []);
		let as_of = System::block_number() - 1;
		assert_eq!(
			fails(MX1, publish(as_of, list(Territory::CR))),
			"NotEntitled"
		);
	});
}

/// What is over is shared for 365 days more, by the clock alone.
#[test]
fn a_certificate_that_is_over_should_be_shared_for_a_year_more() {
	let mut chain = disclosing();
	chain.block(|| {
		done(HOLDER, give(COSTA_RICAS));
		let annul = pallet_certificates::Decision::Annul {
			document: document(),
		};
		done(
			MX1,
			pallet_certificates::Call::propose {
				number: written(NUMBER),
				decision: crate::chain::as_written(annul),
			},
		);
		done(
			crate::scenarios::MX2,
			pallet_certificates::Call::confirm {
				number: written(NUMBER),
				proposal: crate::scenarios::last_proposal(Territory::MX),
			},
		);
		assert_eq!(denial(ask(Territory::CR)), Denial::Annulled);
		assert_eq!(read_by(Territory::CR), CLASSES);
	});
	chain.read(|| {
		let now = pallet_timestamp::Now::<Runtime>::get();
		pallet_timestamp::Now::<Runtime>::put(now + SHARED_AFTER_END);
		assert_eq!(read_by(Territory::CR), CLASSES);
		pallet_timestamp::Now::<Runtime>::put(now + SHARED_AFTER_END + 1);
		assert_eq!(read_by(Territory::CR), []);
		assert_eq!(read_by(Territory::MX), DataClass::ALL);
		pallet_timestamp::Now::<Runtime>::put(now);
	});
}

#[test]
fn only_rightful_accounts_should_publish_and_say_where_files_are() {
	let mut chain = disclosing();
	chain.block(|| {
		let as_of = System::block_number() - 1;
		let url = || pallet_disclosures::Call::<Runtime>::set_source {
			url: written("https://files.example/aeo"),
		};
		done(MX, url());
		assert_eq!(fails(MX1, url()), "SignerNotOwnAccount");
		assert_eq!(
			fails(MX, publish(as_of, list(Territory::MX))),
			"NotAnOfficer"
		);
		// Costa Rica publishes its own, and of Mexico's nothing: it names no issuer.
		let of_costa_rica = NewList {
			sequence: 1,
			..list(Territory::MX)
		};
		assert_eq!(fails(CR1, publish(as_of, of_costa_rica)), "NotEntitled");
		done(MX1, publish(as_of, list(Territory::MX)));
		let report = queries::lists(Territory::MX);
		let source = report.given[0].source.clone().expect("it says where");
		assert_eq!(source.as_str(), "https://files.example/aeo");
		assert!(send(PE, url()).expect("it is valid").is_ok());
	});
	chain.read(|| assert_eq!(Disclosures::given(Territory::MX).len(), 1));
}
