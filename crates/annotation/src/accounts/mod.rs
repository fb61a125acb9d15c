//! Accounts of one event: parallel passages, differing figures, what only one document tells.
