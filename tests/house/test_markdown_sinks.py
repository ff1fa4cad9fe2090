"""No text of an applicant reaches a Markdown sink: labels and messages come from the catalogues or through plain()."""

from __future__ import annotations

import ast

import pytest

from app.ui.plain import field_name, plain
from tests.house.sources import place, python_files, tree_of

SCREEN = python_files("app/ui") + python_files("app/web")
SINKS = {
    "title", "header", "subheader", "caption", "markdown", "write", "info", "warning", "error", "success",
    "toast", "metric", "button", "checkbox", "toggle", "radio", "selectbox", "multiselect", "pills",
    "segmented_control", "expander", "popover", "tabs", "text_input", "text_area", "number_input", "slider",
    "download_button", "link_button", "file_uploader", "table", "progress", "status", "badge", "page_link",
    "data_editor_label", "form_submit_button", "chat_message", "date_input", "select_slider",
}  # fmt: skip
BANNED_CALLS = {"html"}
BANNED_KEYWORDS = {"unsafe_allow_html", "unsafe_allow_javascript"}
CATALOGUES = ("words", "text", "message_of", "plain", "ZH", "EN")


def _is_safe(node: ast.expr) -> bool:
    """A constant, a word of a catalogue, a formatted word, plain(…), or a join of those."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Attribute):
        return _root(node) in ("words", "visit", "self", "state", "notice", "labels", "view_words")
    if isinstance(node, ast.Call):
        return _called(node) in ("plain", "field_name", "message_of", "format", "len", "join", "str")
    if isinstance(node, ast.IfExp):
        return _is_safe(node.body) and _is_safe(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return all(_is_safe(part.value) for part in node.values if isinstance(part, ast.FormattedValue))
    if isinstance(node, ast.BinOp):
        return _is_safe(node.left) and _is_safe(node.right)
    if isinstance(node, ast.List | ast.Tuple):
        return all(_is_safe(each) for each in node.elts)
    return False


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _sink_calls() -> list[tuple[str, ast.Call]]:
    return [
        (place(file, node), node)
        for file in SCREEN
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SINKS
        and _root(node.func) in ("st", "column", "left", "right", "middle")
    ]


def test_markdown_sinks_receive_words_or_plain_text_only() -> None:
    unsafe = [
        f"{where} {ast.unparse(call)[:90]}"
        for where, call in _sink_calls()
        if call.args and not _is_safe(call.args[0])
    ]
    assert unsafe == []


NAMED_FIELDS = {
    "selectbox", "multiselect", "number_input", "text_input", "text_area", "date_input", "time_input", "slider",
    "radio", "segmented_control", "pills", "checkbox", "toggle", "file_uploader", "select_slider",
}  # fmt: skip
"""Their label is sent a second time, as the accessible name, where nothing takes an escape away."""
PLAIN_OPTIONS = {"selectbox", "multiselect", "select_slider"}
"""Their options are shown as they are."""


def test_labels_that_are_read_aloud_are_never_escaped() -> None:
    escaped = [
        f"{where} {ast.unparse(call)[:90]}"
        for where, call in _sink_calls()
        if _attribute(call) in NAMED_FIELDS
        and any(
            "plain(" in ast.unparse(each)
            for each in (
                *call.args[:1],
                *(
                    keyword.value
                    for keyword in call.keywords
                    if keyword.arg == "label"
                    or (keyword.arg == "format_func" and _attribute(call) in PLAIN_OPTIONS)
                ),
            )
        )
    ]
    assert escaped == []


def _attribute(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def test_html_is_never_allowed() -> None:
    offenders = [
        f"{place(file, node)}"
        for file in SCREEN
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and (
            any(keyword.arg in BANNED_KEYWORDS for keyword in node.keywords)
            or (
                isinstance(node.func, ast.Attribute)
                and node.func.attr in BANNED_CALLS
                and _root(node.func) == "st"
            )
        )
    ]
    assert offenders == []


def test_browser_parts_never_write_markup() -> None:
    parts = sorted((python_files("app/ui")[0].parent / "components/parts").glob("*.js"))
    assert parts
    markup = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    assert [p.name for p in parts if any(word in p.read_text(encoding="utf-8") for word in markup)] == []


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("![x](http://evil.example/x.png)", r"\!\[x\]\(http\:\/\/evil\.example\/x\.png\)"),
        ("<b>\n# a", r"\<b\> \# a"),
        (":red[x] $y$", r"\:red\[x\] \$y\$"),
        ("王小明", "王小明"),
        (None, ""),
    ],
)
def test_plain_escapes_every_mark(hostile: str | None, shown: str) -> None:
    assert plain(hostile) == shown


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("*A_b* [x](y) <b>", "＊A_b＊ ［x］(y) ＜b＞"),
        ("![x](http://evil.example/x.png)", "!［x］(http：//evil.example/x.png)"),
        ("_a_ __b__ snake_case", "＿a＿ ＿＿b＿＿ snake_case"),
        (
            ":red[x] :smile: :material/home: $y$ `z` ~~w~~",
            "：red［x］ ：smile: ：material/home: ＄y＄ ｀z｀ ～～w～～",
        ),
        ("a -- b -> c <- d &amp; \\*", "a -－ b -＞ c ＜- d ＆amp; ＼＊"),
        ("www.x.tw a@b.tw _Www.x", "www．x.tw a＠b.tw ＿Www．x"),
        ("113-1 (甲) 30% a/b 09:30:15 #1 3.5", "113-1 (甲) 30% a/b 09：30:15 #1 3.5"),
        (" 專題\n實作 ", "專題 實作"),
    ],
)
def test_name_of_a_field_holds_no_escape_and_nothing_that_means_something(hostile: str, shown: str) -> None:
    assert field_name(hostile) == shown
