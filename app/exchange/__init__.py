"""Files people take away or bring back."""
