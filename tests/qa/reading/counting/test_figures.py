"""Which of several figures is meant, and what stands behind a label."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus import Document
from index.passage_index import PassageIndex
from qa.question import asked, kind_of
from qa.reading.counting.figures import counted_and_common, figure_context, figure_fit, item_and_common
from qa.reading.matching import match
from qa.reading.pieces import Pieces, pieces
from qa.reading.rank import rank_sentences
from qa.reading.read import read
from qa.reading.tabular.labels import labelled
from qa.types import Kind
from tests.qa.texts import no_vectors, run_of, text_of, words


@pytest.mark.parametrize(
    ("text", "question", "figure", "other"),
    [
        # The question's own figure, 两年, does not part the rate from what it is the rate of.
        ("全县零售额两年平均增速3.8%,高于全省平均增速0.3个百分点", "零售额两年平均增速是多少?", "3.8%", "0.3个百分点"),
        # 至少 is the second figure's word and speaks for it alone.
        ("包括两名船员在内的至少五人丧生", "至少几人丧生?", "五人", "两名"),
        # What leads up to the first list is said of the second too.
        ("全县建成3个国家级、7个省级中心,12个国家级、40个县级书屋", "全县有多少个国家级书屋?", "12个", "3个"),
    ],
)
def test_the_words_around_a_figure_speak_for_it(text: str, question: str, figure: str, other: str) -> None:
    sentence = pieces(text)
    matching = match(words(question), [sentence], no_vectors)
    right, wrong = (
        figure_context(sentence, run_of(sentence, each), matching.best_in(0), matching.weights)
        for each in (figure, other)
    )
    assert right > wrong


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("基金有多少钱?", "20亿元", "12家"),
        ("基金投了多少家企业?", "12家", "20亿元"),
        ("建造用了多长时间?", "17个月", "2.7万吨"),
        ("增长了多少?", "5%", "20亿元"),
        ("How many mills did it buy?", "12家", "20亿元"),
        ("For how many consecutive years was it first?", "17个月", "5%"),
        ("How much did it cost, in yuan?", "20亿元", "5%"),
    ],
)
def test_a_figure_fits_by_what_it_counts(question: str, better: str, worse: str) -> None:
    sentence = pieces("20亿元,12家,17个月,2.7万吨,5%")
    fit = [figure_fit(sentence, run_of(sentence, each), asked(question)) for each in (better, worse)]
    assert fit[0] > 0 > fit[1]


@pytest.mark.parametrize(
    ("text", "figure", "item", "common"),
    [
        ("纺织、造船集群分别增长28.3%、27.8%", "27.8%", "造船", "集群分别增长"),
        # What is said of an earlier figure is not said of the list.
        ("果农超过1000户;今年菜农、果农已分别达1.1万户、2.1万户", "2.1万户", "果农", ";今年已分别达"),
        ("新增12家。", "12家", "", ""),
    ],
)
def test_the_thing_a_figure_of_a_list_is_of(text: str, figure: str, item: str, common: str) -> None:
    sentence = pieces(text)
    assert _texts(sentence, item_and_common(sentence, run_of(sentence, figure))) == (item, common)


@pytest.mark.parametrize(
    ("text", "figure", "counted", "common"),
    [
        ("建成52个国家级、210个市级书屋,16个国家级、87个省级园区", "210个", "市级书屋", "建成"),
        ("建成52个国家级、210个市级书屋,16个国家级、87个省级园区", "87个", "省级园区", "建成,"),
        ("The city has 52 national and 210 municipal centres.", "52", "nationalcentres.", "Thecityhas"),
        ("新增12家。", "12家", "", ""),
    ],
)
def test_what_a_figure_counts_among_others(text: str, figure: str, counted: str, common: str) -> None:
    sentence = pieces(text)
    assert _texts(sentence, counted_and_common(sentence, run_of(sentence, figure))) == (counted, common)


def _texts(sentence: Pieces, places: Sequence[Sequence[int]]) -> tuple[str, ...]:
    return tuple("".join(sentence.text[sentence.row[n].start : sentence.row[n].end] for n in each) for each in places)


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("地点:三号楼402会议室", "会议在哪里举行?", "三号楼402会议室"),
        ("报名时间:9月14日 14:00—15:30", "什么时候报名?", "9月14日 14:00—15:30"),
        ("Venue: Room 402", "Where was the meeting held?", "Room 402"),
        ("Chair: Ann Lee", "Where was the meeting held?", ""),
    ],
)
def test_a_label_may_tell_that_it_is_when_or_where(text: str, question: str, value: str) -> None:
    sentence = pieces(text)
    matching = match(words(question), [sentence], no_vectors)
    assert text_of(sentence, labelled(sentence, matching.best_in(0), matching.weights, kind_of(question))[0]) == value


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("(原载《晚报》 作者:燕陆 摘编:项锋、杨悦)", "文章的作者是谁?", "燕陆"),
        ("(原载《晚报》 作者:燕陆 摘编:项锋、杨悦)", "谁做的摘编?", "项锋、杨悦"),
        ("特约作者:县医院超声科 黄飞(编辑丁)", "特约作者是谁?", "县医院超声科 黄飞"),
        ("Venue: the old town hall; doors open at 19:30", "What is the venue?", "the old town hall"),
        ("会议时间:9月14日 14:00—15:30", "会议时间是什么?", "9月14日 14:00—15:30"),
        ("【规格】每袋装8克。【有效期】30个月。", "有效期是多长?", "30个月"),
        ("【规格】每袋装8克 【生产企业】康和药业有限公司", "规格是什么?", "每袋装8克"),
        ("【讲解】免费讲解在周末10:30和14:30各一场。", "讲解在哪里?", ""),
        ("Venue: the old town hall", "Who is the mayor?", ""),
        ("doors open at 19:30", "When do the doors open?", ""),
    ],
)
def test_what_stands_behind_the_label_asked_for_is_told(text: str, question: str, value: str) -> None:
    sentence = pieces(text)
    matching = match(words(question), [sentence], no_vectors)
    found, share = labelled(sentence, matching.best_in(0), matching.weights, Kind.OTHER)
    assert text_of(sentence, found) == value
    assert (found is None and share == 0) or 0 < share <= 1


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("Your tasks: washing up, serving lunch, checking deliveries.", "What are the tasks?",
         "washing up, serving lunch, checking deliveries"),
        ("任务:洗碗,上菜,验货。", "任务有哪些?", "洗碗,上菜,验货"),
        ("Tasks: cooking, cleaning; hours: 7 to 1", "What are the tasks?", "cooking, cleaning"),
        ("Tasks: the cook is in charge of all meals, and whoever helps him washes up.", "What are the tasks?",
         "the cook is in charge of all meals"),
    ],
)  # fmt: skip
def test_a_row_of_short_things_behind_a_label_is_told_whole(text: str, question: str, value: str) -> None:
    sentence = pieces(text)
    matching = match(words(question), [sentence], no_vectors)
    found, _ = labelled(sentence, matching.best_in(0), matching.weights, Kind.LIST, whole=True)
    assert text_of(sentence, found) == value


def test_a_sentence_with_a_time_is_read_where_a_time_is_asked_for() -> None:
    text = (
        "建造团队为船体的建造攻克了高精度建造的难题。船体的建造采用双层底设计,建造所用钢材重27000吨。"
        "船体建造由123个分段组成。船体建造的精度达到100%。船体建造的公差为25毫米。经过17个月的建造,它完工了。"
    )
    index = PassageIndex.build([Document.from_text(text, "ship.txt")])
    question = "船体的建造用了多长时间?"
    query = index.analyse(question)
    assert (
        read(query, kind_of(question), rank_sentences(query, index.search(query, 8), index), index)[0].text == "17个月"
    )
