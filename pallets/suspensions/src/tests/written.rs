//! What is typed is understood, or refused with what is wrong with it.

use super::*;
use crate::Call;
use codec::{Decode, Encode};
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, DispatchError};

/// Every call with a number, with this one.
fn with_number(text: &str) -> Vec<(Call<Test>, AccountId)> {
	let (issuer, document, ground) = (Territory::MX, document(), Ground::Authority);
	let scope = SuspensionScope::Full;
	let number = || written(text);
	vec![
		(
			Call::suspend {
				subject: Subject::Number(number()),
				scope,
				end: WrittenSuspensionEnd::Open,
				ground,
				document,
			},
			officer(MX, Scope::Suspension),
		),
		(
			Call::propose_reinstatement {
				number: number(),
				scope,
				ground,
				document,
			},
			officer(MX, Scope::Suspension),
		),
		(
			Call::confirm_reinstatement {
				number: number(),
				proposal: 1,
			},
			second_officer(MX, Scope::Suspension),
		),
		(
			Call::refuse_reinstatement {
				number: number(),
				proposal: 1,
			},
			officer(MX, Scope::Suspension),
		),
		(
			Call::suspend_recognition {
				issuer,
				number: number(),
				review_on: written("2027-03-31"),
				document,
			},
			officer(CR, Scope::Risk),
		),
		(
			Call::restore_recognition {
				issuer,
				number: number(),
				document,
			},
			officer(CR, Scope::Risk),
		),
		(
			Call::acknowledge {
				issuer,
				number: number(),
				version: 1,
			},
			officer(CR, Scope::Clearance),
		),
		(
			Call::report_irregularity {
				issuer,
				number: number(),
				document,
			},
			officer(CR, Scope::Risk),
		),
	]
}

/// What becomes of a call that comes as bytes.
fn dispatch(call: &Call<Test>, signer: AccountId) -> DispatchResult {
	let bytes = RuntimeCall::Suspensions(call.clone()).encode();
	let call = RuntimeCall::decode(&mut &bytes[..]).expect("what is typed is decoded");
	set_outer_signer(Some(signer));
	let result = call.dispatch(signed(signer));
	result.map(|_| ()).map_err(|failed| failed.error)
}

#[test]
fn a_number_that_is_none_should_be_refused_with_what_is_wrong() {
	build_and_execute(|| {
		certify();
		let long = "A".repeat(36);
		for (text, error) in [
			("", Error::<Test>::NumberMissing),
			(" \t", Error::NumberMissing),
			(long.as_str(), Error::NumberTooLong),
			("MX_1", Error::NumberNotUnderstood),
			("MX-Ñ", Error::NumberNotUnderstood),
			("---", Error::NumberNotUnderstood),
		] {
			let error = DispatchError::from(error);
			for (call, signer) in with_number(text) {
				assert_noop!(dispatch(&call, signer), error);
			}
		}
	});
}

fn suspending(subject: Subject, end: WrittenSuspensionEnd) -> Call<Test> {
	Call::suspend {
		subject,
		scope: SuspensionScope::Full,
		end,
		ground: Ground::Authority,
		document: document(),
	}
}

/// The calls with a day, with this one.
fn with_day(text: &str) -> Vec<(Call<Test>, AccountId)> {
	use WrittenSuspensionEnd::{DecisionAfter, ResumesAfter};
	let subject = || Subject::Number(written(BOTH));
	let by = officer(MX, Scope::Suspension);
	vec![
		(suspending(subject(), DecisionAfter(written(text))), by),
		(suspending(subject(), ResumesAfter(written(text))), by),
		(
			Call::suspend_recognition {
				issuer: Territory::MX,
				number: written(NUMBER),
				review_on: written(text),
				document: document(),
			},
			officer(CR, Scope::Risk),
		),
	]
}

#[test]
fn a_day_that_is_none_should_be_refused_with_what_is_wrong() {
	build_and_execute(|| {
		certify();
		for (text, error) in [
			("", Error::<Test>::DateNotUnderstood),
			("31/12/2027", Error::DateNotUnderstood),
			("2027-2-3", Error::DateNotUnderstood),
			("2027-02-30", Error::DateNotReal),
			("2026-12-30", Error::DayPassed),
		] {
			let error = DispatchError::from(error);
			for (call, signer) in with_day(text) {
				assert_noop!(dispatch(&call, signer), error);
			}
		}
		for (call, signer) in with_day(" 2027-12-31 ").into_iter().skip(1) {
			assert_ok!(dispatch(&call, signer));
		}
		let end = SuspensionEnd::ResumesAfter(day("2027-12-31"));
		let scope = SuspensionScope::Full;
		assert_eq!(
			state(BOTH),
			CertificateState::Suspended(Suspension { scope, end })
		);
	});
}

#[test]
fn a_tin_that_is_none_should_be_refused_with_what_is_wrong() {
	build_and_execute(|| {
		certify();
		let by = officer(MX, Scope::Suspension);
		for (text, error) in [
			("  ", Error::<Test>::TinMissing),
			("12345", Error::TinNotUnderstood),
			("MX*", Error::TinNotUnderstood),
		] {
			let call = suspending(Subject::Tin(written(text)), WrittenSuspensionEnd::Open);
			assert_noop!(dispatch(&call, by), error);
		}
	});
}

/// As a form leaves them: a text that is empty, a number that is 0, a hash of zeros, the first of
/// every choice.
#[test]
fn a_call_that_nobody_has_filled_in_should_be_refused() {
	build_and_execute(|| {
		certify();
		assert_eq!(Ground::ALL.first(), Some(&Ground::Authority));
		for (call, signer) in with_number("") {
			assert_noop!(dispatch(&call, signer), Error::<Test>::NumberMissing);
		}
		for subject in [Subject::Number(written(NUMBER)), Subject::Tin(written(TIN))] {
			let call = Call::suspend {
				subject,
				scope: SuspensionScope::Full,
				end: WrittenSuspensionEnd::Open,
				ground: Ground::Authority,
				document: H256::zero(),
			};
			let by = officer(MX, Scope::Suspension);
			assert_noop!(dispatch(&call, by), Error::<Test>::DocumentMissing);
		}
		let answer = Call::answer_irregularity {
			report: 0,
			document: H256::zero(),
		};
		let by = officer(MX, Scope::Risk);
		assert_noop!(dispatch(&answer, by), Error::<Test>::DocumentMissing);
	});
}

proptest! {
	/// Whatever is typed, up to the bound of what can be, the runtime answers, and not the decoder.
	#[test]
	fn whatever_is_typed_should_get_an_answer(text in "\\PC{0,64}") {
		new_test_ext().execute_with(|| {
			certify();
			let by = officer(MX, Scope::Suspension);
			let tin = suspending(Subject::Tin(written(&text)), WrittenSuspensionEnd::Open);
			let calls = with_number(&text).into_iter().chain(with_day(&text));
			for (call, signer) in calls.chain([(tin, by)]) {
				let _answer = dispatch(&call, signer);
			}
			Suspensions::do_try_state().expect("the invariants hold");
		});
	}
}
