use aeo_primitives::{
	CertificateState, Code, Ended, StateKind, Suspension, SuspensionEnd, SuspensionScope,
};
use codec::Encode;

#[test]
fn the_kind_of_a_state_should_have_its_name_and_index() {
	let ended = Ended {
		from: "2026-12-31".parse().unwrap(),
		suspension: None,
	};
	let suspension = Suspension {
		scope: SuspensionScope::Full,
		end: SuspensionEnd::Open,
	};
	let states = [
		CertificateState::Applied,
		CertificateState::Accepted,
		CertificateState::Rejected,
		CertificateState::ApplicationWithdrawn,
		CertificateState::Refused,
		CertificateState::Authorised,
		CertificateState::Suspended(suspension),
		CertificateState::Revoked(ended),
		CertificateState::Relinquished(ended),
		CertificateState::Annulled,
	];
	assert_eq!(
		states.map(CertificateState::kind),
		*StateKind::all().collect::<Vec<_>>()
	);
	for state in states {
		assert_eq!(state.encode().first(), state.kind().encode().first());
		let name = format!("{:?}", state.kind());
		assert!(format!("{state:?}").starts_with(&name), "{state:?}");
	}
}
