//! On a chain of real blocks with signed extrinsics: the edges of the acceptance scenarios of the
//! domain specification (section 11), which are told themselves in `clients/features`; and what the
//! other files here begin with.

use crate::chain::{done, motion, send, signed, Chain, Signer, CO, CR, MX, PE};
use aeo_primitives::{
	recognition::{Answer, Basis, ConsentNeed, Denial, LegState, Outcome},
	AliasScheme, Benefit, CertificateNumber, CertificateState, CertificateType, DataClasses, Date,
	Declaration, DeclareAs, DeclaredNumber, Direction, Directions, EligibleRoles, Ground,
	Identifier, NotDeclared, Requires, Role, Roles, Row, Rows, Subject, SuspensionScope, Territory,
	TraderLookup, UsesRecorded, Written, WrittenSet, WrittenSuspensionEnd, WrittenTin,
};
use aeo_runtime::{
	queries, Benefits, Certificates, Executive, Fees, Identities, Runtime, RuntimeCall,
};
use pallet_administrations::Settings;
use pallet_agreements::{LegTerms, WrittenLeg};
use pallet_certificates::{Decision, TakenOver, TakenOverPeriod, TakenOverState};
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{DispatchError, ModuleError};

/// A Mexican exporter.
pub(crate) const TIN: &str = "MX NWM-970924-4W4";
/// Another one.
pub(crate) const OTHER: &str = "MX CFE-370814-QI0";
pub(crate) const NUMBER: &str = "MX-OEA-0001";

pub(crate) const MX1: &str = "//MX//officer//1";
pub(crate) const MX2: &str = "//MX//officer//2";
pub(crate) const CR1: &str = "//CR//officer//1";
pub(crate) const PE1: &str = "//PE//officer//1";

/// 24 November 2026, 12:00 UTC.
pub(crate) const NOON: u64 = 1_795_521_600_000;

pub(crate) fn tin(text: &str) -> WrittenTin {
	text.try_into().expect("short")
}

/// As somebody writes it in a call: a number, a day.
pub(crate) fn written(text: &str) -> Written {
	text.parse().expect("short")
}

pub(crate) fn number(text: &str) -> CertificateNumber {
	text.try_into().expect("short")
}

pub(crate) fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

pub(crate) fn document() -> H256 {
	H256::repeat_byte(7)
}

pub(crate) fn kind(programme: &str) -> CertificateType {
	CertificateType {
		programme: programme.try_into().expect("short"),
		code: "OEA".try_into().expect("short"),
	}
}

/// A chain on which Mexico and Costa Rica record their uses in clear.
pub(crate) fn chain() -> Chain {
	let mut chain = Chain::new("development");
	chain.skip_to(NOON);
	chain.block(|| {
		for own in [MX, CR, PE] {
			let settings = Settings {
				uses_recorded: UsesRecorded::Clear,
			};
			done(
				own,
				pallet_administrations::Call::change_settings { settings },
			);
		}
	});
	chain
}

pub(crate) fn authorise(holder: &str, role: Role, until: Option<&str>) -> Decision {
	Decision::Authorise {
		tin: tin(holder),
		publication_consent: document(),
		certificate_type: kind("OEA"),
		roles: Roles::new([role]).expect("one"),
		valid_from: day("2026-11-24"),
		valid_until: until.map(day),
		document: document(),
	}
}

/// The number of the last proposal about certificates of an administration.
pub(crate) fn last_proposal(issuer: Territory) -> u32 {
	pallet_certificates::ProposalCount::<Runtime>::get(issuer)
}

/// Mexico certifies an exporter, with two officers.
pub(crate) fn certify(text: &str, holder: &str, until: Option<&str>) {
	let decision = authorise(holder, Role::Exporter, until);
	done(
		MX1,
		pallet_certificates::Call::propose {
			number: number(text).into(),
			decision: crate::chain::as_written(decision),
		},
	);
	done(
		MX2,
		pallet_certificates::Call::confirm {
			number: number(text).into(),
			proposal: last_proposal(Territory::MX),
		},
	);
}

