//! What the record of a certificate keeps of its holder's wishes, and who asked, for the pallet that
//! takes them.

use crate::{
	rules::{
		days::{is_live, is_resumed},
		lifecycle,
	},
	types::{AskedBy, CertificateRecord},
	Askers, Certificates, Config, Error, Pallet,
};
use aeo_primitives::{CertificateNumber, Maker, Territory, Wish, WishKind, WishRegister};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};

impl<T: Config> WishRegister<T::AccountId> for Pallet<T> {
	type Error = DispatchError;

	fn note_wish(
		issuer: Territory,
		number: &CertificateNumber,
		wish: Wish,
		holder: Option<Maker<T::AccountId>>,
	) -> DispatchResult {
		let before = Self::record(issuer, number)?;
		let mut record = before.clone();
		Self::note(issuer, number, &mut record, wish)?;
		let is_new = record.asked != before.asked;
		let is_other = Self::note_asker(issuer, number, wish, holder);
		ensure!(is_new || is_other, Error::<T>::HolderAskedAlready);
		Certificates::<T>::insert(issuer, number, record);
		Ok(())
	}

	/// Takes a wish from the record. What the holder's own account said for one officer to decide on
	/// is forgotten with it.
	fn take_wish_back(
		issuer: Territory,
		number: &CertificateNumber,
		wish: WishKind,
	) -> DispatchResult {
		let mut record = Self::record(issuer, number)?;
		// Without the renewal that keeps it in force the certificate would end, which takes a
		// decision.
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
		Self::forget_askers(issuer, number, record.asked);
		Certificates::<T>::insert(issuer, number, record);
		Ok(())
	}

	fn dismiss_appeal(issuer: Territory, number: &CertificateNumber) -> DispatchResult {
		let mut record = Self::record(issuer, number)?;
		ensure!(record.asked.appeal.is_some(), Error::<T>::NoAppealPending);
		record.asked.appeal = None;
		Certificates::<T>::insert(issuer, number, record);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Notes which account of the holder asks for what one officer may then decide. Returns whether
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

	/// Notes a wish with the certificate that it is about, where it can be fulfilled.
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
				let is_over = is_resumed(number, record, clock);
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
}
