"""Measures sentence by sentence: the examples of the definition, then one case for each of its rules."""

from __future__ import annotations

import pytest

from report_browser.measures.measure import Measure
from tests.measures.found import find

# The definition's own table: the spans and kinds of all records of a sentence.
EXAMPLES = {
    "县里建立河长巡查制度，水质明显改善。": [("organisation", "县里建立河长巡查制度")],
    "对还田农户每亩补助30元": [("finance", "对还田农户每亩补助30元")],
    "各乡镇要在6月底前排查危桥": [("regulation", "各乡镇要在6月底前排查危桥")],
    "一是就业率提高，二是收入增加": [],
    "一是抓队伍。公开招聘村医20名，举办培训班3期": [("organisation", "公开招聘村医20名"), ("information", "举办培训班3期")],
    "出台养犬管理办法、免疫方案等文件": [("document", "养犬管理办法"), ("document", "免疫方案")],
    "开展禁毒宣传，发放传单3万份、挂图500张": [("information", "开展禁毒宣传，发放传单3万份、挂图500张")],
    "我县被评为双拥模范县": [("honour", "我县被评为双拥模范县")],
    "监管仍不到位，力度亟需加大": [],
    "依据《食品安全法》对摊点实行备案，确保安全": [
        ("regulation", "依据《食品安全法》对摊点实行备案"), ("reference", "《食品安全法》")],
}  # fmt: skip
SPANS = {
    # actor, means, verb
    "2004年，市公安局严厉打击制贩假证。": ["市公安局严厉打击制贩假证"],
    "按照统一要求，对困难户发放棉被200床，使他们温暖过冬。": ["按照统一要求，对困难户发放棉被200床"],
    "同时，新建敬老院2所，总投资900万元，惠及百姓。": ["新建敬老院2所，总投资900万元"],
    "要新建敬老院2所。": ["新建敬老院2所"],
    "首先是成立护林队伍。": ["成立护林队伍"],
    "通过公开选拔，素质明显提高。": [],
    # splitting and joining
    "投入资金300万元，其中县财政120万元，受益群众2万人。": ["投入资金300万元，其中县财政120万元"],
    "县财政拨付经费50万元，各乡镇配套10万元。": ["县财政拨付经费50万元", "各乡镇配套10万元"],
    "清理乱占耕地30亩；拆除违建12处。": ["清理乱占耕地30亩", "拆除违建12处"],
    "新建学校2所、卫生院3所。": ["新建学校2所、卫生院3所"],
    "发放棉衣300件，发放大米2吨。": ["发放棉衣300件，发放大米2吨"],
    "对下岗职工进行了技能培训，持证上岗。": ["对下岗职工进行了技能培训，持证上岗"],
    "独生子女父母奖励金每人每月10元，兑现8140户117.2万元。": ["独生子女父母奖励金每人每月10元，兑现8140户117.2万元"],
    "农村低保742户1560人，人均月补55元；五保老人43人。": ["农村低保742户1560人，人均月补55元"],
    "工程批复总投资900万元，其中：中央财政补助800万元，县级配套100万元。": [
        "工程批复总投资900万元，其中：中央财政补助800万元，县级配套100万元"],
    "开工水利工程40件，占年度计划的46%，完成土石方19万立方米。": [
        "开工水利工程40件，占年度计划的46%，完成土石方19万立方米"],
    "清水河大桥全长86米、宽7.5米，已完成工程量的六成。": ["清水河大桥全长86米、宽7.5米，已完成工程量的六成"],
    "在省民政厅的指导下，开展社会救助试点。": ["在省民政厅的指导下，开展社会救助试点"],
    # lists and headings
    "一是推行挂牌接访。每周三由局长在信访大厅公开接待来访群众。": [
        "推行挂牌接访。每周三由局长在信访大厅公开接待来访群众"],
    "措施落实到位：一是成立工作专班；二是签订责任书。": ["成立工作专班", "签订责任书"],
    "发生了巨大变化：一是平均年龄由40岁降到35岁。二是新增学历教育12人。": [],
    # rules without a verb of their own
    "双女户子女中考加10分。": ["双女户子女中考加10分"],
    "人均住房面积控制在25平方米以内。": ["人均住房面积控制在25平方米以内"],
    "校点由14个收缩为8个。": ["校点由14个收缩为8个"],
    "“一票否决”单位4个。": ["“一票否决”单位4个"],
    "新增口袋公园三处。": ["新增口袋公园三处"],
    # results, problems, slogans, targets, speech
    "新增市场主体300户。": [],
    "低分率由9.7%压缩到6.1%，债务余额控制在限额3亿元以内。": [],
    "核定编制53名，实有51名。": [],
    "国税局完成9104万元，全市接待游客86万人次。": [],
    "全镇建档立卡贫困户2087户。": [],
    "农民人均纯收入达到2600元，比上年增长12%。": [],
    "仍有12个村未通公路。": [],
    "坚持以人为本，高度重视民生工作。": [],
    "下面，我把工作作个汇报，请予审议。": [],
    "存款余额9亿元，贷款余额3亿元。": [],
    "抓宣传、抓教育、抓培训、抓落实。": [],
    "把户口本、介绍信作为必要条件。": [],
    "主要目标是：新建住房3000套。": [],
    # honours, documents, references; a standing is a vague honour
    "连续三年保持全省一类县先进位次。": ["保持全省一类县先进位次"],
    "县医院通过二级甲等医院复审。": ["县医院通过二级甲等医院复审"],
    "县政府印发了《关于做好救助工作的通知》。": ["县政府印发了《关于做好救助工作的通知》"],
    "出台了奖励费发放管理暂行办法、农村优惠政策暂行办法的通知。": [
        "奖励费发放管理暂行办法", "农村优惠政策暂行办法的通知"],
    "制订了“三到位、四落实”考核办法、奖惩规定（试行）。": ["“三到位、四落实”考核办法", "奖惩规定（试行）"],
    "贯彻落实《国家赔偿法》。": ["《国家赔偿法》"],
    "制定了相应的规章制度，效果很好。": ["制定了相应的规章制度"],
}  # fmt: skip
FIELDS = {
    ("县财政拨付经费50万元。", "actor"): "县财政",
    ("县财政拨付经费50万元。", "amount"): "50",
    ("县财政拨付经费50万元。", "verb"): "拨付",
    ("对还田农户每亩补助30元", "target"): "还田农户",
    ("免费发放叶酸300瓶。", "verb"): "发放",
    ("低保标准由每人每月300元提高到360元。", "amount"): "360",
    ("低保标准由每人每月300元提高到360元。", "verb"): "提高",
    ("依据《食品安全法》对摊点实行备案。", "means"): "依据《食品安全法》",
    ("采取多种形式，开展安全教育活动。", "means"): "采取多种形式",
    ("县里出台了养犬管理办法。", "actor"): "县里",
    ("2023年9月，县被省政府授予“全省先进单位”称号。", "actor"): "省政府",
    ("把查验婚育证明、介绍信作为必要条件。", "verb"): "查验",
    ("把专干的工资待遇列入乡镇预算。", "verb"): "列入",
    ("按照50个常检对象的原则进行精简，并要求必须是35岁左右的已婚女性。", "amount"): "50",
    ("对已婚女性进行体检，要求必须是35岁左右的。", "amount"): "",
    ("通过开展家政教育、组织妇女参加“双学双比”活动、帮助群众解决困难，促进发展。", "means"): "",
    ("对“知情选择工作进行探索。", "target"): "知情选择工作",
    ("按照“县管乡聘的原则，对专干公开选拔。", "means"): "",
    ("面向全县公开招聘教师20名。", "target"): "教师",
    ("一是抓队伍。招聘村医20名，举办培训班3期。", "group"): "抓队伍",
}
STATUSES = {
    "新建敬老院2所。": "done",
    "各乡镇要在6月底前排查危桥": "required",
    "不得向学生收取补课费。": "required",
    "拟投资500万元新建敬老院2所。": "planned",
    "正在新建敬老院2所。": "under_way",
    "对人事制度进行试点改革。": "under_way",
    "观音堂乡的试点工作已经全面结束。": "done",
    "把查验介绍信作为必要条件。": "done",
    "二、下半年工作打算\n新建敬老院2所。": "planned",
}


