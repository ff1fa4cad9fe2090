"""The three fictional programmes that receive the exports, and who tends to apply to them."""

from dataclasses import dataclass
from pathlib import PurePosixPath

ACADEMIC_YEAR = 115


@dataclass(frozen=True)
class Programme:
    """``curricula`` and ``tracks`` are weighted alternatives, written as repeated entries."""

    channel: str
    university_code: str
    university_name: str
    code: str
    name: str
    share_percent: int
    studies: tuple[tuple[str, str], ...]
    interests: tuple[str, ...]

    @property
    def folder(self) -> PurePosixPath:
        return PurePosixPath(self.university_code, self.code)

    @property
    def transcript_folder(self) -> PurePosixPath:
        return PurePosixPath(f"{self.university_code}_grade6", self.code)

    @property
    def is_tech(self) -> bool:
        return self.channel == "四技二專甄選"


COMPUTING = Programme(
    channel="個人申請",
    university_code="999",
    university_name="示範大學",
    code="999101",
    name="資訊工程學系",
    share_percent=40,
    studies=(*[("academic", "sci")] * 9, ("info", "*")),
    interests=(
        "programming",
        "programming",
        "robotics",
        "science",
        "environment",
        "music",
        "sports",
        "business",
    ),
)
CHINESE = Programme(
    channel="個人申請",
    university_code="999",
    university_name="示範大學",
    code="999102",
    name="中國文學系",
    share_percent=33,
    studies=(*[("academic", "hum")] * 9, ("academic", "sci")),
    interests=("literature", "literature", "debate", "history", "service", "drama", "music", "design"),
)
INFORMATION_MANAGEMENT = Programme(
    channel="四技二專甄選",
    university_code="998",
    university_name="示範科技大學",
    code="998201",
    name="資訊管理系",
    share_percent=27,
    studies=(*[("data", "*")] * 7, *[("info", "*")] * 3),
    interests=("business", "business", "programming", "design", "service", "sports", "robotics", "debate"),
)
PROGRAMMES = (COMPUTING, CHINESE, INFORMATION_MANAGEMENT)
