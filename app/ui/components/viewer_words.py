"""What the browser parts of documents say, by the names under which they ask for it."""

from __future__ import annotations

from app.ui.text.desk import DeskWords
from app.ui.text.desk_documents import DocumentWords


def viewer_words(words: DeskWords, own: DocumentWords) -> dict[str, str]:
    """Every word of a viewer, its notes and its tags."""
    return {
        **_file_words(words),
        **_view_words(own),
        **_find_words(own),
        **_note_words(own),
        **_tag_words(own),
    }


def _file_words(words: DeskWords) -> dict[str, str]:
    return {
        "open_original": words.open_original,
        "loading": words.loading,
        "page_of": words.page_of,
        "zoom_in": words.zoom_in,
        "zoom_out": words.zoom_out,
        "fit_width": words.fit_width,
        "cannot_show": words.cannot_show,
        "no_preview": words.no_preview,
        "no_connection": words.no_connection,
        "kind_pdf": words.kind_pdf,
        "kind_image": words.kind_image,
        "kind_audio": words.kind_audio,
        "kind_video": words.kind_video,
        "kind_other": words.kind_other,
    }


def _view_words(own: DocumentWords) -> dict[str, str]:
    return {
        "tools": own.tools,
        "fit_page": own.fit_page,
        "two_pages": own.two_pages,
        "rotate": own.rotate,
        "whole_screen": own.whole_screen,
        "go_to_page": own.go_to_page,
        "page_before": own.page_before,
        "page_after": own.page_after,
        "page_short": own.page_short,
        "pages_short": own.pages_short,
        "retry": own.retry,
        "signed_out": own.signed_out,
        "duration": own.duration,
        "saving": own.saving,
        "no_answer": own.no_answer,
    }


def _find_words(own: DocumentWords) -> dict[str, str]:
    return {
        "side_thumbnails": own.side_thumbnails,
        "side_find": own.side_find,
        "side_notes": own.side_notes,
        "find_placeholder": own.find_placeholder,
        "find_hint": own.find_hint,
        "find_nothing": own.find_nothing,
        "find_at": own.find_at,
        "find_at_more": own.find_at_more,
        "hit_before": own.hit_before,
        "hit_after": own.hit_after,
    }


def _note_words(own: DocumentWords) -> dict[str, str]:
    return {
        "draw_mark": own.draw_mark,
        "page_note": own.page_note,
        "notes_private": own.notes_private,
        "notes_none": own.notes_none,
        "note_text": own.note_text,
        "note_save": own.note_save,
        "note_cancel": own.note_cancel,
        "note_delete": own.note_delete,
        "note_edit": own.note_edit,
        "note_undo": own.note_undo,
        "note_empty": own.note_empty,
        "note_unsaved": own.note_unsaved,
        "mark_area": own.mark_area,
        "mark_page": own.mark_page,
        "mark_kind": own.mark_kind,
    }


def _tag_words(own: DocumentWords) -> dict[str, str]:
    return {
        "tag_pages": own.tag_pages,
        "tag_first": own.tag_first,
        "tag_last": own.tag_last,
        "tag_as": own.tag_as,
        "tag_category": own.tag_category,
        "tag_choose": own.tag_choose,
        "tag_save": own.tag_save,
        "tag_range": own.tag_range,
        "tag_remove": own.tag_remove,
        "tag_old": own.tag_old,
        "tags": own.tags,
        "only_range": own.only_range,
        "only_tagged": own.only_tagged,
        "whole_document": own.whole_document,
    }
