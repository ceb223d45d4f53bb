//! Why a credential is not taken.

/// Why a credential is not taken: it is refused, or nobody can tell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
	/// It has more bytes than any of ours.
	TooLarge,
	/// It is no compact JWS of JSON: a part is missing, is no base64url, has a member twice, half a character, or
	/// something that no credential of ours has.
	NotUnderstood,
	/// Its header asks for something else than ES256, or for a key, a certificate or an extension of its own.
	HeaderRefused,
	/// The administration issues no credentials, or by another identifier.
	IssuerNotOnChain,
	/// It is signed with a key that is not the issuer's on chain.
	KeyNotOnChain,
	/// It is signed with a key that another one has taken the place of.
	KeyRetired,
	/// The TIN is of a territory that another administration covers.
	NotTheRegistrar,
	/// Its signature is wrong.
	SignatureWrong,
	/// Its words are explained by another context than the one that is known.
	ContextDiffers,
	/// It is not valid yet.
	NotYetValid,
	/// It has run out.
	Expired,
	/// It is void: the certificate is over, or another edition counts.
	Revoked,
	/// All that it certifies is suspended.
	Suspended,
	/// It says something else than the chain.
	NotAsOnChain,
	/// It is somebody else's: who presents it has not the holder's key.
	HolderDiffers,
	/// It was presented to somebody else.
	AudienceDiffers,
	/// It answers another question than the one that was asked.
	NonceDiffers,
	/// It was presented too long ago, or in the time to come.
	PresentationOld,
	/// There is no status list, and nothing else that says it: nobody can tell.
	StatusUnavailable,
	/// The status list is another one, or is not understood: nobody can tell.
	StatusWrong,
	/// The status list has run out, or the clock has changed since what was proven: nobody can tell.
	StatusStale,
	/// What is known of the issuer's keys is too old: nobody can tell.
	TrustStale,
	/// The issuer has quarantined itself: nobody can tell.
	IssuerUnverifiable,
	/// What is known is of another issuer: nobody can tell.
	IssuerUnknown,
	/// The TIN is of another territory than the issuer's own, and what is known does not say who covers it: nobody can
	/// tell.
	RegistrarUnknown,
}

impl Refusal {
	/// All of them.
	pub const ALL: [Self; 25] = [
		Self::TooLarge,
		Self::NotUnderstood,
		Self::HeaderRefused,
		Self::IssuerNotOnChain,
		Self::KeyNotOnChain,
		Self::KeyRetired,
		Self::NotTheRegistrar,
		Self::SignatureWrong,
		Self::ContextDiffers,
		Self::NotYetValid,
		Self::Expired,
		Self::Revoked,
		Self::Suspended,
		Self::NotAsOnChain,
		Self::HolderDiffers,
		Self::AudienceDiffers,
		Self::NonceDiffers,
		Self::PresentationOld,
		Self::StatusUnavailable,
		Self::StatusWrong,
		Self::StatusStale,
		Self::TrustStale,
		Self::IssuerUnverifiable,
		Self::IssuerUnknown,
		Self::RegistrarUnknown,
	];

	/// Returns whether nobody can tell, so that it may be valid, and is not taken.
	pub const fn is_unknown(self) -> bool {
		matches!(
			self,
			Self::StatusUnavailable
				| Self::StatusWrong
				| Self::StatusStale
				| Self::TrustStale
				| Self::IssuerUnverifiable
				| Self::IssuerUnknown
				| Self::RegistrarUnknown
		)
	}

	/// Returns the name by which programs know it.
	pub fn name(self) -> String {
		format!("{self:?}")
	}
}
