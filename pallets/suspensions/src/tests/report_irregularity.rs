//! `report_irregularity`, and what is told of reports.

use super::*;
use crate::Irregularity;
use aeo_support::paging::PAGE;

/// The first report of Costa Rica on the usual certificate.
fn reported(version: u32) -> Irregularity<AccountId> {
	Irregularity {
		grantor: Territory::CR,
		number: number(NUMBER),
		version,
		document: document(),
		at: NOW,
		by: officer(CR, Scope::Risk),
		answer: None,
	}
}

#[test]
fn report_irregularity_should_reach_the_issuer_and_change_nothing_else() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Customs));
		let before = mexican(NUMBER);
		assert_ok!(report(CR, Territory::MX, " mx-1"));
		assert_eq!(mexican(NUMBER), before);
		expect_event(Event::IrregularityReported {
			issuer: Territory::MX,
			report: 0,
			grantor: Territory::CR,
			number: number(NUMBER),
			version: 2,
			by: officer(CR, Scope::Risk),
			document: document(),
		});
		let received = Suspensions::irregularities(Territory::MX, 0);
		assert_eq!(received, [(0, reported(2))]);
		let sent = Suspensions::reported_irregularities(Territory::CR, 0);
		assert_eq!(sent, [(Territory::MX, 0, reported(2))]);
		assert!(Suspensions::irregularities(Territory::CR, 0).is_empty());
		assert!(Suspensions::reported_irregularities(Territory::MX, 0).is_empty());
	});
}

#[test]
fn reports_should_be_numbered_for_each_issuer_and_keep_the_version_of_their_time() {
	build_and_execute(|| {
		certify();
		assert_ok!(report(CR, Territory::MX, NUMBER));
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		later(1_000);
		// The same again, and others: each is a report of its own.
		assert_ok!(report(CR, Territory::MX, NUMBER));
		assert_ok!(report(PE, Territory::CR, NUMBER));
		assert_ok!(report(PE, Territory::MX, BOTH));
		let received = |issuer| {
			Suspensions::irregularities(issuer, 0)
				.into_iter()
				.map(|(report, found)| (report, found.grantor, found.version))
				.collect::<Vec<_>>()
		};
		let (cr, pe) = (Territory::CR, Territory::PE);
		assert_eq!(
			received(Territory::MX),
			[(2, pe, 1), (1, cr, 2), (0, cr, 1)]
		);
		assert_eq!(received(cr), [(0, pe, 1)]);
		let sent = |grantor| {
			Suspensions::reported_irregularities(grantor, 0)
				.into_iter()
				.map(|(issuer, report, _)| (issuer, report))
				.collect::<Vec<_>>()
		};
		assert_eq!(sent(pe), [(Territory::MX, 2), (cr, 0)]);
		assert_eq!(sent(cr), [(Territory::MX, 1), (Territory::MX, 0)]);
	});
}

#[test]
fn reports_should_come_in_pages_of_fifty_the_latest_first() {
	build_and_execute(|| {
		certify();
		for _ in 0..=PAGE {
			assert_ok!(report(CR, Territory::MX, NUMBER));
		}
		let pages = |page| {
			let received: Vec<_> = Suspensions::irregularities(Territory::MX, page)
				.into_iter()
				.map(|(report, _)| report)
				.collect();
			let sent: Vec<_> = Suspensions::reported_irregularities(Territory::CR, page)
				.into_iter()
				.map(|(_, report, _)| report)
				.collect();
			assert_eq!(received, sent);
			received
		};
		assert_eq!(pages(0), (1..=PAGE).rev().collect::<Vec<_>>());
		assert_eq!(pages(1), [0]);
		assert!(pages(2).is_empty());
		assert!(pages(u32::MAX).is_empty());
	});
}

#[test]
fn report_irregularity_should_fail_for_ones_own_or_an_unknown_certificate() {
	build_and_execute(|| {
		certify();
		let mx = Territory::MX;
		assert_noop!(report(MX, mx, NUMBER), Error::<Test>::OwnCertificate);
		assert_noop!(report(CR, mx, "MX-9"), Error::<Test>::UnknownCertificate);
		assert_noop!(report(CR, mx, "MX_1"), Error::<Test>::NumberNotUnderstood);
		let origin = signed(officer(CR, Scope::Risk));
		assert_noop!(
			Suspensions::report_irregularity(origin, mx, written(NUMBER), H256::zero()),
			Error::<Test>::DocumentMissing
		);
	});
}
