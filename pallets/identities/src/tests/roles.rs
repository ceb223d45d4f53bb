//! What the other pallets ask of the traders.

use super::*;
use aeo_primitives::{recognition::TraderState, TraderRegister};

fn on_the_way(
	administration: Territory,
	text: &str,
) -> Result<TraderId, sp_runtime::DispatchError> {
	<Identities as TraderRegister>::register(administration, &tin(text), document(), None)
}

#[test]
fn register_on_the_way_should_find_or_register() {
	build_and_execute(|| {
		assert_ok!(on_the_way(Territory::MX, TIN), id(TIN));
		assert_eq!(record(TIN).administration, Territory::MX);
		assert_eq!(System::events().len(), 1);
		assert_ok!(on_the_way(Territory::MX, TIN), id(TIN));
		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn register_on_the_way_should_follow_the_same_rules() {
	build_and_execute(|| {
		for (administration, text, error) in [
			(Territory::CR, TIN, Error::<Test>::NotYourTerritory),
			(
				Territory::MX,
				"MXNWM9709244W5",
				Error::<Test>::TinCheckDigitWrong,
			),
			(Territory::MX, "MX", Error::<Test>::TinMissing),
		] {
			assert_noop!(on_the_way(administration, text), error);
		}
		register_all();
		assert_noop!(on_the_way(Territory::CR, TIN), Error::<Test>::NotYourTrader);
		assert_ok!(close(MX, TIN));
		assert_noop!(
			on_the_way(Territory::MX, TIN),
			Error::<Test>::TraderNotActive
		);
	});
}

#[test]
fn trader_should_be_found_by_its_id() {
	build_and_execute(|| {
		let named = |text| Identities::by_tin(&Tin::parse(text).expect("a TIN"));
		assert_eq!(named(TIN), None);
		assert_eq!(Identities::trader(&id(TIN)), None);
		register_all();
		let trader = Identities::trader(&id(TIN)).expect("it is registered");
		assert_eq!(named(TIN), Some((id(TIN), trader.clone())));
		assert_eq!(
			(trader.tin.as_str(), trader.administration, trader.state),
			("MXNWM9709244W4", Territory::MX, TraderState::Active)
		);
		assert_eq!(Identities::holder(&HOLDER), None);
	});
}

#[test]
fn ids_should_never_change() {
	assert_eq!(
		format!("{:?}", id("MXNWM9709244W4")),
		"0x1f9154c51a2007ea504578afb230ab172fdf1a7638130cddbbc0c620e671d312"
	);
}
