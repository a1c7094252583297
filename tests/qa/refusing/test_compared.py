"""What is compared with a question: every reading by itself, with what stands around it and above it."""

from __future__ import annotations

from corpus import Document, Language
from qa.assistant import Assistant
from qa.refusing.best_supported import to_judge
from qa.refusing.compared import compared, compared_each

BRIDGES = "# 大桥\n\n新桥长320米。新桥由市设计院设计。"
FERRIES = "# 渡口\n\n渡口宽90米。渡口由县航运局管理。"


def test_each_reading_has_its_own_sentence_neighbours_and_heading() -> None:
    documents = [Document.from_text(text, name) for text, name in ((BRIDGES, "b.md"), (FERRIES, "f.md"))]
    task = Assistant.from_documents(documents).tasks.as_read("新桥有多长?", Language.SIMPLIFIED, 8)
    judged = to_judge(task.spans, 1000)
    found = dict(zip((span.text for span in judged), compared_each(task.query, task.sentences, judged), strict=True))
    told = (("320米", "大桥", "新桥由市设计院设计。"), ("90米", "渡口", "渡口由县航运局管理。"))
    for answer, heading, beside in told:
        each = found[answer]
        assert answer in each.best.text and [span.text for span in each.spans] == [answer]
        assert each.matching.sentences[0].text == each.best.text
        assert heading in each.matching.sentences[-1].text
        assert beside in each.text(each.near)
        others = {sentence.text for sentence in each.sentences[1:]}
        assert each.best.text not in others and others | {each.best.text} == {s.text for s in task.sentences}
    whole = compared(task.query, task.sentences, task.spans)
    assert whole is not None and whole.spans == task.spans and whole.best == task.spans[0].sentence
