"""Equal and nearly equal texts are found, and nothing else is."""

from __future__ import annotations

from random import Random

import pytest

from pipelines.matching.candidates import MOST_HOLDERS, candidate_pairs
from pipelines.matching.near_texts import LARGEST_GROUP, SimilarPair, find_similar
from pipelines.matching.shingles import shingle_set


def written(seed: int, characters: int) -> str:
    """Characters without any pattern."""
    random = Random(seed)
    return "".join(chr(random.randrange(0x4E00, 0x9000)) for _ in range(characters))


def edited(text: str, share: float, seed: int = 1) -> str:
    """The text with a share of its characters replaced, one by one."""
    random = Random(seed)
    changed = list(text)
    for place in random.sample(range(len(text)), round(share * len(text))):
        changed[place] = chr(random.randrange(0x4E00, 0x9000))
    return "".join(changed)


def pairs(*texts: str, owners: list[str] | None = None) -> list[tuple[str, str]]:
    numbered = [(str(number), text) for number, text in enumerate(texts)]
    return [(pair.left_id, pair.right_id) for pair in find_similar(numbered, owners=owners)]


def test_equal_texts_are_identical() -> None:
    text = written(1, 30)
    assert find_similar([("a", text), ("b", written(2, 30)), ("c", text)]) == [
        SimilarPair("a", "c", 100.0, True)
    ]


def test_very_short_equal_texts_are_no_pair() -> None:
    assert pairs(written(1, 19), written(1, 19)) == []


@pytest.mark.parametrize(("characters", "share"), [(800, 0.1), (5000, 0.1), (100, 0.03), (390, 0.03)])
def test_edited_copies_are_found(characters: int, share: float) -> None:
    originals = [written(seed, characters) for seed in range(20)]
    copies = [edited(text, share) for text in originals]
    assert pairs(*originals, *copies) == [(str(number), str(number + 20)) for number in range(20)]


def test_similarity_is_jaccard_of_shingles_in_percent() -> None:
    text = written(1, 800)
    other = text[:400] + written(2, 400)
    left, right = set(shingle_set(text).tolist()), set(shingle_set(other).tolist())
    expected = round(100 * len(left & right) / len(left | right), 2)
    assert find_similar([("a", text), ("b", other)]) == [SimilarPair("a", "b", expected, False)]


def test_texts_on_both_sides_of_the_border_of_lengths_meet() -> None:
    text = written(1, 410)
    assert pairs(text[:390], text) == [("0", "1")]


def test_texts_of_one_owner_are_no_pair() -> None:
    text = written(1, 800)
    copies = [text, text, edited(text, 0.05)]
    assert pairs(*copies, owners=["x", "x", "x"]) == []
    assert pairs(*copies, owners=["x", "x", "y"]) == [("0", "2")]


def test_a_common_phrase_makes_no_pair() -> None:
    phrase = written(0, 60)
    assert pairs(*(phrase + written(seed, 700) for seed in range(1, 81))) == []


def test_a_large_group_of_equal_texts_is_a_chain() -> None:
    count = LARGEST_GROUP + 10
    assert pairs(*[written(1, 100)] * count) == [(str(n), str(n + 1)) for n in range(count - 1)]


def test_a_large_group_of_edited_copies_hangs_together() -> None:
    """Their shingles are more common than a stock phrase may be, and still every copy is told."""
    text = written(1, 800)
    copies = [edited(text, 0.02, seed) for seed in range(2 * MOST_HOLDERS)]
    told = pairs(*copies, *(written(seed, 800) for seed in range(1000, 1010)))
    assert {each for pair in told for each in pair} == {str(number) for number in range(2 * MOST_HOLDERS)}
    assert len(told) < 20 * MOST_HOLDERS


def test_pairs_do_not_depend_on_the_size_of_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [edited(written(seed % 7, 300), 0.05, seed) for seed in range(60)]
    whole = list(candidate_pairs(texts, 4))
    monkeypatch.setattr("pipelines.matching.candidates.PAIRS_A_BLOCK", 50)
    monkeypatch.setattr("pipelines.matching.shingles.CHARACTERS_A_BLOCK", 1000)
    assert list(candidate_pairs(texts, 4)) == whole
    assert len(whole) == len(set(whole)) > 100


@pytest.mark.parametrize("texts", [(), ("",), ("甲", ""), (written(1, 70),)])
def test_few_or_empty_texts_give_no_pair(texts: tuple[str, ...]) -> None:
    assert pairs(*texts) == []
