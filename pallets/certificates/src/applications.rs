//! What the holder does, with its own account or through an officer who has its paper: applications
//! (T1, T2), wishes, appeals. And the review (T11).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::{is_live, Applicant, Effect},
	lifecycle::{self, Refusal},
	types::{AskedBy, Wish, WishKind},
	written::{Review, WrittenType, WrittenWish},
	Askers, CertificateRecord, Certificates, Config, Error, Event, Ordinals, Pallet,
};
use aeo_primitives::{
	recognition::{Standing, TraderState},
	AdministrationLookup, CertificateNumber, CertificateState, Decided, Ground, Hands, Maker,
	Officers, OnStandingChange, OuterSigner, Role, Scope, Territory, TraderLookup, WrittenSet,
	APPLICATION_PREFIX,
};
use alloc::format;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;

/// One's certificate, and who acts for it.
pub(crate) struct Own<AccountId> {
	pub issuer: Territory,
	pub number: CertificateNumber,
	pub record: CertificateRecord,
	pub by: AccountId,
	/// The holder's own account, and who signed; none where an officer has the holder's paper.
	pub holder: Option<Maker<AccountId>>,
}

impl<T: Config> Pallet<T> {
	/// The certificate that the signer may speak for: its holder's account, or an officer with scope
	/// `Certification` of its issuer, who has the holder's paper.
	pub(crate) fn ensure_holder(
		origin: OriginFor<T>,
		number: &str,
	) -> Result<Own<T::AccountId>, DispatchError> {
		let by = ensure_signed(origin)?;
		let number = Self::number(number)?;
		let Some(trader) = T::Traders::holder(&by) else {
			let issuer = T::Administrations::ensure_officer(&by, Scope::Certification)
				.map_err(Into::into)?;
			let record = Self::record(issuer, &number)?;
			return Ok(Own {
				issuer,
				number,
				record,
				by,
				holder: None,
			});
		};
		let found = T::Traders::trader(&trader).ok_or(Error::<T>::UnknownTrader)?;
		Self::ensure_may_act(found.administration)?;
		let signer = T::Administrations::outer_signer().ok_or(Error::<T>::NotASignedTransaction)?;
		let record = Self::record(found.administration, &number)?;
		ensure!(record.trader == trader, Error::<T>::NotYourCertificate);
		Ok(Own {
			issuer: found.administration,
			number,
			record,
			holder: Some(Maker {
				officer: by.clone(),
				signer,
			}),
			by,
		})
	}

	/// While an administration is quarantined, or when it has left, its holders and agencies wait
	/// with it.
	pub(crate) fn ensure_may_act(administration: Territory) -> DispatchResult {
		let may_act = T::Administrations::administration(administration)
			.is_some_and(|found| found.standing == Standing::Admitted);
		ensure!(may_act, Error::<T>::AdministrationFrozen);
		Ok(())
	}

	/// T2, T2b, by the holder's own account. An officer who has its paper proposes
	/// `WithdrawApplication`.
	pub(crate) fn do_withdraw(
		own: Own<T::AccountId>,
		document: H256,
	) -> Result<u32, DispatchError> {
		ensure!(own.holder.is_some(), Error::<T>::NotAHolder);
		let decided = requested(own.by, document);
		Self::do_step(own.issuer, &own.number, lifecycle::withdraw, decided)
	}