/// In imports: fewer inspections for the security half, fewer documents for the customs half.
pub fn leg(issuer: Territory, grantor: Territory) -> WrittenLeg {
	let row = |benefit, requires| Row { benefit, requires };
	let terms = LegTerms {
		issuer,
		grantor,
		types: vec![kind(if issuer == Territory::CR {
			"PROFAC"
		} else {
			"OEA"
		})]
		.try_into()
		.expect("one"),
		roles: EligibleRoles::new([Role::Exporter, Role::Manufacturer]).expect("two"),
		directions: Directions::new([Direction::Import]).expect("one"),
		rows: Rows::new([
			row(Benefit::FewerInspections, Requires::Security),
			row(Benefit::FewerDocumentChecks, Requires::Customs),
		])
		.expect("two"),
		consent: ConsentNeed::NotNeeded,
		data_classes: DataClasses::default(),
		declare_as: DeclareAs {
			code: "AEO".try_into().expect("short"),
			place: "box 44".try_into().expect("short"),
			number: DeclaredNumber::CertificateNumber,
			prefix: "AEO".try_into().expect("short"),
			number_place: "box 2".try_into().expect("short"),
			manifest_place: "".try_into().expect("short"),
		},
	};
	terms.into()
}

/// Two administrations conclude an agreement, each in force from the day given, in two
/// transactions. Gives its number.
pub(crate) fn conclude(
	(one, first): (Sr25519Keyring, Territory),
	(other, second): (Sr25519Keyring, Territory),
	from: Option<&str>,
) -> u32 {
	let agreement = pallet_agreements::LastAgreement::<Runtime>::get() + 1;
	let in_force_from = from.map(|day| day.try_into().expect("short"));
	done(
		one,
		pallet_agreements::Call::propose {
			parties: vec![first, second].into(),
			text: document(),
			signed_on: None,
			notice_days: 60,
			legs: vec![leg(first, second), leg(second, first)],
			in_force_from: in_force_from.clone(),
		},
	);
	let terms = pallet_agreements::Agreements::<Runtime>::get(agreement)
		.expect("it is proposed")
		.terms;
	done(
		other,
		pallet_agreements::Call::sign {
			agreement,
			terms,
			in_force_from,
		},
	);
	agreement
}

pub(crate) const MEXICO: (Sr25519Keyring, Territory) = (MX, Territory::MX);
pub(crate) const COSTA_RICA: (Sr25519Keyring, Territory) = (CR, Territory::CR);
pub(crate) const PERU: (Sr25519Keyring, Territory) = (PE, Territory::PE);
pub(crate) const COLOMBIA: (Sr25519Keyring, Territory) = (CO, Territory::CO);

/// An import at `grantor` from a trader.
pub(crate) fn ask_for(grantor: Territory, identifier: &Identifier, direction: Direction) -> Answer {
	Benefits::evaluate(grantor, identifier, Role::Exporter, direction)
		.expect("it is an administration")
}

pub(crate) fn ask(grantor: Territory) -> Answer {
	ask_for(grantor, &Identifier::Tin(tin(TIN)), Direction::Import)
}

pub(crate) fn denial(answer: Answer) -> Denial {
	match answer.outcome {
		Outcome::Denied { denial, .. } => denial,
		Outcome::Granted(given) => panic!("granted: {given:?}"),
	}
}

/// The benefits of an answer, each with its agreement.
pub fn given(answer: Answer) -> Vec<(Benefit, Basis)> {
	match answer.outcome {
		Outcome::Granted(given) => given
			.into_iter()
			.map(|given| (given.benefit, given.basis))
			.collect(),
		Outcome::Denied { denial, .. } => panic!("denied: {denial:?}"),
	}
}

pub(crate) fn benefits(answer: Answer) -> Vec<Benefit> {
	given(answer)
		.into_iter()
		.map(|(benefit, _)| benefit)
		.collect()
}

pub(crate) const BOTH: [Benefit; 2] = [Benefit::FewerDocumentChecks, Benefit::FewerInspections];

pub(crate) fn suspend(signer: impl Signer, scope: SuspensionScope) {
	done(
		signer,
		pallet_suspensions::Call::suspend {
			subject: Subject::Tin(tin(TIN)),
			scope,
			end: WrittenSuspensionEnd::Open,
			ground: Ground::Authority,
			document: document(),
		},
	);
}

pub(crate) fn reinstate() {
	done(
		MX1,
		pallet_suspensions::Call::propose_reinstatement {
			number: written(NUMBER),
			scope: SuspensionScope::Full,
			ground: Ground::Authority,
			document: document(),
		},
	);
	done(
		MX2,
		pallet_suspensions::Call::confirm_reinstatement {
			number: written(NUMBER),
			proposal: pallet_suspensions::ProposalCount::<Runtime>::get(Territory::MX),
		},
	);
}

