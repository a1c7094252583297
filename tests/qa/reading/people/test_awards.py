"""Who gave what to whom."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

EVENING = """# Rowing club awards

The Person of the Year trophy was presented by club president Mona Dunn to Owen Parry for his work on the stage.
The Founders' Cup was presented to Joan Ellery by the mayor, Asif Rahman. The Audience Award was presented by last
year's winner, Yuki Tanaka, to the brothers Leon and Max Adler. The batting cup went to Dev Patel.
"""
PRIZES = """清溪中学颁奖

一等奖由马立群颁给高三（2）班学生苏雨桐，二等奖由副校长蒋丽颁给邓子轩和范思琪。“师德标兵”称号授予教师唐秋云，局长孟庆国为她颁发证书。

市总工会主席何永平向青年教师代表陆小雨颁发了“教坛新秀”奖杯。馆长胡晓玲接受赠书并向马立群颁发捐赠证书。
"""


@pytest.mark.parametrize(
    ("text", "question", "name"),
    [
        (EVENING, "Who presented the Person of the Year trophy?", "Mona Dunn"),
        (EVENING, "Who received the Person of the Year trophy?", "Owen Parry"),
        (EVENING, "Who was the Person of the Year trophy presented to?", "Owen Parry"),
        (EVENING, "Who presented the Founders' Cup?", "Asif Rahman"),
        (EVENING, "Who won the Founders' Cup?", "Joan Ellery"),
        (EVENING, "Who won the Audience Award?", "Leon and Max Adler"),
        (EVENING, "Who won the bowling cup?", ""),
        (PRIZES, "一等奖是谁颁的？", "马立群"),
        (PRIZES, "一等奖颁给了谁？", "苏雨桐"),
        (PRIZES, "谁颁发二等奖？", "蒋丽"),
        (PRIZES, "二等奖颁给了谁？", "邓子轩和范思琪"),
        (PRIZES, "谁为唐秋云颁发证书？", "孟庆国"),
        (PRIZES, "谁被授予师德标兵称号？", "唐秋云"),
        (PRIZES, "教坛新秀奖是谁颁发的？", "何永平"),
        (PRIZES, "教坛新秀奖颁给了谁？", "陆小雨"),
        (PRIZES, "谁向马立群颁发捐赠证书？", "胡晓玲"),
        (PRIZES, "三等奖颁给了谁？", ""),
        (PRIZES, "最佳班主任奖颁给了谁？", ""),
    ],
)
def test_giver_and_receiver_are_told_apart(text: str, question: str, name: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "awards.txt")]).ask(question)
    assert (answer.short if answer.found else "") == name
