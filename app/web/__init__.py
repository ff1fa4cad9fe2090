"""The server around the screen: sign-in, files, headers."""
