"""Makes the files that entries of a portfolio link to."""

import random
from dataclasses import dataclass, field

from pipelines.synthesis.pdf_layout import Bars, Block, Heading, Paragraph, compose_pdf
from pipelines.synthesis.pictures import draw_jpg, draw_png, film_clip, sound_clip


@dataclass
class Attachments:
    """Files by path relative to the applicant's folder; some applicants keep them in a folder of their own."""

    number: str
    rng: random.Random
    folder: str
    files: dict[str, bytes] = field(default_factory=dict)

    def _add(self, label: str, extension: str, content: bytes) -> str:
        path = f"{self.folder}{self.number}_{label}_{len(self.files) + 1:02d}.{extension}"
        self.files[path] = content
        return path

    def add_document(self, label: str, title: str, *, paragraphs: list[str]) -> str:
        """A PDF or a picture, as students upload them; returns the link."""
        form = self.rng.random()
        if form < 0.25:
            return self._add(label, "jpg", draw_jpg(self.rng))
        if form < 0.5:
            return self._add(label, "png", draw_png(self.rng))
        blocks: list[Block] = [Heading(title), *(Paragraph(text) for text in paragraphs)]
        if self.rng.random() < 0.5:
            values = [self.rng.randint(3, 60) for _ in range(self.rng.randint(4, 8))]
            blocks.append(Bars(values, f"圖一　{title}的紀錄（自行整理）"))
        return self._add(label, "pdf", compose_pdf(blocks, title=title))

    def add_recording(self, label: str) -> str:
        mark = f"{self.number}-{len(self.files) + 1:02d}"
        if self.rng.random() < 0.5:
            return self._add(label, "mp3", sound_clip(mark))
        return self._add(label, "mp4", film_clip(mark))


def new_attachments(number: str, rng: random.Random) -> Attachments:
    return Attachments(number, rng, folder=rng.choice(("", "附件/")))
