"""Links stay inside the applicant's folder; files are told apart by content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.exports.attachments import LinkLeavesFolder, linked_paths, local_path_of, web_address_of
from pipelines.exports.json_file import BrokenJson, read_json
from pipelines.exports.media_type import is_other_than_named, is_truncated_pdf, media_type_of


@pytest.mark.parametrize(
    ("linked", "local"),
    [
        ("附件/a.pdf", "附件/a.pdf"),
        ("./附件//a.pdf", "附件/a.pdf"),
        ("附件\\a.pdf", "附件/a.pdf"),
        ("b/../a.pdf", "a.pdf"),
    ],
)
def test_link_inside_the_folder(linked: str, local: str) -> None:
    assert local_path_of(linked) == local


@pytest.mark.parametrize(
    "linked", ["../a.pdf", "b/../../a.pdf", "/etc/passwd", "\\\\host\\a", "C:\\a.pdf", "a\x00b"]
)
def test_link_out_of_the_folder_is_refused(linked: str) -> None:
    with pytest.raises(LinkLeavesFolder):
        local_path_of(linked)


@given(st.text(alphabet="./\\ab", max_size=20))
def test_link_never_climbs(linked: str) -> None:
    try:
        local = local_path_of(linked)
    except LinkLeavesFolder:
        return
    assert not local.startswith("/")
    assert ".." not in local.split("/")


def test_links_of_one_text_or_a_list_without_web_addresses() -> None:
    assert linked_paths(["a.pdf", "", None, "無", "https://example.org/x"]) == ["a.pdf"]
    assert linked_paths("a.pdf") == ["a.pdf"]
    assert web_address_of("https://example.org/x") == "https://example.org/x"
    assert web_address_of("a.pdf") is None


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90\x00", "audio/mpeg"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        (b"hello", "application/octet-stream"),
    ],
)
def test_media_type_by_content(content: bytes, media_type: str) -> None:
    assert media_type_of(content, "pdf") == media_type


def test_media_type_other_than_the_name_says() -> None:
    assert is_other_than_named("image/png", "pdf")
    assert not is_other_than_named("image/jpeg", "jpeg")


def test_pdf_without_its_end_mark() -> None:
    assert is_truncated_pdf("application/pdf", b"%PDF-1.7\nhalf")
    assert not is_truncated_pdf("application/pdf", b"%PDF-1.7\n%%EOF\n")


@pytest.mark.parametrize(
    ("content", "position"),
    [(b'{"a": ', 6), ('{"名": x}'.encode(), 8), (b"\xef\xbb\xbf{]", 4), (b'{"a": "\xff"}', 7)],
)
def test_broken_json_names_its_byte(content: bytes, position: int) -> None:
    with pytest.raises(BrokenJson) as broken:
        read_json(content)
    assert broken.value.position == position


def test_json_with_a_byte_order_mark() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}
