//! `confirm`: four eyes.

use super::*;
use aeo_mocks::signatory;

#[test]
fn confirm_should_decide() {
	build_and_execute(|| {
		certify();
		let checker = second_officer(MX, Scope::Certification);
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		let history = Certificates::history(Territory::MX, &number(NUMBER), 0);
		assert_eq!(history[0].decided, decided(checker));
		assert_eq!(Told::get().len(), 1);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::NothingPending);
	});
}

#[test]
fn confirm_should_fail_by_the_maker_however_it_signs() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		let (maker, checker) = (
			officer(MX, Scope::Certification),
			second_officer(MX, Scope::Certification),
		);
		assert_noop!(confirm(by(MX)), Error::<Test>::SameOfficer);
		// The maker's officer, signed by another.
		let origin = signed(maker);
		set_outer_signer(Some(signatory(MX)));
		assert_noop!(confirm(origin), Error::<Test>::SameOfficer);
		// The second officer's origin, nested in what the maker signed.
		let origin = signed(checker);
		set_outer_signer(Some(maker));
		assert_noop!(confirm(origin), Error::<Test>::SameSigner);
		let origin = signed(checker);
		set_outer_signer(None);
		assert_noop!(confirm(origin), Error::<Test>::NoSigner);
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn confirm_should_fail_when_the_same_signer_proposed_through_a_multisig() {
	build_and_execute(|| {
		set_up();
		// An officer that is a multisig: signatory 1 999 signs the proposal for it.
		let origin = signed(officer(MX, Scope::Certification));
		set_outer_signer(Some(second_officer(MX, Scope::Certification)));
		assert_ok!(Certificates::propose(
			origin,
			number(NUMBER),
			authorise("OEA", TIN)
		));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::SameOfficer);
	});
}

#[test]
fn confirm_should_fail_when_it_comes_too_late() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		pass(TIME_OUT + 1);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ProposalExpired);
		// Another takes its place, and waits for confirmations that are signed already.
		assert_ok!(propose(authorise("OEA", OTHER)));
		wait(WINDOW - 1);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::TooSoon);
		wait(1);
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn confirm_should_be_in_time_at_the_last_moment() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		pass(TIME_OUT);
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn confirm_should_fail_when_the_facts_have_changed() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		// The number is taken meanwhile by a batch of another programme.
		let row = super::take_over::row("FAST", NUMBER, OTHER);
		assert_ok!(super::take_over::propose_rows(vec![row]));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ChangedMeanwhile);
		assert_ok!(Certificates::refuse(by(MX), number(NUMBER)));
	});
}

#[test]
fn a_suspension_should_undo_a_pending_rectification() {
	build_and_execute(|| {
		certify();
		wait(WINDOW);
		assert_ok!(propose(super::rectify::wider()));
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ChangedMeanwhile);
	});
}

#[test]
fn confirm_should_fail_where_nothing_is_pending() {
	build_and_execute(|| {
		set_up();
		assert_noop!(confirm(by_second(MX)), Error::<Test>::NothingPending);
		assert_ok!(propose(authorise("OEA", TIN)));
		// Another administration has nothing of this number.
		assert_noop!(confirm(by_second(CR)), Error::<Test>::NothingPending);
	});
}
