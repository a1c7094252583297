"""English follow-ups: "And in the previous year?" "How many of them?" "Who runs it?" made whole."""

from __future__ import annotations

import re

from index.words import ENGLISH_STOP_WORDS
from qa import kinds
from qa.conversing import occasions, others, owners
from qa.conversing.ellipses_english import completed, object_of, of_what_follows, only_attribute
from qa.conversing.topics_english import ASKS, AUXILIARY, NAME, PREPOSITION, determined, possessive, topic_of
from qa.question import kind_of
from qa.types import Kind

_ELLIPSIS = re.compile(
    r"^(?:and |but |so |then |ok(?:ay)?,? )*(?:(?:what|how) about|and|and what about|or|what of"
    r"|same for|(?:and )?how (?:many|much)(?= (?:in|at|on|for|during) ))\s+(?P<rest>[^?]{1,80}?)(?:,? then)?[?.!]*$",
    re.I,
)
_FRAGMENT = re.compile(r"^(?P<rest>(?:in|for|at|during|from|the|of|by)?\b[^?]{1,40})\?$", re.I)
_LEADING = re.compile(r"^(?:and|but|so|then|also|ok(?:ay)?)[, ]+", re.I)
_BEFORE_ASKING = re.compile(
    rf"^(?:(?:ok(?:ay)?|so|well|right|alright|great|now|then|and|but)[, ]+)+(?=(?:{ASKS.pattern}|{AUXILIARY})\b)", re.I
)
_OF_THEM = re.compile(
    r"^how many(?: of)? (?:them|these|those|they)(?: (?:are|were|is) there)?\??$|^how many(?: are there"
    r"| in total)?\??$",
    re.I,
)
_BARE = re.compile(
    r"^(?P<ask>why|when|where|who|how many|how much|how|which ones?|since when|by whom|what (?:time|day|for)|for what)"
    r"(?: (?P<verb>is|was|are|were) (?:it|that|this|they))?\??$",
    re.I,
)
# What asks of the same deed, and its verb with it: When was the mill built? By whom?
_CIRCUMSTANCE = (
    r"why|when|where|what (?:time|day)|how(?: often| long| late| early| soon)?|for how much|since when|until when"
    r"|for how long|(?:by|with|for|from|to) whom|from where"
    r"|(?:from|at|by|until|under) (?:what|which) (?:age|time|date|price|conditions?|circumstances)"
)
_ASKED_ANEW = re.compile(rf"^(?:(?P<ask>{_CIRCUMSTANCE})|who (?P<with>by|with|for|from))\??$", re.I)
_ASKED_BEFORE = re.compile(rf"^(?:{_CIRCUMSTANCE}) (?P<rest>{AUXILIARY} .+ .+)$", re.I)
_MEASURED = re.compile(
    r"how (?:tall|high|old|wide|broad|deep|big|large|small|heavy|thick|hot|cold|expensive|difficult|dangerous)\W*", re.I
)
_EVEN = re.compile("^(?:(?:and|but|not) )*even (?=.)", re.I)
_WHO_DID = re.compile(rf"^(?:and )?who (?!{AUXILIARY}\b)(?P<did>\w+ .+)$", re.I)
_DOES = re.compile(r"(?P<verb>[a-z]+(?<![sui])s)(?P<behind> .+)$")
_WHO_MAY = re.compile(r"^who (?P<can>can|may|must|should) (?P<verb>(?!the |an? )[a-z]+\b.*)$", re.I)
_WHO_IS = re.compile(r"^who (?P<is>is|was) (?P<post>(?:the )?(?!.*['’]).+)$", re.I)
_TIME_OR_REASON = re.compile("(?:since|until) when|when|why|(?:for )?how long", re.I)
_WHAT_WAS_DONE = re.compile(
    rf"^(?:what|which|how (?:many|much))(?: (?!{AUXILIARY}\b)[\w'-]+){{0,3}} "
    r"(?P<deed>(?:do|does|did|will|would|can|could|should|must) [^?]+ [^?]+)",
    re.I,
)
_BARE_FORMS = {
    "why": "What is the reason for {topic}?", "how many": "How many {topic} are there?",
    "how": "How is {topic} done?", "for what": "What is {topic} for?", "what for": "What is {topic} for?",
    "by whom": "By whom was {topic}?", "which": "Which {topic}?",
}  # fmt: skip
_UNTOLD = "@@"  # stands for a time that nothing before has told
_ITS_TENSE = re.compile(r"\b(?:was|were|did|had)\b", re.I)
_IF = re.compile(r"^(?:and |but |so |what )*(?P<condition>(?:even )?(?:if|unless|in case) [^?,]+)\?*$", re.I)
_IF_BEHIND = re.compile(r" (?:even )?(?:if|unless|in case) .*$", re.I)
_AND_THEN = re.compile(r"(?:then|next|that|it|this|afterwards?|later)\W*", re.I)
# Where the company is based is not what is spoken of next; where somebody was born may be.
_WHERE_IT_IS = re.compile(
    r"^what(?:'s| is| was) (?:[\w'’]+ )+?(?:address|location)\b"
    r"|^where (?!.*\b(?:born|buried|die[sd]?|live[sd]?|gr[eo]w|stud(?:y|ied)|moved?|go)\b)",
    re.I,
)
_WHO_IS_NAMED = re.compile(r"(?i:who(?: is| was|'s|’s)) (?!the )" + rf"{NAME.pattern}\W*")
_WHEN_OR_WHY = re.compile("when|why|what", re.I)
_PERSON_ALONE = re.compile(r"(?:[A-Z][\w.'’-]+ ?){2,3}")  # when what? Ada Brown was asked about, and no deed of hers
_OF_A_PERSON = re.compile(r"\b(?:name|age|address|e-?mail|phone|telephone|salary|number)\b", re.I)
_ORGANISED = re.compile("who (?:will|would|is going to) (?:organi[sz]e|host|hold|chair|lead|attend|open|plan) ", re.I)
_HAS_THINGS = re.compile(
    r"^(?:do|does|did|has|have) .+? (?:have|had|own) (?:any |some )?(?P<things>[a-z]+(?: [a-z]+)?)\W*$", re.I
)
_OBJECT_MET = re.compile(
    r"^who(?:m)? (?P<deed>(?:do|does|did|will) (?=(?-i:[A-Z])|the |they |we |you )[^?]+?)"
    r"(?: (?:after|before|on|in|at|next|last|this)\b[^?]*)?\??$", re.I
)
_DONE_TO_SEVERAL = re.compile(
    rf"^(?P<can>can|may|must|should|could|do|does|did|will) (?P<who>I|we|you|they|{NAME.pattern}) (?P<verb>[a-z]+) "
    r"(?:any |some )?(?P<things>[\w-]+s)(?P<behind>\b.*)$", re.I
)
_SEVERAL_DONE = re.compile(
    rf"^how many (?P<things>[\w-]+s) (?P<can>{AUXILIARY}) (?P<who>I|we|you|they) (?P<verb>[a-z]+)(?P<behind>.*)$", re.I
)
_LISTED = re.compile(r"^(?:what|which|list|name)(?: (?:are|were) (?:the )?)?\s*(?:two|three|four|five|all)?\s*", re.I)
_COUNTED = re.compile(rf"^(?:how many|which|what) (?!{AUXILIARY}\b)(?P<things>[\w' -]+?) {AUXILIARY}\b", re.I)
_OBJECT_ASKED = re.compile(
    rf"^(?:what|which)(?: (?!{AUXILIARY}\b)[a-z-]+){{0,3}} (?:do|does|did|has|have|had|will) ", re.I
)
_PERSONAL = re.compile(r"\b(?P<he>he|she|him|his|her|hers)\b", re.I)
_IMPERSONAL = re.compile(
    r"\b(?P<it>its|it|they|them|their|theirs|there|this one|that one|these|those|that|this)\b",
    re.I,
)
_EXPLETIVE = re.compile(
    r"\b(?:is|was|does|did|will|would|has|had)? ?it (?:is |was |be |been )?(?:true|possible|necessary|important"
    r"|likely|known (?!for)|said|take|takes|took|mean|means|that|easy|hard)\b|\b(?:is|are|was|were|will|would) there\b"
    r"|\bthere (?:is|are|was|were|will)\b",
    re.I,
)
_DEMONSTRATIVE = re.compile(r"\b(?:this|that|these|those) (?P<noun>[a-z-]+)", re.I)
_NO_ANTECEDENT = re.compile(rf"{kinds.AMOUNTS}|{kinds.YEARS}|people|many|much")
def whole(question: str, previous: str, short: str) -> str:
    """The whole question; the same where nothing is left out or nothing before it can fill it in."""
    if _AND_THEN.fullmatch(_LEADING.sub("", question)):
        return question
    if others.wanted(question):
        return others.in_english(previous) or question
    if _OF_THEM.match(_LEADING.sub("", question)):
        return _counted(previous) or question
    if (asked := _ASKED_ANEW.match(_LEADING.sub("", question))) and (deed := _same_deed(asked, previous, short)):
        return deed
    bare = _BARE.match(_LEADING.sub("", question))
    topic = topic_of(previous)
    if topic and (asked := _MEASURED.fullmatch(_LEADING.sub("", question))):
        return f"{_capital(asked[0].rstrip('?!. '))} {'was' if _PERSON_ALONE.fullmatch(topic) else 'is'} {topic}?"
    if bare and topic and not (_WHEN_OR_WHY.match(bare["ask"]) and _PERSON_ALONE.fullmatch(topic)):
        return _asked_of_topic(bare, topic, previous)
    if time := occasions.that_time(question, short, previous, chinese=False):
        start, end, told = time
        said = whole(f"{question[:start]}{told or _UNTOLD}{question[end:]}", previous, short)
        return _capital(said) if told else said.replace(_UNTOLD, question[start:end])
    if condition := _IF.match(question):  # And if it rains?
        return f"{_IF_BEHIND.sub('', previous.rstrip('?. '))} {condition['condition']}?"
    if part := left_alone(question):
        if follows := of_what_follows(part, previous, short):
            return follows
        owned = owners.of_english(part, previous, short)
        return owned or completed(_named(part, previous, short), previous, short)
    named = _named(question, previous, short)
    if named != question:
        return _capital(_LEADING.sub("", named))
    owner = topic or (short if determined(short) else "")
    if owner and _only_attribute(question) and (_OF_A_PERSON.search(question) or not _PERSON_ALONE.fullmatch(owner)):
        return f"{question.rstrip('?. ')} of {owner}?"
    plain = _BEFORE_ASKING.sub("", question)
    return question if plain == question else _capital(plain)


