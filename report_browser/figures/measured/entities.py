"""Measured entities: whose property a number measures, split from its name or carried from what governs its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from report_browser.figures.lexicon.load import either, lexicon
from report_browser.figures.measured.clauses import Clause, Context, Subject
from report_browser.figures.measured.noun_phrases import STATISTICS
from report_browser.figures.measured.segmentation import split_words
from report_browser.figures.quantities.units import UnitKind
from report_browser.text.span import Span

_FURTHEST = 80  # characters before a number in which its owner may stand
_COUNTS = (
    UnitKind.PEOPLE,
    UnitKind.HOUSEHOLDS,
    UnitKind.ATTENDANCES,
    UnitKind.CLASSIFIER,
    UnitKind.COUNTABLE_NOUN,
)  # of things that are counted
_PROPERTY = re.compile(f"[\u4e00-\u9fff]{{0,8}}[{STATISTICS}]\\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """What a number before in the same sentence measures."""

    kind: UnitKind
    subject: Subject
    entity: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a number measures: a `property` of an `entity`, which is empty where no words name it."""

    property: str
    entity: str


def find_measured(context: Context, clause: Clause, subject: Subject, said: Sequence[Said] = ()) -> Measured:
    """The property and entity of a clause's number; `said` is of the numbers before it in its sentence."""
    changed = subject.change and subject.text.endswith(subject.change)
    name = subject.text.removesuffix(subject.change) if changed else subject.text
    kind = clause.quantity.unit.kind
    if kind == UnitKind.AGE and not name.endswith(("年龄", "岁")):
        return Measured("年龄", name)
    whole, (entity, rest) = _whole(context, clause), _split(name)
    if kind in (UnitKind.MONEY, UnitKind.SHARE, UnitKind.NONE) and not entity and _owns().search(name):
        entity, rest = _bare(name), _topic(said)
    carried = _carried(clause, subject, said)
    candidates = (whole, entity, carried, context.owner, _place_or_receiver(context, clause), _counted(clause, name))
    return Measured(rest or name, next(filter(None, candidates), ""))


def _bare(name: str) -> str:
    return re.sub("\\A每[人生户][每年月天次]*", "", name)


def _topic(said: Sequence[Said]) -> str:
    """What the money said last is for; empty where none was said."""
    return next((one.subject.topic for one in reversed(said) if one.kind == UnitKind.MONEY and one.subject.topic), "")


def _carried(clause: Clause, subject: Subject, said: Sequence[Said]) -> str:
    """The entity of what the sentence goes on about, or the people counted before what is said of each of them."""
    kind = clause.quantity.unit.kind
    for one in reversed(said):
        if one.entity and one.subject.topic and one.subject.topic == subject.topic:
            return one.entity
    people = next((one.subject.text for one in reversed(said) if one.kind == UnitKind.PEOPLE), "")
    each = kind in _OF_EACH or (kind == UnitKind.MONEY and _EACH.search(clause.left))
    return people if each else ""


_OF_EACH = (UnitKind.AGE, UnitKind.SHARE, UnitKind.MONTHS, UnitKind.NONE)
_EACH = re.compile("每人|人均|平均|年均|月均|报酬|每月|每年")


def find_owner(text: str, sentence: Span) -> str:
    """Whom a sentence that announces a list is about: 村级专干 of 村级专干的素质发生了巨大变化：一是…; perhaps empty."""
    found = next((match for pattern in _OWNERS if (match := pattern.match(text, sentence.start, sentence.end))), None)
    return found["owner"] if found else ""


_ANNOUNCED = re.compile(
    r"(?:[^，。；：]{0,20}[，])?(?P<owner>[^，。；：的]{2,16})的[^，。；：]{2,16}(?:变化|提高|改善|增强|加强|优化|成效|进展)[^，。；]{0,6}："
)


def is_item(text: str, sentence: Span) -> bool:
    """Whether a sentence is a further item of a list (二是), so that whom the list is about is still meant."""
    return bool(_ITEM.match(text, sentence.start, sentence.end))


_ITEM = re.compile("[二三四五六七八九十]是")
_PROJECT = re.compile(r"\s*[（(]?[0-9]{1,2}[）)、.．](?P<owner>[^，。；：0-9]{3,20})[，：（]")
_PLACE_OPENS = re.compile(r"(?P<owner>[\u4e00-\u9fff]{2,4}[县市区乡镇村])(?:位于|地处|辖|下辖|共辖|现辖)")
_OWNERS = (_ANNOUNCED, _PROJECT, _PLACE_OPENS)


def _split(name: str) -> tuple[str, str]:
    """The owner at the head of a name and the property behind it; both empty where it has none."""
    words = split_words(name)
    for at in range(len(words) - 1, 0, -1):
        head, rest = name[: words[at].start], name[words[at].start :]
        if _owns().search(head) and _is_property(rest):
            return head.removesuffix("的"), rest.removeprefix("的")
    return "", ""


def _is_property(rest: str) -> bool:
    return bool(_property_head().match(rest)) or (len(rest) > 1 and bool(_PROPERTY.fullmatch(rest)))


def _whole(context: Context, clause: Clause) -> str:
    """What a share is a share of: 党政干部 of 党政干部中，女性占23%, 财政支出 of 占财政支出的两成."""
    if clause.quantity.unit.kind not in (UnitKind.SHARE, UnitKind.NONE):
        return ""
    found = _SHARE_OF.search(clause.left)
    if found and found["whole"] not in ("应参合", "应"):
        return found["whole"]
    among = _AMONG.findall(context.before(clause, _FURTHEST))
    return among[-1] if among else ""


_SHARE_OF = re.compile(
    "占(?:了|到)?(?P<whole>[^占，；比]{2,14}?)(?:的(?:比[重例])?(?:始终|分别)?(?:保持在|为|达|达到|到达|到|由|从)?)?\\Z"
)
_AMONG = re.compile("(?:\\A|[，。；：])([^，。；：其0-9]{2,16})中[，、]?")


def _place_or_receiver(context: Context, clause: Clause) -> str:
    """The nearest place before a number in its sentence, or those who are given what it measures."""
    before = context.before(clause, _FURTHEST)
    if clause.quantity.unit.kind == UnitKind.MONEY and (given := _given().search(re.split("[；。]", before)[-1])):
        return given["who"]
    places = [match[0] for match in _place().finditer(before)]
    return places[-1] if places else ""


def _counted(clause: Clause, name: str) -> str:
    """The thing that is counted, the verb before it left out; empty where the name is a total, a band or an act."""
    if clause.quantity.unit.kind not in _COUNTS or _NO_THING.search(name):
        return ""
    words = split_words(name)
    acts = [at for at, word in enumerate(words) if word.kind in ("verb", "nominal", "other verb")]
    first = acts[-1] + 1 if acts else 0
    thing = "".join(word.text for word in words[first:])
    return thing if len(thing) > 1 or thing in lexicon("entities")["places"] else ""


_NO_THING = re.compile("(?:人口|[人户总]数|存栏|出栏|就业|以[上下]|任务|结题)\\Z|[0-9]|新增|减贫")


@cache
def _listed(*names: str) -> str:
    return either(word for name in names for word in lexicon("entities")[name])


@cache
def _owns() -> re.Pattern[str]:
    return re.compile(rf"(?<!地)(?:{_listed('people', 'bodies', 'places', 'works')})的?\Z")


@cache
def _property_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed('property heads')})[\u4e00-\u9fff]+")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('phrases')['scopes'])}")


@cache
def _given() -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed('givers')})(?P<who>[^，。；：0-9]{{0,12}}(?:{_listed('people')}))")
