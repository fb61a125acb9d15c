//! Names: people, places, organisations and groups.
