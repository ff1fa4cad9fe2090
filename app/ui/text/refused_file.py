"""Words of what is wrong with a file somebody brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class RefusedFileWords:
    """Placeholders in braces are filled with ``str.format``."""

    label: str
    summary: str
    kind: str
    line: str
    more: str
    download: str
    file_name: str
    columns: tuple[str, str, str]


ZH = RefusedFileWords(
    label="檔案的問題",
    summary="共 {count} 處，分成 {kinds} 種；每種先列出前 {shown} 處。全部修好後再上傳一次。",
    kind="{rule}（{count} 處）",
    line="{place}：{value}",
    more="…另有 {count} 處，請下載完整清單。",
    download="下載完整清單（CSV，{count} 處）",
    file_name="faults.csv",
    columns=("位置", "問題", "檔案裡的內容"),
)

EN = RefusedFileWords(
    label="What is wrong with the file",
    summary="{count} places in {kinds} kinds; of each kind the first {shown} are shown. Mend them all, then upload again.",
    kind="{rule} ({count})",
    line="{place}: {value}",
    more="… and {count} more: see the complete list.",
    download="Complete list (CSV, {count} places)",
    file_name="faults.csv",
    columns=("Where", "What is wrong", "What the file says"),
)

WORDS: Mapping[Language, RefusedFileWords] = {Language.ZH: ZH, Language.EN: EN}
