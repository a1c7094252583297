"""Who said something is told, though the text names the speaker in another sentence than what was said."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.people.speakers import speaker_in

CHINESE = """青石县召开渔港整治发布会

县渔政局局长祁玉笛在会上介绍，去年渔港停靠渔船1200艘。她表示，最难的不是清淤，而是旧船拆解没人愿意接手。
“今年要新建两座冷库。资金已经落实。”县财政局副局长白蘅芷说。
教练米洛·拉捷奇则认为，帆船队应当搬到北岸训练。渔业公司表示，码头的租金不会上涨。
"""
ENGLISH = """Harbour works announced in Larvik

Dagny Riis, head of the harbour office, told the press that 1,200 boats called last year. She warned that nobody
wanted to break up the old boats. The Northern Fish Company said rents on the quay would not rise.
"The money for two cold stores is there," said the treasurer, Karl Enqvist.
"""


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("市发展和改革委员会副主任祁玉笛在发布会上表示，港口将扩建。", "祁玉笛"),
        ("“我们不会停。”狄长河说。", "狄长河"),
        ("据孟和介绍，码头有三座。", "孟和"),
        ("漁政局局長白蘅芷強調，碼頭要擴建。", "白蘅芷"),
        ("教练米洛·拉捷奇在赛后说，换一种打法。", "米洛·拉捷奇"),
        ("他还说，今年要扩建。", None),
        ("该负责人表示，今年要扩建。", None),
        ("副主任医师说，不必担心。", None),
        ("据小说改编的电影上映。", None),
        ("Riis, Dagny Riis, head of the office, said rents rose.", "Dagny Riis"),
        ('"We will not stop," said the coach, Milo Radich.', "Milo Radich"),
        ("According to Feng Ji of Haiwen Coatings, prices fell.", "Feng Ji"),
        ("He said that the Lanyang Bureau moved.", None),
        ("The Larvik Bureau moved to the north shore.", None),
    ],
)
def test_whom_a_sentence_names_as_speaking(sentence: str, named: str | None) -> None:
    found = speaker_in(sentence)
    assert (found and sentence[slice(*found)]) == named


@pytest.mark.parametrize(
    ("text", "question", "name", "said"),
    [
        (CHINESE, "谁说旧船拆解没人愿意接手？", "祁玉笛", "旧船拆解没人愿意接手"),
        (CHINESE, "誰說舊船拆解沒人願意接手？", "祁玉笛", "旧船拆解"),
        (CHINESE, "说今年要建冷库的是谁？", "白蘅芷", "冷库"),
        (CHINESE, "是谁认为帆船队该去北岸训练？", "米洛·拉捷奇", "北岸"),
        (CHINESE, "Who said that nobody wants to take on the breaking up of old boats?", "祁玉笛", "旧船拆解"),
        (ENGLISH, "Who warned that nobody wanted to break up old boats?", "Dagny Riis", "old boats"),
        (ENGLISH, "Which official said the money for the cold stores is there?", "Karl Enqvist", "cold stores"),
    ],
)
def test_the_speaker_is_found_before_or_behind_what_was_said(text: str, question: str, name: str, said: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "harbour.txt")]).ask(question)
    assert answer.found and name in answer.short
    assert any(said in citation.quote for citation in answer.citations)
    assert any(name in citation.quote for citation in answer.citations)


def test_what_a_firm_said_is_given_to_no_person_named_before() -> None:
    assistant = Assistant.from_documents([Document.from_text(CHINESE, "harbour.txt")])
    assert "拉捷奇" not in assistant.ask("谁说码头的租金不会涨？").short


def test_a_speaker_named_in_the_passage_before_is_cited_with_what_was_said() -> None:
    other = "".join(f"第{n}号码头今年完成了护岸加固和航标更换，工程按期验收。" for n in "一二三四五六七八九")
    text = f"{other}县渔政局局长祁玉笛在会上介绍了渔港整治。\n\n旧船拆解至今没人愿意接手。{other}"
    assistant = Assistant.from_documents([Document.from_text(text, "harbour.txt")])
    assert len(assistant.index) == 2
    answer = assistant.ask("谁说旧船拆解没人愿意接手？")
    assert answer.short == "祁玉笛"
    quote = answer.citations[0].quote
    assert "祁玉笛" in quote and "没人愿意接手" in quote and quote in text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who said the company would double its investment?", "Rajiv Menon"),
        ("Who said that the stock should be held?", "Petra Novak"),
        ("Who said a bridge is a promise?", "Colin Mather"),
        ("谁说公司的战略不会改变？", "郑海涛"),
        ("谁回忆先生常常资助学生？", "魏长林"),
    ],
)
def test_a_speaker_told_by_a_pronoun_or_one_name_is_named_in_full(question: str, name: str) -> None:
    text = """Rajiv Menon becomes chief executive, Kestrel Energy said. Menon, 52, joined in 2014. He said the company
would double its investment. Petra Novak covers the firm. She told clients that the stock should be held.

He was succeeded by Colin Mather. "He taught us that a bridge is a promise," Mather said.

会上，董事长郑海涛感谢李建华八年来的付出。他表示，公司的战略不会改变。

魏长林说，先生从不迟到。他还回忆，先生常资助学生。
"""
    answer = Assistant.from_documents([Document.from_text(text, "news.txt")]).ask(question)
    assert answer.found and answer.short == name