def places(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.span.of(text)) for one in find(text)]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items(), ids=EXAMPLES)
def test_the_definitions_own_examples(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPANS.items(), ids=SPANS)
def test_a_measure_begins_and_ends_as_the_definition_says(text: str, expected: list[str]) -> None:
    assert [words for _, words in places(text)] == expected


@pytest.mark.parametrize(("text", "field", "expected"), [(*key, value) for key, value in FIELDS.items()])
def test_a_measure_says_who_does_what_for_whom_and_how_much(text: str, field: str, expected: str) -> None:
    assert getattr(find(text)[0], field).of(text) == expected


@pytest.mark.parametrize(("text", "expected"), STATUSES.items(), ids=STATUSES)
def test_a_measure_has_a_status(text: str, expected: str) -> None:
    assert [one.status for one in find(text)] == [expected]


def test_an_actor_of_an_earlier_clause_is_inherited() -> None:
    first, second = find("县计生办举办培训班3期，发放资料900份。")
    assert (first.inherited, second.inherited) == (False, True)
    assert first.actor == second.actor


def test_another_party_that_acts_inherits_no_actor() -> None:
    first, second, third = find("政府涉农部门投入95.5万元，社会筹资金146.5万元，建成敬老院2所。")
    assert first.actor
    assert [(one.actor.of(""), one.inherited) for one in (second, third)] == [("", False), ("", False)]