	/// T1, by the holder's own account. The number is the chain's.
	pub(crate) fn do_apply_myself(
		by: T::AccountId,
		certificate_type: WrittenType,
		roles: WrittenSet<Role>,
		document: H256,
	) -> Result<u32, DispatchError> {
		let trader = T::Traders::holder(&by).ok_or(Error::<T>::NotAHolder)?;
		let found = T::Traders::trader(&trader).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(
			found.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		let issuer = found.administration;
		Self::ensure_may_act(issuer)?;
		let certificate_type = Self::certificate_type(certificate_type)?;
		let roles = Self::roles(roles)?;
		let number = format!("{APPLICATION_PREFIX}{}", Ordinals::<T>::get(issuer));
		let number = CertificateNumber::try_from(number.as_str())
			.map_err(|_| Error::<T>::NumberNotUnderstood)?;
		let decided = requested(by, document);
		let applicant = Applicant::Holder(trader);
		let change = Self::do_apply(issuer, number, applicant, certificate_type, roles, decided)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	/// A number that an administration gives is not one that the chain gives.
	pub(crate) fn ensure_own_number(number: &CertificateNumber) -> DispatchResult {
		ensure!(
			!number.starts_with(APPLICATION_PREFIX),
			Error::<T>::NumberReserved
		);
		Ok(())
	}

	/// T2: a step of an application that changes nothing but its state.
	pub(crate) fn do_step(
		issuer: Territory,
		number: &CertificateNumber,
		step: fn(CertificateState) -> Result<CertificateState, Refusal>,
		decided: Decided<T::AccountId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_document(decided.document)?;
		let before = Self::record(issuer, number)?;
		let state = step(before.state).map_err(Error::<T>::from)?;
		let record = CertificateRecord {
			state,
			..before.clone()
		};
		let change = Self::change(issuer, number, before, record, decided, Effect::Now)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	/// Note what a holder asks for. Nothing follows from it before an officer decides.
	pub(crate) fn do_ask(
		own: Own<T::AccountId>,
		wish: WrittenWish,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let wish = Self::wish(wish)?;
		let Own {
			issuer,
			number,
			record: before,
			by,
			holder,
		} = own;
		// One who has the paper of a holder that gives its certificate back proposes that.
		ensure!(
			!matches!(wish, Wish::Relinquishment { .. }) || holder.is_some(),
			Error::<T>::NotAHolder
		);
		let mut record = before.clone();
		Self::note(issuer, &number, &mut record, wish)?;
		let is_new = record.asked != before.asked;
		let is_other = Self::note_asker(issuer, &number, wish, holder);
		ensure!(is_new || is_other, Error::<T>::HolderAskedAlready);
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::HolderAsked {
			issuer,
			number,
			wish,
			by,
			document,
		});
		Ok(())
	}

	/// Note which account of the holder asks for what one officer may then decide. Gives whether
	/// another one did before.
	fn note_asker(
		issuer: Territory,
		number: &CertificateNumber,
		wish: Wish,
		holder: Option<Maker<T::AccountId>>,
	) -> bool {
		let Some(holder) = holder else {
			return false;
		};
		let mut known = Askers::<T>::get(issuer, number).unwrap_or(AskedBy {
			renewal: None,
			relinquishment: None,
		});
		let asker = match wish {
			Wish::Renewal => &mut known.renewal,
			Wish::Relinquishment { .. } => &mut known.relinquishment,
			Wish::Appeal | Wish::Suspension | Wish::Reinstatement => return false,
		};
		let is_other = asker.as_ref() != Some(&holder);
		*asker = Some(holder);
		Askers::<T>::insert(issuer, number, known);
		is_other
	}

	/// Note a wish with the certificate that it is about, where it can be fulfilled.
	fn note(
		issuer: Territory,
		number: &CertificateNumber,
		record: &mut CertificateRecord,
		wish: Wish,
	) -> DispatchResult {
		let clock = Self::clock(issuer);
		if wish == Wish::Appeal {
			ensure!(
				lifecycle::is_appealable(record.state),
				Error::<T>::NothingToOverturn
			);
			record.asked.appeal = record.asked.appeal.or(Some(record.state.kind()));
			return Ok(());
		}
		ensure!(is_live(record, clock), Error::<T>::CertificateNotLive);
		match wish {
			Wish::Renewal => {
				let ends = record
					.validity
					.is_none_or(|validity| validity.until.is_some());
				ensure!(ends, Error::<T>::RenewalNotLonger);
				record.asked.renewal = true;
			}
			Wish::Suspension => record.asked.suspension = true,
			Wish::Reinstatement => {
				let is_over = Self::is_resumed(number, record, clock);
				lifecycle::ensure_suspended(record.state, is_over).map_err(Error::<T>::from)?;
				record.asked.reinstatement = true;
			}
			Wish::Relinquishment { from } => {
				Self::ensure_to_come(from, clock)?;
				lifecycle::relinquish(record.state, false, from).map_err(Error::<T>::from)?;
				record.asked.relinquishment = Some(from);
			}
			Wish::Appeal => {}
		}
		Ok(())
	}

	/// Take back what was asked for, as if nobody had. What the holder's own account said for one
	/// officer to decide on is forgotten with it.
	pub(crate) fn do_withdraw_wish(
		own: Own<T::AccountId>,
		wish: WishKind,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let Own {
			issuer,
			number,
			mut record,
			by,
			..
		} = own;
		// Without the renewal that keeps it in force the certificate would end, which takes a decision.
		let is_kept = record.validity.is_some_and(|dates| dates.renewal_pending);
		ensure!(
			wish != WishKind::Renewal || !is_kept,
			Error::<T>::RenewalKeepsItInForce
		);
		let asked = &mut record.asked;
		let was_asked = match wish {
			WishKind::Renewal => core::mem::take(&mut asked.renewal),
			WishKind::Appeal => asked.appeal.take().is_some(),
			WishKind::Suspension => core::mem::take(&mut asked.suspension),
			WishKind::Relinquishment => asked.relinquishment.take().is_some(),
			WishKind::Reinstatement => core::mem::take(&mut asked.reinstatement),
		};
		ensure!(was_asked, Error::<T>::HolderHasNotAsked);
		Self::forget_askers(issuer, &number, record.asked);
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::WishWithdrawn {
			issuer,
			number,
			wish,
			by,
			document,
		});
		Ok(())
	}

	pub(crate) fn do_dismiss_appeal(
		issuer: Territory,
		number: CertificateNumber,
		by: T::AccountId,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let mut record = Self::record(issuer, &number)?;
		ensure!(record.asked.appeal.is_some(), Error::<T>::NoAppealPending);
		record.asked.appeal = None;
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::AppealDismissed {
			issuer,
			number,
			by,
			document,
		});
		Ok(())
	}

