"""How questions about the text itself are worded: who wrote or published it, in Chinese and in English."""

from __future__ import annotations

import re

# What a question says of the text itself, as terms.
PUBLISHING = frozenset({
    "newspap", "outlet", "media", "agenc", "paper", "public", "stori", "report", "articl", "text", "dispatch", "file",
    "publish", "credit", "sourc", "line", "bottom", "end", "origin", "journalist", "author", "wrote", "write",
    "written", "behind", "commentari", "piec", "记者", "作者", "写", "采写", "撰写", "评论", "名字", "电头", "媒体",
    "报纸", "报社", "通讯社", "网站", "公众号", "媒体报道", "报道", "稿子", "稿件", "末尾", "文末", "标注", "注明",
    "来源", "发布", "刊登", "整理", "转载", "转发", "编发", "消息", "出自", "这是", "文章", "新闻", "公告", "本文",
    "全文",
})  # fmt: skip
COUNTED_BY = "篇条则份"  # the measure words of texts
# Who published or wrote the text, or what source it names, where nothing else is asked.
_WRITTEN = "(?:文章|稿[子件]?|报道|消息|新闻|公告|评论|本文|全文|这篇)"
_CARRIED = "(?:报道|刊登|刊发|发布|登载?|发表|整理|转[载发]|编发)"
_OUTLETS = "(?:媒体|报纸?|报社|通讯社|电视台|网站|公众号)"
OUTLET = re.compile(
    rf"哪[家个份]{_OUTLETS}.{{0,6}}(?:{_WRITTEN}|{_CARRIED})|(?:{_WRITTEN}|{_CARRIED}).{{0,8}}哪[家个份]{_OUTLETS}"
    rf"|{_WRITTEN}.{{0,4}}(?:标注|注明|写明)?的?来源"
    r"|\b(?:what|which) (?:newspaper|(?:media |news )?outlet|news agency|paper|publication|news site)(?:'s)?\b"
    r".*\b(?:story|report|article|text|dispatch|credited)\b"
    r"|\bsource (?:line|is credited)\b|\bcredited as (?:the|its)(?: \w+)? source\b"
    r"|(?P<writer>(?:谁|哪[位名个]).{0,3}(?:记者|作者|采?写|撰写)|(?:记者|作者)(?:是|叫)(?:谁|什么)"
    r"|\bwho (?:wrote|authored|is the (?:reporter|journalist|author)\b)"
    r".*\b(?:story|report|article|text|dispatch|commentary|piece)\b)",
)
# What a text is said to be about, which says nothing of who published it.
TOPIC = re.compile(rf"[^,，。?？]{{2,40}}?的(?={_WRITTEN})|\s(?:about|on|of|regarding|covering)\s[^?,]+")
