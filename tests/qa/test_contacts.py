"""Where somebody can be reached is found in a text, asked for in either language, and answered whole or refused."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.contacts import Contact, contacts
from qa.question import asked


@pytest.mark.parametrize(
    ("text", "sort", "found"),
    [
        ("阅览室电话0571-8866 2031，借阅部是(0571)88662035。", Contact.PHONE, ["0571-8866 2031", "(0571)88662035"]),
        ("ring the coach on 020 7946 0021, or +44 20 7946 0018.", Contact.PHONE, ["020 7946 0021", "+44 20 7946 0018"]),
        ("手机13800001234，或致电12345热线。", Contact.PHONE, ["13800001234", "12345"]),
        ("Call 911 at once; the hall holds 350 people.", Contact.PHONE, ["911"]),
        ("开通热线“1717”，丢失手机请拨10018转2，每打300个电话有1人接。", Contact.PHONE, ["1717", "10018转2"]),
        ("Dial 10018, or ask by calling the hotline 12363; a helpline, 8012, came in 2024.", Contact.PHONE,
         ["10018", "12363", "8012"]),
        ("总机0571-8866 2031转8001，(02)2755-6688分機12，传真8866203。", Contact.PHONE,
         ["0571-8866 2031转8001", "(02)2755-6688分機12", "8866203"]),
        ("Ring 01632 960 123 ext. 12, or 01632 960 124 x7 at night.", Contact.PHONE,
         ["01632 960 123 ext. 12", "01632 960 124 x7"]),
        ("自2026-05-01起，投资1,250,000元，增长5.25%。", Contact.PHONE, []),
        ("写信给hui_yi.2026@qslib.example.cn。", Contact.EMAIL, ["hui_yi.2026@qslib.example.cn"]),
        ("See www.qslib.example.cn/join, or https://a.example/b?c=1.", Contact.WEB,
         ["www.qslib.example.cn/join", "https://a.example/b?c=1"]),
        ("官网www.qslib.example，地图在二楼。", Contact.WEB, ["www.qslib.example"]),
        ("请登录qslib.example.cn办理，邮箱a@qslib.example.cn。", Contact.WEB, ["qslib.example.cn"]),
    ],
)  # fmt: skip
def test_what_is_written_as_a_contact(text: str, sort: Contact, found: list[str]) -> None:
    assert [text[start:end] for start, end in contacts(text, sort)] == found


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("阅览室的电话是多少？", Contact.PHONE),
        ("投诉打什么电话？", Contact.PHONE),
        ("投訴打什麼電話？", Contact.PHONE),
        ("What's the phone number of the reading room?", Contact.PHONE),
        ("How do I reach the coach by phone?", Contact.PHONE),
        ("意见发到哪个邮箱？", Contact.EMAIL),
        ("What email do I write to?", Contact.EMAIL),
        ("图书馆的网址是什么？", Contact.WEB),
        ("What is the library's website?", Contact.WEB),
        ("What is Paul Obi's e-mail?", Contact.EMAIL),
        ("What is the subject of the e-mail?", None),
        ("董老师邮箱？", Contact.EMAIL),
        ("阅览室电话？", Contact.PHONE),
        ("董老师有没有邮箱？", None),
        ("能打电话？", None),
        ("谁发明了电话？", None),
        ("手机销量是多少？", None),
        ("Who called the police?", None),
        ("How many phone calls were made?", None),
        ("What did the email say?", None),
        ("公司的网站有多少用户？", None),
        ("这家公司主打什么产品？", None),
        ("新款手机是什么时候上市的？", None),
        ("邮件是什么时候发的？", None),
        ("公司网站是什么时候上线的？", None),
        ("他收到了什么邮件？", None),
        ("热线一共接到多少通电话？", None),
        ("What is the name of the website?", None),
        ("What is the website about?", None),
        ("How many orders were placed by phone?", None),
        ("How many phone numbers were leaked?", None),
        ("Who wrote the e-mail?", None),
        ("报名电话是什么？", Contact.PHONE),
        ("What's the website for bookings?", Contact.WEB),
    ],
)
def test_whether_a_contact_is_asked_for(question: str, sort: Contact | None) -> None:
    assert asked(question).contact is sort


NOTICE = """青石县图书馆公告

图书馆周二至周日上午九时至晚上八时开放。
少儿阅览室的咨询电话为0571-8866 2031，成人借阅部的电话是0571-88662035。
预约讲座请发邮件至jiangzuo@qslib.example.cn，意见请发yijian@qslib.example.cn。
投诉请寄人民路18号，或致电12345热线。
"""
CLUB = """Harbour Swimming Club

For bookings call the front desk on +44 20 7946 0018; for lessons, ring the coach on 020 7946 0021.
Applications should be sent by e-mail to join@harbour.example or through www.harbour.example.org/join.
Complaints may be addressed to the secretary, Ann Lee, at complaints@harbour.example.
"""
OFFICE = """柳川办事处

办事处设在河东路9号二楼，电话0571-88660031，传真0571-88660032。
周一至周五上午九点开门。
"""


@pytest.fixture(scope="module")
def assistants() -> dict[str, Assistant]:
    return {text: Assistant.from_documents([Document.from_text(text, "a.txt")]) for text in (NOTICE, CLUB, OFFICE)}


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (NOTICE, "少儿阅览室的电话是多少？", "0571-8866 2031"),
        (NOTICE, "成人借阅部的电话号码？", "0571-88662035"),
        (NOTICE, "What is the phone number of the children's reading room?", "0571-8866 2031"),
        (NOTICE, "预约讲座发到哪个邮箱？", "jiangzuo@qslib.example.cn"),
        (NOTICE, "投诉打什么电话？", "12345"),
        (CLUB, "What's the phone number for bookings?", "+44 20 7946 0018"),
        (CLUB, "What e-mail address are complaints sent to?", "complaints@harbour.example"),
        (CLUB, "投诉发到哪个邮箱？", "complaints@harbour.example"),
        (CLUB, "教练的电话是多少？", "020 7946 0021"),
        (CLUB, "What is the fax number of the club's library?", ""),
        (OFFICE, "办事处的传真号码是多少？", "0571-88660032"),
        (OFFICE, "What is the office's fax number?", "0571-88660032"),
        (OFFICE, "办事处的电话是多少？", "0571-88660031"),
        (NOTICE, "图书馆的网址是什么？", ""),
    ],
)
def test_who_asks_how_to_reach_somebody_is_told(
    assistants: dict[str, Assistant], text: str, question: str, short: str
) -> None:
    answer = assistants[text].ask(question)
    assert answer.short == short
    assert answer.found is bool(short)
    assert not short or any(short in each.quote for each in answer.citations)
