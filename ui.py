"""The chat page over the same assistant, and the program's entry point: the command line with `chat` added."""

import inspect
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus import Document, Language
from corpus.errors import YoujuError
from qa.cli import application
from qa.commands.options import Docs, Index, Model, print_failures
from qa.settings import Settings
from qa.web.conversation import conversation
from qa.web.evidence import evidence
from qa.web.heading import heading
from qa.web.policy import OnlyFromHere
from qa.web.reading import documents
from qa.web.session import Core, Gather, Opened, Session
from qa.web.strings import preferred, strings

UPLOAD_LIMIT = 50  # MB for one file
VISITORS_AT_ONCE = 8

Start = tuple[Core, tuple[Document, ...]]  # an assistant and its documents


def main() -> None:
    """What the `youju` command runs."""
    application.command()(chat)
    application()


def chat(
    docs: Docs = None,
    index: Index = None,
    model: Model = None,
    answerer: Annotated[
        str | None, typer.Option(metavar="NAME", help="A transformers model that words the answer.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on. Default: this machine alone.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65_535, help="Default: the first free port from 7860.")
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    language: Annotated[str | None, typer.Option(help="zh or en. Default: the browser's language.")] = None,
) -> None:
    """Open the chat page, to ask documents in the browser and to add files to them.

    Examples:

        youju chat

        youju chat --docs contracts --port 8000 --no-open
    """
    if language not in (None, "zh", "en"):
        raise YoujuError(f"The page speaks zh and en, not {language!r}.")
    settings = Settings.load(index=index, model=model, answerer=answerer)
    with ThreadPoolExecutor(1) as worker:  # the assistant loads while Gradio is imported
        loading = worker.submit(start, docs or (), settings)
        prepare_gradio()
        blocks = page(*loading.result(), Language(language) if language else None)
    launch(blocks, host, port, open_browser, block=True)


def start(docs: Sequence[Path], settings: Settings) -> tuple[Start, Gather]:
    """The assistant every visitor starts from, and how to make one over other documents."""
    from index.embed import embedder
    from index.passage_index import PassageIndex
    from qa.answering.extract import ExtractiveAnswerer
    from qa.answering.generate import GenerativeAnswerer
    from qa.assistant import Assistant
    from qa.collection import Collection

    answerer = GenerativeAnswerer(settings.answerer) if settings.answerer else ExtractiveAnswerer()

    def gather(documents: list[Document]) -> Core:
        return Assistant(PassageIndex.build(documents, embedder(settings.model)), answerer, settings)

    collection = Collection.at(docs, None, settings)
    assistant = Assistant(collection.opened(), answerer, settings)
    print_failures(collection.failures)
    return (assistant, tuple(assistant.documents)), gather


def prepare_gradio() -> None:
    """Import Gradio so that it looks nothing up elsewhere: both variables count only before its first import."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"
    import gradio  # noqa: F401


def launch(blocks: Any, host: str | None, port: int | None, open_browser: bool, block: bool) -> str:
    """Serve the page; returns its address. GRADIO_SERVER_NAME and GRADIO_SERVER_PORT stand for what is None."""
    import gradio as gr
    from gradio.exceptions import ServerFailedToStartError
    from starlette.middleware import Middleware

    system_fonts = ["system-ui", "sans-serif"]
    try:
        _, address, _ = blocks.queue(default_concurrency_limit=VISITORS_AT_ONCE).launch(
            server_name=host,
            server_port=port,
            inbrowser=open_browser,
            prevent_thread_lock=True,
            share=False,
            quiet=True,
            footer_links=[],
            run_history=False,
            ssr_mode=False,
            enable_monitoring=False,
            mcp_server=False,
            allowed_paths=[],
            max_file_size=UPLOAD_LIMIT * 2**20,
            app_kwargs={"middleware": [Middleware(OnlyFromHere)], "docs_url": None, "redoc_url": None},
            theme=gr.themes.Base(font=system_fonts, font_mono=["monospace"]),
            css=_asset("page.css"),
            head=f"<script>{_asset('page.js')}</script>",
        )
    except (OSError, OverflowError, ServerFailedToStartError) as error:  # OverflowError: from the environment
        named = port or os.environ.get("GRADIO_SERVER_PORT", "7860 or any after it")
        raise YoujuError(
            f"Port {named} cannot be used: name another with --port, or leave --port and --host out."
        ) from error
    print(address, flush=True)
    if block:
        blocks.block_thread()
    return str(address)


def page(start: Start, gather: Gather, language: Language | None = None) -> Any:
    """The page as Gradio Blocks; every visitor gets a session that starts from the same assistant."""
    import gradio as gr

    with gr.Blocks(title="有据 Youju", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as blocks:
        session = gr.State(NoSession())
        with gr.Column(elem_id="frame"):
            bar = _part("heading", "youju.showLanguage(element); watch('value', () => youju.showLanguage(element));")
            with gr.Row(elem_id="columns"):
                with gr.Column(elem_id="talk"):
                    talk = _part("conversation", "watch('value', () => youju.showEnd());")
                    with gr.Row(elem_id="composer"):
                        add = gr.UploadButton("", elem_id="add", file_count="multiple", file_types=readable())
                        question = gr.Textbox(  # nothing can be asked before there is a session to answer it
                            elem_id="question", show_label=False, container=False, lines=1, max_lines=6,
                            interactive=False,
                        )  # fmt: skip
                        send = gr.Button("", elem_id="send")
                        stop = gr.Button("", elem_id="stop")
                with gr.Column(elem_id="side"):
                    shelf = _part("documents")
                    sources = _part("evidence", "watch('value', () => youju.showCited());")
        everything = [bar, talk, shelf, sources, question, send, stop, add]

        def enter(browser: str) -> list[Any]:
            begun = Session(*start, gather, language or preferred(browser))
            return [begun, *everything_of(begun)]

        blocks.load(enter, bar, [session, *everything], js="() => [youju.language()]", **QUIET)
        # "multiple": what was stopped ends by itself, and what is asked meanwhile must not wait for it.
        shown = {"outputs": [talk, sources, question], "trigger_mode": "multiple", **QUIET}
        question.submit(ask, [session, question], **shown)
        send.click(ask, [session, question], **shown)
        talk.example_select(_with_value(ask), session, **shown)
        talk.retry(_with_value(ask_again), session, **shown)
        stop.click(give_up, session, talk, **QUIET)
        for part in (talk, sources):
            part.select(_with_value(open_source), session, sources, **QUIET)
        add.upload(add_files, [session, add], [shelf, add], **QUIET)
        shelf.delete(_with_value(remove), session, shelf, **QUIET)
        bar.clear(start_anew, session, [talk, sources], **QUIET)
        bar.option_select(_with_value(switch), session, everything, **QUIET)
    return blocks


class NoSession:
    """What a page has whose server was stopped and started anew; its visitor is told, whatever is done with it."""

    def __getattr__(self, name: str) -> Any:
        import gradio as gr

        if name.startswith("__"):  # asked by what copies it
            raise AttributeError(name)
        told = " ".join(strings(language).load_again for language in (Language.SIMPLIFIED, Language.ENGLISH))
        raise gr.Error(told, title="有据 Youju", print_exception=False)


QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def _part(name: str, script: str = "") -> Any:
    """A piece of the page that is HTML of ours; clicks in it become the events its buttons name."""
    import gradio as gr

    return gr.HTML("", elem_id=name, js_on_load=f"youju.listen(element, trigger); {script}", apply_default_css=False)


def _with_value(handler: Callable[[Session, str], Any]) -> Callable[..., Any]:
    """The handler, given the value of the button that was clicked as its second argument."""
    import gradio as gr

    if inspect.isgeneratorfunction(handler):

        def listen(session: Session, event: gr.EventData) -> Any:
            yield from handler(session, event.value)
    else:

        def listen(session: Session, event: gr.EventData) -> Any:
            return handler(session, event.value)

    return listen


def everything_of(session: Session) -> list[Any]:
    """All that is shown, in the order in which `page` lists its parts."""
    import gradio as gr

    words = strings(session.language)
    return [
        heading(session.language, readable(), UPLOAD_LIMIT),
        conversation(session),
        documents(session),
        evidence(session),
        gr.update(placeholder=words.placeholder, label=words.placeholder, interactive=True),
        gr.update(value=words.send),
        gr.update(value=words.stop),
        gr.update(label=words.add_files),
    ]


def readable() -> list[str]:
    """The suffixes of the files that can be added."""
    from corpus.readers import SUFFIXES

    return sorted(SUFFIXES)


def ask(session: Session, question: str) -> Iterator[tuple[str, Any, Any]]:
    """Show the question at once, then its answer as it grows and the evidence for it."""
    import gradio as gr

    if question.strip() and not session.pending:
        exchange = session.begin(question.strip())
        yield conversation(session), gr.skip(), ""
        for _ in session.answering(exchange):
            if not exchange.stopped:  # what was stopped is shown already: drawn again, its buttons would leave the hand
                yield conversation(session), evidence(session), gr.skip()
    yield gr.skip(), gr.skip(), gr.skip()  # what comes last Gradio sends once more


def ask_again(session: Session, _exchange: str) -> Iterator[tuple[str, Any, Any]]:
    """The last question once more, in place of its answer."""
    yield from ask(session, session.withdraw())


def give_up(session: Session) -> str:
    session.stop()
    return conversation(session)


def open_source(session: Session, value: str) -> str:
    """Show a source in the evidence panel and bring it into sight."""
    session.opened = Opened.parse(value)
    return evidence(session, focus=True)


def add_files(session: Session, uploads: list[str]) -> Iterator[tuple[str, Any]]:
    """Read uploaded files into this visitor's collection, telling how far it has come; the copies are deleted."""
    import gradio as gr

    words = strings(session.language)
    paths = [Path(upload) for upload in uploads]
    status = ""

    def progress(name: str, number: int, total: int) -> None:
        nonlocal status
        status = words.reading.format(name=name, number=number, total=total)

    try:
        with ThreadPoolExecutor(1) as worker:
            job = worker.submit(session.add, paths, progress)
            while wait([job], timeout=0.2).not_done:
                yield documents(session, status), gr.skip()
        job.result()
        outcome = ""
    except Exception as error:  # the visitor is told, the terminal shows where
        logging.getLogger(__name__).exception("files could not be added")
        outcome = words.failed.format(reason=error)
    finally:
        for path in paths:
            path.unlink(missing_ok=True)
    yield documents(session, outcome), gr.update(value=None)


def remove(session: Session, document_id: str) -> str:
    session.remove(document_id)
    return documents(session)


def start_anew(session: Session) -> tuple[str, str]:
    session.restart()
    return conversation(session), evidence(session)


def switch(session: Session, language: str) -> list[Any]:
    session.language = Language(language)
    return everything_of(session)


def _asset(name: str) -> str:
    return files("qa.web").joinpath(name).read_text(encoding="utf-8")
