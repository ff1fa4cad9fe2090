"""One render function per step, named as in the navigation."""
