//! Asking for something that nobody decides before an officer does.

use super::holders::Own;
use crate::{
	rules::{
		days::{is_live, is_resumed},
		lifecycle,
	},
	types::{AskedBy, CertificateRecord, Wish},
	written::WrittenWish,
	Askers, Certificates, Config, Error, Event, Pallet,
};
use aeo_primitives::{CertificateNumber, Maker, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Notes what a holder asks for. Nothing follows from it before an officer decides.
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