def _asked_of_topic(bare: re.Match[str], topic: str, previous: str) -> str:
    """Where? of the topic: "Where was the fair?", in the tense that was asked in."""
    ask = re.sub(r" ones?$", "", bare["ask"].lower())
    if ask == "where" and _ORGANISED.match(previous):
        return f"Where will {topic} take place?"
    if form := _BARE_FORMS.get(ask):
        return form.format(topic=topic)
    verb = (bare["verb"] or ("was" if ask != "how much" and _ITS_TENSE.search(previous) else "is")).lower()
    return f"{_capital(ask)} {verb} {topic}?"


def left_alone(question: str) -> str:
    """The one thing that a question names, and not what it asks of it: "the rent" of "And the rent?"; else empty."""
    question = _EVEN.sub("", question)
    found = _ELLIPSIS.match(question) or (None if ASKS.search(question) else _FRAGMENT.match(question))
    if found is None or _AND_THEN.fullmatch(found["rest"]):
        return ""
    asks = re.match(rf"{AUXILIARY} ", found["rest"], re.I) or ASKS.match(found["rest"])
    return "" if asks else found["rest"]


def _same_deed(asked: re.Match[str], previous: str, short: str) -> str:
    """The question before with another circumstance asked for; empty where it asks for none, and not who did it."""
    ask = _capital(asked["ask"] or f"{asked['with']} whom")
    if before := _ASKED_BEFORE.match(previous):
        return f"{ask} {before['rest']}"
    if re.match(rf"(?:{AUXILIARY}|\w+n't) ", previous, re.I):
        return f"{ask} {previous[:1].lower()}{previous[1:]}"
    if short and kind_of(previous) is Kind.PERSON and (before := _WHO_DID.match(previous)):
        if does := _DOES.match(before["did"]):  # Who runs the office? Ada Brown. Since when?
            return f"{ask} does {short} {_root(does['verb'])}{does['behind']}"
        return f"{ask} was it that {short} {before['did']}"
    if short and (before := _WHO_IS.match(previous)) and _TIME_OR_REASON.match(ask):
        return f"{ask} {before['is']} {short} {before['post']}" if ask != "When" else (
            f"When did {short} become {before['post']}"
        )
    if short and (before := _OBJECT_MET.match(previous)):  # Who do Rovers play on Saturday? United. When?
        return f"{ask} {before['deed']} {short}?"
    if before := _WHO_MAY.match(previous):  # Who can apply? How?
        return f"{ask} {before['can'].lower()} one {before['verb']}"
    if before := _SEVERAL_DONE.match(previous):  # How many films can I borrow? For how long?
        return f"{ask} {before['can']} {before['who']} {before['verb']} {before['things']}{before['behind']}"
    if before := _WHAT_WAS_DONE.match(previous):  # What did she buy? A boat. Why did she buy a boat?
        ends = re.search(rf" (?:{PREPOSITION}) ", before["deed"]) is None
        return f"{ask} {before['deed']}{f' {short}' if short and ends else ''}?"
    return ""


