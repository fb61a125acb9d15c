//! The front door: a [`Session`] answers [`protocol::Request`]s over one index.
//!
//! The page, the worker, the command line and the tests all come through here.
