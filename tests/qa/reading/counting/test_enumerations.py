"""Parallel lists and counts side by side."""

from __future__ import annotations

import pytest

from index.embed import embedder
from index.model import EmbeddedModel
from index.query import analyse
from qa.reading.candidates import Look, candidates, figures_of
from qa.reading.counting.enumerations import counted_elsewhere, listings, members, resolved
from qa.reading.counting.rows import refrain, together
from qa.reading.matching import match
from qa.reading.pieces import pieces
from tests.qa.texts import no_vectors, run_of, text_of, words

BY_CLAUSE = "存款余额52亿元,贷款余额46亿元,分别比年初增加3亿元和2亿元。"
BY_COUNT = "全县有合作社23家、家庭农场45家,分别带动农户112户和64户。"
CAPACITY = "风电、光伏、水电装机容量分别为120万千瓦、210万千瓦和35万千瓦。"
NAMED_BY = "The commonest were reading, playing chess and cooking, named by 61%, 54% and 29% of pupils respectively."
PARALLEL = "苹果、香蕉、葡萄三种水果的产量去年分别增长3.1%、4.2%、5.3%。"
ENGLISH = "Apples, pears and grapes grew 3.1%, 4.2% and 5.3% respectively."
COUNTS = "全县建成12个乡级、35个村级图书馆,藏书不少。"
LEVELS = "全市有14个国家级、132个省级工业设计中心。"
PART = "There are 44 concerts at three venues, 18 of them free."
PART_IN_CHINESE = "研究所共有380名研究人员,其中外籍31名。"
MORE_COUNTS = "全县建成12个乡级、35个村级图书馆,8个乡级、20个村级体育馆。"


@pytest.mark.parametrize(
    ("sentence", "question", "first", "meant"),
    [
        (PARALLEL, "香蕉的产量增长了多少?", "3.1%", "4.2%"),
        (PARALLEL, "葡萄的产量增长了多少?", "3.1%", "5.3%"),
        (PARALLEL, "苹果的产量增长了多少?", "4.2%", "3.1%"),
        (PARALLEL, "增长4.2%的水果是什么?", "苹果", "香蕉"),
        (ENGLISH, "How much did pears grow?", "3.1%", "4.2%"),
        (ENGLISH, "How much did the harvest of pears go up?", "3.1%", "4.2%"),
        (NAMED_BY, "What share named playing chess?", "61%", "54%"),
        (BY_CLAUSE, "贷款余额比年初增加了多少?", "3亿元", "2亿元"),
        (BY_CLAUSE, "存款余额比年初增加了多少?", "3亿元和2亿元", "3亿元"),
        (BY_COUNT, "家庭农场带动了多少农户?", "112户", "64户"),
        (CAPACITY, "光伏装机容量是多少?", "120万千瓦", "210万千瓦"),
        (COUNTS, "村级图书馆有多少个?", "12个", "35个"),
        (COUNTS, "乡级图书馆有多少个?", "35个", "12个"),
        (MORE_COUNTS, "乡级图书馆有多少个?", "8个", "12个"),
        (MORE_COUNTS, "村级体育馆有多少个?", "35个", "20个"),
        (LEVELS, "How many state-level design centres are there?", "132个", "14个"),
        (LEVELS, "省一级的中心有多少?", "14个", "132个"),
        (PART, "How many concerts are free?", "44", "18"),
        (PART_IN_CHINESE, "研究所有多少名外籍研究人员?", "380名", "31名"),
    ],
)
def test_the_item_asked_for_is_told_from_its_neighbours(sentence: str, question: str, first: str, meant: str) -> None:
    cut = pieces(sentence)
    matching = match(words(question), [cut], no_vectors)
    assert text_of(cut, resolved(cut, matching.best(), matching.weights, run_of(cut, first), question)) == meant