def _counted(previous: str) -> str:
    """The question before, asked for its number: "How many centres has the city built?"."""
    if asked := _DONE_TO_SEVERAL.match(previous):  # Can I borrow films?
        can = asked["can"].lower()
        return f"How many {asked['things']} {can} {asked['who']} {asked['verb']}{asked['behind']}"
    counted, times = _LISTED.subn("How many ", previous.strip())
    if not times or not re.match(r"How many (?:[\w'-]+ ){0,2}?(?:[\w'-]+s|people|children|men|women)\b", counted):
        return ""
    listing = re.match(r"^(?:what|which) (?:are|were)\b", previous.strip(), re.I)
    return f"{counted.rstrip('? ')} are there?" if listing else counted


def _named(question: str, previous: str, short: str) -> str:
    """The question with its pronouns replaced, where nothing before the first could be what it stands for."""
    if found := _DEMONSTRATIVE.search(question):
        if only_attribute(found["noun"]) and (topic := topic_of(previous)) and not topic.endswith(found["noun"]):
            return f"{question[: found.start()]}the {found['noun']} of {topic}{question[found.end() :]}"
        known = _ending_in(found["noun"], (short, topic_of(previous), previous))
        if known and not _own_antecedent(question[: found.start()], question[found.start() :]):
            return question[: found.start()] + known + question[found.end("noun") :]
    person = _PERSONAL.search(question)
    if person and not _own_antecedent(question[: person.start()], question[person.start() :]):
        return _replaced(question, person, _person(previous, short))
    thing = None if _EXPLETIVE.search(question) else _IMPERSONAL.search(question)
    if thing and not _own_antecedent(question[: thing.start()], question[thing.start() :]):
        return _replaced(question, thing, _thing(thing.group().lower(), previous, short))
    return question


