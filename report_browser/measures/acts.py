"""Acts: the readings of a paragraph's clauses joined into measures, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.measures.clauses import ANNOUNCED, Reading, opens_with_verb
from report_browser.measures.cues import either, lexicon, soft
from report_browser.measures.measure import NOWHERE
from report_browser.text.span import Span


@dataclass(frozen=True, slots=True)
class Act:
    """One act: the clause that holds its verb, and its span with means before and what goes on behind."""

    main: Reading
    span: Span
    means: Span  # the clauses of means before it, or empty
    parts: tuple[Reading, ...]
    actor: Span = NOWHERE
    inherited: bool = False


def join_acts(text: str, readings: Sequence[Reading]) -> Iterator[Act]:
    """The acts of an item's clauses, in order."""
    joiner = _Joiner(text)
    for one in readings:
        yield from joiner.read(one)
    yield from joiner.close()


class _Joiner:
    """Clauses read one after another: what has opened, the act that may go on, and the last actor."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opening: list[Reading] = []
        self._act: list[Reading] = []
        self._opened: list[Reading] = []
        self._held: list[Reading] = []  # shares of a plan told behind an act that may still go on
        self._actor = NOWHERE
        self._last: Reading | None = None

    def read(self, one: Reading) -> Iterator[Act]:
        if self._last and _parted(self._last, one):
            yield from self.close()
        if self._last and self._last.clause.sentence != one.clause.sentence:
            self._actor = NOWHERE
        if self._act and _goes_on(self._text, self._act, one):
            self._act += [*self._held, one]
            self._held = []
        elif self._act and _SHARE.match(self._text, one.start, one.end):
            self._held.append(one)
        else:
            yield from self._flush()
            if one.role == "result" and self._opening and _does(self._text, self._opening[-1]):
                self._act, self._opened = [self._opening[-1]], self._opening[:-1]
                yield from self._flush()
            self._begin(one)
        self._actor = one.actor or self._actor
        self._last = one

    def _begin(self, one: Reading) -> None:
        if _others().match(self._text, one.start, one.end):
            self._actor = NOWHERE  # another party acts here, who is no public actor
        self._opening = [opened for opened in self._opening if _leads_to(self._text, opened, one)]
        completes = one.role == "bare" and any(opened.target or opened.actor for opened in self._opening)
        completes = completes or (bool(self._opening) and self._opening[-1].role == "paid")
        reached = one.role == "rate" and self._text.startswith("达", one.start)
        if (one.role in ("act", "rate") and not reached) or completes:
            self._opened = [] if one.actor else self._opening
            self._act, self._opening = [one], []
        elif one.role in ("works", "paid"):
            self._opening = [one]
        elif one.role in ("means", "actor"):
            self._opening = [one] if one.actor else [*self._opening, one]
        elif one.role not in ("scene", "bare", "problem", "other") or (one.figures and not self._opens_works()):
            self._opening = []

    def _opens_works(self) -> bool:
        return bool(self._opening) and self._opening[0].role == "works"

    def _flush(self) -> Iterator[Act]:
        while len(self._act) > 1 and self._act[-1].clause.span.of(self._text) == ANNOUNCED:
            self._act.pop()
        if self._act:
            first, opened = self._act[0], self._opened
            start = opened[0].start if opened else first.start
            own = first.actor or next((one.actor for one in opened if one.actor), NOWHERE)
            by = [one for one in opened if one.role not in ("works", "paid")]
            means = Span(by[0].start, by[-1].end) if by else NOWHERE
            span = Span(start, _without_note(self._text, self._act[-1]))
            yield Act(first, span, means, tuple(self._act), own or self._actor, bool(not own and self._actor))
        self._act, self._opened, self._held = [], [], []

    def close(self) -> Iterator[Act]:
        """What is still open, at the end of a unit."""
        yield from self._flush()
        self._opening = []


@cache
def _others() -> re.Pattern[str]:
    """Another party than the public actors, right before what it gives: 社会筹资金."""
    words = (either(lexicon()[name]) for name in ("other parties", "manners", "gives"))
    return re.compile("(?:{})(?:{})*(?:{})".format(*words))


_SHARE = re.compile("(?:占|为)[^，]{0,10}(?:计划|任务|工程量|投资)的?[^，]*(?:[%％成]|百分之)[^，]{0,8}")
_PROGRESS = ("完成", "完工", "竣工", "开工", "建成", "铺筑", "贯通", "批复")


def _leads_to(text: str, opened: Reading, one: Reading) -> bool:
    """Whether works named before a clause are what it goes on with, and people counted before it whom it pays."""
    if opened.role == "works":
        going_on = one.verb.of(text) in _PROGRESS or bool(opened.clause.mark)
        return one.role != "act" or (going_on and not one.actor)
    return opened.role != "paid" or (one.continues and _is_money(one))


def _is_money(one: Reading) -> bool:
    return any("元" in figure.unit for figure in one.figures)


def _does(text: str, means: Reading) -> bool:
    """Whether means that lead to nothing but a result are acts themselves: 通过开展…、组织…，."""
    words = means.clause.span.of(text)
    several = words.startswith("通过") and ("、" in words or "“" in words)
    return several and bool(means.verb) and means.verb.of(text) not in soft()


def _without_note(text: str, last: Reading) -> int:
    """The end of a clause before the mark of a footnote: 400元①."""
    note = _NOTE.search(text, max(last.start, last.end - 6), last.end)
    return note.start() if note else last.end


_NOTE = re.compile(r"(?:[①-⑳⑴-⒇]|\[[0-9]{1,3}\]|〔[0-9]{1,3}〕)\Z")


def _parted(last: Reading, one: Reading) -> bool:
    """Whether no act reaches from one clause to the next: another sentence, a semicolon, an item's mark."""
    return last.clause.sentence != one.clause.sentence or last.clause.close in ("；", ";") or bool(one.clause.mark)


