//! What issuers tell, and what a partner has acknowledged of it.

use crate::{
	chain::{done, Chain},
	scenarios::{
		authorise, certify, chain, document, kind, last_proposal, number, reinstate, rfc, suspend,
		tin, written, CR1, MX1, MX2, NUMBER, PE1, TIN,
	},
};
use aeo_primitives::{
	tin::Tin, CertificateState, Ground, NormalisedTin, Role, Subject, SuspensionScope, Territory,
	WrittenSuspensionEnd,
};
use aeo_runtime::{queries, Runtime};
use aeo_runtime_api::{Told, ToldThrough, Unacknowledged, UnacknowledgedPage};

const PERUVIAN: &str = "PE 20131312955";

fn through(issuer: Territory, changes: u32, ordinals: u32) -> ToldThrough {
	ToldThrough {
		issuer,
		changes,
		ordinals,
	}
}

fn page(chain: &mut Chain, from: Option<ToldThrough>) -> UnacknowledgedPage {
	chain.read(|| queries::unacknowledged(Territory::CR, from))
}

/// All that Costa Rica has not acknowledged, page by page, and up to where each issuer was read.
fn all(chain: &mut Chain) -> (Vec<Unacknowledged>, Vec<ToldThrough>) {
	let (mut told, mut read) = (Vec::new(), Vec::<ToldThrough>::new());
	let mut from = None;
	loop {
		let page = page(chain, from);
		assert!(page.told.len() <= 50);
		told.extend(page.told);
		for through in page.through {
			read.retain(|known| known.issuer != through.issuer);
			read.push(through);
		}
		from = page.next;
		if from.is_none() {
			return (told, read);
		}
	}
}

fn acknowledge(through: ToldThrough) {
	done(
		CR1,
		pallet_suspensions::Call::acknowledge_through {
			issuer: through.issuer,
			changes: through.changes,
			ordinals: through.ordinals,
		},
	);
}

/// What is told of each certificate, in short.
fn lines(told: &[Unacknowledged]) -> Vec<(Territory, &str, Told, u32)> {
	told.iter()
		.map(|row| (row.issuer, row.number.as_str(), row.told, row.version))
		.collect()
}

#[test]
fn a_new_certificate_should_be_told_like_a_change() {
	let mut chain = chain();
	chain.block(|| certify(NUMBER, TIN, Some("2027-11-23")));
	let issued = page(&mut chain, None);
	assert_eq!((issued.told.len(), issued.next), (1, None));
	assert_eq!(issued.through, [through(Territory::MX, 0, 1)]);
	let row = &issued.told[0];
	assert_eq!((row.issuer, row.number.as_str()), (Territory::MX, NUMBER));
	assert_eq!(row.tin.as_str(), "MXNWM9709244W4");
	assert_eq!(row.certificate_type, kind("OEA"));
	assert_eq!(
		(row.told, row.version, row.present_version),
		(Told::Issued, 1, 1)
	);
	assert_eq!((&row.before, row.place), (&None, 0));
	assert_eq!(row.after.state, CertificateState::Authorised);
	assert!(row.after.roles.contains(Role::Exporter));
	let days = row
		.after
		.validity
		.map(|days| (days.from.to_string(), days.until));
	let until = "2027-11-23".parse().ok();
	assert_eq!(days, Some(("2026-11-24".into(), until)));
	assert!(row.in_force && row.suspended.is_none());
	let block = chain.number();
	let now = chain.read(pallet_timestamp::Now::<Runtime>::get);
	assert_eq!((row.block, row.known_from), (block, now));

	chain.block(|| suspend(MX1, SuspensionScope::Full));
	let both = page(&mut chain, None);
	assert_eq!(both.through, [through(Territory::MX, 1, 1)]);
	let mx = Territory::MX;
	// What takes benefits away comes before what is new.
	assert_eq!(
		lines(&both.told),
		[
			(mx, NUMBER, Told::Changed, 2),
			(mx, NUMBER, Told::Issued, 1)
		]
	);
	let change = &both.told[0];
	let before = change.before.clone().map(|before| before.state);
	assert_eq!(before, Some(CertificateState::Authorised));
	assert!(matches!(change.after.state, CertificateState::Suspended(_)));
	assert_eq!(change.suspended, Some(SuspensionScope::Full));
	assert!(!change.in_force && change.block == chain.number());
	// The earlier one is told as it was, and that more followed.
	assert_eq!(both.told[1].after.state, CertificateState::Authorised);
	assert_eq!(both.told[1].present_version, 2);
	assert!(!both.told[1].in_force);
}

