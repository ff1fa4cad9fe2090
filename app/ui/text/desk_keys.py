"""Every key of the desk in words, by group; the help dialog shows exactly this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language

KeyLine = tuple[tuple[str, ...], str]
"""Keys that do the same, and what they do."""
KeyGroup = tuple[str, tuple[KeyLine, ...]]


@dataclass(frozen=True)
class KeyWords:
    """``groups`` in the order of the dialog."""

    title: str
    note: str
    close: str
    print: str
    open: str
    choose_view: str
    cut: str
    held_dropped: str
    groups: tuple[KeyGroup, ...]


ZH = KeyWords(
    title="鍵盤操作",
    note="單一按鍵在沒有輸入文字時有效；Ctrl 與 Alt 組合在輸入中也有效。注音、倉頡等輸入法組字時，所有按鍵都屬於輸入法。Mac 請以 ⌘ 代替 Ctrl、以 option 代替 Alt。",
    close="關閉（Esc）",
    print="列印",
    open="鍵盤操作（?）",
    choose_view="檢視：",
    cut="連線中斷，正在重新連線。可以繼續輸入：內容保存在這台電腦。",
    held_dropped="評分欄還沒出現，剛才按的「{keys}」沒有採用，請再按一次。",
    groups=(
        (
            "換考生與類別",
            (
                (("J", "Alt+↓"), "下一位考生"),
                (("K", "Alt+↑"), "上一位考生"),
                (("]", "Alt+]"), "下一個類別"),
                (("[", "Alt+["), "上一個類別"),
                (("N", "Alt+Shift+↓"), "下一位未評的考生"),
                (("C",), "加入或移出並列比較（最多 4 位）"),
                (("Shift+C",), "並列比較已勾選的考生"),
                (("/",), "關鍵字查詢"),
                (("V 再按數字",), "切換檢視，例如 V 1 回到個別考生"),
            ),
        ),
        (
            "評分",
            (
                (("S",), "移到評分欄"),
                (("E",), "移到資料欄（方向鍵、PageDown 捲動）"),
                (("1–9",), "選等第：焦點在該面向內、且不是在輸入分數時"),
                (("Alt+1–9",), "選等第：正在輸入分數或評語時"),
                (("←", "→"), "在等第之間移動；空白鍵選取"),
                (("↑", "↓"), "在等第列：上一個、下一個面向；在分數欄：加減一級"),
                (("Enter",), "下一個面向（在等第列同時選取）"),
                (("Tab",), "下一個分數"),
                (("Esc",), "離開輸入欄"),
                ((";;",), "在評語中插入片語，可接著打字篩選"),
            ),
        ),
        (
            "儲存",
            (
                (("Ctrl+S",), "儲存"),
                (("Ctrl+Enter",), "儲存並到下一位"),
                (("?",), "這份說明"),
            ),
        ),
    ),
)
EN = KeyWords(
    title="Keyboard",
    note="Single keys work while no text is being typed; Ctrl and Alt combinations also while typing. While an input method composes, every key is the input method's. On a Mac use ⌘ for Ctrl and option for Alt.",
    close="Close (Esc)",
    print="Print",
    open="Keyboard (?)",
    choose_view="View: ",
    cut="Connection lost, trying again. Go on typing: it is kept on this computer.",
    held_dropped="The scores were not there yet: what you pressed ({keys}) was not taken. Please press it again.",
    groups=(
        (
            "Applicants and categories",
            (
                (("J", "Alt+↓"), "next applicant"),
                (("K", "Alt+↑"), "previous applicant"),
                (("]", "Alt+]"), "next category"),
                (("[", "Alt+["), "previous category"),
                (("N", "Alt+Shift+↓"), "next applicant not scored yet"),
                (("C",), "tick or untick for comparison (4 at most)"),
                (("Shift+C",), "compare the ticked ones side by side"),
                (("/",), "keyword search"),
                (("V, then a digit",), "change the view; V 1 is one applicant"),
            ),
        ),
        (
            "Scoring",
            (
                (("S",), "to the scores"),
                (("E",), "to the evidence (arrows and PageDown scroll)"),
                (("1–9",), "choose the level: with the focus in a dimension, not in its score"),
                (("Alt+1–9",), "choose the level: while typing a score or a comment"),
                (("←", "→"), "move between levels; space chooses"),
                (("↑", "↓"), "on levels: dimension above or below; in a score: one step more or less"),
                (("Enter",), "next dimension (on a level it also chooses)"),
                (("Tab",), "next score"),
                (("Esc",), "leave the field"),
                ((";;",), "insert a phrase into a comment; type on to find it"),
            ),
        ),
        (
            "Saving",
            (
                (("Ctrl+S",), "save"),
                (("Ctrl+Enter",), "save and go to the next"),
                (("?",), "this help"),
            ),
        ),
    ),
)

WORDS: Mapping[Language, KeyWords] = {Language.ZH: ZH, Language.EN: EN}
