"""Parties: where the words of a clause begin, who acts in it, and for whom."""

from __future__ import annotations

import re
from functools import cache

from report_browser.figures.measured.times import find_time_phrases
from report_browser.measures.cues import either, lexicon, verbs
from report_browser.measures.measure import NOWHERE
from report_browser.text.span import Span

_TIME = 30  # characters at the head of a clause in which a time is looked for
_YEARS = re.compile(r"(?:[xX×0-9]{2,4}年?[至到—-]+[xX×0-9]{2,4}年|[xX×]+年(?:[xX×0-9]+月份?)?)(?:以来|间|期间)?")


def head_of(text: str, span: Span) -> int:
    """Where the words of a clause begin, behind connectives and the time."""
    start, moved = span.start, True
    while moved:
        moved = False
        times = find_time_phrases(text, Span(start, min(span.end, start + _TIME)))
        if times and times[0].start == start and times[0].end < span.end:
            start, moved = times[0].end, True
        if (match := _leads().match(text, start, span.end)) or (match := _YEARS.match(text, start, span.end)):
            start, moved = match.end(), True
    return start


@cache
def _leads() -> re.Pattern[str]:
    following = f"在|于|对|以|{either(lexicon()['manners'])}|{verbs().pattern}"
    words = f"{either(lexicon()['leads'])}|要(?![求点素害])|及(?!时)|拟(?![定订])|确保(?=完成|建成|新建|改造|开工|竣工)|将(?={following})"
    return re.compile(rf"(?:{words}|\s|、)(?![一-龥]?$)")


_NO_ACTOR = re.compile(
    "[对为给向把将以按在从由使让被与同和]|通过|根据|依照|针对|围绕|面向|利用|充分|发挥|每|其中|全部|一律"
)
_NO_BODY = re.compile("^统筹|^先后|^要求|[了把]|重视|坚持|实现|提高|全部$|[住出入]院$|的村$|以上的")


def find_actor(words: str, verb: Span) -> Span:
    """The actor that opens a clause: what stands before the verb, up to the first word of manner or a preposition."""
    if _NO_ACTOR.match(words):
        return NOWHERE
    match = _actors().match(words[: verb.start] + "＃" if verb else words + "。")
    return Span(0, match.end(1)) if match and not _NO_BODY.search(match[1]) else NOWHERE


@cache
def _actors() -> re.Pattern[str]:
    names, manners = either(lexicon()["actors"]), either(lexicon()["manners"])
    return re.compile(rf"([^，。；：]{{0,40}}?(?:{names}))(?={manners}|被|＃)")


_TARGET = re.compile(
    r"(?:(?<![因作认变称分行成])为|(?<![面相针应])对|[给向将]|把(?![手关握])|面向)"
    r"(?![象策应口此于]|外开放|实现|目标)[^，。；：]{2,60}"
)
_TARGET_BEHIND = re.compile(r"(?<![面相针应])[对向][^，。；的]{2,16}(?=的|收取|进行|开展|实施|发放|实行)")


def find_target(words: str, verb: Span) -> Span:
    """Whom or what an act is for, printed behind 对, 为, 给, 向 or 把, that word included."""
    match = _TARGET.search(words[: verb.start] if verb else words)
    match = match or (_TARGET_BEHIND.search(words, verb.end) if verb else None)
    return Span(*match.span()) if match else NOWHERE
