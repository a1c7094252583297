"""Train the support network: `python -m training.support --data ../shared/data/train`; writes qa/data/support.npz.

It is shown what the reader read out of a few documents, rightly or wrongly, and told whether that answers the question:
questions of `train/qa`, about bulletins, reports, papers and snippets, as they are; those of `train/qa` and about
bulletins also without the sentence that answers them, and with a word, a name, a place or a year changed to another;
and now and then a question about something else.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from corpus import question_language
from corpus.sentences import sentences
from index.embed import embedder
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.translate import translations
from index.words import is_chinese
from qa.assistant import Assistant
from qa.evaluation.text_metrics import f1
from qa.refusing.best_supported import to_judge
from qa.refusing.compared import compared_each
from qa.refusing.support import PATH, stored_members
from qa.refusing.support_input import SupportInput, support_input
from qa.settings import Settings
from qa.tasks import READ_FROM
from training.bulletins import bulletins
from training.near_misses import Neighbours, other_slot, other_word
from training.parallel_clozes import parallel_clozes
from training.reader_examples import SHARES, Row, read_rows
from training.reports import BOTH, PAPERS, REPORTS, SNIPPETS, documents_of, learnt
from training.reports import rows as report_rows
from training.schedule import Weights, batches_of_like_length, mean, parsed, set_rate, write_members
from training.support_torch import Support
from training.switching import switched_question

BATCH, RATE, EPOCHS = 64, 0.001, 6
WIDTHS = (64, 64, 128, 128)  # of the members' layers
QUESTIONS = 0.3  # of those of `train/qa`
BULLETINS, ACROSS = 600, 1500
TOGETHER = 6  # texts in one collection
SWITCHED, WITHOUT = 0.3, 0.6
FOREIGN = 0.06  # of as many questions as a group has, about something else
OTHER_SLOT, OTHER_WORD = 0.25, 0.35  # of the changes; the others are to a neighbour in meaning
ASTRAY = 0.5  # weight of a question that is answered, but not by what was read
RIVAL = 0.5  # and of what was read less likely
BEHIND = 40.0  # score behind the likeliest, from which on a reading is not shown
HELD = 0.5  # of what a right reading is worth, what one is that is wrong but of the sentence with the answer


@dataclass(frozen=True, slots=True)
class Example:
    """`right` is 0 to 1, how well what was read answers the question."""

    shown: SupportInput
    right: float
    weight: float


Group = list[Row]  # about a few texts in one language
_PART = 20  # groups asked of at a time


class Asking:
    """Asks questions of small collections, and makes examples of what is read."""

    def __init__(self, questions: Sequence[str]) -> None:
        self._chance = random.Random()
        self._questions = {c: [each for each in questions if _chinese(each) == c] for c in BOTH}
        self._neighbours = {c: Neighbours(self._questions[c]) for c in BOTH}
        self._model = embedder()

    def groups(self, groups: Sequence[Group], seed: int) -> Iterator[Example]:
        """What is made of some groups."""
        self._chance.seed(seed)
        for group in groups:
            yield from self._group(group)

    def _group(self, group: Group) -> Iterator[Example]:
        """The questions of a group about its texts, and what is made of them."""
        texts = list(dict.fromkeys(row["context"] for row in group))
        assistant = self._assistant(texts)
        for row in group:
            if not row["answers"]:
                yield from _read(assistant, row["question"], [])
                continue
            answers = [answer["text"] for answer in row["answers"]]
            wording = self._wording(row)
            yield from _read(assistant, wording(row["question"]), answers)
            if row.get("reported"):  # has unanswerable questions of its own
                continue
            if self._chance.random() < WITHOUT and (cut := _without(row["context"], answers)):
                others = [cut if text == row["context"] else text for text in texts]
                yield from _read(self._assistant(others), wording(row["question"]), [])
            if missed := self._changed(row["question"], "\n".join(texts)):
                yield from _read(assistant, wording(missed), [])
        for question in self._foreign(group):
            yield from _read(assistant, question, [])

    def _assistant(self, texts: Sequence[str]) -> Assistant:
        return Assistant(PassageIndex.build(documents_of(texts), self._model), settings=Settings())

    def _wording(self, row: Row) -> Callable[[str], str]:
        """As it is, or put into the other language word by word."""
        across = "src" not in row or self._chance.random() >= SWITCHED
        return str if across else lambda question: switched_question(question, translations, self._chance)

    def _foreign(self, group: Group) -> Iterator[str]:
        """Questions about other texts, in either language."""
        own = {row["question"] for row in group}
        for _ in range(round(FOREIGN * len(group) + self._chance.random() - 0.5)):
            question = self._chance.choice(self._questions[self._chance.choice(BOTH)])
            if question not in own:
                yield question

    def _changed(self, question: str, context: str) -> str:
        others, drawn = self._questions[_chinese(question)], self._chance.random()
        if drawn < OTHER_SLOT:
            return other_slot(question, others, self._chance)
        if drawn < OTHER_SLOT + OTHER_WORD:
            return other_word(question, context, self._chance.choice(others), self._chance)
        return self._neighbours[_chinese(question)].other_word(question, context, self._chance)


def _read(assistant: Assistant, question: str, answers: Sequence[str]) -> Iterator[Example]:
    """What is read of a question, the best and those near it; without answers it has none."""
    task = assistant.tasks.as_read(question, question_language(question), READ_FROM)
    judged = to_judge(task.spans, BEHIND)
    for place, found in enumerate(compared_each(task.query, task.sentences, judged)):
        held = any(answer in found.best.text for answer in answers)
        right = held * max((f1(judged[place].text, answer) for answer in answers), default=0.0) if judged else 0.0
        weight = (ASTRAY if answers and not held else 1.0) * (RIVAL if place else 1.0)
        yield Example(_halved(support_input(found, task.kind)), HELD * held + (1 - HELD) * right, weight)


def _halved(shown: SupportInput) -> SupportInput:
    parts = (shown.words, shown.here, shown.near, shown.looks, shown.read, shown.whole)
    return SupportInput(*(part.astype(np.float16) for part in parts))  # type: ignore[arg-type]


def _without(context: str, answers: Sequence[str]) -> str:
    """The text without the sentences that hold an answer; empty where hardly anything is left."""
    told = [context[start:end] for start, end in sentences(context)]
    kept = [each for each in told if not any(answer in each for answer in answers)]
    return ("" if _chinese(context) else " ").join(kept) if 2 <= len(kept) < len(told) else ""


def _chinese(text: str) -> bool:
    return any(map(is_chinese, text))


def groups(data: Path, seed: int, share: float = 1.0, of_papers: float = 1.0) -> list[Group]:
    """Questions about a few texts at a time, shuffled: of those of each source only `share`, of those about papers only
    `of_papers`, and all those about snippets, each of which is asked about alone."""
    chance = random.Random(seed)
    rows = [row for name in ("qa.en", "qa.zh") for row in read_rows(data / f"{name}.jsonl.gz")]
    chosen: list[Row] = []
    for source in sorted({row["src"] for row in rows}):
        own = [row for row in rows if row["src"] == source]
        chosen += chance.sample(own, int(min(SHARES.get(source, 1.0), 1.0) * QUESTIONS * share * len(own)))
    chosen.sort(key=lambda row: (row["src"], str(row.get("title")), row["context"]))
    found = list(_grouped(chosen, TOGETHER))
    vectors = EmbeddedModel.load().word_vectors
    clozes = list(parallel_clozes(data / "parallel.zh-en.tsv.gz", translations, vectors, chance))
    across = chance.sample(clozes, round(ACROSS * share))
    told = list(bulletins(round(BULLETINS * share), seed))
    written = ((learnt(REPORTS), share, TOGETHER), (learnt(PAPERS), of_papers, TOGETHER), (learnt(SNIPPETS), 1.0, 1))
    for chinese in BOTH:
        found += _grouped([row for row in across if _chinese(row["context"]) == chinese], TOGETHER)
        found += _grouped([row for row in told if _chinese(row["context"]) == chinese], TOGETHER // 2)
        for told_of, of_these, size in written:
            reported = list(report_rows(told_of, [chinese], whether=True))
            kept = sorted(chance.sample(range(len(reported)), round(len(reported) * of_these)))
            found += _grouped([{**reported[n], "reported": True} for n in kept], size)
    chance.shuffle(found)
    return found


def _grouped(rows: Sequence[Row], size: int) -> Iterator[Group]:
    """Rows one after another, so many texts to a group."""
    group: Group = []
    for row in rows:
        if len({each["context"] for each in group} | {row["context"]}) > size:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def batch_of(chosen: Sequence[SupportInput]) -> dict[str, Tensor]:
    """The examples padded to the longest question."""
    longest = max(len(each.words) for each in chosen)

    def padded(name: str) -> Tensor:
        arrays = [getattr(each, name).astype(np.float32) for each in chosen]
        return torch.from_numpy(np.stack([np.pad(each, ((0, longest - len(each)), (0, 0))) for each in arrays]))

    batch = {name: padded(name) for name in ("words", "here", "near", "looks")}
    for name in ("read", "whole"):
        batch[name] = torch.from_numpy(np.stack([getattr(each, name).astype(np.float32) for each in chosen]))
    sizes = torch.tensor([len(each.words) for each in chosen])
    return {**batch, "there": (torch.arange(longest) < sizes[:, None]).float()}


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often all examples are seen, and how fast is learnt."""

    epochs: int
    rate: float


