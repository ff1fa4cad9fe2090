"""Parts of the screen, one noun each."""
