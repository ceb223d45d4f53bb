//! A chain on which everything is under way that the pallets keep: its state is what a runtime that
//! comes after finds, and what the questions are asked of.

use crate::{
	chain::{done, Chain, Signer, CO, CR, MX, PE},
	council,
	scenarios::{
		ask, authorise, certify, chain, conclude, day, document, grant, leg, number, suspend,
		taken_over, tin, written, COLOMBIA, COSTA_RICA, CR1, MEXICO, MX1, MX2, NOON, NUMBER, OTHER,
		PE1, TIN,
	},
};
use aeo_primitives::{
	declaration_commitment,
	recognition::{ConsentMode, Outcome},
	AliasScheme, Direction, Ground, Halves, Identifier, IncidentKind, MilestoneKind, Opinion,
	ProgrammeType, RequestKind, Role, Roles, Scope, Subject, SuspensionScope, Territory, Wish,
	WrittenSet, WrittenSuspensionEnd,
};
use aeo_runtime::Runtime;
use pallet_benefits::{GrantRow, SealedCounter, SealedLine, SealedPeriod};
use pallet_certificates::{BatchMode, Decision, Programme, ValidityMonths};
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{Eve, Ferdie};

/// The second certificate, suspended in one half.
pub const SUSPENDED: &str = "MX-OEA-0002";
/// An application.
pub const APPLICATION: &str = "MX-OEA-0003";
/// A certificate that is proposed.
pub const PROPOSED: &str = "MX-OEA-0004";
/// The account of the holder of the first certificate.
pub const HOLDER: &str = "//company//1";

const CO1: &str = "//CO//officer//1";
const CO2: &str = "//CO//officer//2";

/// The serials of Mexican companies, beside the two of the scenarios.
const APPLICANT: u32 = 700;
const CANDIDATE: u32 = 701;

fn company(serial: u32) -> String {
	crate::scenarios::rfc(serial)
}

/// Mexico certifies two exporters and gives one of them an account; agreements with Costa Rica and
/// Colombia are in force.
fn found(chain: &mut Chain) {
	chain.free_block(|| {
		certify(NUMBER, TIN, Some("2029-12-31"));
		certify(SUSPENDED, OTHER, None);
	});
	chain.free_block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, COLOMBIA, Some("2026-11-24"));
	});
	chain.free_block(|| {
		let offer = |account| pallet_identities::Call::offer_account {
			tin: tin(TIN),
			account,
			instrument: Some(document()),
		};
		done(MX1, offer(HOLDER.account()));
		done(MX1, offer("//company//2".account()));
		done(
			HOLDER,
			pallet_identities::Call::accept_account { tin: tin(TIN) },
		);
	});
}

/// Names of the exporter at Costa Rica: one that it confirmed, one that it did not.
fn aliases(chain: &mut Chain) {
	chain.free_block(|| {
		for (scheme, value) in [
			(AliasScheme::Code, "CR123"),
			(AliasScheme::Mid, "MXNUEMON123MEX"),
		] {
			done(
				MX1,
				pallet_identities::Call::declare_alias {
					tin: tin(TIN),
					grantor: Territory::CR,
					scheme,
					value: value.try_into().expect("short"),
				},
			);
		}
		done(
			CR1,
			pallet_identities::Call::confirm_alias {
				tin: tin(TIN),
				scheme: AliasScheme::Code,
				value: "CR123".try_into().expect("short"),
			},
		);
	});
}

