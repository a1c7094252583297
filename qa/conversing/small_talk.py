"""What people say to an assistant that is no question to its documents, and what it says back."""

from __future__ import annotations

import json
import re
import unicodedata
from enum import StrEnum
from functools import cache
from importlib import resources

from corpus import Language
from index.folding import fold


class Talk(StrEnum):
    """What an utterance wants instead of an answer out of the documents."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    AGREEMENT = "agreement"
    REPROACH = "reproach"
    ABILITIES = "abilities"
    CONTENTS = "contents"
    GROUNDS = "grounds"
    TODAY = "today"
    SUMMARY = "summary"
    OPINION = "opinion"
    TRANSLATION = "translation"
    ARITHMETIC = "arithmetic"
    WRITING = "writing"

    @property
    def social(self) -> bool:
        declined = (Talk.TODAY, Talk.SUMMARY, Talk.OPINION, Talk.TRANSLATION, Talk.ARITHMETIC, Talk.WRITING)
        return self not in declined


_MADE = "(?:做|开发|创造|创建|制造|发明|研发|设计|训练|写)"
_VULGAR = "(?:傻[逼比屄叉]?|煞笔|沙雕|白痴|智障|脑残|混蛋|王八蛋)"
# Whole pieces of an utterance, between its marks; the order is that of precedence when several are said at once.
_SOCIAL: tuple[tuple[Talk, str], ...] = (
    (
        Talk.ABILITIES,
        r"[你您](?:到底|究竟)?是(?:谁|什么|干什么的|做什么的|机器人|人工智能|真人|ai|哪位)吗?|[你您]叫(?:什么"
        r"|啥)(?:名字)?"
        r"|[你您](?:都)?[能会](?:做|干|帮我做|为我做)?(?:些)?(?:什么|啥|哪些事|哪些事情)|[你您]可以(?:做|帮我做|干"
        r"|为我做)(?:些)?(?:什么|啥)"
        r"|[你您]有(?:什么|哪些)(?:功能|用处|用|本事|能力)|(?:请)?(?:简单)?(?:介绍|自我介绍)(?:一下"
        r"|下)?(?:[你您](?:自己)?)?"
        r"|(?:这个|这|该)?(?:怎么|如何)(?:使用|用)(?:[你您它])?|[你您](?:该)?(?:怎么|如何)(?:使用|用)"
        r"|(?:请)?帮(?:帮)?(?:助)?我?(?:一下)?"
        r"|(?:so )?(?:who|what) (?:are|r) (?:you|u)(?: exactly)?|what(?:'s| is) your name|(?:so )?what (?:can"
        r"|do) you do(?: for me)?"
        r"|what can (?:i|you) (?:ask(?: you)?|help(?: me)? with)|how (?:can|could) you help(?: me)?|how do (?:you"
        r"|i use (?:you|this|it)) ?(?:work)?"
        r"|(?:tell me about|introduce) yourself|are you (?:an? )?(?:ai|bot|robot|human|chatbot|real person|person)"
        r"|(?:please )?(?:can you )?help(?: me)?"
        r"|(?:can|could|may) i ask (?:you )?(?:something|(?:a|one|another|some|a few|one more)(?: more)? questions?)"
        r"|i have (?:a|another|some|one more) questions?(?: for you)?"
        r"|[你您](?:就)?是(?:chatgpt|gpt|deepseek|豆包|文心一言|通义千问|kimi)吗"
        r"|are you (?:chat ?gpt|gpt|siri|alexa|claude|gemini|copilot|deepseek)"
        r"|[你您](?:是|到底是)?由?(?:谁|哪[家个]公司)"
        rf"{_MADE}(?:的|出来的|了[你您])?|(?:是)?谁{_MADE}[的了出]+[你您]"
        r"|[你您](?:用的|背后)?是(?:个|一个|哪个|哪种|什么|啥)(?:语言|大|ai)*(?:模型|软件|程序)"
        r"|[你您](?:用|使用)的是?(?:什么|哪个)(?:ai|大|语言)*模型"
        r"|我(?:可以|能|该|应该)(?:向[你您])?(?:问|提问)[你您]?[些点]?(?:什么|啥|哪些)(?:样的)?(?:问题)?"
        r"|(?:我)?(?:可以|能|能不能|可不可以|想|想要)(?:再|向[你您])*(?:问|提问?|请教)[你您]?(?:一?[个下些点]|几个)*(?:问题|事)?吗?"
        r"|who (?:made|created|built|developed|wrote|designed|trained|invented) (?:you|this assistant)"
        r"|(?:what|which) (?:ai |language |llm |large )*model (?:are you|do you use|is this|are you using)"
        r"|what (?:kind|sort) of (?:ai|bot|model|program|assistant) are you"
        r"|what (?:kind of )?questions can i ask(?: you)?"
        r"|(?:do|can) you (?:speak|understand|read|answer in) (?:chinese|english|mandarin)"
        r"(?: (?:documents|texts|files))?"
        r"|(?:what|which|how many) languages (?:do|can) you (?:speak|understand|know)"
        r"|[你您](?:会|能|可以)?(?:说|讲|懂|用)(?:中文|汉语|普通话|英文|英语)(?:回答)?吗"
        r"|(?:are you (?:connected to|on|using)|(?:do|can) you (?:use|search|access)) the (?:internet|web)"
        r"|[你您](?:能|会|可以)?(?:联网|上网|联网搜索|搜索网络)吗",
    ),
    (
        Talk.CONTENTS,
        r"[你您]?(?:这里|这儿)?都?有些?(?:哪些|什么|啥)(?:文档|文件|资料|文章)|(?:列出|显示)(?:所有|全部)?的?(?:文档|文件)"
        r"|(?:what|which) (?:documents|files|texts|articles) (?:do you have|are (?:there|loaded|here)"
        r"|have you (?:got|read)|do you know|can you (?:read|see))"
        r"|(?:list|show)(?: me)? (?:all )?(?:the |your )?(?:documents|files)",
    ),
    (
        Talk.GROUNDS,
        r"are you (?:really |quite |absolutely )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?|really"
        r"|is (?:that|this) (?:really |actually )?(?:true|right|correct)|how do you know(?: (?:that|this))?"
        r"|can i trust (?:you|this|that)"
        r"|where (?:does it say|did you (?:find|get|read|see)) (?:that|this|it)|what(?:'s| is) your source|says who"
        r"|(?:do|can|could) you (?:ever )?(?:make mistakes|be wrong)"
        r"|[你您]?(?:真的|很|能)?(?:确定|肯定|确认)吗|真的(?:吗|假的)|是真的吗|(?:这|那)(?:是)?(?:真的|对的|对|准确|可靠)吗|可信吗|可靠吗"
        r"|[你您](?:是)?(?:怎么|从哪里?|从哪儿|在哪里?|在哪儿)(?:知道|得知|看到|找到|查到)的?(?:这个|这些)?"
        r"|(?:有|你的)?(?:出处|依据|根据|证据|来源)(?:在哪里?|在哪儿|是什么|呢|吗)"
        r"|[你您](?:会|会不会)(?:出错|犯错|搞错|弄错)吗?",
    ),
    (
        Talk.REPROACH,
        rf"[你您]们?(?:个|这|真|就|是|简直|太|好|的|么|怎)*大?(?:{_VULGAR}|笨蛋?|蠢货?|垃圾|废物|没用|无能)[了啊吧的]?"
        rf"|{_VULGAR}|滚(?:开|蛋|吧|远点)?|(?:他)?妈的|操[你您]妈?|去死吧?|闭嘴"
        r"|you(?:'re| are)? (?:(?:so|really|such|just|an?|very|totally|completely|fucking) )*(?:stupid|idiots?|useless"
        r"|dumb|morons?|rubbish|garbage|trash|crap|fools?|worthless|suck)(?: (?:bot|machine|idiot))?"
        r"|(?:fuck|screw) (?:you|off|this)|fuck|shit|shut up|bullshit"
        r"|(?:stupid|useless|dumb) (?:bot|machine|assistant|ai)",
    ),
    (
        Talk.THANKS,
        r"(?:好的|好|非常|十分|太|多|那就)?(?:谢谢|感谢|多谢|谢啦|谢了|蟹蟹)+(?:[你您](?:们)?|大家)?(?:的)?(?:帮助"
        r"|回答|解答)?(?:了|啦|啊|呀)?|谢过|[你您]?辛苦(?:了"
        r"|啦)"
        r"|(?:ok |okay |great |many |cool )?(?:thanks|thank you|thx|cheers|ty)"
        r"(?: (?:a (?:lot|million|bunch|ton|heap)|so much|very much|again|for (?:your|the) (?:help|answer)))?"
        r"|(?:that|this|it)(?:'s| was| is) (?:(?:very|really|so|most|quite) )?(?:helpful|useful|great|perfect)"
        r"|(?:that|this) (?:really )?help(?:s|ed)(?: me)?(?: a lot)?|very (?:helpful|useful)"
        r"|(?:很|非常|真)?有(?:帮助|用)",
    ),
    (
        Talk.FAREWELL,
        r"(?:再见|拜拜|再会|回头见|明天见|晚安|下次见)(?:啦|了|喽|咯|哈|吧)?|(?:good ?)?bye(?: ?bye)?"
        r"|see (?:you|ya)(?: later| soon| tomorrow)?"
        r"|good ?night"
        r"|farewell",
    ),
    (
        Talk.GREETING,
        r"[你您](?:们)?好(?:啊|呀|哇)?|(?:哈喽|哈啰|哈罗|嗨|嘿|喂|hello|hi|hey|hiya|howdy|greetings)(?: there"
        r"| everyone| youju| 有据)?"
        r"|(?:大家|早上|上午|中午|下午|晚上)好(?:啊|呀)?|早安|早|在吗|在么|有人吗|[你您]在吗|good (?:morning|afternoon"
        r"|evening|day)"
        r"|how are you(?: doing)?(?: today)?|nice to meet you|what's up|[你您](?:最近)?(?:怎么样|好吗|还好吗)"
        r"|很高兴认识[你您]",
    ),
    (
        Talk.AGREEMENT,
        r"(?:嗯+|哦+|噢|哈+|呵+|好(?:的|吧|啊|呀|滴|嘞)?|行(?:吧)?|可以|ok|okay|对(?:的)?|是的|没错|明白(?:了)?"
        r"|知道了|懂了|了解(?:了)?|收到|不错|太好了|太棒了"
        r"|厉害|真棒|没事(?:了)?|没有了|不用了)"
        r"|(?:great|cool|nice|got it|i see|good|perfect|awesome|wow|alright|all right|fine|sure|yes|no|yep|nope"
        r"|(?:that's|that is|that will be|that'll be) (?:all|it)(?: for (?:now|today))?(?: i (?:need(?:ed)?|wanted))?"
        r"|never ?mind|understood|well done|lol|haha+)",
    ),
)  # fmt: skip
_POLITE = (
    r"(?:(?:那|那么|请|请问|麻烦|劳驾|帮我|帮忙|给我|为我|能否|能不能|可以|可否|你能|您能|你能不能|你可以|您可以"
    r"|我想让你|我要你|我想|你|您|再)\s*)"
)
_PLEASE = (
    r"(?:(?:please|kindly|now|so|and|can you|could you|would you|will you|i want you to|i'd like you to"
    r"|help me(?: to)?)[ ,]*)"
)
_WHOLE = (
    r"(?:整个|整篇|全部|所有|这篇|这份|这个|这些|这段|这|该|本|上述|以上|上面的?|以下|两篇|每篇|你的|我的)?"
    r"(?:些|份|篇|个)?"
)
_PAPERS = r"(?:文章|文档|文件|资料|报告|材料|全文|原文|文本|新闻|稿子|论文|书|合同|内容)"
_THIS = r"(?:this|the|these|those|that|my|all(?: of)?(?: the| these)?|it)"
_TEXTS = r"(?:documents?|articles?|texts?|files?|papers?|passages?|reports?|pages?|collection|content|contents)"
_NO_QUESTION = "(?!.*(?:谁|哪|多少|几[份个页天]|[什何]么?时))"  # 总结报告是谁写的 orders nothing
_NUMBER = r"(?:\d[\d.,]*|[零一二三四五六七八九十百千万两]+)"
_ORDERS: tuple[tuple[Talk, str], ...] = (
    (
        Talk.SUMMARY,
        rf"^{_NO_QUESTION}{_POLITE}*(?:总结|概括|归纳|概述|摘要|提炼)(?:一下|下|这|那|该|本|全文|原文|上述|以上|主要|要点|大意|$"
        rf"|{_PAPERS})"
        rf"|^{_POLITE}+(?:总结|概括|归纳|概述|提炼)(?!会(?!议(?:的|主要)?(?:内容|纪要|记录|要点))|语|报告(?:的|在|由)|大会)"
        rf"|^{_POLITE}*用(?:一|几|两|三|\d+)(?:句|段|个字|百字|百个字|字)[^?]{{0,6}}(?:总结|概括|归纳|概述|介绍|说明)"
        rf"|^{_POLITE}*(?:写|做|给出|列出|生成|提供)(?:一|个|份|篇|段|一个|一份|一篇|一段)*[^?,]{{0,12}}(?:总结|摘要"
        r"|概要|提纲|大纲|概述)$"
        rf"|^{_WHOLE}{_PAPERS}[里中]?(?:主要|大概|大致|到底|都|究竟)*(?:讲|说|写|谈|介绍|讲述|说明)(?:了"
        r"|的是)?(?:些)?(?:什么|啥)(?:内容|事|东西)?$"
        rf"|^{_WHOLE}{_PAPERS}的?(?:主要|中心|核心)?(?:内容|大意|主旨|要点|中心思想)(?:是|有)(?:什么|啥|哪些)$"
        rf"|^{_PLEASE}*(?:summari[sz]e|sum up|sum {_THIS}(?: {_TEXTS})? up|recap|tl;?dr)\b"
        rf"|^{_PLEASE}*(?:give|write|provide|make|create|generate|prepare)(?: me| us)? (?:an? |the "
        r"|some )?(?:\w+ )?(?:summary|overview|abstract|outline|recap|synopsis)\b"
        rf"|^what(?:'s| is| are) {_THIS} {_TEXTS} (?:\w+ )?about$|^what (?:does|do) {_THIS} {_TEXTS} (?:say"
        r"|talk about|discuss|cover)$"
        rf"|^what(?:'s| is| are) the (?:main|key) (?:idea|ideas|point|points|takeaways?|message) of {_THIS} {_TEXTS}$"
        rf"|^{_PLEASE}*(?:give|tell) (?:me|us) the (?:gist|essence|long and short of it)(?: of {_THIS}(?: {_TEXTS})?)?$"
        rf"|^{_PLEASE}*(?:compare|contrast) (?:both|{_THIS}) (?:two |three )?{_TEXTS}$"
        rf"|^{_POLITE}*(?:比较|对比)(?:一下|下)?(?:这|那|上述|以上)?[两二三几]?[份个篇]?{_PAPERS}$"
        rf"|^what(?:'s| is) the gist(?: of {_THIS}(?: {_TEXTS})?)?$",
    ),
    (
        Talk.TODAY,
        rf"^{_POLITE}*(?:今天|现在|今日|目前|此刻)是?(?:几月几[号日]|几[号日点]|(?:星期|礼拜)几|周几|什么(?:日子|时间|时候)|多少号)"
        r"[了呢啊呀]*$|^(?:今天|明天)的?天气(?:怎么样|如何|好吗)$"
        r"|^(?:what(?:'s| is) )?(?:today's date|the date today|the time(?: now)?|the current (?:date|time))$"
        r"|^what (?:date|day|time) is (?:it|today)(?: (?:today|now))?$|^what day of the week is (?:it|today)$"
        r"|^what(?:'s| is) the date$|^(?:what(?:'s| is)|how(?:'s| is)) the weather"
        r"(?: like)?(?: (?:today|tomorrow|now))?$",
    ),
    (
        Talk.OPINION,
        r"^.{1,40}[你您](?:怎么看|怎么想|有什么看法|有何看法)$|^(?:那|那么|请问|所以|话说)?[你您](?:自己"
        r"|个人)?(?:觉得|认为|感觉|喜欢|同意|赞成|支持|推荐|建议|相信|怎么看|怎样看|如何看|怎么想|怎么评价|如何评价)"
        r"|^(?:那|那么)?[你您]对.{1,60}(?:怎么看|怎样看|如何看待|有什么看法|有何看法|看法是什么|怎么评价|有什么建议)"
        r"|(?:[,。]\s*|^)(?:那)?[你您](?:怎么看|怎么想|觉得呢|觉得怎么样|的看法(?:是什么|呢)?|的意见(?:是什么|呢)?"
        r"|的观点(?:是什么|呢)?)$|^(?:依|在|照)[你您]看"
        r"|^以[你您]的观点"
        r"|^我(?:应该|该|要不要|应不应该)(?:(?:买|卖|投资|购买)(?:[吗它这那]|.*股)|相信|辞职|离职|跳槽|换工作|结婚|离婚|分手)"
        r"|^(?:so |and )?(?:what do you|do you|don't you|why do you) (?:think|feel|believe|like|agree|prefer"
        r"|recommend|suggest|reckon)\b"
        r"|^(?:in your opinion|in your view)\b|\bin your opinion$|^what(?:'s| is| are) your (?:opinion|view|views"
        r"|thoughts|take|favou?rite|recommendation|advice)\b"
        r"|^(?:would|could|can) you (?:recommend|advise|suggest)\b"
        r"|^should i (?:invest|sell|trust|believe|quit|marry|buy (?:it|this|that|(?:\w+ )*(?:shares?|stocks?)))\b"
        r"|^any (?:thoughts|advice|suggestions)\b",
    ),
    (
        Talk.TRANSLATION,
        rf"^{_NO_QUESTION}{_POLITE}*翻译(?:一下|下|这|以下|上面|全文|成|:|$|{_PAPERS})|^{_POLITE}*(?:把|将).{{1,400}}(?:翻译"
        r"|译)(?:成|为|到)(?:英|中|日|法|韩"
        rf"|德|俄|简体|繁体)[^?]{{0,4}}$"
        rf"|^{_PLEASE}*translate\b(?! of)",
    ),
    (
        Talk.ARITHMETIC,
        rf"^{_POLITE}*(?:计算|算算|算)(?:一下|下(?![列来述])|出|:|$)"
        r"|^(?![^和与跟及、]*总[^和与跟及、]{1,6}加).*(?:加起来|相加|加在一起|加总)(?:一共|总共|后|等于|是|有|为|共)*(?:多少|几)"
        rf"|^{_POLITE}*[把将]?\d.*\d(?:加起来|相加|相乘|相减|相除)$"
        r"|之和(?:是|为|等于|有)?多少"
        r"|(?:的|这些|三者|两者|二者)平均(?:值|数)?(?:是|为)?多少$(?<=者平均值是多少)"
        r"|^[\d\s.,+\-*/×÷x=()%^?]*\d\s*[+*/×÷^=-]\s*\d[\d\s.,+\-*/×÷x=()%^?]*(?:等于多少|等于几|是多少|equals?)?$"
        rf"|^{_NUMBER}(?:加上?|减去?|乘以?|除以){_NUMBER}(?:等于|是|得)*(?:几|多少)?$|,{_POLITE}*(?:算一下|算算|计算一下)$"
        rf"|^{_PLEASE}*(?:calculate|compute|add up|add together|subtract|multiply|divide)\b"
        r"|^(?:what(?:'s| is)|give me) the (?:sum|product) of\b|^what(?:'s| is) (?:the )?(?:average|mean|sum"
        r"|total) of (?:these|those|the (?:two|three|four|five|six)|all(?: the| these)?) (?:\w+ )?"
        r"(?:figures|numbers|values|rates|amounts|percentages)$"
        r"|^(?:what(?:'s| is) |how much is )?\d[\d.,]* ?(?:%|per ?cent) of \d[\d.,]*$"
        r"|^(?:(?:what(?:'s| is)|how (?:much|many) (?:is|are|makes?)) )?\d[\d.,]* ?(?:plus|and|minus|times"
        r"|divided by|[+*/x-]) ?\d[\d.,]*$",
    ),
    (
        Talk.WRITING,
        rf"^{_POLITE}*(?:写|创作|编|讲|说|来|画|作)(?:一|几|个|首|篇|封|段|一个|一首|一篇|一封|一段|张|一张|幅"
        rf"|一幅)+(?:\S{{0,10}}?)(?:诗|故事|笑话|作文|文章"
        r"|邮件|信|代码|程序|歌|歌词|小说|段子|演讲稿|画|图|新闻稿)$"
        rf"|^{_PLEASE}*(?:write|compose|draft|tell|draw|sing)(?: me| us)? (?:an? |some |the )?(?:\w+ ){{0,3}}?(?:poem"
        r"|story|joke|essay|song|email|e-mail|letter|speech|code|program|script|picture)s?(?: (?:about|on|for"
        r"|of)\b.*)?$",
    ),
)  # fmt: skip
_SOCIAL_PATTERNS = tuple((talk, re.compile(pattern)) for talk, pattern in _SOCIAL)
_ORDER_PATTERNS = tuple((talk, re.compile(pattern)) for talk, pattern in _ORDERS)
_MARKS = re.compile(r"[^\w' ;:,.+*/×÷^=()%-]|_")
_BETWEEN = re.compile(r"[,.;:!?~\uff0c\u3002\uff01\uff1f…、\s]*(?:[,.;:!?~\uff0c\u3002\uff01\uff1f…、]|$)[\s]*")
_KEPT = ("no", "nope", "wow")  # begins what corrects, or a name
_LONGEST = 600  # characters beyond which an utterance is no small talk, and its patterns need not be tried


def talk_of(utterance: str) -> Talk | None:
    """What the utterance wants instead of an answer out of the documents; None for a question."""
    if len(utterance) > _LONGEST:
        return None
    pieces = [piece for _, piece in _pieces(utterance)]
    if not pieces:  # 👍 alone
        return Talk.AGREEMENT if signs_alone(utterance) else None
    social = [_social(piece) for piece in pieces]
    if pieces and all(social):
        return next(talk for talk, _ in _SOCIAL_PATTERNS if talk in social)
    plain = _plain(without_greeting(utterance))
    return next((talk for talk, pattern in _ORDER_PATTERNS if pattern.search(plain)), None)


def signs_alone(utterance: str) -> bool:
    """Whether it is made of pictures, with no word beside them: 👍."""
    signs = [unicodedata.category(each) for each in utterance if not each.isspace()]
    return "So" in signs and not any(category[0] in "LN" for category in signs)


def without_greeting(utterance: str) -> str:
    """The utterance without the greeting or thanks before it: a greeting is no word to search by."""
    for start, piece in _pieces(utterance):
        polite = _social(piece) in (Talk.GREETING, Talk.THANKS, Talk.AGREEMENT) and piece not in _KEPT
        if not polite:
            return utterance[start:] if start else utterance
    return utterance


def _pieces(utterance: str) -> list[tuple[int, str]]:
    """The pieces between marks that hold a word, each with its offset."""
    found, start = [], 0
    for mark in _BETWEEN.finditer(utterance):
        if piece := _plain(utterance[start : mark.start()]):
            found.append((start, piece))
        start = mark.end()
    return found


def _social(piece: str) -> Talk | None:
    return next((talk for talk, pattern in _SOCIAL_PATTERNS if pattern.fullmatch(piece)), None)


def _plain(text: str) -> str:
    """Lower case, simplified, half width, without the marks at its end."""
    folded = fold(text).text.replace("\uff0c", ",").replace("\u3002", ".")
    return " ".join(_MARKS.sub(" ", folded).split()).strip(" .,;:~")


@cache
def _replies() -> dict[str, dict[str, str]]:
    stored = resources.files("qa").joinpath("data/replies.json").read_text("utf-8")
    replies: dict[str, dict[str, str]] = json.loads(stored)
    return replies


def reply(talk: Talk, language: Language) -> str:
    """The sentence said back, in a question's language."""
    return _replies()[language][talk]