def test_a_document_told_twice_is_one_record_with_two_places() -> None:
    text = "县里出台了关于实行村级主任“县管乡聘村用”的决定、考核办法。为此，出台了关于实行村级主任“县管乡聘”的决定、奖惩办法。"
    documents = [one for one in find(text) if one.kind == "document"]
    assert [one.title for one in documents] == ["关于实行村级主任“县管乡聘村用”的决定", "考核办法", "奖惩办法"]
    assert [len(one.mentions) for one in documents] == [1, 0, 0]


def test_a_document_and_the_act_it_orders_are_two_records() -> None:
    text = "县政府出台了独生子女父母奖励费发放办法。对独生子女领证户每月奖励10元。"
    document, act = find(text)
    assert (document.kind, act.kind) == ("document", "finance")
    assert act.part_of == document.span


def test_an_act_told_again_is_a_mention_unless_its_amount_is_new() -> None:
    assert [len(one.mentions) for one in find("开展结核病筛查活动。年底再次开展结核病筛查活动。")] == [1]
    assert [len(one.mentions) for one in find("投入事业费50万元。2022年投入事业费60万元。")] == [0, 0]


def test_strengthening_something_abstract_is_vague() -> None:
    (one,) = find("加强组织领导。")
    assert one.vague


def test_a_standing_is_an_honour_that_no_body_awards_and_says_so() -> None:
    (one,) = find("连续三年保持全省一类县先进位次。")
    assert (one.kind, one.vague, one.actor.of("")) == ("honour", True, "")


def test_the_issuer_of_a_document_is_a_body_or_nothing() -> None:
    text = "为此，先后咄台了县人事改革方案、关于在全县实行聘任制的决定。"
    assert [one.actor.of(text) for one in find(text)] == ["", ""]


def test_what_may_be_done_is_a_permission() -> None:
    (one,) = find("企业可以享受税收减免政策。")
    assert one.permission


def test_titles_are_short_but_those_of_documents_whole() -> None:
    (act,) = find("在县域主要交通路口制作安装大型环保公益广告喷绘宣传牌305块。")
    (document,) = find("印发了关于进一步加强全县农村饮水安全工程运行管理工作的实施意见。")
    assert len(act.title) == 16
    assert act.title.endswith("…")
    assert document.title == "关于进一步加强全县农村饮水安全工程运行管理工作的实施意见"


TITLES = {
    "文艺宣传演出65次。": "文艺宣传演出65次",
    "我们在自治村的基础上对选择工作进行探索。": "对选择工作进行探索",
    "突出抓了“正月十三书会等大型宣传活动。": "抓了正月十三书会等大型宣传活动",
}


@pytest.mark.parametrize(("text", "title"), TITLES.items(), ids=TITLES)
def test_a_title_has_its_attribute_and_neither_actor_nor_open_quotation_mark(text: str, title: str) -> None:
    assert [one.title for one in find(text)] == [title]


def test_results_announced_before_a_list_end_with_it() -> None:
    text = "取得了明显成效：一是收入增加12万元。二是新建房屋6间。今年新建水池3口。"
    assert [one.span.of(text) for one in find(text)] == ["新建水池3口"]


def kinds(measures: tuple[Measure, ...]) -> list[str]:
    return [one.kind for one in measures]


def test_nothing_of_a_section_of_problems_is_a_measure() -> None:
    text = "一、主要做法\n新建敬老院2所。\n二、存在的问题\n一是投入资金20万元远远不够，二是培训2次太少。"
    assert kinds(find(text)) == ["provision"]
