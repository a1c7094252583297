"""Every text of the page, in both of its languages; a missing one is a type error."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Language


@dataclass(frozen=True, slots=True)
class Strings:
    """Texts with braces are filled in by `str.format` with the names in them."""

    language: Language
    html_language: str
    title: str
    tagline: str
    switch: str
    switch_to: Language
    new_conversation: str
    greeting: str
    invitation: str
    try_asking: str
    samples: tuple[str, ...]
    placeholder: str
    send: str
    stop: str
    add_files: str
    thinking: str
    stopped: str
    understood: str
    retry: str
    copy: str
    copied: str
    you: str
    assistant: str
    confidence: str
    seconds: str
    evidence: str
    evidence_hint: str
    closest: str
    closest_hint: str
    other_passages: str
    all_passages: str
    source_number: str
    page: str
    back: str
    earlier: str
    later: str
    documents: str
    no_documents: str
    remove: str
    reading: str
    reading_done: str
    reading_none: str
    not_read: str
    characters: str
    pages: str
    too_large: str
    wrong_type: str
    failed: str
    load_again: str


ENGLISH = Strings(
    language=Language.ENGLISH,
    html_language="en",
    title="Youju",
    tagline="Answers from your documents, each with its source",
    switch="中文",
    switch_to=Language.SIMPLIFIED,
    new_conversation="New conversation",
    greeting="What would you like to know?",
    invitation="Ask in English or Chinese. Every statement carries a link to the sentence it comes from; "
    "where the documents do not say, you are told so.",
    try_asking="Try asking",
    samples=(
        "What is the size of Shenzhen's seed fund for innovation?",
        "How many domestic patents were granted from January to August?",
        "深圳累计研制了多少项国际标准？",
        "Who won the World Cup in 2018?",
    ),
    placeholder="Ask about the documents…",
    send="Send",
    stop="Stop",
    add_files="Add files",
    thinking="Looking it up…",
    stopped="Stopped.",
    understood="Understood as: {question}",
    retry="Ask again",
    copy="Copy",
    copied="Copied",
    you="You",
    assistant="Answer",
    confidence="chance that the documents answer this: {percent}%",
    seconds="{seconds} s",
    evidence="Evidence",
    evidence_hint="The sources of an answer appear here. Choose a number such as [1] to open the document "
    "where it is quoted.",
    closest="Closest passages",
    closest_hint="The documents do not answer this. These passages come closest.",
    other_passages="Passages consulted",
    all_passages="Passages",
    source_number="Source {number}",
    page="page {page}",
    back="Back to the answer",
    earlier="Show earlier text",
    later="Show later text",
    documents="Documents",
    no_documents="No documents yet. Add files to ask about them.",
    remove="Remove {title}",
    reading="Reading {name} ({number} of {total})…",
    reading_done="{number} of {total} files read.",
    reading_none="None of the {total} files could be read.",
    not_read="not read: {reason}",
    characters="{characters} characters",
    pages="{pages} pages",
    too_large="{name} is larger than {limit} MB and was not added.",
    wrong_type="{name} cannot be read. Kinds of file that can: {suffixes}.",
    failed="Something went wrong: {reason}",
    load_again="The chat has been started anew since this page was loaded: please load it again.",
)

CHINESE = Strings(
    language=Language.SIMPLIFIED,
    html_language="zh-CN",
    title="有据",
    tagline="依据您的文档作答，句句有出处",
    switch="English",
    switch_to=Language.ENGLISH,
    new_conversation="新对话",
    greeting="您想了解什么？",
    invitation="可以用中文或英文提问。每句回答都附有出处，点击即可核对原文；文档中没有的内容，会如实告知。",
    try_asking="试着问问",
    samples=(
        "深圳设立的科技创新种子基金有多少钱？",
        "专精特新中小企业有多少家？",
        "How many national high-tech companies are there?",
        "2018年世界杯冠军是谁？",
    ),
    placeholder="就文档内容提问……",
    send="发送",
    stop="停止",
    add_files="添加文件",
    thinking="正在查找……",
    stopped="已停止。",
    understood="理解为：{question}",
    retry="重新提问",
    copy="复制",
    copied="已复制",
    you="您",
    assistant="回答",
    confidence="文档能回答这个问题的可能性：{percent}%",
    seconds="{seconds} 秒",
    evidence="依据",
    evidence_hint="回答的出处会显示在这里。点击 [1] 这样的编号，即可打开文档中被引用的位置。",
    closest="最接近的段落",
    closest_hint="文档没有给出答案，以下是最接近的段落。",
    other_passages="查阅过的段落",
    all_passages="段落",
    source_number="出处 {number}",
    page="第 {page} 页",
    back="返回回答",
    earlier="显示上文",
    later="显示下文",
    documents="文档",
    no_documents="还没有文档。添加文件后即可提问。",
    remove="移除{title}",
    reading="正在读取 {name}（{number}/{total}）……",
    reading_done="已读取 {number}/{total} 个文件。",
    reading_none="{total} 个文件均无法读取。",
    not_read="未能读取：{reason}",
    characters="{characters} 字",
    pages="{pages} 页",
    too_large="{name} 超过 {limit} MB，未能添加。",
    wrong_type="无法读取 {name}。可读取的文件类型：{suffixes}。",
    failed="出错了：{reason}",
    load_again="此页打开之后，问答服务已重新启动，请刷新页面。",
)


def strings(language: Language) -> Strings:
    """The texts of a page language: Chinese of either script, or English."""
    return CHINESE if language.chinese else ENGLISH


def preferred(accept_language: str) -> Language:
    """The page language for a browser's Accept-Language header: whichever of the two it names first."""
    for choice in accept_language.lower().split(","):
        if choice.strip().startswith("zh"):
            return Language.SIMPLIFIED
        if choice.strip().startswith("en"):
            return Language.ENGLISH
    return Language.ENGLISH
