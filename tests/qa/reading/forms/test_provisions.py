"""What a text tells by its number: versions, clauses, articles."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

CHANGES = """# Changelog

## Version 1.2.0 – 2024-03-05

- Dark mode added.

## Version 1.1.0 – 2023-11-20

- Printing works again.
"""
RULES = """# Allotment rules

## 1. Plots

1.1 Each plot must be cultivated within three months.

1.2 Sheds may not be taller than 2.2 metres.

## 2. Fees

2.1 The yearly rent is due on 1 April.
"""
STATUTES = """Statutes of the Rowing Club

Article 6 Members
Anyone over the age of ten may join the club.

Article 7 Fees
The fee is paid in January. Members under 18 pay half.
"""
LEASE = "租赁合同\n\n第一条 房屋\n\n房屋位于柳河路8号。\n\n第四条 租金\n\n月租金3800元，每季度支付一次。\n"
PARKING = "停车办法\n\n第一条 为了规范停车，制定本办法。\n第二条 停车每小时收费5元。\n第十二条 本办法自5月1日起施行。\n"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (CHANGES, "When was version 1.2.0 released?", "2024-03-05"),
        (CHANGES, "1.1.0版是什么时候发布的？", "2023-11-20"),
        (RULES, "What does section 1.2 say?", "Sheds may not be taller than 2.2 metres"),
        (RULES, "What does clause 2.1 say?", "The yearly rent is due on 1 April"),
        (RULES, "What does clause 2.4 say?", ""),
        (STATUTES, "What does Article 7 say?", "The fee is paid in January. Members under 18 pay half"),
        (LEASE, "第4条规定了什么？", "月租金3800元，每季度支付一次"),
        (LEASE, "第四条第二款规定了什么？", ""),
        (PARKING, "第二条的内容是什么？", "停车每小时收费5元"),
        (PARKING, "第12条写了什么？", "本办法自5月1日起施行"),
    ],
)
def test_what_bears_the_number_is_told(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "rules.md")]).ask(question).short == short