pub(crate) fn grant(reference: u8) -> pallet_benefits::Call<Runtime> {
	pallet_benefits::Call::grant {
		declaration: H256::repeat_byte(reference),
		identifier: Identifier::Tin(tin(TIN)),
		role: Role::Exporter,
		direction: Direction::Import,
	}
}

/// The name of the error with which an extrinsic fails.
pub(crate) fn fails(signer: impl Signer, call: impl Into<RuntimeCall>) -> &'static str {
	match send(signer, call).expect("the extrinsic is valid") {
		Err(DispatchError::Module(ModuleError {
			message: Some(name),
			..
		})) => name,
		other => panic!("{other:?}"),
	}
}

/// Sixty days from 24 November: the 23rd of January is the last one, and ends in Costa Rica at 06:00
/// UTC of the 24th.
#[test]
fn scenario_13_the_last_day_of_a_notice_should_grant_and_the_next_not() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		let agreement = conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		done(MX, pallet_agreements::Call::give_notice { agreement });
	});
	let over = NOON + (60 * 24 + 18) * 60 * 60 * 1_000;
	chain.skip_to(over - 3_000);
	chain.block(|| {
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		done(CR1, grant(1));
	});
	chain.block(|| {
		assert_eq!(denial(ask(Territory::CR)), Denial::NoAgreement);
		assert_eq!(fails(CR1, grant(2)), "NoAgreement");
		let [leg] = &queries::legs(Territory::MX, Territory::CR)[..] else {
			panic!("one leg");
		};
		assert_eq!(leg.state, LegState::Ended);
		assert_eq!(leg.until, Some(day("2027-01-23")));
		assert!(!leg.in_force);
	});
}

/// What a trader tells its customer to declare: by the leg in force, and by what the grantor calls it.
#[test]
fn a_trader_should_be_told_what_to_declare_and_what_is_missing() {
	let mut chain = chain();
	let told = |grantor| {
		queries::declare_as(Territory::MX, &number(NUMBER), grantor)
			.into_iter()
			.map(|told| (told.version, told.declaration, told.reason))
			.collect::<Vec<_>>()
	};
	let scheme = AliasScheme::Code;
	chain.block(|| {
		certify(NUMBER, TIN, None);
		assert_eq!(told(Territory::CR), []);
		let agreement = conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		let by_certificate = Declaration {
			code: "AEO".try_into().expect("short"),
			place: "box 44".try_into().expect("short"),
			number: "AEOMX-OEA-0001".try_into().expect("short"),
			number_place: "box 2".try_into().expect("short"),
			manifest_place: "".try_into().expect("short"),
		};
		assert_eq!(
			told(Territory::CR),
			[(1, Some(by_certificate.clone()), None)]
		);
		assert_eq!(told(Territory::PE), []);
		// Both sign that Costa Rica's own code is declared, from today.
		let mut changed = leg(Territory::MX, Territory::CR);
		changed.declare_as.number = DeclaredNumber::Alias(scheme);
		changed.declare_as.prefix = "".try_into().expect("short");
		done(
			MX,
			pallet_agreements::Call::propose_amendment {
				agreement,
				text: document(),
				new_parties: WrittenSet::default(),
				legs: vec![changed],
				removed: WrittenSet::default(),
				notice_days: None,
				in_force_from: None,
			},
		);
		let waiting = queries::agreement(agreement).expect("it is there");
		let amendment = waiting.amendment.expect("it waits for Costa Rica");
		assert_eq!((waiting.version, amendment.version), (1, 2));
		assert_eq!(waiting.proposed_legs.len(), 1);
		done(
			CR,
			pallet_agreements::Call::sign_amendment {
				agreement,
				terms: amendment.terms,
				in_force_from: Some("2026-11-24".try_into().expect("short")),
			},
		);
		let signed = queries::agreement(agreement).expect("it is there");
		assert_eq!((signed.version, signed.terms), (2, amendment.terms));
		assert_eq!(signed.earlier[0].terms, waiting.terms);
		assert_eq!(signed.amendment, None);
		let missing = NotDeclared::AliasMissing { scheme };
		assert_eq!(told(Territory::CR), [(2, None, Some(missing))]);
		done(
			MX1,
			pallet_identities::Call::declare_alias {
				tin: tin(TIN),
				grantor: Territory::CR,
				scheme,
				value: "CR123".try_into().expect("short"),
			},
		);
		let unconfirmed = NotDeclared::AliasUnconfirmed { scheme };
		assert_eq!(told(Territory::CR), [(2, None, Some(unconfirmed))]);
		done(
			CR1,
			pallet_identities::Call::confirm_alias {
				tin: tin(TIN),
				scheme,
				value: "CR123".try_into().expect("short"),
			},
		);
		let by_alias = Declaration {
			number: "CR123".try_into().expect("short"),
			..by_certificate
		};
		assert_eq!(told(Territory::CR), [(2, Some(by_alias), None)]);
		let page = queries::agreements(0);
		assert_eq!((page.agreements.len(), page.next_page), (1, None));
		assert_eq!(queries::milestones(agreement, 0), []);
	});
}

