"""Small files made by hand: honest ones, and ones that attack whoever opens them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

ENCRYPTED = (
    b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
    b"/ID[<30313233343536373839414243444546><30313233343536373839414243444546>]"
)


def pdf(*pages: str, size: str = "0 0 595 842", trailer: bytes = b"") -> bytes:
    """A PDF with a line of ASCII text on each page, without an index: readers rebuild it."""
    numbers = [10 + 2 * index for index in range(len(pages))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj" % (kids, len(pages)),
        b"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
    ]
    for number, text in zip(numbers, pages, strict=True):
        content = b"BT /F1 12 Tf 50 700 Td (%s) Tj ET" % text.encode()
        objects += [
            b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>endobj"
            % (number, size.encode(), number + 1),
            b"%d 0 obj<</Length %d>>stream\n%s\nendstream endobj" % (number + 1, len(content), content),
        ]
    end = b"trailer<</Root 1 0 R%s>>\n%%%%EOF\n" % trailer
    return b"%PDF-1.4\n" + b"\n".join(objects) + b"\n" + end


def scanned_pdf(pictures: int) -> bytes:
    """A PDF of one picture a page and no text."""
    first, *others = [Image.new("RGB", (40, 60), "grey") for _ in range(pictures)]
    buffer = BytesIO()
    first.save(buffer, "PDF", save_all=True, append_images=others)
    return buffer.getvalue()


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "white").save(buffer, kind)
    return buffer.getvalue()


def picture_bomb(side: int) -> bytes:
    """A PNG of a few bytes that says it is ``side`` pixels wide and high."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(b"\x00" * 100)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def slow_pdf() -> bytes:
    """A page whose content draws a form that draws a form, ten times each, seven deep."""
    forms = []
    for level in range(8):
        content = b"/F%d Do " % (level + 1) * 10 if level < 7 else b"0 0 500 500 re f " * 20
        resources = b"/Resources<</XObject<</F%d %d 0 R>>>>" % (level + 1, 101 + level)
        forms.append(
            b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 900]%s/Length %d>>stream\n%s\nendstream endobj"
            % (100 + level, resources, len(content), content)
        )
    page = (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
        b"/Resources<</XObject<</F0 100 0 R>>>>/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length 7>>stream\n/F0 Do \nendstream endobj\n"
    )
    return b"%PDF-1.4\n" + page + b"\n".join(forms) + b"\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def mp4(*, timescale: int, duration: int) -> bytes:
    """The boxes of an MP4 that hold its length, and nothing to play."""
    header = struct.pack(">IIIII", 0, 0, 0, timescale, duration) + b"\x00" * 80
    return _box(b"ftyp", b"isom\x00\x00\x02\x00isommp41") + _box(b"moov", _box(b"mvhd", header))


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def long_mp4(*, timescale: int, duration: int, byte_size: int) -> bytes:
    """The same with enough bytes to be believed."""
    return mp4(timescale=timescale, duration=duration) + _box(b"free", b"\x00" * byte_size)
