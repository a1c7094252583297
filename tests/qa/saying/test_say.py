"""How a yes or a no is said before a claim, and read again."""

from __future__ import annotations

import pytest

from corpus import Language, Span
from qa.saying.say import decided, decision, quoted, sentence_of, short_answer
from qa.types import Verdict

ENGLISH, SIMPLIFIED, TRADITIONAL = Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL


@pytest.mark.parametrize(
    ("verdict", "language", "question", "said"),
    [
        (Verdict.YES, ENGLISH, "Is it open?", "Yes: open daily, from 8"),
        (Verdict.NO, SIMPLIFIED, "馆内可以拍照吗？", "不可以，禁止拍照"),
        (Verdict.YES, SIMPLIFIED, "开放吗？", "是的，每天开放，8点开门"),
        (Verdict.NO, TRADITIONAL, "門票會漲價嗎？", "不會，票價不變"),
        (Verdict.NO, SIMPLIFIED, "会员要预约吗？", "不用，会员免预约"),
        (Verdict.NO, SIMPLIFIED, "门票要涨价吗？", "不会，票价不会变"),  # it is going to, or not
        (Verdict.NO, SIMPLIFIED, "非会员能用泳池吗？", "不能，仅限会员"),  # 会 of 会员 asks nothing
        (Verdict.NO, SIMPLIFIED, "他参加会议了吗？", "没有，他在外地"),
        (Verdict.NO, TRADITIONAL, "大堂有電梯嗎？", "沒有，只有樓梯"),
        (Verdict.YES, SIMPLIFIED, "有没有电梯？", "有，东侧有电梯"),
        (Verdict.NO, SIMPLIFIED, "商店收现金吗？", "不，只收卡"),
        (Verdict.NO, SIMPLIFIED, "会议是周三吗？", "不是，会议是周四"),
        (Verdict.NO, SIMPLIFIED, "押金是否为300元？", "不是，押金为200元"),
        (Verdict.NO, SIMPLIFIED, "学费能免除吗？", "不能，学费照收"),
        (Verdict.NO, SIMPLIFIED, "会不会涨价？", "不会，票价不变"),
        (Verdict.YES, SIMPLIFIED, "不可以拍照吗？", "是的，禁止拍照"),  # one agrees with what is denied
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
    ("language", "question", "quote", "said"),
    [
        (ENGLISH, "Is it open?", "每天开放。", "Yes. The source is in Chinese: “每天开放。”"),
        (ENGLISH, "Is it open?", "Open daily.", "Yes: “Open daily.”"),
        (SIMPLIFIED, "可以拍照吗？", "Photos welcome.", "可以。原文为英文：“Photos welcome.”"),
    ],
)
def test_a_yes_stands_alone_before_a_quote_in_the_other_language(
    language: Language, question: str, quote: str, said: str
) -> None:
    assert decided(Verdict.YES, quoted(quote, language), language, question) == said


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("the harbour", ENGLISH, "The harbour."),
        ("café or hotel", ENGLISH, "Café or hotel."),
        ("twenty-five boats, at most", ENGLISH, "Twenty-five boats, at most."),
        ("jsw88990", SIMPLIFIED, "jsw88990。"),
        ("sunshine", ENGLISH, "Sunshine."),
        ("getUserInfo", ENGLISH, "getUserInfo."),
        ("eMax shops", ENGLISH, "eMax shops."),
        ("bd-7788X or bd-7789X", ENGLISH, "bd-7788X or bd-7789X."),
        ("jobs@quay.example", ENGLISH, "jobs@quay.example."),
        ("www.quay.example and its shop", ENGLISH, "www.quay.example and its shop."),
    ],
)
def test_only_plain_words_begin_with_a_capital(text: str, language: Language, said: str) -> None:
    assert sentence_of(text, language) == said


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("12.5%、9.8%和31.2%", Language.ENGLISH, "12.5%, 9.8%, 31.2%"),
        ("28.3%、27.8%", Language.ENGLISH, "28.3%, 27.8%"),
        ("4.1%, 5.2%", Language.SIMPLIFIED, "4.1%、5.2%"),
        ("4.1% and 5.2%", Language.ENGLISH, "4.1% and 5.2%"),
        ("1,200, 95 and 40", Language.SIMPLIFIED, "1,200、95、40"),
        ("12.5%和9.8%", Language.SIMPLIFIED, "12.5%和9.8%"),
        ("35人、48人", Language.ENGLISH, "35 people (35人), 48 people (48人)"),
    ],
)
def test_figures_in_a_row_are_joined_as_the_reader_joins_them(text: str, language: Language, said: str) -> None:
    assert short_answer(text, Span(0, len(text)), language) == said


@pytest.mark.parametrize(
    ("sentence", "read", "language", "said"),
    [
        ("It is open between 7 a.m. and 9 p.m.", "between 7 a.m. and 9 p.m.", SIMPLIFIED, "上午7点至晚上9点"),
        ("They meet on Friday.", "Friday", SIMPLIFIED, "星期五"),
        ("It opens from Monday to Friday.", "Monday to Friday", SIMPLIFIED, "星期一至星期五"),
        ("It serves 1.9 million customers.", "1.9 million customers", SIMPLIFIED, "190万"),
        ("It is 3 times less than before.", "3 times less", SIMPLIFIED, "“3 times less”"),
        ("日均车流量近5万辆次。", "近5万辆次", ENGLISH, "nearly 50,000 vehicles"),
        ("每周五开会。", "周五", ENGLISH, "Friday"),
    ],
)
def test_the_short_answer_is_in_the_language_of_the_question(
    sentence: str, read: str, language: Language, said: str
) -> None:
    start = sentence.index(read)
    assert short_answer(sentence, Span(start, start + len(read)), language).startswith(said)