@pytest.mark.parametrize(
    ("sentence", "question", "run"),
    [
        (PART, "How many concerts are there?", "44"),
        (PART, "How many concerts are free?", "18"),
        (PART_IN_CHINESE, "研究所有多少名研究人员?", "380名"),
        (PART_IN_CHINESE, "外籍研究人员有多少名?", "31名"),
    ],
)
def test_the_whole_is_not_taken_for_a_part_nor_the_part_for_the_whole(sentence: str, question: str, run: str) -> None:
    cut = pieces(sentence)
    matching = match(words(question), [cut], no_vectors)
    assert resolved(cut, matching.best(), matching.weights, run_of(cut, run), question) is None


@pytest.mark.parametrize(
    ("text", "run", "whole"),
    [
        ("发展茶叶、丝绸和瓷器等产业", "茶叶、丝绸和瓷器", True),
        ("发展茶叶、丝绸和瓷器等产业", "丝绸和瓷器", False),
        ("发展茶叶、丝绸和瓷器等产业", "茶叶、丝绸", False),
        ("发展茶叶、丝绸和瓷器等产业", "产业", False),
        ("The county makes tea, silk and porcelain.", "tea, silk and porcelain", True),
        ("The county makes tea, silk and porcelain.", "tea, silk", False),
    ],
)
def test_a_whole_list_is_told_from_a_part_of_it(text: str, run: str, whole: bool) -> None:
    cut = pieces(text)
    first, last = run_of(cut, run)
    assert bool(listings(cut, last - first)[first, -1]) is whole


def test_a_word_that_means_something_is_no_person() -> None:
    cut = pieces("王建国推动高质量发展,高建华出席。")
    persons = {text_of(cut, (c.first, c.last)) for c in candidates(cut) if c.look is Look.PERSON}
    assert persons == {"王建国", "高建华"}


@pytest.mark.parametrize(
    ("text", "run", "row"),
    [
        ("全镇抓早、抓小、抓苗头,火险少了。", "抓苗头", "抓早、抓小、抓苗头"),
        ("鼓励大家敢想、敢试、敢闯的风气。", "敢试", "敢想、敢试、敢闯"),
        ("全镇抓早、抓小,火险少了。", "抓小", ""),  # two things are no row yet
        ("全镇抓早、抓小、抓苗头,火险少了。", "火险", ""),
        ("当地出产茶叶、丝绸、茶油等。", "丝绸", ""),
    ],
)
def test_a_row_of_things_that_begin_alike_is_one_answer(text: str, run: str, row: str) -> None:
    cut = pieces(text)
    assert text_of(cut, refrain(cut, run_of(cut, run))) == row


@pytest.mark.parametrize(
    ("question", "span", "elsewhere"),
    [
        ("省级图书馆有多少个?", "20个", True),  # libraries are counted, but national and municipal ones
        ("省级体育馆有多少个?", "20个", False),
        ("市级图书馆有多少个?", "35个", False),
        ("市级体育馆有多少个?", "35个", True),
    ],
)
def test_what_is_counted_at_other_levels_only_is_counted_elsewhere(question: str, span: str, elsewhere: bool) -> None:
    cut = pieces("全县建成12个国家级、35个市级图书馆,8个国家级、20个省级体育馆。")
    matching = match(words(question), [cut], no_vectors)
    found = counted_elsewhere(cut, matching.best(), matching.weights, run_of(cut, span), question)
    assert found is elsewhere


def test_a_question_that_names_no_item_changes_nothing() -> None:
    cut = pieces(PARALLEL)
    question = "去年增长了多少?"
    matching = match(words(question), [cut], no_vectors)
    assert resolved(cut, matching.best(), matching.weights, run_of(cut, "3.1%"), question) is None


def test_candidates_look_like_what_they_are() -> None:
    cut = pieces("1998年,王建国在《县志》里写道,全县有3.5万人。")
    looks = {text_of(cut, (c.first, c.last)): c.look for c in candidates(cut)}
    assert looks["1998年"] is Look.DATE
    assert looks["王建国"] is Look.PERSON
    assert looks["县志"] is Look.QUOTED
    assert looks["3.5万人"] is Look.FIGURE


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("茶叶", {1}),
        ("茶叶、丝绸、瓷器", {3}),
        ("茶叶、丝绸和瓷器", {2, 3}),
        ("合成生物、脑科学与脑机工程", {2, 3}),
        ("tea and silk", {1, 2}),
        ("tea, silk, and porcelain", {2, 3}),
    ],
)
def test_how_many_things_a_text_may_name(text: str, counts: set[int]) -> None:
    assert members(text) == counts