/// A programme with an agency, an application with its opinion, what a holder asks for, requests.
fn examine(chain: &mut Chain) {
	chain.free_block(|| {
		let programme = Programme {
			types: vec![ProgrammeType {
				code: "NEEC".try_into().expect("short"),
				halves: Halves::Both,
			}]
			.try_into()
			.expect("one"),
			four_eyes: aeo_primitives::FourEyes::Required,
			consent: ConsentMode::Standing,
			applications: pallet_certificates::Applications::Required,
			until_renewed: pallet_certificates::UntilRenewed::KeptInForce,
			validity_months: ValidityMonths::AtMost(36),
			review_months: Some(12),
			decision_days: 14,
			opinions_required: vec!["HEALTH".try_into().expect("short")]
				.try_into()
				.expect("one"),
			branches: Default::default(),
		};
		let code = "NEEC".try_into().expect("short");
		done(
			MX,
			pallet_certificates::Call::set_programme {
				code,
				programme: programme.into(),
			},
		);
		done(
			MX,
			pallet_applications::Call::register_agency {
				code: "HEALTH".try_into().expect("short"),
				account: Ferdie.account(),
			},
		);
		done(
			MX1,
			pallet_applications::Call::enter_application {
				number: number(APPLICATION).into(),
				tin: tin(&company(APPLICANT)),
				publication_consent: document(),
				certificate_type: aeo_primitives::WrittenType {
					programme: "NEEC".try_into().expect("short"),
					code: "NEEC".try_into().expect("short"),
				},
				roles: Roles::new([Role::Importer, Role::Exporter])
					.expect("two")
					.into(),
				document: document(),
			},
		);
		done(
			MX1,
			pallet_applications::Call::accept {
				number: number(APPLICATION).into(),
				document: document(),
			},
		);
	});
	chain.free_block(|| {
		done(
			Ferdie,
			pallet_applications::Call::opine {
				number: number(APPLICATION).into(),
				version: 2,
				opinion: Opinion::Favourable,
				document: document(),
			},
		);
		let ask = |wish| pallet_applications::Call::ask {
			number: number(NUMBER).into(),
			wish,
			document: document(),
		};
		done(HOLDER, ask(Wish::Renewal));
		for (kind, due) in [
			(RequestKind::Visit, "2026-11-30"),
			(RequestKind::Information, "2026-11-24"),
		] {
			done(
				MX1,
				pallet_applications::Call::request {
					number: number(NUMBER).into(),
					kind,
					due: day(due).into(),
					document: document(),
				},
			);
		}
		done(
			MX2,
			pallet_applications::Call::answer_request {
				number: number(NUMBER).into(),
				request: 1,
				document: document(),
			},
		);
	});
}

/// Benefits in clear at Costa Rica, among them in an incident; sealed in Colombia.
fn use_benefits(chain: &mut Chain) {
	let incident = |kind| pallet_benefits::Call::open_incident {
		kind,
		document: document(),
	};
	chain.free_block(|| {
		done(CR1, grant(1));
		done(CR1, incident(IncidentKind::BorderClosure));
		let rows: Vec<_> = (1..=3)
			.map(|serial| GrantRow {
				declaration: declaration_commitment(&format!("CR-{serial}"), &[7; 32]),
				identifier: Identifier::Tin(tin(TIN)),
				role: Role::Exporter,
				direction: Direction::Import,
			})
			.collect();
		done(CR1, pallet_benefits::Call::grant_many { rows });
		done(
			CR1,
			pallet_benefits::Call::close_incident {
				incident: 0,
				document: document(),
			},
		);
		done(CR1, incident(IncidentKind::Hazard));
	});
	chain.free_block(|| {
		let Outcome::Granted(given) = ask(Territory::CO).outcome else {
			panic!("it is recognised")
		};
		let counters: Vec<_> = given
			.iter()
			.map(|given| SealedCounter {
				basis: given.basis,
				benefit: given.benefit,
				direction: Direction::Import,
				count: 3,
			})
			.collect();
		let line = SealedLine {
			holder: H256::repeat_byte(9),
			blob: vec![1, 2, 3],
		};
		let today = day("2026-11-24");
		done(
			CO1,
			pallet_benefits::Call::record_sealed {
				period: SealedPeriod {
					from: today,
					until: today,
				}
				.into(),
				root: H256::repeat_byte(3),
				leaves: 3,
				counters,
				lines: vec![line],
			},
		);
	});
}

/// Suspensions of both kinds, and what partners say to them.
fn doubt(chain: &mut Chain) {
	chain.free_block(|| {
		suspend(MX1, SuspensionScope::Security);
		done(
			MX1,
			pallet_suspensions::Call::suspend {
				subject: Subject::Number(written(SUSPENDED)),
				scope: SuspensionScope::Customs,
				end: WrittenSuspensionEnd::ResumesAfter(written("2027-01-31")),
				ground: Ground::Authority,
				document: document(),
			},
		);
		done(
			MX1,
			pallet_suspensions::Call::propose_reinstatement {
				number: written(NUMBER),
				scope: SuspensionScope::Security,
				ground: Ground::Authority,
				document: document(),
			},
		);
	});
	chain.free_block(|| {
		done(
			CR1,
			pallet_suspensions::Call::acknowledge {
				issuer: Territory::MX,
				number: written(NUMBER),
				version: 2,
			},
		);
		done(
			PE1,
			pallet_suspensions::Call::suspend_recognition {
				issuer: Territory::MX,
				number: written(SUSPENDED),
				review_on: written("2027-01-31"),
				document: document(),
			},
		);
		for reporter in [CR1, PE1] {
			done(
				reporter,
				pallet_suspensions::Call::report_irregularity {
					issuer: Territory::MX,
					number: written(SUSPENDED),
					document: document(),
				},
			);
		}
		done(
			MX1,
			pallet_suspensions::Call::answer_irregularity {
				report: 0,
				document: document(),
			},
		);
	});
}