_THINGS = re.compile(
    "[\u4e00-\u9fff]{2,6}[0-9][0-9,，.]*[余多万]*(?:件|床|套|台|辆|顶|册|份|张|本|条|副|只|袋|箱|吨|公斤)"
)
_OUTPUTS = ("发放", "散发", "印发", "张贴", "悬挂", "刷写", "制作", "播放", "出动", "发送")
_DRIVE = re.compile(r"宣传|活动|教育")
_SOURCE = re.compile(
    "(?:中央|省|市|县|区|乡|镇|上级|地方|群众|社会|企业|自筹|各级)[^，0-9]{0,12}[0-9][0-9.,，]*[余多]?[万亿]?元"
)
_UNFINISHED = re.compile(r"[由以][^，]*为[^，]*(?:组长|主任|指挥长|召集人)$|召开[^，]*(?:人|长|员)$")
_DETAIL = re.compile("[“《0-9]|[县市区乡镇村户]级?|[对为向给]")
_SAME_OBJECT = ("要求", "明确", "规定", "进行", "给予", "落实")


def _goes_on(text: str, act: Sequence[Reading], one: Reading) -> bool:
    """Whether a clause goes on with the act before it, which then reaches to its end."""
    if one.end - act[0].start > _LONGEST:
        return False
    return _belongs(text, act, one) or (
        one.role == "act" and not one.actor and not act[0].vague and _same_drive(text, act, one)
    )


def _belongs(text: str, act: Sequence[Reading], one: Reading) -> bool:
    """Whether a clause is of the act whatever its own verb: a part, a rate, a verb without an object, a cut list."""
    if one.continues or one.role == "rate" or _pays_out(text, act[-1], one):
        return True
    if one.role in ("bare", "problem") and one.verb and not one.actor and not one.figures:
        return True
    if one.role == "other" and act[-1].figures and _THINGS.fullmatch(text, one.start, one.end):
        return True
    if _UNFINISHED.search(text[act[-1].start : act[-1].end]) and one.role in ("other", "act"):
        return True
    if one.verb.of(text) == "配套" and one.figures and opens_with_verb(text, one) and not _is_money(one):
        return True
    parted = any(text.startswith(ANNOUNCED, part.clause.span.start) for part in act[1:])
    return parted and bool(_SOURCE.match(text, one.start, one.end))


def _pays_out(text: str, last: Reading, one: Reading) -> bool:
    """Whether a clause counts what was paid at the rate before it: 奖励金每人每月10元，兑现8140户."""
    rate = _is_money(last) and not last.actor and not opens_with_verb(text, last)
    paid = one.verb.of(text) in ("兑现", "兑付", "赔付", "支付") and opens_with_verb(text, one)
    return rate and (paid or text.startswith("享受", one.end - 2))


def _same_drive(text: str, act: Sequence[Reading], one: Reading) -> bool:
    """Whether another verb tells the same act on: its outputs, its completion, more on the same object."""
    verb, last = one.verb.of(text), act[-1].verb.of(text)
    direct = one.start == one.verb.start
    repeated = verb and verb == act[0].verb.of(text) and direct
    joined = text.startswith("并", one.clause.span.start) and verb in _SAME_OBJECT
    driven = last in _DRIVES and (verb == "培训" or _is_output(text, act[-1], one))
    completed = verb == "完成" and direct and one.figures
    solved = verb == "解决" and opens_with_verb(text, one)
    return bool(repeated or joined or driven or completed or solved) or _bare_of_detail(text, one)


def _is_output(text: str, last: Reading, one: Reading) -> bool:
    """Whether a clause counts what a campaign without figures of its own handed out."""
    counted = bool(one.figures) and not last.figures
    return counted and one.verb.of(text) in _OUTPUTS and bool(_DRIVE.search(text, last.start, last.end))


_SETS_UP = ("成立", "组建", "设立", "组成", "签订", "签定")
_DRIVES = ("举办", "组织", "开展")
_LONGEST = 300  # characters of an act
_SHORT = 12  # characters


def _bare_of_detail(text: str, one: Reading) -> bool:
    """Whether a clause names no target, amount, place, date or scheme, so that it is no act by itself."""
    words = one.clause.span.of(text)
    if one.verb.of(text) in _SETS_UP:
        return False
    detailed = one.figures or one.target or one.start > one.clause.span.start + 1 or _DETAIL.search(words)
    return not detailed and len(words) <= _SHORT


def says_nothing(text: str, act: Act) -> bool:
    """Whether an act names neither who nor for whom, how, how much, where or when: 明确职责."""
    plain = len(act.parts) == 1 and not act.means and not act.actor and act.main.verb.of(text) in lexicon()["any use"]
    return plain and not act.main.vague and len(act.span) <= _EMPTY and _bare_of_detail(text, act.main)


_EMPTY = 6  # characters of an act that is no more than a verb and a noun