def test_the_figure_of_all_is_meant_where_the_question_says_nothing_of_the_part() -> None:
    sentence = pieces("租期自2024年3月1日起,共三年,其中前45天为免租期。")
    for question, figure in (("租期是多久?", "三年"), ("免租期是多久?", "")):
        matching = match(words(question), [sentence], no_vectors)
        part = next(run for run in figures_of(sentence) if "45" in text_of(sentence, run))
        assert text_of(sentence, resolved(sentence, matching.best(), matching.weights, part, question)) == figure


@pytest.mark.parametrize("text", ["其中外籍31名。", "今年63岁的庞敏就是其中之一。"])
def test_a_part_of_which_all_stands_elsewhere_stays_as_it_is(text: str) -> None:
    sentence = pieces(text)
    (figure,) = figures_of(sentence)
    matching = match(words("一共有多少?"), [sentence], no_vectors)
    assert resolved(sentence, matching.best(), matching.weights, figure, "一共有多少?") is None


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("How many companies have signed up?", "58家"),
        ("How many foreign companies have signed up?", "7家"),
        ("已有多少家企业签约?", "58家"),
        ("外资企业有多少家?", "7家"),
    ],
)
def test_of_all_and_a_part_that_is_meant_which_no_word_speaks_against(question: str, right: str) -> None:
    sentence = pieces("已有58家企业签约入驻,其中外资企业7家。")
    query = analyse(question, embedder())
    matching = match(query.terms, [sentence], EmbeddedModel.load().word_vectors)
    part = next(run for run in figures_of(sentence) if "7" in text_of(sentence, run))
    meant = resolved(sentence, matching.best(), matching.weights, part, question) or part
    assert text_of(sentence, meant) == right


@pytest.mark.parametrize(
    ("text", "question", "read", "right"),
    [
        ("公司由王芳和李敏创立。", "公司由谁创立?", "李敏", "王芳和李敏"),
        ("公司由王芳和李敏创立。", "谁和王芳创立了公司?", "李敏", "李敏"),
        ("王芳和李敏分别任经理和厂长。", "谁当经理?", "王芳", "王芳"),
        ("It was founded by Jim Hall and his aunt Ann.", "Who founded it?", "Jim Hall", "Jim Hall and his aunt Ann"),
        ("It was founded by Jim Hall and Ann Hall.", "Who founded it with Ann Hall?", "Jim Hall", "Jim Hall"),
        ("The chairman, Jim Hall and Ann Hall came.", "Who is the chairman?", "Jim Hall", "Jim Hall"),
    ],
)
def test_who_did_something_together_is_named_together(text: str, question: str, read: str, right: str) -> None:
    cut = pieces(text)
    assert text_of(cut, together(cut, run_of(cut, read), question)) == right


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How many people does each plant employ?", "210, 95 and 40 people"),
        ("How many people work in Leeds and York?", "210, 95 and 40 people"),
        ("How many people do the three plants employ?", "210, 95 and 40 people"),
        ("How many people did Hull employ in the first three quarters?", "95"),
    ],
)
def test_figures_in_a_row_are_one_answer_where_all_or_several_are_meant(question: str, figures: str) -> None:
    sentence = pieces("The plants in Leeds, Hull and York employ 210, 95 and 40 people.")
    matching = match(words(question), [sentence], no_vectors)
    last = figures_of(sentence)[-1]
    found = resolved(sentence, matching.best(), matching.weights, last, question)
    assert found and text_of(sentence, found) == figures


def test_periods_in_a_row_are_one_answer_where_several_are_asked_for() -> None:
    sentence = pieces("未来产业按照5至10年、10至15年分类培育。")
    question = "Over what time spans are the future industries grown?"
    matching = match(words(question), [sentence], no_vectors)
    found = resolved(sentence, matching.best(), matching.weights, figures_of(sentence)[0], question)
    assert found and text_of(sentence, found) == "5至10年、10至15年"
