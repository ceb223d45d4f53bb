//! `answer_irregularity`.

use super::*;
use crate::IrregularityAnswer;

#[test]
fn answer_irregularity_should_stand_with_its_report() {
	build_and_execute(|| {
		certify();
		assert_ok!(report(CR, Territory::MX, NUMBER));
		assert_ok!(report(PE, Territory::MX, BOTH));
		later(1_000);
		assert_ok!(answer(MX, 1));
		expect_event(Event::IrregularityAnswered {
			issuer: Territory::MX,
			report: 1,
			grantor: Territory::PE,
			number: number(BOTH),
			by: officer(MX, Scope::Risk),
			document: H256::repeat_byte(9),
		});
		let answers = || {
			Suspensions::irregularities(Territory::MX, 0)
				.into_iter()
				.map(|(_, found)| found.answer)
				.collect::<Vec<_>>()
		};
		let given = IrregularityAnswer {
			document: H256::repeat_byte(9),
			at: NOW + 1_000,
			by: officer(MX, Scope::Risk),
		};
		assert_eq!(answers(), [Some(given.clone()), None]);
		let (_, _, found) = Suspensions::reported_irregularities(Territory::PE, 0).remove(0);
		assert_eq!((found.document, found.answer), (document(), Some(given)));
		// The certificate may be gone on: what was reported is answered all the same.
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		assert_ok!(answer(MX, 0));
	});
}

#[test]
fn answer_irregularity_should_fail_the_second_time() {
	build_and_execute(|| {
		certify();
		assert_ok!(report(CR, Territory::MX, NUMBER));
		assert_ok!(answer(MX, 0));
		assert_noop!(answer(MX, 0), Error::<Test>::ReportAnsweredAlready);
	});
}

#[test]
fn answer_irregularity_should_fail_for_a_report_to_somebody_else() {
	build_and_execute(|| {
		certify();
		assert_ok!(report(CR, Territory::MX, NUMBER));
		// Its sender, another partner, a number that is not given yet.
		for (own, number) in [(CR, 0), (PE, 0), (MX, 1)] {
			assert_noop!(answer(own, number), Error::<Test>::UnknownReport);
		}
	});
}

#[test]
fn answer_irregularity_should_fail_without_a_document() {
	build_and_execute(|| {
		certify();
		assert_ok!(report(CR, Territory::MX, NUMBER));
		let origin = signed(officer(MX, Scope::Risk));
		assert_noop!(
			Suspensions::answer_irregularity(origin, 0, H256::zero()),
			Error::<Test>::DocumentMissing
		);
	});
}
