"""Words of the search: the box, its hint, the explanation of a query, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class SearchWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    placeholder: str
    box: str
    everyone: str
    clear: str
    hint: str
    hint_title: str
    recent: str
    examples: tuple[tuple[str, str], ...]
    found_all: str
    found_one: str
    nothing_all: str
    nothing_one: str
    nothing_asked: str
    unknown: str
    page: str
    every_category: str
    more: str
    rest: str
    near: str
    narrow: str
    narrowed: str
    widen: str
    points: str
    standing: str
    term: str
    entries: str
    mean_standing_is: str
    # What found a hit.
    way_join: str
    way_word: str
    way_subject: str
    way_area: str
    way_group: str
    way_syllabus: str
    way_grade: str
    way_standing: str
    way_count: str
    way_mean: str
    # The explanation.
    and_: str
    or_: str
    not_: str
    quoted: str
    or_words: str
    any_text: str
    no_text: str
    field_text: str
    field_no_text: str
    count: str
    person: str
    course: str
    no_course: str
    course_subject: str
    course_area: str
    course_group: str
    course_syllabus: str
    course_anywhere: str
    course_grade: str
    course_standing: str
    course_join: str
    mean_grade: str
    mean_standing: str
    total: str
    between: str
    own_not_scored: str
    own_scored: str
    own_abstained: str
    own_partial: str
    own_flagged: str
    problem_unknown_field: str
    problem_empty_value: str
    problem_not_a_number: str
    problem_not_compared: str
    problem_unknown_mode: str
    problem_only_own: str
    problem_open_quote: str
    problem_too_many: str
    meant: str
    verdict_yes: str
    verdict_no: str
    verdict_unknown: str
    # Names of fields.
    competition: str
    cadre: str
    licence: str
    service_learning: str
    flexible_learning: str
    group_activity: str
    workplace_learning: str
    work: str
    advanced_placement: str
    other_activity: str
    activity: str
    course_outcome: str
    personal_statement: str
    reflection: str
    other_document: str
    transcript: str
    school: str
    county: str
    school_type: str
    identity: str
    mode: str
    name: str
    number: str


ZH = SearchWords(
    placeholder="關鍵字或條件…",
    box="查詢：關鍵字，或 競賽:全國 成績>=90 這樣的條件",
    everyone="查詢所有可審閱的考生",
    clear="清除查詢",
    hint="查詢寫法",
    hint_title="點一下即可帶入",
    recent="最近查過",
    examples=(
        ("機器人 競賽", "兩個詞都要有"),
        ("「資料科學」", "照原樣連在一起"),
        ("志工 -服務", "有前者、沒有後者"),
        ("全國 或 國際", "其中一個即可"),
        ("競賽:全國|國際", "競賽紀錄裡的層級或文字"),
        ("數學>=90", "數學課程成績 90 以上"),
        ("領域:科技 PR>=90", "科技領域、前 10% 的課程"),
        ("競賽>=3", "競賽三件以上"),
        ("學校:高中 縣市:台北 學校類型:普通", "畢業學校、縣市與學校類型"),
        ("類型:PDF", "繳交方式"),
        ("大綱:微積分", "修過大綱有這個詞的課程"),
        ("未評:我 標記:我", "我還沒評、我標記的"),
        ("我的總分>=80", "只看得到自己的評分"),
    ),
    found_all="{applicants} 位考生，{hits} 筆",
    found_one="{hits} 筆",
    nothing_all="沒有符合的考生。",
    nothing_one="這位考生沒有符合的內容。",
    nothing_asked="還沒有可以查的條件。",
    unknown="另有 {count} 位以 PDF 繳交或檔案無法讀取，這項條件無法判斷。",
    page="第 {page} 頁　",
    every_category="全部",
    more="再列 {count} 位",
    rest="…還有 {count} 筆",
    near="您要找的是不是：",
    narrow="清單只看這 {count} 位",
    narrowed="清單只列出找到的 {count} 位",
    widen="回到查詢結果",
    points="{grade} 分",
    standing="前 {standing}%",
    term="{year}-{semester}",
    entries="共 {count} 件",
    mean_standing_is="平均推估相對表現 前 {standing}%",
    way_join="、",
    way_word="字詞",
    way_subject="課程名稱",
    way_area="領域",
    way_group="課程分組",
    way_syllabus="教學大綱",
    way_grade="成績",
    way_standing="相對表現",
    way_count="件數",
    way_mean="平均",
    and_="，且 ",
    or_=" 或 ",
    not_="並非 {text}",
    quoted="「{word}」",
    or_words="或",
    any_text="任一文字含{words}",
    no_text="沒有任何文字含{words}",
    field_text="{field}含{words}",
    field_no_text="{field}不含{words}",
    count="{field} {bounds} 件",
    person="{field}：{words}",
    course="有一門課程：{parts}",
    no_course="沒有任何課程：{parts}",
    course_subject="名稱含{words}",
    course_area="領域含{words}",
    course_group="分組含{words}",
    course_syllabus="教學大綱含{words}",
    course_anywhere="名稱或領域含{words}",
    course_grade="成績 {bounds}",
    course_standing="推估相對表現 前 {bounds}%（PR {rank}）",
    course_join="、",
    mean_grade="學期平均成績 {bounds}",
    mean_standing="平均推估相對表現 前 {bounds}%（PR {rank}）",
    total="我的總分 {bounds}",
    between="{low} 到 {high}",
    own_not_scored="我尚未評分",
    own_scored="我已評分",
    own_abstained="我棄權",
    own_partial="我只評了一部分",
    own_flagged="我標記為提出討論",
    problem_unknown_field="「{piece}」不是欄位，照字面查",
    problem_empty_value="「{piece}」後面還沒有內容",
    problem_not_a_number="「{piece}」需要數字，未列入條件",
    problem_not_compared="「{piece}」不能比大小，未列入條件",
    problem_unknown_mode="「{piece}」不是繳交方式，未列入條件",
    problem_only_own="「{piece}」：只能查自己的評分（我），未列入條件",
    problem_open_quote="「{piece}」的引號沒有關上",
    problem_too_many="條件太多，只看前面幾項",
    meant="改成 {near}",
    verdict_yes="符合",
    verdict_no="不符合",
    verdict_unknown="無法判斷",
    competition="競賽紀錄",
    cadre="幹部經歷",
    licence="檢定證照",
    service_learning="服務學習",
    flexible_learning="彈性學習",
    group_activity="團體活動",
    workplace_learning="職場學習",
    work="作品成果",
    advanced_placement="先修課程",
    other_activity="其他多元表現",
    activity="多元表現",
    course_outcome="課程學習成果",
    personal_statement="學習歷程自述",
    reflection="多元表現綜整心得",
    other_document="其他文件",
    transcript="第 6 學期成績單",
    school="畢業學校",
    county="縣市",
    school_type="學校類型",
    identity="身分別",
    mode="繳交方式",
    name="姓名",
    number="編號",
)
EN = SearchWords(
    placeholder="Words or conditions…",
    box="Search: words, or conditions such as competition:national grade>=90",
    everyone="All applicants I may see",
    clear="Clear search",
    hint="How to search",
    hint_title="Click one to use it",
    recent="Searched lately",
    examples=(
        ("機器人 競賽", "both words"),
        ('"data science"', "exactly in this order"),
        ("志工 -服務", "the first without the second"),
        ("全國 or 國際", "either of them"),
        ("competition:全國|國際", "level or text of a competition"),
        ("數學>=90", "a course in 數學 with 90 or more"),
        ("area:科技 PR>=90", "a technology course in the top 10%"),
        ("competition>=3", "three competitions or more"),
        ("school:高中 county:台北 schooltype:普通", "school, county and type of school"),
        ("mode:PDF", "way of handing in"),
        ("syllabus:微積分", "took a course that teaches this"),
        ("unscored:me flag:me", "not scored by me, flagged by me"),
        ("mytotal>=80", "only your own scores can be asked for"),
    ),
    found_all="{applicants} applicants, {hits} hits",
    found_one="{hits} hits",
    nothing_all="No applicant matches.",
    nothing_one="Nothing of this applicant matches.",
    nothing_asked="There is nothing to search for yet.",
    unknown="{count} more came as PDF or cannot be read: this condition cannot be told.",
    page="Page {page}: ",
    every_category="All",
    more="List {count} more",
    rest="…{count} more",
    near="Did you mean:",
    narrow="Show these {count} in the list",
    narrowed="The list shows the {count} found",
    widen="Back to the hits",
    points="{grade}",
    standing="top {standing}%",
    term="{year}-{semester}",
    entries="{count} entries",
    mean_standing_is="mean estimated standing top {standing}%",
    way_join=", ",
    way_word="word",
    way_subject="course name",
    way_area="learning area",
    way_group="course group",
    way_syllabus="syllabus",
    way_grade="grade",
    way_standing="standing",
    way_count="number",
    way_mean="mean",
    and_=", and ",
    or_=" or ",
    not_="not ({text})",
    quoted="'{word}'",
    or_words=" or ",
    any_text="some text has {words}",
    no_text="no text has {words}",
    field_text="{field}: has {words}",
    field_no_text="{field}: has no {words}",
    count="{field}: entries {bounds}",
    person="{field}: {words}",
    course="there is a course: {parts}",
    no_course="there is no course: {parts}",
    course_subject="name has {words}",
    course_area="learning area has {words}",
    course_group="group has {words}",
    course_syllabus="syllabus has {words}",
    course_anywhere="name or area has {words}",
    course_grade="grade {bounds}",
    course_standing="estimated standing top {bounds}% (PR {rank})",
    course_join=", ",
    mean_grade="mean semester grade {bounds}",
    mean_standing="mean estimated standing top {bounds}% (PR {rank})",
    total="my total {bounds}",
    between="{low} to {high}",
    own_not_scored="not yet scored by me",
    own_scored="scored by me",
    own_abstained="I abstained",
    own_partial="partly scored by me",
    own_flagged="flagged by me",
    problem_unknown_field="'{piece}' names no field: searched as it stands",
    problem_empty_value="nothing follows '{piece}' yet",
    problem_not_a_number="'{piece}' needs a number; left out",
    problem_not_compared="'{piece}' cannot be compared; left out",
    problem_unknown_mode="'{piece}' is no way of handing in; left out",
    problem_only_own="'{piece}': only your own review can be asked for (me); left out",
    problem_open_quote="the quotation mark of '{piece}' is still open",
    problem_too_many="Too many conditions: only the first ones count",
    meant="Use {near}",
    verdict_yes="holds",
    verdict_no="does not hold",
    verdict_unknown="cannot be told",
    competition="Competitions",
    cadre="Offices held",
    licence="Licences",
    service_learning="Service learning",
    flexible_learning="Flexible learning",
    group_activity="Group activities",
    workplace_learning="Workplace learning",
    work="Works",
    advanced_placement="Advanced courses",
    other_activity="Other activities",
    activity="Activities",
    course_outcome="Course outcomes",
    personal_statement="Personal statement",
    reflection="Reflection",
    other_document="Other documents",
    transcript="Sixth-semester transcript",
    school="School",
    county="County",
    school_type="School type",
    identity="Identity",
    mode="Handed in",
    name="Name",
    number="Number",
)

WORDS: Mapping[Language, SearchWords] = {Language.ZH: ZH, Language.EN: EN}
