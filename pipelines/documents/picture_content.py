"""A PNG or JPEG from inside: its size in pixels and a thumbnail."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from pipelines.documents.content_info import ContentInfo, Inspection
from pipelines.documents.limits import MOST_IMAGE_PIXELS, THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH
from pipelines.documents.thumbnails import ThumbnailFolder

IMAGE_FORMATS = ("PNG", "JPEG")
BROKEN = (OSError, ValueError, SyntaxError, EOFError, UnidentifiedImageError)
BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def read_picture(content: bytes, media_type: str, thumbnails: ThumbnailFolder) -> ContentInfo:
    """Decoded to the end, so that a truncated picture is told; one of too many pixels is not decoded."""
    try:
        return _read(content, media_type, thumbnails)
    except BOMB:
        return ContentInfo(media_type, Inspection.TOO_LARGE)
    except BROKEN:
        return ContentInfo(media_type, Inspection.BROKEN)


def _read(content: bytes, media_type: str, thumbnails: ThumbnailFolder) -> ContentInfo:
    with Image.open(BytesIO(content), formats=IMAGE_FORMATS) as image:
        width, height = image.size
        if width * height > MOST_IMAGE_PIXELS:
            return ContentInfo(media_type, Inspection.TOO_LARGE, width=width, height=height)
        image.thumbnail((THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT))
        thumbnails.add(_on_paper(ImageOps.exif_transpose(image)))
    return ContentInfo(media_type, Inspection.FINE, width=width, height=height, thumbnails=thumbnails.sizes)


def _on_paper(image: Image.Image) -> Image.Image:
    """What is transparent shows white."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)


def refuse_bombs() -> None:
    """A picture that unpacks to far more than it holds is an error, not a warning."""
    Image.MAX_IMAGE_PIXELS = MOST_IMAGE_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
