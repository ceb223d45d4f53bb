//! The work of the calls, one file each; here what several of them share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod accept_account;
mod aliases;
mod arguments;
mod close;
mod confirm_alias;
mod declare_alias;
mod decline_account;
mod derive_alias;
mod ending;
mod issue_alias;
mod links;
mod merge;
mod offer_account;
mod offers;
mod register;
mod register_despite_check;
mod registration;
mod remove_alias;
mod traders;
mod unlink_account;
mod unlink_own_account;
mod withdraw_offer;
