//! While its administration is quarantined, or when it has left, a holder waits with it.

use super::*;
use aeo_primitives::recognition::Standing;

#[test]
fn a_holder_should_be_frozen_with_its_administration() {
	for standing in [
		Standing::QuarantinedByItself,
		Standing::QuarantinedByCouncil,
		Standing::Withdrawn,
	] {
		build_and_execute(|| {
			certify(NUMBER, CertificateState::Authorised);
			let apply = || {
				plain(Applications::apply(
					signed(HOLDER),
					full(),
					exporter(),
					document(),
				))
			};
			assert_ok!(apply());
			assert_ok!(request(NUMBER));
			aeo_mocks::set_standing(Territory::MX, standing);
			assert_noop!(apply(), Error::<Test>::AdministrationNotAdmitted);
			assert_noop!(
				plain(Applications::withdraw_application(
					signed(HOLDER),
					written("APPLICATION-1"),
					document()
				)),
				Error::<Test>::AdministrationNotAdmitted
			);
			for wish in [
				Wish::Renewal,
				Wish::Appeal,
				Wish::Suspension,
				Wish::Relinquishment {
					from: day("2026-12-01"),
				},
			] {
				assert_noop!(ask(wish), Error::<Test>::AdministrationNotAdmitted);
			}
			assert_noop!(
				Applications::withdraw_wish(
					signed(HOLDER),
					written(NUMBER),
					WishKind::Renewal,
					document()
				),
				Error::<Test>::AdministrationNotAdmitted
			);
			assert_noop!(
				Applications::answer_request(signed(HOLDER), written(NUMBER), 1, document()),
				Error::<Test>::AdministrationNotAdmitted
			);
			aeo_mocks::set_standing(Territory::MX, Standing::Admitted);
			assert_ok!(ask(Wish::Renewal));
		});
	}
}
