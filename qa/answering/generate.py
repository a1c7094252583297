"""The generative answerer: a transformers model writes, its marks are read, and the extractive answer stands behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus import Language, YoujuError
from index.hub import reachable
from qa.answering.cited_text import cited_statements
from qa.answering.extract import ExtractiveAnswerer
from qa.answering.prompt import Prompt, prompt
from qa.types import Answerer, Draft, Statement, Task

ANSWER_TOKENS = 256
SECONDS = 60.0  # for one answer; a person will not wait longer
CONTEXT_TOKENS = 2_048  # where neither model nor tokenizer says how much it reads
_MOST_CONTEXT = 8_192  # a laptop reads no more in the time
_REASONS = {
    "failed": ("生成模型出错", "the generative model failed"),
    "late": ("生成模型超时", "the generative model ran out of time"),
    "uncited": ("生成的回答没有可核对的出处", "what the generative model wrote cites nothing"),
    "unsupported": ("生成的回答与引文不符", "what the generative model wrote is not what it cites"),
}


class GenerativeAnswerer:
    """Drafts with a causal or sequence-to-sequence model by name or folder; deterministic, one answer at a time.

    The model is loaded at once: YoujuError where it cannot be. Only safetensors weights are read, and no code of the
    model's runs.
    """

    def __init__(self, name: str, seconds: float = SECONDS, fallback: Answerer | None = None) -> None:
        self.name = name
        self._seconds = seconds
        self._fallback = fallback or ExtractiveAnswerer()
        self._one_at_a_time = threading.Lock()
        self._model, self._tokenizer = _loaded(name)

    def draft(self, task: Task) -> Draft:
        """What the model writes, as far as it is cited; the extractive draft, with a note, where nothing is."""
        *_, whole = self.drafts(task)
        return whole

    def drafts(self, task: Task) -> Iterator[Draft]:
        """The draft as it grows, a cited statement more each time; the last one is what `draft` gives."""
        statements: tuple[Statement, ...] = ()
        try:
            with self._one_at_a_time:
                began = time.monotonic()  # the wait for others is no fault of the model
                for statement in self.stream(task):
                    statements += (statement,)
                    yield Draft(statements, _short(task, statements), unfinished=True)
                late = time.monotonic() - began >= self._seconds
        except Exception as error:  # whatever a model does wrong must not cost the person the answer
            yield self.instead(task, "failed", f"{type(error).__name__}: {error}")
            return
        if late:
            yield self.instead(task, "late")
        elif not statements:
            yield self.instead(task, "uncited")
        else:
            yield Draft(statements, _short(task, statements))

    def instead(self, task: Task, reason: str, detail: str = "") -> Draft:
        """The extractive draft, its note telling why: one of failed, late, uncited, unsupported."""
        draft = self._fallback.draft(task)
        chinese, english = _REASONS[reason]
        if task.language is Language.ENGLISH:
            note = f"Answered without the generative model: {english}"
            return Draft(draft.statements, draft.short, f"{note} ({detail})." if detail else f"{note}.")
        note = f"未采用生成模型的回答：{chinese}"
        return Draft(draft.statements, draft.short, f"{note}（{detail}）。" if detail else f"{note}。")

    def stream(self, task: Task) -> Iterator[Statement]:
        """The cited statements, each as soon as the model has begun the next; they are not verified yet."""
        asked = self._prompt(task)
        text = ""
        given = 0
        for piece in self._pieces(asked):
            text += piece
            ready = cited_statements(text, asked.passages)[:-1]
            yield from ready[given:]
            given = max(given, len(ready))
        yield from cited_statements(text, asked.passages)[given:]

    def _prompt(self, task: Task) -> Prompt:
        room = _context(self._model.config, self._tokenizer) - ANSWER_TOKENS
        if room <= 0:
            room = _context(self._model.config, self._tokenizer) // 2
        special = [token for token in self._tokenizer.all_special_tokens if token]
        frame = self._count(self._framed(Prompt("", "", ())))
        return prompt(task, room - frame, self._count, special)

    def _count(self, text: str) -> int:
        return len(self._tokenizer(text, add_special_tokens=False)["input_ids"])

    def _framed(self, asked: Prompt) -> str:
        """The prompt in the model's own form of a conversation, if it has one."""
        if not getattr(self._tokenizer, "chat_template", None):
            return f"{asked.rules}\n\n{asked.text}"
        turns = [{"role": "system", "content": asked.rules}, {"role": "user", "content": asked.text}]
        try:
            framed: str = self._tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
        except Exception:  # templates without a system's turn refuse it in their own ways
            turns = [{"role": "user", "content": f"{asked.rules}\n\n{asked.text}"}]
            framed = self._tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
        return framed

    def _pieces(self, asked: Prompt) -> Iterator[str]:
        """The model's text as it is written; a failure of the writing thread is raised here.

        Who stops listening stops the model.
        """
        from transformers import TextIteratorStreamer

        streamer = TextIteratorStreamer(self._tokenizer, skip_prompt=True, skip_special_tokens=True)
        if self._model.config.is_encoder_decoder:
            streamer.skip_prompt = False
        failures: list[BaseException] = []
        unheard = threading.Event()
        thread = threading.Thread(target=self._write, args=(asked, streamer, unheard, failures), daemon=True)
        thread.start()
        try:
            yield from streamer
        finally:
            unheard.set()
            thread.join()
        if failures:
            raise failures[0]

    def _write(self, asked: Prompt, streamer: Any, unheard: threading.Event, failures: list[BaseException]) -> None:
        import torch

        def stopped(written: Any, _scores: Any, **_: Any) -> Any:
            return torch.full((len(written),), unheard.is_set(), device=written.device)

        try:
            templated = bool(getattr(self._tokenizer, "chat_template", None))
            longest = _context(self._model.config, self._tokenizer)
            inputs = self._tokenizer(
                self._framed(asked),
                return_tensors="pt",
                add_special_tokens=not templated,
                truncation=True,
                max_length=longest if self._model.config.is_encoder_decoder else max(longest - ANSWER_TOKENS, 1),
            )
            inputs.pop("token_type_ids", None)
            with torch.inference_mode():
                self._model.generate(
                    **inputs,
                    streamer=streamer,
                    max_new_tokens=ANSWER_TOKENS,
                    max_time=self._seconds,
                    stopping_criteria=[stopped],
                    do_sample=False,
                    num_beams=1,
                )
        except BaseException as error:
            failures.append(error)
            streamer.end()