/// Beyond scenario 9: what is said of a number, whether it is registered or can't be.
#[test]
fn a_number_should_be_looked_at_without_registering_it() {
	let mut chain = chain();
	chain.block(|| {
		let report = queries::tin_check(&tin("MXNWM9709244W5"));
		assert_eq!(report.reason, Some(aeo_primitives::tin::Reason::CheckDigit));
		let text = "CR 3-101-123456";
		let asked = || {
			let report = queries::tin_check(&tin(text));
			assert_eq!(report.check, Some(aeo_primitives::tin::Check::FormatOnly));
			assert_eq!(report.registrar, Some(Territory::CR));
			report.trader
		};
		assert_eq!(asked(), None);
		done(
			CR1,
			pallet_identities::Call::register {
				tin: tin(text),
				publication_consent: document(),
			},
		);
		let found = Identities::by_tin(&aeo_primitives::tin::Tin::parse(text).expect("a TIN"));
		assert_eq!(asked(), found.map(|(trader, _)| trader));
	});
}

#[test]
fn scenario_16_a_certificate_should_count_to_the_last_millisecond_of_its_issuers_day() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, Some("2026-12-31"));
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
	});
	// 1 January 2027, 06:00 UTC, is midnight in Mexico.
	let end = 1_798_783_200_000;
	chain.skip_to(end - 3_000);
	chain.block(|| assert_eq!(benefits(ask(Territory::CR)), BOTH));
	// Blocks come every three seconds; the state is asked a millisecond before and at the end.
	chain.read(|| {
		pallet_timestamp::Now::<Runtime>::put(end - 1);
		assert_eq!(benefits(ask(Territory::CR)), BOTH);
		pallet_timestamp::Now::<Runtime>::put(end);
		assert_eq!(denial(ask(Territory::CR)), Denial::Expired);
		pallet_timestamp::Now::<Runtime>::put(end - 3_000);
	});
	chain.block(|| {
		assert_eq!(denial(ask(Territory::CR)), Denial::Expired);
		assert_eq!(fails(CR1, grant(1)), "Expired");
		let status = queries::certificate(Territory::MX, &number(NUMBER)).expect("it is there");
		assert_eq!(status.state, CertificateState::Authorised);
		assert_eq!(status.obstacle, Some(Denial::Expired));
	});
}

/// Beyond a certificate: with all votes the council is no origin of what suspends, ends or gives.
#[test]
fn scenario_22_the_council_should_suspend_close_and_give_nothing() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
	});
	let calls: [RuntimeCall; 5] = [
		pallet_suspensions::Call::suspend {
			subject: Subject::Number(written(NUMBER)),
			scope: SuspensionScope::Full,
			end: WrittenSuspensionEnd::Open,
			ground: Ground::Authority,
			document: document(),
		}
		.into(),
		pallet_identities::Call::close {
			tin: tin(TIN),
			document: document(),
		}
		.into(),
		pallet_agreements::Call::suspend_leg {
			agreement: 1,
			issuer: Territory::MX,
			grantor: Territory::CR,
		}
		.into(),
		pallet_suspensions::Call::suspend_recognition {
			issuer: Territory::MX,
			number: written(NUMBER),
			review_on: written("2027-01-31"),
			document: document(),
		}
		.into(),
		grant(1).into(),
	];
	for call in calls {
		chain.block(|| {
			let outcome = motion(call.clone(), 4, &[MX, CR, PE, CO]);
			assert_eq!(outcome, Some(Err(DispatchError::BadOrigin)), "{call:?}");
		});
	}
}

