"""English names that a text has in other letters are known; another name is not."""

from __future__ import annotations

import pytest

from corpus import Document
from index.embed import embedder
from index.query import analyse
from qa.assistant import Assistant
from qa.refusing.named import names_meant

CHURCH = "The United Methodist Church entered into full communion with five other churches in May 2012."
TESLA = "Tesla gained experience in telephony before emigrating to the United States in 1884."


@pytest.mark.parametrize(
    ("question", "name", "text", "meant"),
    [
        ("When did the UMC meet?", "UMC", CHURCH, True),
        ("When did the UMB meet?", "UMB", CHURCH, False),
        ("What followed the WWI campaign?", "WWI", "After World War II a campaign began.", False),
        ("Where is Geordia spoken?", "Geordia", "The Geordie dialect is spoken in the north.", True),
        ("Where is Frensh spoken?", "Frensh", "It is spoken where French troops stood.", True),
        ("Where did Johnson live?", "Johnson", "Johnston lived in Perth.", False),
        ("When did Nikola Tesla leave?", "Nikola", TESLA, True),
        ("When did Mary Smith leave?", "Mary", "In May John Smith left.", False),
        ("What is made in North Dalby?", "North", "Dalby makes glass.", False),
    ],
)
def test_which_names_are_meant(question: str, name: str, text: str, meant: bool) -> None:
    words = [each for each in analyse(question, embedder()).terms if question[each.start : each.end][:1].isupper()]
    names = [each for each in words if each.start]
    found = names_meant(question, names, text)
    at = next(n for n, each in enumerate(names) if question[each.start : each.end] == name)
    assert bool(found[at]) is meant


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("When did the UMC enter into full communion with several churches?", "May 2012"),
        ("In what year did Nikola Tesla emigrate to the United States?", "1884"),
    ],
)
def test_they_are_answered(question: str, short: str) -> None:
    documents = [Document.from_text(text, f"{n}.txt") for n, text in enumerate((CHURCH, TESLA))]
    assert Assistant.from_documents(documents).ask(question).short == short


def test_the_beds_of_an_institute_are_counted() -> None:
    text = "肿瘤研究所的临床科位于一幢大楼内,有700张床位、10个手术室、一个重症监护室。"
    answer = Assistant.from_documents([Document.from_text(text, "1.txt")]).ask("肿瘤研究所有多少张床?")
    assert answer.found and "700" in answer.short