/// Decisions and a batch that wait for a second officer.
fn propose(chain: &mut Chain) {
	chain.free_block(|| {
		let propose = |text, decision| pallet_certificates::Call::propose {
			number: number(text).into(),
			decision: crate::chain::as_written(decision),
		};
		done(
			MX1,
			propose(
				SUSPENDED,
				Decision::Revoke {
					from: day("2026-12-31"),
					bar_until: None,
					document: document(),
				},
			),
		);
		let new = authorise(&company(CANDIDATE), Role::Carrier, Some("2028-12-31"));
		done(MX1, propose(PROPOSED, new));
		let rows = vec![taken_over(10), taken_over(11)];
		done(
			MX1,
			pallet_certificates::Call::propose_batch {
				rows: pallet_certificates::WrittenRows::from(rows),
				mode: BatchMode::SkipFailed,
			},
		);
	});
}

/// Milestones, an amendment and a proposal that wait for signatures, a leg that is suspended, a
/// notice.
fn negotiate(chain: &mut Chain) {
	chain.free_block(|| {
		let milestone = |kind, on: &str| pallet_agreements::Call::record_milestone {
			agreement: 1,
			kind,
			on: on.try_into().expect("short"),
			document: document(),
		};
		done(MX, milestone(MilestoneKind::LetterOfIntent, "2025-03-01"));
		done(CR, milestone(MilestoneKind::Pilot, "2026-02-01"));
		let mut changed = leg(Territory::MX, Territory::CR);
		changed.declare_as.prefix = "".try_into().expect("short");
		done(
			MX,
			pallet_agreements::Call::propose_amendment {
				agreement: 1,
				text: document(),
				new_parties: WrittenSet::default(),
				legs: vec![changed],
				removed: WrittenSet::default(),
				notice_days: None,
				in_force_from: None,
			},
		);
	});
	chain.free_block(|| {
		let legs = vec![
			leg(Territory::PE, Territory::MX),
			leg(Territory::MX, Territory::PE),
		];
		done(
			PE,
			pallet_agreements::Call::propose {
				parties: vec![Territory::MX, Territory::PE].into(),
				text: document(),
				signed_on: Some("2026-06-01".try_into().expect("short")),
				notice_days: 90,
				legs,
				in_force_from: None,
			},
		);
		done(
			CR,
			pallet_agreements::Call::suspend_leg {
				agreement: 1,
				issuer: Territory::CR,
				grantor: Territory::MX,
			},
		);
		done(CO, pallet_agreements::Call::give_notice { agreement: 2 });
	});
}

/// A candidate, a motion with votes, and a call that waits for an officer's second signature.
fn govern(chain: &mut Chain) {
	chain.free_block(|| {
		done(MX, council::propose(Territory::CL, Eve));
		let call: aeo_runtime::RuntimeCall = pallet_administrations::Call::<Runtime>::quarantine {
			administration: Territory::PE,
		}
		.into();
		done(
			MX,
			pallet_collective::Call::propose {
				threshold: 3,
				proposal: Box::new(call),
				length_bound: 100,
			},
		);
		let mut signatories = [CO1.account(), CO2.account()];
		signatories.sort();
		let officer = pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 2);
		let scopes = vec![Scope::Suspension].into();
		done(
			CO,
			pallet_administrations::Call::appoint_officer { officer, scopes },
		);
		let call = pallet_suspensions::Call::<Runtime>::suspend {
			subject: Subject::Number(written("CO-1")),
			scope: SuspensionScope::Full,
			end: WrittenSuspensionEnd::Open,
			ground: Ground::Authority,
			document: document(),
		};
		done(
			CO1,
			pallet_multisig::Call::as_multi {
				threshold: 2,
				other_signatories: vec![CO2.account()],
				maybe_timepoint: None,
				call: Box::new(call.into()),
				max_weight: Default::default(),
			},
		);
	});
}

/// The chain, soon after noon of 24 November 2026.
pub fn busy() -> Chain {
	let mut chain = chain();
	found(&mut chain);
	aliases(&mut chain);
	examine(&mut chain);
	use_benefits(&mut chain);
	doubt(&mut chain);
	propose(&mut chain);
	negotiate(&mut chain);
	govern(&mut chain);
	// The day goes on, and one of the requests is overdue.
	chain.skip_to(NOON + 20 * 60 * 60 * 1_000);
	chain.block(|| ());
	chain
}