def train(examples: Sequence[Example], seed: int, width: int, schedule: Schedule, start: Weights | None) -> Support:
    """Adam with a cosine over all steps, questions of like length together; returns a running average."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = random.Random(seed)
    model = Support(examples[0].shown.words.shape[1], width)
    if start is not None:
        model.start_from(start)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    optimiser = torch.optim.AdamW(model.parameters(), lr=schedule.rate, weight_decay=0.02)
    steps, seen = schedule.epochs * -(-len(examples) // BATCH), 0
    for epoch in range(schedule.epochs):
        batches = batches_of_like_length([len(each.shown.words) for each in examples], BATCH, 0.2, chance)
        total = 0.0
        for batch in batches:
            set_rate(optimiser, schedule.rate, seen, seen / steps, 100)
            chosen = [examples[n] for n in batch]
            right = torch.tensor([each.right for each in chosen])
            weight = torch.tensor([each.weight for each in chosen])
            scores = model(batch_of([each.shown for each in chosen]))
            loss = nn.functional.binary_cross_entropy_with_logits(scores, right, weight=weight)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            average.update_parameters(model)
            seen += 1
            total += float(loss.detach())
        print(f"{seed}: epoch {epoch + 1} loss {total / len(batches):.3f}", flush=True)
    trained: Support = average.module
    return trained


class _Shared:
    """What the forked processes find as it is here."""

    asking: Asking
    examples: Sequence[Example]


def _collected(groups: Sequence[Group], seed: int) -> list[Example]:
    return list(_Shared.asking.groups(groups, seed))


def _member(number: int, seed: int, schedule: Schedule, start: Weights | None) -> Weights:
    return train(_Shared.examples, seed + number, WIDTHS[number], schedule, start).exported()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--share", type=float, default=1.0, help="of the questions of each source that are asked")
    parser.add_argument("--papers", type=float, default=1.0, help="of the questions about papers, likewise")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parsed(parser)
    found = groups(options.data, options.seed, options.share, options.papers)
    _Shared.asking = Asking(sorted({row["question"] for group in found for row in group}))
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(options.processes, fork) as processes:
        parts = [found[place : place + _PART] for place in range(0, len(found), _PART)]
        collected = processes.map(_collected, parts, range(options.seed, options.seed + len(parts)))
        _Shared.examples = [example for part in collected for example in part]
    answered = sum(example.right > 0 for example in _Shared.examples)
    print(f"{len(_Shared.examples)} examples, {answered} of them answered", flush=True)
    schedule = Schedule(options.epochs, options.rate)
    starts = stored_members(options.start) if options.start else [None] * len(WIDTHS)
    with ProcessPoolExecutor(options.processes, fork) as processes:
        trained = [processes.submit(_member, n, options.seed, schedule, start) for n, start in enumerate(starts)]
        members = [each.result() for each in trained]
    if options.halfway:
        members = [mean(pair) for pair in zip(starts, members, strict=True)]
    write_members(options.out, members)


if __name__ == "__main__":
    main()