/// Mexico's number of a company with this serial.
pub fn rfc(serial: u32) -> String {
	const ALPHABET: &str = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
	let letter = |place: u32| char::from(b'A' + u8::try_from(place % 26).expect("below 26"));
	let mut text: String = [letter(serial / 676), letter(serial / 26), letter(serial)]
		.iter()
		.collect();
	text.push_str("01010111");
	let index = |c: char| {
		let place = ALPHABET.chars().position(|known| known == c);
		u32::try_from(place.expect("legal")).expect("small")
	};
	let sum: u32 = std::iter::once(' ')
		.chain(text.chars())
		.zip((2..=13).rev())
		.map(|(c, weight)| index(c) * weight)
		.sum();
	text.push(match (11_000 - sum) % 11 {
		10 => 'A',
		digit => char::from_digit(digit, 10).expect("a digit"),
	});
	format!("MX{text}")
}

pub(crate) fn taken_over(place: u32) -> TakenOver {
	let period = |from: &str, state| TakenOverPeriod {
		from: day(from),
		state,
		ground: Ground::Authority,
		document: document(),
	};
	TakenOver {
		number: number(&format!("MX-OEA-{place:04}")),
		tin: tin(&rfc(place)),
		publication_consent: document(),
		certificate_type: kind("OEA"),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2023-05-01"),
		valid_until: Some(day("2028-04-30")),
		periods: vec![period("2023-05-01", TakenOverState::Authorised)]
			.try_into()
			.expect("one"),
		instrument: None,
	}
}

/// A full index, other traders, other agreements: an answer about one certificate reads at most 8
/// values.
#[test]
fn an_answer_should_read_eight_values_at_most() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		certify("MX-OEA-0002", OTHER, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, PERU, Some("2026-11-24"));
	});
	let by_tin = Identifier::Tin(tin(TIN));
	let reads = chain.reads(|| {
		assert_eq!(
			benefits(ask_for(Territory::CR, &by_tin, Direction::Import)),
			BOTH
		);
	});
	// Both administrations, trader, index, certificate, legs, suspension of recognition, clock.
	assert_eq!(reads, 8);
	let home = chain.reads(|| {
		ask_for(Territory::MX, &by_tin, Direction::Export);
	});
	assert!(home < reads, "{home}");
}

/// A holder accepts its account and asks for nothing but its own quota.
#[test]
fn a_holder_should_accept_its_account_at_its_own_quota() {
	let mut chain = chain();
	let holder = "//company//1";
	chain.block(|| {
		certify(NUMBER, TIN, None);
		done(
			MX1,
			pallet_identities::Call::offer_account {
				tin: tin(TIN),
				account: holder.account(),
				instrument: None,
			},
		);
		let before = Fees::quota_left(&MX.to_account_id());
		done(
			holder,
			pallet_identities::Call::accept_account { tin: tin(TIN) },
		);
		assert_eq!(Fees::quota_left(&MX.to_account_id()), before);
		let quota = queries::quota(&holder.account()).expect("it has one");
		assert!(quota.left < quota.max);
		let stranger = "//company//2";
		assert_eq!(queries::quota(&stranger.account()), None);
		let call = pallet_identities::Call::accept_account { tin: tin(TIN) };
		assert!(Executive::apply_extrinsic(signed(stranger, call)).is_err());
	});
	chain.read(|| {
		let own = queries::certificates_of(&tin(TIN)).expect("a number");
		assert_eq!(own.len(), 1);
		assert!(own[0].in_force);
		assert_eq!(own[0].tin.as_str(), "MXNWM9709244W4");
	});
}

/// An administration in quarantine by itself yields no benefit; its stored states don't change
/// (I19).
#[test]
fn a_quarantine_should_change_answers_and_no_states() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		let before = Certificates::certificate(Territory::MX, &number(NUMBER));
		done(MX, pallet_administrations::Call::quarantine_own {});
		assert_eq!(denial(ask(Territory::CR)), Denial::IssuerUnverifiable);
		assert_eq!(
			Certificates::certificate(Territory::MX, &number(NUMBER)),
			before
		);
		let legs = queries::legs(Territory::MX, Territory::CR);
		assert!(!legs[0].in_force);
	});
}
