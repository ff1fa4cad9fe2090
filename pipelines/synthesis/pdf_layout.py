"""Flows headings, paragraphs, tables and bar charts over A4 pages of Chinese text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pipelines.synthesis.pdf_file import PAGE_HEIGHT, PAGE_WIDTH, pdf_bytes, printable, utf16_hex

_MARGIN = 56
_BODY_SIZE = 11
_TABLE_SIZE = 9
_LINE = 1.65
_TEXT_WIDTH = PAGE_WIDTH - 2 * _MARGIN
# Closing marks stay on the line they close, as Chinese typesetting demands.
_NEVER_FIRST = frozenset("，。、；：？！」』）》…")


@dataclass(frozen=True)
class Heading:
    text: str
    size: int = 15


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Table:
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]


@dataclass(frozen=True)
class Bars:
    values: Sequence[int]
    caption: str


@dataclass(frozen=True)
class PageBreak:
    pass


Block: TypeAlias = Heading | Paragraph | Table | Bars | PageBreak


def _width(character: str, size: float) -> float:
    return size / 2 if character < "\u0080" else size


def wrap_lines(text: str, size: float, width: float) -> list[str]:
    """Lines of ``text`` no wider than ``width`` points, closing marks hanging where they must."""
    lines, line, used = [], "", 0.0
    for character in text:
        step = _width(character, size)
        if used + step > width and character not in _NEVER_FIRST:
            lines.append(line)
            line, used = "", 0.0
        line += character
        used += step
    return [*lines, line] if line else lines


@dataclass
class _Flow:
    footer: str
    pages: list[list[str]] = field(default_factory=list)
    y: float = 0.0

    def new_page(self) -> None:
        self.pages.append([])
        self.y = PAGE_HEIGHT - _MARGIN
        self.draw_text(_MARGIN, 30, size=8, text=f"{self.footer}　第 {len(self.pages)} 頁")

    def make_room(self, height: float) -> None:
        if not self.pages or self.y - height < _MARGIN:
            self.new_page()

    def draw(self, operator: str) -> None:
        self.pages[-1].append(operator)

    def draw_text(self, x: float, y: float, *, size: float, text: str) -> None:
        self.draw(f"BT /F1 {size:g} Tf {x:.1f} {y:.1f} Td <{utf16_hex(printable(text))}> Tj ET")

    def add_line(self, text: str, size: float) -> None:
        self.make_room(size * _LINE)
        self.y -= size * _LINE
        self.draw_text(_MARGIN, self.y, size=size, text=text)

    def add(self, block: Block) -> None:
        match block:
            case Heading(text, size):
                self.make_room(size * 3.5)
                self.add_line(text, size)
                self.y -= 5
            case Paragraph(text):
                for line in wrap_lines(f"　　{text}", _BODY_SIZE, _TEXT_WIDTH):
                    self.add_line(line, _BODY_SIZE)
                self.y -= 6
            case Table():
                self.add_table(block)
            case Bars():
                self.add_bars(block)
            case PageBreak():
                self.new_page()

    def add_table(self, table: Table) -> None:
        for row in (table.header, *table.rows):
            self.make_room(18)
            self.y -= 18
            x = float(_MARGIN)
            for cell, width in zip(row, table.widths, strict=True):
                self.draw(f"0.6 w {x:.1f} {self.y - 5:.1f} {width} 18 re S")
                shown = wrap_lines(cell, _TABLE_SIZE, width - 6)[:1]
                self.draw_text(x + 3, self.y, size=_TABLE_SIZE, text=shown[0] if shown else "")
                x += width
        self.y -= 16

    def add_bars(self, chart: Bars) -> None:
        self.make_room(150)
        base, top = self.y - 120, max([*chart.values, 1])
        step = _TEXT_WIDTH / max(len(chart.values), 1)
        for index, value in enumerate(chart.values):
            x, height = _MARGIN + index * step, 100 * value / top
            self.draw(f"0.45 0.6 0.75 rg {x + 4:.1f} {base:.1f} {step - 8:.1f} {height:.1f} re f 0 g")
            self.draw_text(x + step / 2 - 8, base + height + 3, size=8, text=str(value))
        self.y = base
        self.add_line(chart.caption, _TABLE_SIZE)
        self.y -= 8


def compose_pdf(blocks: Sequence[Block], *, title: str) -> bytes:
    """The PDF of ``blocks`` in order, each page with a footer that says the sample is synthetic."""
    flow = _Flow(footer=f"{title}（合成資料，非真實考生）")
    flow.new_page()
    for block in blocks:
        flow.add(block)
    return pdf_bytes(["\n".join(page).encode("ascii") for page in flow.pages], title=title)