#[test]
fn all_issuers_should_be_in_one_answer_and_each_be_acknowledged_in_one_call() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		let number = number("PE-1");
		let decision = authorise(PERUVIAN, Role::Exporter, None);
		done(
			PE1,
			pallet_certificates::Call::propose {
				number: number.into(),
				decision: crate::chain::as_written(decision),
			},
		);
	});
	chain.block(|| {
		let (number, proposal) = (number("PE-1"), last_proposal(Territory::PE));
		let confirm = pallet_certificates::Call::confirm {
			number: number.into(),
			proposal,
		};
		done("//PE//officer//2", confirm);
		suspend(MX1, SuspensionScope::Full);
	});
	let (told, read) = all(&mut chain);
	let (mx, pe) = (Territory::MX, Territory::PE);
	assert_eq!(
		lines(&told),
		[
			(mx, NUMBER, Told::Changed, 2),
			(mx, NUMBER, Told::Issued, 1),
			(pe, "PE-1", Told::Issued, 1),
		]
	);
	assert_eq!(read, [through(mx, 1, 1), through(pe, 0, 1)]);
	// To the issuer its own is no news.
	let to_mexico = chain.read(|| queries::unacknowledged(mx, None));
	assert_eq!(lines(&to_mexico.told), [(pe, "PE-1", Told::Issued, 1)]);
	chain.block(|| acknowledge(read[0]));
	assert_eq!(lines(&all(&mut chain).0), [(pe, "PE-1", Told::Issued, 1)]);
	chain.block(|| acknowledge(read[1]));
	assert_eq!(all(&mut chain), (vec![], vec![]));
	// What comes after it is told again; and one partner's word is none of another's.
	chain.block(reinstate);
	assert_eq!(lines(&all(&mut chain).0), [(mx, NUMBER, Told::Changed, 3)]);
	let to_peru = chain.read(|| queries::unacknowledged(pe, None));
	assert_eq!(to_peru.told.len(), 3);
}

#[test]
fn what_is_acknowledged_by_its_version_should_be_left_out() {
	let mut chain = chain();
	let acknowledge = |version| {
		let (issuer, number) = (Territory::MX, written(NUMBER));
		let call = pallet_suspensions::Call::acknowledge {
			issuer,
			number,
			version,
		};
		done(CR1, call);
	};
	chain.block(|| {
		certify(NUMBER, TIN, None);
		suspend(MX1, SuspensionScope::Full);
	});
	chain.block(|| acknowledge(1));
	let mx = Territory::MX;
	assert_eq!(lines(&all(&mut chain).0), [(mx, NUMBER, Told::Changed, 2)]);
	chain.block(|| {
		acknowledge(2);
		reinstate();
	});
	let (told, read) = all(&mut chain);
	assert_eq!(lines(&told), [(mx, NUMBER, Told::Changed, 3)]);
	assert_eq!(read, [through(mx, 2, 1)]);
}