	/// T11, by an officer who certifies or by the issuer's own risk unit.
	pub(crate) fn do_set_review(
		origin: OriginFor<T>,
		number: &str,
		review: Review,
		document: H256,
	) -> DispatchResult {
		let by = ensure_signed(origin)?;
		let issuer = T::Administrations::ensure_officer(&by, Scope::Risk)
			.or_else(|_| T::Administrations::ensure_officer(&by, Scope::Certification))
			.map_err(Into::into)?;
		Self::ensure_document(document)?;
		let number = Self::number(number)?;
		let under_review = review == Review::UnderReview;
		let mut record = Self::record(issuer, &number)?;
		ensure!(
			!under_review || is_live(&record, Self::clock(issuer)),
			Error::<T>::CertificateNotLive
		);
		ensure!(
			record.under_review != under_review,
			Error::<T>::NothingWouldChange
		);
		record.under_review = under_review;
		if !under_review {
			let programme = Self::programme_of(issuer, &record.certificate_type)?;
			record.review_due = Self::review_due(&programme, Self::clock(issuer))?;
		}
		let review_due = record.review_due;
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::ReviewSet {
			issuer,
			number,
			under_review,
			review_due,
			by,
			document,
		});
		Ok(())
	}
}

/// What the holder wants.
pub(crate) fn requested<AccountId>(by: AccountId, document: H256) -> Decided<AccountId> {
	Decided {
		by: Hands::one(by),
		ground: Ground::HoldersRequest,
		document,
	}
}
