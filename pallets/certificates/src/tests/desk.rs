//! Stands in for the pallet that takes applications and wishes: who may speak hands them to the
//! register, which is what is tested here.

use super::*;
use aeo_primitives::{
	ApplicationRegister, ApplicationStep, Officers, OnStandingChange, OuterSigner, StandingChange,
	TraderLookup, WishRegister, WrittenSet, WrittenType,
};
use frame_support::storage::with_storage_layer;
use frame_system::ensure_signed;

/// Where officers and holders hand in what they want.
pub(super) struct Desk;

/// Who hands something in, and to whom; the holder's own account, where it is that.
struct Visitor {
	issuer: Territory,
	by: AccountId,
	holder: Option<Maker<AccountId>>,
}

/// A holder, or an officer who certifies.
fn visitor(origin: RuntimeOrigin) -> Result<Visitor, DispatchError> {
	let by = ensure_signed(origin)?;
	let Some(trader) = Traders::holder(&by) else {
		let issuer = aeo_mocks::Administrations::ensure_officer(&by, Scope::Certification)?;
		return Ok(Visitor {
			issuer,
			by,
			holder: None,
		});
	};
	let signer = aeo_mocks::Administrations::outer_signer().expect("somebody has signed");
	Ok(Visitor {
		issuer: Traders::trader(&trader)
			.expect("it is registered")
			.administration,
		by,
		holder: Some(Maker {
			officer: by,
			signer,
		}),
	})
}

/// The same, for a certificate: if a holder, then its own.
fn visitor_for(
	origin: RuntimeOrigin,
	number: &CertificateNumber,
) -> Result<Visitor, DispatchError> {
	let visitor = visitor(origin)?;
	let record = Certificates::record(visitor.issuer, number)?;
	match visitor.holder {
		Some(_) if Traders::holder(&visitor.by) != Some(record.trader) => {
			Err(DispatchError::BadOrigin)
		}
		_ => Ok(visitor),
	}
}

/// An officer.
fn ensure_officer(origin: RuntimeOrigin) -> Result<Visitor, DispatchError> {
	match visitor(origin)? {
		Visitor {
			holder: Some(_), ..
		} => Err(DispatchError::BadOrigin),
		officer => Ok(officer),
	}
}

fn because(by: AccountId, ground: Ground, document: H256) -> Decided<AccountId> {
	Decided {
		by: Hands::one(by),
		ground,
		document,
	}
}

/// All of it is done and told, or nothing.
fn tell(
	issuer: Territory,
	change: impl FnOnce() -> Result<StandingChange, DispatchError>,
) -> DispatchResult {
	let change = with_storage_layer(change)?;
	Listener::on_change(issuer, &[change]);
	Ok(())
}

impl Desk {
	pub fn apply(
		origin: RuntimeOrigin,
		certificate_type: WrittenType,
		roles: WrittenSet<Role>,
		document: H256,
	) -> DispatchResult {
		let Visitor { issuer, by, .. } = visitor(origin)?;
		let trader = Traders::holder(&by).ok_or(DispatchError::BadOrigin)?;
		let is_active = Traders::trader(&trader)
			.is_some_and(|known| known.state == aeo_primitives::recognition::TraderState::Active);
		if !is_active {
			return Err(DispatchError::BadOrigin);
		}
		let certificate_type = Certificates::certificate_type(certificate_type)?;
		let roles = Certificates::roles(roles)?;
		let decided = because(by, Ground::HoldersRequest, document);
		tell(issuer, || {
			<Certificates as ApplicationRegister<_>>::apply(
				issuer,
				trader,
				certificate_type,
				roles,
				decided,
			)
		})
	}

	pub fn enter_application(
		origin: RuntimeOrigin,
		number: Written,
		tin: WrittenTin,
		consent: H256,
		certificate_type: WrittenType,
		roles: WrittenSet<Role>,
		document: H256,
	) -> DispatchResult {
		let Visitor { issuer, by, .. } = ensure_officer(origin)?;
		let number = Certificates::number(&number)?;
		let certificate_type = Certificates::certificate_type(certificate_type)?;
		let roles = Certificates::roles(roles)?;
		let decided = because(by, Ground::HoldersRequest, document);
		tell(issuer, || {
			let of = (&tin, consent);
			<Certificates as ApplicationRegister<_>>::enter(
				issuer,
				&number,
				of,
				certificate_type,
				roles,
				decided,
			)
		})
	}

	pub fn accept(origin: RuntimeOrigin, number: Written, document: H256) -> DispatchResult {
		Self::examine(origin, &number, ApplicationStep::Accept, document)
	}

	pub fn reject(origin: RuntimeOrigin, number: Written, document: H256) -> DispatchResult {
		Self::examine(origin, &number, ApplicationStep::Reject, document)
	}

	fn examine(
		origin: RuntimeOrigin,
		number: &str,
		step: ApplicationStep,
		document: H256,
	) -> DispatchResult {
		let Visitor { issuer, by, .. } = ensure_officer(origin)?;
		let number = Certificates::number(number)?;
		let decided = because(by, Ground::Administrative, document);
		tell(issuer, || {
			Certificates::step(issuer, &number, step, decided)
		})
	}

	pub fn withdraw_application(
		origin: RuntimeOrigin,
		number: Written,
		document: H256,
	) -> DispatchResult {
		let number = Certificates::number(&number)?;
		let Visitor { issuer, by, holder } = visitor_for(origin, &number)?;
		if holder.is_none() {
			return Err(DispatchError::BadOrigin);
		}
		let (step, ground) = (ApplicationStep::Withdraw, Ground::HoldersRequest);
		let decided = because(by, ground, document);
		tell(issuer, || {
			Certificates::step(issuer, &number, step, decided)
		})
	}

	pub fn ask(origin: RuntimeOrigin, number: Written, wish: Wish) -> DispatchResult {
		let number = Certificates::number(&number)?;
		let Visitor { issuer, holder, .. } = visitor_for(origin, &number)?;
		if holder.is_none() && matches!(wish, Wish::Relinquishment { .. }) {
			return Err(DispatchError::BadOrigin);
		}
		with_storage_layer(|| Certificates::note_wish(issuer, &number, wish, holder))
	}

	pub fn withdraw_wish(origin: RuntimeOrigin, number: Written, wish: WishKind) -> DispatchResult {
		let number = Certificates::number(&number)?;
		let Visitor { issuer, .. } = visitor_for(origin, &number)?;
		with_storage_layer(|| Certificates::take_wish_back(issuer, &number, wish))
	}

	pub fn dismiss_appeal(origin: RuntimeOrigin, number: Written) -> DispatchResult {
		let Visitor { issuer, .. } = ensure_officer(origin)?;
		let number = Certificates::number(&number)?;
		with_storage_layer(|| <Certificates as WishRegister<_>>::dismiss_appeal(issuer, &number))
	}
}