def _own_antecedent(before: str, after: str) -> bool:
    """Whether the question itself names, before a pronoun, what the pronoun may stand for."""
    named = re.search(rf"(?!I\b){NAME.pattern}", before.partition(" ")[2])
    if re.search(rf"\b{AUXILIARY} $", before, re.I) and not named:
        return False
    words = [word.strip(",.'’").lower() for word in re.findall(r"[\w'’-]+", before)]
    if re.match(r"^(?:and |but |so )?(?:who|what) [a-z]+ $", before, re.I):
        return False
    content = [word for word in words if word not in ENGLISH_STOP_WORDS and not _NO_ANTECEDENT.fullmatch(word)]
    ends = re.match(r"^\w+\W*$", after) is not None
    return bool(content) and not (ends and len(content) <= 2 and not named)


def _replaced(question: str, pronoun: re.Match[str], name: str) -> str:
    if not name:
        return question
    word = pronoun.group().lower()
    name = re.sub("^(?:in|at|on|by|near|from) ", "", name, flags=re.I)
    owns = word in ("his", "its", "their") or (word == "her" and re.match(r"\s+[a-z]", question[pronoun.end() :]))
    if owns:
        name = possessive(name)
    if word == "there":
        name = f"in {name}"
    return question[: pronoun.start()] + name + question[pronoun.end() :]


