"""How a yes or a no is said before a claim, and read again."""

from __future__ import annotations

import pytest

from corpus import Language
from qa.saying.say import decided, decision, sentence_of
from qa.types import Verdict

ENGLISH, SIMPLIFIED, TRADITIONAL = Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL


@pytest.mark.parametrize(
    ("verdict", "language", "question", "said"),
    [
        (Verdict.YES, ENGLISH, "Is it open?", "Yes: open daily, from 8"),
        (Verdict.NO, SIMPLIFIED, "馆内可以拍照吗？", "不可以，禁止拍照"),
        (Verdict.YES, SIMPLIFIED, "开放吗？", "是的，每天开放，8点开门"),
        (Verdict.NO, TRADITIONAL, "門票會漲價嗎？", "不會，票價不變"),
        (Verdict.UNCLEAR, SIMPLIFIED, "能借书吗？", "凭证，但须预约"),
        (Verdict.UNCLEAR, ENGLISH, "Is it open?", "Note: open daily"),
    ],
)
def test_what_is_said_before_the_claim_is_read_again(
    verdict: Verdict, language: Language, question: str, said: str
) -> None:
    claim = said if verdict is Verdict.UNCLEAR else said.partition("，" if language.chinese else ": ")[2]
    assert decided(verdict, claim, language, question) == said
    assert decision(said, language) is verdict


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("the harbour", ENGLISH, "The harbour."),
        ("café or hotel", ENGLISH, "Café or hotel."),
        ("twenty-five boats, at most", ENGLISH, "Twenty-five boats, at most."),
        ("jsw88990", SIMPLIFIED, "jsw88990。"),
        ("sunshine", ENGLISH, "sunshine."),
        ("getUserInfo", ENGLISH, "getUserInfo."),
        ("eMax shops", ENGLISH, "eMax shops."),
        ("bd-7788X or bd-7789X", ENGLISH, "bd-7788X or bd-7789X."),
        ("jobs@quay.example", ENGLISH, "jobs@quay.example."),
        ("www.quay.example and its shop", ENGLISH, "www.quay.example and its shop."),
    ],
)
def test_only_plain_words_begin_with_a_capital(text: str, language: Language, said: str) -> None:
    assert sentence_of(text, language) == said