/// More than a page, from several issuers: each is told once, and a page never gives away what it
/// has not read.
#[test]
fn pages_should_tell_each_once_and_go_on_where_they_ended() {
	let mut chain = chain();
	let name = |place: u32| format!("MX-{place}");
	for first in (0..60).step_by(20) {
		chain.free_block(|| {
			for place in first..first + 20 {
				certify(&name(place), &rfc(place), None);
			}
		});
	}
	for first in (0..60).step_by(20) {
		chain.free_block(|| {
			for place in first..first + 20 {
				let call = pallet_suspensions::Call::suspend {
					subject: Subject::Number(written(&name(place))),
					scope: SuspensionScope::Full,
					end: WrittenSuspensionEnd::Open,
					ground: Ground::Authority,
					document: document(),
				};
				done(MX1, call);
			}
		});
	}
	let first = page(&mut chain, None);
	let mx = Territory::MX;
	assert_eq!(first.through, [through(mx, 50, 0)]);
	assert_eq!(first.next, Some(through(mx, 50, 0)));
	let second = page(&mut chain, first.next);
	assert_eq!(second.next, Some(through(mx, 60, 40)));
	let (told, read) = all(&mut chain);
	assert_eq!((told.len(), &read), (120, &vec![through(mx, 60, 60)]));
	let expected: Vec<_> = [(Told::Changed, 2), (Told::Issued, 1)]
		.into_iter()
		.flat_map(|(told, version)| (0..60).map(move |place| (name(place), told, version)))
		.collect();
	let seen: Vec<_> = lines(&told)
		.into_iter()
		.map(|(_, number, told, version)| (number.to_owned(), told, version))
		.collect();
	assert_eq!(seen, expected);
	assert!(told
		.iter()
		.zip((0..60).cycle())
		.all(|(row, place)| row.place == place && row.tin == tin_of(place)));
	// What a change brings between two pages is on the next one, and not acknowledged unseen.
	chain.block(|| change(&name(0)));
	let next = page(&mut chain, second.next);
	assert_eq!(next.told[0].version, 3);
	assert_eq!(next.through, [through(mx, 61, 60)]);
	chain.block(|| acknowledge(second.through[0]));
	let (left, _) = all(&mut chain);
	assert_eq!(left.len(), 21);
	// One call more, and nothing is left.
	chain.block(|| acknowledge(through(mx, 61, 60)));
	assert_eq!(all(&mut chain), (vec![], vec![]));
	// A cursor that is behind what is acknowledged repeats nothing, and one beyond the end is harmless.
	assert_eq!(page(&mut chain, Some(through(mx, 0, 0))).told, []);
	let beyond = page(&mut chain, Some(through(mx, u32::MAX, u32::MAX)));
	assert_eq!((beyond.told, beyond.next), (vec![], None));
}

fn tin_of(place: u32) -> NormalisedTin {
	let written = tin(&rfc(place));
	Tin::parse(&written).expect("it is one").text().clone()
}

/// A change of a certificate that is suspended: its reinstatement.
fn change(text: &str) {
	let (scope, document) = (SuspensionScope::Full, document());
	let propose = pallet_suspensions::Call::propose_reinstatement {
		number: written(text),
		scope,
		ground: Ground::Authority,
		document,
	};
	done(MX1, propose);
	let confirm = pallet_suspensions::Call::confirm_reinstatement {
		number: written(text),
		proposal: pallet_suspensions::ProposalCount::<Runtime>::get(Territory::MX),
	};
	done(MX2, confirm);
}

/// Other traders, other certificates: a page reads its own.
#[test]
fn a_page_should_read_no_more_than_its_places() {
	let mut chain = chain();
	chain.block(|| certify(NUMBER, TIN, None));
	let few = chain.reads(|| {
		queries::unacknowledged(Territory::CR, None);
	});
	for first in 1..4 {
		chain.free_block(|| {
			for place in first * 25..(first + 1) * 25 {
				certify(&format!("MX-{place}"), &rfc(place), None);
			}
		});
	}
	let many = chain.reads(|| {
		queries::unacknowledged(Territory::CR, None);
	});
	// Of each new certificate: its number, what is acknowledged of it, two periods at most, itself, its
	// trader.
	assert!(many <= few + 49 * 6, "{few} {many}");
}