def _person(previous: str, short: str) -> str:
    topic = topic_of(previous)
    if _WHO_IS_NAMED.fullmatch(previous) and not owners.is_post(topic.lower()):  # Who was Ida Renn? A botanist
        return topic
    asked_for = kind_of(previous) is Kind.PERSON or re.match("by whom ", previous, re.I)
    if short and asked_for and len(short.split()) <= 6:
        return short
    owner = re.match(rf"({NAME.pattern})['’]s?(?: |$)", topic)
    return owner[1] if owner and not owners.is_person(topic) else topic


def _thing(pronoun: str, previous: str, short: str) -> str:
    several = pronoun in ("they", "them", "their", "theirs", "these", "those")
    if not several and short and _OBJECT_ASKED.match(previous) and re.match(r"(?:the|an?) |.*[A-Z]", short):
        return short  # What did they build? A bridge. How long is it?
    if not several and (done := object_of(previous)):  # Where was it that Hay founded the company? How big is it?
        return done
    topic = topic_of(previous)
    if owned := re.match(r"(?P<whose>.+)['’]s? (?P<held>[\w -]+)$", topic):
        topic = owned["whose"] if only_attribute(owned["held"].split()[-1]) else topic
    if _WHERE_IT_IS.match(previous):
        return topic
    kinds = {Kind.LIST, Kind.ORGANISATION, Kind.PERSON} if several else {Kind.ORGANISATION, Kind.PLACE}
    if several and (owner := owners.of_couple(previous)):
        return owner
    if several and (owned := _HAS_THINGS.match(previous)):
        return f"the {owned['things']}"
    if several and (counted := _COUNTED.match(previous)):
        return f"the {counted['things']}"
    return short if short and kind_of(previous) in kinds and len(short.split()) <= 10 else topic


def _ending_in(noun: str, texts: tuple[str, ...]) -> str:
    """The name or phrase in the texts that ends in the noun; empty where none does."""
    singular = noun.lower().removesuffix("s")
    for text in texts:
        found = re.search(rf"(?:(?:the|a|an)\s+)?((?:[\w'’-]+\s+){{1,5}}?{re.escape(singular)}\w{{0,2}})\b", text, re.I)
        if found:
            words = found[1].split()
            while words and words[0].lower() in ENGLISH_STOP_WORDS:
                words.pop(0)
            if len(words) > 1:
                return f"the {' '.join(words)}" if not words[0][0].isupper() else " ".join(words)
    return ""


def _only_attribute(question: str) -> bool:
    """Whether all it names is an attribute of something unsaid: "What is the size?"."""
    words = [word for word in re.findall(r"[\w'-]+", question.lower()) if word not in ENGLISH_STOP_WORDS]
    return 0 < len(words) <= 2 and only_attribute(words[-1]) and bool(ASKS.match(question))


def _root(verb: str) -> str:
    """Run of runs, teach of teaches, carry of carries."""
    return re.sub("(?<=[a-z])ies$", "y", re.sub("(?<=ch|sh|ss)es$|(?<=[xzo])es$|(?<!ie)s$", "", verb, count=1))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
