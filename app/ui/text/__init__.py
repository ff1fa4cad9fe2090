"""Every word on screen, in Traditional Chinese and English."""
