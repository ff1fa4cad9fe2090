"""Every session_state key and query parameter, one module a step; typed get and set, nothing of value lives here."""
