"""Draws the small posters, charts and photographs-in-the-abstract that applicants attach."""

import random
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

_MEDIA = Path(__file__).parent / "media"
_TAG_SIZE = 128
_SIZES = ((360, 240), (320, 320), (240, 340), (400, 225))
_PALETTES = (
    ("#f4f1ea", "#2f6690", "#3a7ca5", "#d9a441"),
    ("#fdfcfb", "#5b3758", "#c98bb9", "#7fb069"),
    ("#eef4ed", "#134074", "#8da9c4", "#e07a5f"),
    ("#fff8e7", "#264653", "#2a9d8f", "#e76f51"),
    ("#f5f5f5", "#444444", "#888888", "#b23a48"),
)


@dataclass(frozen=True)
class _Canvas:
    draw: ImageDraw.ImageDraw
    width: int
    height: int
    colours: tuple[str, ...]


def _bar_chart(canvas: _Canvas, rng: random.Random) -> None:
    draw, width, height, colours = canvas.draw, canvas.width, canvas.height, canvas.colours
    count = rng.randint(4, 9)
    step = (width - 40) / count
    for index in range(count):
        top = rng.randint(30, height - 50)
        left = 20 + index * step
        draw.rectangle((left, top, left + step * 0.7, height - 20), fill=colours[1 + index % 2])
    draw.line((20, height - 20, width - 20, height - 20), fill=colours[3], width=2)


def _line_chart(canvas: _Canvas, rng: random.Random) -> None:
    draw, width, height, colours = canvas.draw, canvas.width, canvas.height, canvas.colours
    for colour in colours[1:]:
        level = rng.uniform(0.3, 0.8) * height
        points = []
        for x in range(20, width - 19, 20):
            level = min(max(level + rng.uniform(-25, 25), 20), height - 20)
            points.append((x, level))
        draw.line(points, fill=colour, width=3)


def _poster(canvas: _Canvas, rng: random.Random) -> None:
    draw, width, height, colours = canvas.draw, canvas.width, canvas.height, canvas.colours
    draw.rectangle((0, 0, width, height // 4), fill=colours[1])
    for _ in range(rng.randint(6, 12)):
        x, y, radius = rng.randint(0, width), rng.randint(height // 4, height), rng.randint(8, 46)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=rng.choice(colours[1:]))
    for line in range(3):
        draw.rectangle(
            (24, height - 64 + line * 18, width - 24 - line * 40, height - 56 + line * 18), fill=colours[3]
        )


def _landscape(canvas: _Canvas, rng: random.Random) -> None:
    draw, width, height, colours = canvas.draw, canvas.width, canvas.height, canvas.colours
    for layer, colour in enumerate(colours[1:]):
        base = height * (0.4 + 0.2 * layer)
        peaks = [(x, base - rng.randint(0, 50)) for x in range(0, width + 41, 40)]
        draw.polygon([(0, height), *peaks, (width, height)], fill=colour)
    draw.ellipse((width - 70, 20, width - 30, 60), fill=colours[3])


def _circuit(canvas: _Canvas, rng: random.Random) -> None:
    draw, width, height, colours = canvas.draw, canvas.width, canvas.height, canvas.colours
    x, y = width // 2, height // 2
    for _ in range(rng.randint(18, 34)):
        next_x, next_y = rng.randrange(20, width - 20, 20), rng.randrange(20, height - 20, 20)
        draw.line((x, y, next_x, y, next_x, next_y), fill=colours[1], width=2)
        draw.rectangle((next_x - 5, next_y - 5, next_x + 5, next_y + 5), fill=rng.choice(colours[2:]))
        x, y = next_x, next_y


_MOTIFS = (_bar_chart, _line_chart, _poster, _landscape, _circuit)


def _picture(rng: random.Random) -> Image.Image:
    size, colours = rng.choice(_SIZES), rng.choice(_PALETTES)
    image = Image.new("RGB", size, colours[0])
    rng.choice(_MOTIFS)(_Canvas(ImageDraw.Draw(image), *size, colours), rng)
    return image


def draw_png(rng: random.Random) -> bytes:
    out = BytesIO()
    _picture(rng).quantize(32, dither=Image.Dither.NONE).save(out, "PNG", optimize=False)
    return out.getvalue()


def draw_jpg(rng: random.Random) -> bytes:
    out = BytesIO()
    _picture(rng).save(out, "JPEG", quality=rng.choice((60, 70, 80)))
    return out.getvalue()


@cache
def _media(name: str) -> bytes:
    return (_MEDIA / name).read_bytes()


def sound_clip(mark: str) -> bytes:
    """Two seconds of a soft tone, MPEG layer 3; the tag ``mark`` keeps recordings of different people apart."""
    return _media("tone.mp3") + f"TAG{mark}".encode().ljust(_TAG_SIZE, b"\0")


def film_clip(mark: str) -> bytes:
    """One and a half seconds of a moving test picture, H.264 baseline with AAC, closed by a free box of its own."""
    return _media("clip.mp4") + (len(mark) + 8).to_bytes(4, "big") + b"free" + mark.encode()