def _short(task: Task, statements: tuple[Statement, ...]) -> str:
    """The best span read that a cited quote holds; empty where none is held."""
    quotes = [evidence.quote for statement in statements for evidence in statement.evidence]
    return next((span.text for span in task.spans[:5] if any(span.text in quote for quote in quotes)), "")


def _context(config: Any, tokenizer: Any) -> int:
    """How many tokens the model reads and writes together."""
    stated = [getattr(config, name, None) for name in ("max_position_embeddings", "n_positions", "max_seq_len")]
    longest = tokenizer.model_max_length
    known = [value for value in (*stated, longest) if isinstance(value, int) and 0 < value < 10**7]
    return min([*known, _MOST_CONTEXT]) if known else CONTEXT_TOKENS


def _loaded(name: str) -> tuple[Any, Any]:
    """Model and tokenizer from a folder or the local cache, else from the hub where that answers."""
    is_folder = Path(name).expanduser().is_dir()
    for offline in (True, False):
        if not offline and (is_folder or not reachable(name)):
            break
        try:
            return _from_pretrained(name, offline)
        except Exception as error:  # transformers and its hub raise a dozen kinds for a model that is not there
            reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
    if is_folder:
        raise YoujuError(
            f"The model in {name} cannot be loaded ({reason[:160]}); it must be a transformers model in safetensors "
            "format."
        )
    raise YoujuError(
        f"The model {name!r} is no folder, is not in the cache and cannot be fetched; give a folder with a "
        f"transformers model in safetensors format, or fetch it once while online with: hf download {name}"
    )


def _from_pretrained(name: str, offline: bool) -> tuple[Any, Any]:
    from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer

    options: dict[str, Any] = {"local_files_only": offline, "trust_remote_code": False}
    config = AutoConfig.from_pretrained(name, **options)
    kind = AutoModelForSeq2SeqLM if config.is_encoder_decoder else AutoModelForCausalLM
    model = kind.from_pretrained(name, config=config, use_safetensors=True, **options)
    return model.eval(), AutoTokenizer.from_pretrained(name, **options)
