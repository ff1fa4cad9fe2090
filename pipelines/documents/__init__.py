"""Documents, images and recordings seen from inside: pages, text, sizes, thumbnails, nearly equal texts."""
