//! Applications: who enters them, and who moves them on (T1, T2, T2b).

use super::*;

/// The number of the first application that a holder makes.
const OWN: &str = "APPLICATION-0";

fn apply(holder: AccountId) -> DispatchResult {
	plain(Applications::apply(
		signed(holder),
		full(),
		exporter(),
		document(),
	))
}

fn enter(text: &str, of: &str) -> DispatchResult {
	plain(Applications::enter_application(
		by(MX),
		written(text),
		tin(of),
		document(),
		full(),
		exporter(),
		document(),
	))
}

/// How often something was told.
fn told() -> usize {
	Told::get().len()
}

#[test]
fn apply_should_enter_an_application_of_the_holder_and_tell_it() {
	build_and_execute(|| {
		link();
		assert_ok!(apply(HOLDER));
		assert_eq!(
			entry(OWN),
			Entry {
				trader: trader(TIN),
				version: 1,
				state: CertificateState::Applied,
				decided: decided(HOLDER, Ground::HoldersRequest),
			}
		);
		let all = Told::get();
		let numbers: Vec<_> = all
			.iter()
			.flat_map(|(issuer, changes)| {
				let of = move |change: &aeo_primitives::StandingChange| {
					(*issuer, change.after.number.clone())
				};
				changes.iter().map(of)
			})
			.collect();
		assert_eq!(numbers, [(Territory::MX, number(OWN))]);
	});
}

#[test]
fn apply_should_fail_for_who_is_no_holder_of_an_active_trader() {
	build_and_execute(|| {
		link();
		assert_noop!(apply(STRANGER), Error::<Test>::NotAHolder);
		close_traders();
		assert_noop!(apply(HOLDER), Error::<Test>::TraderNotActive);
		Registered::take();
		assert_noop!(apply(HOLDER), Error::<Test>::UnknownTrader);
		assert_eq!(told(), 0);
	});
}

#[test]
fn apply_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		link();
		let call = |kind, roles, document| {
			plain(Applications::apply(signed(HOLDER), kind, roles, document))
		};
		assert_noop!(
			call(full(), exporter(), H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			call(full(), vec![].into(), document()),
			Error::<Test>::RolesMissing
		);
		let all = <Role as aeo_primitives::Code>::all().collect();
		assert_noop!(call(full(), all, document()), Error::<Test>::TooManyRoles);
		for (code, error) in [
			(" ", Error::<Test>::CodeMissing),
			("A code of 17 chars", Error::CodeTooLong),
			("A\u{7}B", Error::CodeNotUnderstood),
		] {
			let kind = WrittenType {
				code: written(code),
				..full()
			};
			assert_noop!(call(kind, exporter(), document()), error);
		}
	});
}

#[test]
fn enter_application_should_enter_that_of_a_paper() {
	build_and_execute(|| {
		assert_ok!(enter(" mx-oea/0001", TIN));
		let officer = officer(MX, Scope::Certification);
		assert_eq!(
			entry(NUMBER),
			Entry {
				trader: trader(TIN),
				version: 1,
				state: CertificateState::Applied,
				decided: decided(officer, Ground::HoldersRequest),
			}
		);
		assert_eq!(told(), 1);
		// What the register refuses is refused.
		assert_noop!(enter(NUMBER, OTHER), TAKEN);
		assert_eq!(told(), 1);
	});
}

#[test]
fn an_officer_should_accept_or_reject_what_is_applied_for() {
	type Step = fn(RuntimeOrigin, Written, H256) -> DispatchResult;
	let accept: Step =
		|origin, number, document| plain(Applications::accept(origin, number, document));
	let reject: Step =
		|origin, number, document| plain(Applications::reject(origin, number, document));
	for (step, state) in [
		(accept, CertificateState::Accepted),
		(reject, CertificateState::Rejected),
	] {
		build_and_execute(|| {
			certify(NUMBER, CertificateState::Applied);
			assert_noop!(
				step(by(MX), written(NUMBER), H256::zero()),
				Error::<Test>::DocumentMissing
			);
			assert_noop!(step(by(CR), written(NUMBER), document()), UNKNOWN);
			assert_ok!(step(by(MX), written(NUMBER), document()));
			let officer = officer(MX, Scope::Certification);
			let entry = entry(NUMBER);
			assert_eq!(
				(entry.state, entry.decided),
				(state, decided(officer, Ground::Administrative))
			);
			assert_eq!(told(), 1);
			assert_noop!(step(by(MX), written(NUMBER), document()), OTHER_STATE);
		});
	}
}

#[test]
fn the_holder_alone_should_take_its_own_application_back() {
	build_and_execute(|| {
		link();
		assert_ok!(apply(HOLDER));
		let withdraw = |account, document| {
			plain(Applications::withdraw_application(
				signed(account),
				written(OWN),
				document,
			))
		};
		assert_noop!(
			withdraw(OTHER_HOLDER, document()),
			Error::<Test>::NotYourCertificate
		);
		assert_noop!(
			withdraw(officer(MX, Scope::Certification), document()),
			Error::<Test>::NotAHolder
		);
		assert_noop!(
			withdraw(HOLDER, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_ok!(withdraw(HOLDER, document()));
		let entry = entry(OWN);
		assert_eq!(
			(entry.state, entry.decided),
			(
				CertificateState::ApplicationWithdrawn,
				decided(HOLDER, Ground::HoldersRequest)
			)
		);
		assert_noop!(withdraw(HOLDER, document()), OTHER_STATE);
	});
}
