"""Serialises drawn pages as a PDF whose Chinese text can be extracted although no font is embedded."""

import zlib
from functools import cache

PAGE_WIDTH = 595
PAGE_HEIGHT = 842
_FIXED_DATE = "D:20260301090000+08'00'"
_FONT = "MSung-Light"
# A predefined CMap maps UTF-16 to Adobe-CNS1, so viewers render with their own font and still know each character.
_FONT_OBJECTS = (
    f"<</Type/Font/Subtype/Type0/BaseFont/{_FONT}/Encoding/UniCNS-UTF16-H/DescendantFonts[4 0 R]>>",
    f"<</Type/Font/Subtype/CIDFontType0/BaseFont/{_FONT}"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(CNS1)/Supplement 4>>"
    "/DW 1000/W[1 98 500]/FontDescriptor 5 0 R>>",
    f"<</Type/FontDescriptor/FontName/{_FONT}/Flags 6/FontBBox[-100 -200 1000 900]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
)
_FIRST_PAGE_OBJECT = 7
SUBSTITUTE = "〓"


@cache
def _is_printable(character: str) -> bool:
    """True for characters surely inside Adobe-CNS1: Big5 with its common extensions, basic plane only."""
    if (
        not " " <= character <= "\uffff"
        or "\u2000" <= character <= "\u200f"
        or "\u202a" <= character <= "\u206f"
    ):
        return False
    return any(_encodes(character, codec) for codec in ("cp950", "big5hkscs"))


def _encodes(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def printable(text: str) -> str:
    """``text`` with every character outside the font's collection shown as a geta mark."""
    return "".join(character if _is_printable(character) else SUBSTITUTE for character in text)


def utf16_hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 6)
    return b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed)


def _objects(pages: list[bytes], title: str) -> list[bytes]:
    numbers = [_FIRST_PAGE_OBJECT + 2 * index for index in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    fixed = (
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
        "/Resources<</Font<</F1 3 0 R>>>>>>",
        *_FONT_OBJECTS,
        f"<</Title<FEFF{utf16_hex(printable(title))}>/Creator(synthetic sample)/CreationDate({_FIXED_DATE})>>",
    )
    objects = [text.encode("latin-1") for text in fixed]
    for number, page in zip(numbers, pages, strict=True):
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {number + 1} 0 R>>".encode())
        objects.append(_stream(page))
    return objects


def pdf_bytes(pages: list[bytes], *, title: str) -> bytes:
    """A complete PDF of content streams, one per page, drawn with font /F1; equal input gives equal bytes."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    objects = _objects(pages, title)
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
