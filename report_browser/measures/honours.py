"""Honours: a title, award or designation that a named body gives; no ranking, praise or speech.

A standing (全省一类县先进位次) is none of them, but it is told like one: it is found as a vague honour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_browser.figures.measured.times import find_time_phrases
from report_browser.measures.clauses import Reading
from report_browser.measures.measure import NOWHERE, Measure, short_title
from report_browser.text.span import Span

_CALLED = "授予|确定为|确定|评为|评定为|评选为|命名为|表彰为|列为|认定为|批准为|定为|授牌|推荐为|评"
_TITLES = (
    "先进|示范|模范|优秀|文明|称号|荣誉|奖|十佳|百佳|标兵|百强|强[县市镇乡村]|红旗|试点|工程县|基地|品牌|之乡|星级|佳"
)
_PASSIVE = re.compile(rf"被(?P<who>[^，。；：被]{{0,40}}?)(?P<verb>{_CALLED})(?:了)?(?P<what>[^。；！？]{{3,60}})")
_WON = re.compile(
    rf"(?:荣获|获得|喜获|夺得|获评|获批为?|获|荣膺|赢得|入选为?|入围|创成|成功创建为?|被列[入为])(?:了)?(?P<by>[^，。；“]{{2,24}}?(?:授予|颁发)的)?(?P<what>[^。；！？]{{0,40}}?(?:{_TITLES})[^，。；]{{0,16}})"
)
_PASSED = re.compile(
    r"(?P<verb>通过)(?:了)?(?P<what>[^，。；]{2,30}?(?:评审|复审|评估|验收|认证|认定|达标|评定|考核验收|创建))(?:验收)?$"
)
_STANDING = re.compile(
    "(?P<verb>保持|进入|跻身|位居|名列|位列)(?:了|在)?(?P<what>[^，。；]{2,16}?(?:先进位次|先进行列|一类[县市区乡镇]))$"
)
_NO_HONOUR = re.compile(
    "(?:发展|收获|成效|丰收|效果|[支补]助资金|奖补|奖励|补助|补贴|奖金|奖学金|第[一二三四五六0-9]|好评|肯定|赞誉|收益|利润)"
)


def read_honour(text: str, reading: Reading) -> Measure | None:
    """The honour that a clause tells, or None."""
    words = text[reading.start : reading.end]
    if standing := _STANDING.search(words):
        return _standing(text, reading, standing)
    match = _PASSIVE.search(words) or _WON.search(words) or _PASSED.search(words)
    if not match or _NO_HONOUR.search(match["what"]) or (match.re is _PASSIVE and not _is_title(match)):
        return None
    groups = match.groupdict()
    at = reading.start
    start = at if _has_bearer(words[: match.start()]) else at + match.start()
    giver = Span(*match.span("who")).shift(at) if groups.get("who") else NOWHERE
    bearer = reading.actor or (Span(at, at + match.start()) if _BEARER.search(words[: match.start()]) else NOWHERE)
    verb = (
        Span(*match.span("verb")).shift(at) if "verb" in groups else Span(at + match.start(), at + match.start("what"))
    )
    span = Span(start, reading.end - (text[reading.end - 1] in "”》" and _unpaired(words)))
    title = short_title(match["what"].strip("“”《》"))
    return Measure(
        "honour",
        span,
        title,
        verb,
        giver or (bearer if match.re is _PASSED else NOWHERE),
        target=bearer,
        period=_date(text, reading),
    )


def _standing(text: str, reading: Reading, match: re.Match[str]) -> Measure:
    """A standing among equals, which no body awards: vague, since it names no giver and no title."""
    verb = Span(*match.span("verb")).shift(reading.start)
    span = Span(verb.start, reading.end)
    return Measure("honour", span, short_title(match["what"]), verb, period=_date(text, reading), vague=True)


_BEARER = re.compile("[\u4e00-\u9fff]{1,}(?<!年)(?<!次)$")


def _date(text: str, reading: Reading) -> str:
    first = max(reading.clause.sentence.start, reading.end - _FURTHEST)
    times = find_time_phrases(text, Span(first, reading.start))
    return times[-1].of(text) if times else ""


_FURTHEST = 400  # characters before an honour in which its date may stand


def _is_title(match: re.Match[str]) -> bool:
    return bool(match["verb"] not in ("确定", "列为", "评", "定为") or re.search(_TITLES, match["what"]))


def _has_bearer(before: str) -> bool:
    return bool(before.strip("又也还并先后、 "))


def _unpaired(words: str) -> bool:
    return words.count("”") > words.count("“")


def find_honours(text: str, readings: Sequence[Reading]) -> Iterator[tuple[Reading, Measure]]:
    """The clauses that tell an honour, each with its measure."""
    for reading in readings:
        if measure := read_honour(text, reading):
            yield reading, measure
