"""Words of documents at the desk: the viewer, private notes on pages, and pages tagged as evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class DocumentWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    tools: str
    fit_page: str
    two_pages: str
    rotate: str
    whole_screen: str
    go_to_page: str
    page_before: str
    page_after: str
    page_short: str
    pages_short: str
    retry: str
    signed_out: str
    duration: str
    side_thumbnails: str
    side_find: str
    side_notes: str
    find_placeholder: str
    find_hint: str
    find_nothing: str
    find_at: str
    find_at_more: str
    hit_before: str
    hit_after: str
    draw_mark: str
    page_note: str
    notes_private: str
    notes_none: str
    note_text: str
    note_save: str
    note_cancel: str
    note_delete: str
    note_edit: str
    note_undo: str
    note_empty: str
    note_unsaved: str
    note_saved: str
    note_deleted: str
    note_gone: str
    note_refused: str
    notes_full: str
    mark_area: str
    mark_page: str
    mark_kind: str
    kind_key: str
    kind_strength: str
    kind_doubt: str
    kind_check: str
    saving: str
    no_answer: str
    tag_pages: str
    tag_first: str
    tag_last: str
    tag_as: str
    tag_category: str
    tag_choose: str
    tag_save: str
    tag_range: str
    tag_saved: str
    tag_removed: str
    tag_refused: str
    tag_remove: str
    tag_old: str
    tag_by: str
    tags: str
    tagged_note: str
    tagged_text: str
    tagged_count: str
    only_range: str
    only_tagged: str
    whole_document: str
    role_chair: str
    role_reviewer: str
    role_office: str


ZH = DocumentWords(
    tools="文件工具",
    fit_page="整頁",
    two_pages="雙頁並列",
    rotate="旋轉這一頁",
    whole_screen="全螢幕閱讀",
    go_to_page="前往頁碼",
    page_before="上一頁",
    page_after="下一頁",
    page_short="第 {page} 頁",
    pages_short="第 {first}–{last} 頁",
    retry="重試",
    signed_out="登入已結束，請重新登入。已輸入的註記保留在這個分頁。",
    duration="長度 {time}",
    side_thumbnails="縮圖",
    side_find="搜尋",
    side_notes="註記",
    find_placeholder="搜尋這份文件",
    find_hint="輸入文字；全形半形、臺台、大小寫視為相同。",
    find_nothing="這份文件中找不到。",
    find_at="{place} / {count}",
    find_at_more="{place} / {count}（以上）",
    hit_before="上一個結果",
    hit_after="下一個結果",
    draw_mark="框選重點",
    page_note="本頁註記",
    notes_private="只有您自己看得到；主席與招生辦公室也看不到。",
    notes_none="還沒有註記。按「框選重點」在頁面上拖曳，或按「本頁註記」。",
    note_text="註記文字（可留白）",
    note_save="儲存",
    note_cancel="不儲存",
    note_delete="刪除",
    note_edit="編輯",
    note_undo="復原",
    note_empty="整頁註記需要文字。",
    note_unsaved="尚未儲存",
    note_saved="已儲存註記。",
    note_deleted="已刪除註記。",
    note_gone="這則註記已經不在了。",
    note_refused="註記無法儲存：內容或位置不正確。",
    notes_full="這位考生的註記已達上限，請先刪除不需要的註記。",
    mark_area="框選範圍",
    mark_page="整頁",
    mark_kind="註記種類",
    kind_key="重點",
    kind_strength="亮點",
    kind_doubt="存疑",
    kind_check="待查",
    saving="儲存中…",
    no_answer="伺服器沒有回應，尚未確認儲存；請再試一次。",
    tag_pages="標記頁面",
    tag_first="起始頁",
    tag_last="結束頁",
    tag_as="為",
    tag_category="類別",
    tag_choose="請選擇類別",
    tag_save="標記",
    tag_range="請輸入 1 到 {pages} 之間的頁碼範圍。",
    tag_saved="已標記。",
    tag_removed="已取消標記。",
    tag_refused="無法標記：頁碼、類別或檔案不正確。",
    tag_remove="取消標記",
    tag_old="檔案已更新，請確認",
    tag_by="由 {person}（{role}）於 {time} 標記",
    tags="頁面標記",
    tagged_note="以 PDF 頁面標記：此項資料為 PDF 上傳，以下頁面由審查人員標記為這個類別的證據。",
    tagged_text="PDF 頁面標記：{ranges}",
    tagged_count="{label} {range}",
    only_range="只顯示{range}",
    only_tagged="只顯示標記的頁面",
    whole_document="顯示整份文件",
    role_chair="主席",
    role_reviewer="委員",
    role_office="招生辦公室",
)
EN = DocumentWords(
    tools="Document tools",
    fit_page="Fit page",
    two_pages="Two pages",
    rotate="Rotate this page",
    whole_screen="Full screen",
    go_to_page="Go to page",
    page_before="Previous page",
    page_after="Next page",
    page_short="p. {page}",
    pages_short="pp. {first}–{last}",
    retry="Try again",
    signed_out="You are signed out; sign in again. Notes being written are kept in this tab.",
    duration="Length {time}",
    side_thumbnails="Pages",
    side_find="Find",
    side_notes="Notes",
    find_placeholder="Find in this document",
    find_hint="Width and case of letters do not matter.",
    find_nothing="Not found in this document.",
    find_at="{place} / {count}",
    find_at_more="{place} / {count} or more",
    hit_before="Previous hit",
    hit_after="Next hit",
    draw_mark="Mark an area",
    page_note="Note on this page",
    notes_private="Only you can read these; chair and office cannot.",
    notes_none="No notes yet. Choose “Mark an area” and drag on the page, or “Note on this page”.",
    note_text="Note (may be left empty)",
    note_save="Save",
    note_cancel="Discard",
    note_delete="Delete",
    note_edit="Edit",
    note_undo="Undo",
    note_empty="A note on a whole page needs a text.",
    note_unsaved="Not saved yet",
    note_saved="Note saved.",
    note_deleted="Note deleted.",
    note_gone="This note is no longer there.",
    note_refused="The note cannot be saved: its text or place is not right.",
    notes_full="There is no room for more notes on this applicant; delete some first.",
    mark_area="Marked area",
    mark_page="Whole page",
    mark_kind="Kind of note",
    kind_key="Key point",
    kind_strength="Strength",
    kind_doubt="Doubt",
    kind_check="To check",
    saving="Saving…",
    no_answer="The server did not answer; nothing is confirmed. Please try again.",
    tag_pages="Tag pages",
    tag_first="First page",
    tag_last="Last page",
    tag_as="as",
    tag_category="Category",
    tag_choose="Choose a category",
    tag_save="Tag",
    tag_range="Enter a range of pages between 1 and {pages}.",
    tag_saved="Tagged.",
    tag_removed="Tag taken back.",
    tag_refused="Not tagged: pages, category or file are not right.",
    tag_remove="Take back the tag",
    tag_old="the file was updated, please check",
    tag_by="tagged by {person} ({role}), {time}",
    tags="Page tags",
    tagged_note="Tagged PDF pages: the item was uploaded as PDF; the pages below were tagged as evidence of this category.",
    tagged_text="Tagged PDF pages: {ranges}",
    tagged_count="{label} {range}",
    only_range="Showing only {range}",
    only_tagged="Show tagged pages only",
    whole_document="Show the whole document",
    role_chair="chair",
    role_reviewer="reviewer",
    role_office="office",
)

WORDS: Mapping[Language, DocumentWords] = {Language.ZH: ZH, Language.EN: EN}
