"""Bytes to text: each encoding of the ladder, characters of private use, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.table_files.text_encoding import DecodedText, EncodingRefused, decode_text

LIST = "課程代碼,科目名稱,授課學期學分\r\n111041305H11101A1010203,許功蓋數學,444440\r\n"
SENTENCE = "课程代码与科目名称,这是一个学期的正常课程,学生可以全部选修.\n"


def _big5_characters() -> list[str]:
    """What CP950 reads and writes back the same."""
    found = []
    for lead in range(0xA1, 0xFA):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            try:
                character = bytes((lead, trail)).decode("cp950")
            except UnicodeDecodeError:
                continue
            if character.encode("cp950") == bytes((lead, trail)):
                found.append(character)
    return found


BIG5 = _big5_characters()
FREQUENT = BIG5[: BIG5.index("籲") + 1]


@pytest.mark.parametrize(
    ("written_as", "told_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp950", "cp950"),
    ],
)
def test_list_in_each_encoding_of_the_ladder(written_as: str, told_as: str) -> None:
    assert decode_text(LIST.encode(written_as)) == DecodedText(LIST, told_as, 0)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_is_read_back_as_written(text: str) -> None:
    read = decode_text(text.encode())
    if "\x00" not in text and not text.startswith("\ufeff"):
        assert (read.text, read.encoding) == (text, "utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40))
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_text_is_read_back_as_written(encoding: str, text: str) -> None:
    read = decode_text(text.encode(encoding))
    assert (read.text, read.encoding) == (text, encoding)


@given(st.lists(st.sampled_from(FREQUENT), min_size=1, max_size=60))
def test_big5_is_read_back_as_written_or_was_plain_utf_8(characters: list[str]) -> None:
    text = "科目名稱," + "".join(characters)
    read = decode_text(text.encode("cp950"))
    assert (read.text, read.encoding) == (text, "cp950")


@pytest.mark.parametrize(
    ("pair", "point"),
    [
        (b"\xfa\x40", 0xE000),
        (b"\xfe\xfe", 0xE310),
        (b"\x8e\x40", 0xE311),
        (b"\xa0\xfe", 0xEEB7),
        (b"\x81\x40", 0xEEB8),
        (b"\x8d\xfe", 0xF6B0),
        (b"\xc8\xfe", 0xF848),
        (b"\xfa\x7e", 0xE03E),
        (b"\xfa\xa1", 0xE03F),
        (b"\xfb\x40", 0xE09D),
    ],
)
def test_user_defined_character_becomes_its_code_point_of_private_use(pair: bytes, point: int) -> None:
    content = "陳".encode("cp950") + pair + "明,四年".encode("cp950")
    assert decode_text(content) == DecodedText(f"陳{chr(point)}明,四年", "cp950", 1)


def test_every_code_of_the_user_ranges_has_a_point_of_its_own() -> None:
    head = "姓名,".encode("cp950") * 3
    points = set()
    for lead in (*range(0x81, 0xA1), *range(0xFA, 0xFF)):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            points.add(decode_text(head + bytes((lead, trail))).text[-1])
    assert len(points) == (0xA1 - 0x81 + 0xFF - 0xFA) * 157
    assert {0xE000 <= ord(point) <= 0xF6B0 for point in points} == {True}


@pytest.mark.parametrize(
    ("pair", "character"),
    [
        (b"\xc6\xa1", "①"),
        (b"\xc6\xbe", "ⅹ"),
        (b"\xc6\xcf", "廴"),
        (b"\xc6\xdf", "仝"),
        (b"\xc6\xe7", "ぁ"),
        (b"\xc7\x7b", "ァ"),
        (b"\xc7\xf3", "А"),
        (b"\xc8\x75", "я"),
        (b"\xf9\xd6", "碁"),
    ],
)
def test_eten_extension_is_read_as_eten_wrote_it(pair: bytes, character: str) -> None:
    assert decode_text("代碼,".encode("cp950") + pair) == DecodedText(f"代碼,{character}", "cp950", 0)


def test_every_code_of_the_eten_range_has_a_character_of_its_own() -> None:
    head = "代碼,".encode("cp950") * 3
    codes = [
        (lead << 8) + trail
        for lead in (0xC6, 0xC7, 0xC8)
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    ]
    read = [
        decode_text(head + code.to_bytes(2, "big")).text[-1] for code in codes if 0xC6A1 <= code <= 0xC8FE
    ]
    assert (len(read), len(set(read))) == (408, 408)


def test_private_use_is_counted_in_utf_8_too() -> None:
    assert decode_text("陳\ue000明\U000f0000".encode()).private_use == 2


@pytest.mark.parametrize(
    ("content", "position"),
    [
        (b"abc\xff\xff", 3),
        (b"abc\x80", 3),
        ("姓名".encode("cp950") + b"\xa3\xfe", 4),
        ("姓名".encode("cp950") + b"\xa4", 4),
        ("姓名".encode("cp950") + b"\x00", 4),
        ("abc".encode("utf-32"), 0),
        ("中文".encode("utf-16")[:-1], 4),
    ],
)
def test_text_in_no_known_encoding_is_refused_with_its_place(content: bytes, position: int) -> None:
    with pytest.raises(EncodingRefused) as refusal:
        decode_text(content)
    assert refusal.value.position == position


def test_simplified_chinese_is_refused_and_not_read_as_big5() -> None:
    with pytest.raises(EncodingRefused):
        decode_text(SENTENCE.encode("gbk"))


@given(st.data())
def test_one_damaged_byte_never_turns_utf_8_into_big5(data: st.DataObject) -> None:
    content = LIST.encode()
    at = data.draw(st.integers(0, len(content) - 1))
    damaged = content[:at] + bytes(data.draw(st.lists(st.integers(0, 255), max_size=2))) + content[at + 1 :]
    with suppress(EncodingRefused):
        assert decode_text(damaged).encoding != "cp950"
