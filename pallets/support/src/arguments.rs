//! What calls take, read as what it means. Whatever is wrong with it is an error of the pallet, and
//! not the decoder's.

/// Gives a pallet the functions that read what is written in its calls. `Config`, `Error` and `Pallet`
/// must be in scope, and [`refusals!`](crate::refusals!) must say the errors.
///
/// ```ignore
/// aeo_support::readers!(number, day);
/// ```
#[macro_export]
macro_rules! readers {
	($($what:ident),+ $(,)?) => {
		$($crate::readers!(@ $what);)+
	};
	(@ number) => {
		$crate::readers!(
			@one
			/// Reads a certificate's number.
			number(written: &str) -> CertificateNumber
			{ $crate::aeo_primitives::certificate_number(written) }
		);
	};
	(@ day) => {
		$crate::readers!(
			@one
			/// Reads a day.
			day(written: $crate::aeo_primitives::Written) -> Date { written.read() }
		);
	};
	(@ code) => {
		$crate::readers!(
			@one
			/// Reads the short name of a programme, a type or an agency.
			code(written: &$crate::aeo_primitives::Written) -> TypeCode
			{ $crate::aeo_primitives::code(written) }
		);
	};
	(@ certificate_type) => {
		$crate::readers!(
			@one
			/// Reads a type of certificate.
			certificate_type(written: $crate::aeo_primitives::WrittenType) -> CertificateType
			{ written.read() }
		);
	};
	(@ roles) => {
		$crate::readers!(
			@one
			/// Reads the roles of a certificate: one at least.
			roles(
				written: $crate::aeo_primitives::WrittenSet<$crate::aeo_primitives::Role>
			) -> Roles {
				use $crate::aeo_primitives::CodeSetError;
				written.codes().map_err(|why| match why {
					CodeSetError::TooFew => Error::<T>::RolesMissing,
					CodeSetError::TooMany | CodeSetError::NotSorted => Error::<T>::TooManyRoles,
				})
			}
		);
	};
	(@one #[doc = $doc:literal] $name:ident($written:ident: $given:ty) -> $read:ident $body:block) => {
		impl<T: Config> Pallet<T> {
			#[doc = $doc]
			pub(crate) fn $name(
				$written: $given,
			) -> Result<$crate::aeo_primitives::$read, $crate::DispatchError> {
				let read = $body;
				read.map_err(|why| Error::<T>::from(why).into())
			}
		}
	};
}
