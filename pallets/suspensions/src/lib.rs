//! Suspensions of certificates and of their recognition.
