"""Every fact of the article stands in both documents of the sample, checked one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus

FOLDER = Path(corpus.__file__).parent / "documents"
CHINESE = (FOLDER / "shenzhen-briefing.zh.md").read_text(encoding="utf-8")
ENGLISH = (FOLDER / "shenzhen-briefing.en.md").read_text(encoding="utf-8")

# What each fact is, then how it must stand in the Chinese and in the English document, "|" between its parts.
FACTS = [
    # The press conference
    ("day", "10月31日", "October 31"),
    ("convened by", "深圳市政府新闻办", "Information Office of the Shenzhen Municipal Government"),
    ("theme", "大力推进新型工业化|加快发展新质生产力", "Advancing New Industrialization|New Quality Productive Forces"),
    ("series", "“推动高质量发展”系列", '"Promoting High-Quality Development"'),
    ("session", "第十四场", "fourteenth"),
    ("Xiao Zuping", "肖祖平，深圳市工信局副局长", "Xiao Zuping, deputy director of the Shenzhen Bureau of Industry"),
    ("Xu Yunfei", "许云飞，市发展改革委党组成员", "Xu Yunfei, member of the leading Party group"),
    ("commission", "市发展改革委", "Development and Reform Commission"),
    (
        "Xu Yunfei's second post",
        "深圳市推进粤港澳大湾区建设领导小组办公室专职副主任",
        "full-time deputy director of the office of Shenzhen's|Guangdong-Hong Kong-Macao Greater Bay Area",
    ),
    ("Shao Gang", "邵钢，市科技创新局副局长", "Shao Gang, deputy director of the Shenzhen Science and Technology"),
    ("Li Jun", "李军，市市场监管局副局长", "Li Jun, deputy director of the Shenzhen Market Supervision Bureau"),
    ("asked of structure", "产业结构怎样优化升级", "upgrades its industrial structure"),
    ("asked of innovation", "优质的创新生态", "ecosystem for innovation"),
    # Industry
    ("goal", "全球领先的重要的先进制造业中心", "globally leading and important center of advanced manufacturing"),
    ("clusters", "“20+8”产业集群", '"20+8" industrial clusters'),
    ("reform", "全面深化工信领域改革", "deepening reform across industry and information technology"),
    ("factors", "先进的生产要素汇集到新质生产力", "advanced factors of production flow into new quality"),
    ("upgrading funds", "技术改造专项资金接近10亿元", "nearly 1 billion yuan of special funds"),
    ("upgrading investment", "全市技改投资比上年同期增长16.5%", "investment in technological upgrading|rose 16.5%"),
    ("growth period", "前三季度", "first three quarters"),
    (
        "low altitude growth",
        "低空经济与空天产业集群：增长28.3%",
        "low-altitude economy and aerospace cluster: up 28.3%",
    ),
    ("vehicles growth", "智能网联汽车产业集群：增长27.8%", "intelligent connected vehicle cluster: up 27.8%"),
    ("AI growth", "人工智能产业集群：增长14.1%", "artificial intelligence cluster: up 14.1%"),
    ("first horizon", "5至10年", "5 to 10 years"),
    ("second horizon", "10至15年", "10 to 15 years"),
    ("synthetic biology", "合成生物", "synthetic biology"),
    ("brain science", "脑科学与脑机工程", "brain science and brain-computer engineering"),
    ("digital transformation", "制造业的数字化转型", "digital transformation of its manufacturing"),
    ("foundation", "算力、算法和数据|技术底座", "computing power, algorithms and data|technical foundation"),
    ("economies", "数字经济和实体经济深度融合", "digital economy and the real economy"),
    # Innovation
    (
        "companies as link",
        "企业是连接科技与产业最关键的节点",
        "companies as the most critical link between technology and",
    ),
    ("HarmonyOS", "鸿蒙原生应用", "native HarmonyOS applications"),
    ("fashion", "跨界时尚", "crossover fashion"),
    ("AI policies", "鸿蒙原生应用、人工智能", "HarmonyOS applications, artificial intelligence"),
    ("kinds of innovation", "自主创新与融合创新", "independent and integrated innovation"),
    ("innovative companies", "一批创新力很强的企业和产品", "highly innovative companies and products"),
    ("manufacturing innovation centers", "国家级3个，省级7个", "3 at national level and 7 at provincial level"),
    ("enterprise technology centers", "国家级41个，市级360个", "41 at national level and 360 at municipal level"),
    ("industrial design centers", "国家级14个，省级132个", "14 at national level and 132 at provincial level"),
    ("innovation network", "制造业创新网络", "manufacturing innovation network"),
    ("platform network", "高水平的产业科技创新平台网络", "network of high-level platforms"),
    (
        "priorities",
        "建设重大创新平台、构建现代化产业体系、配置创新要素",
        "major innovation platforms, shaping a modern industrial system, and allocating the factors of innovation",
    ),
    ("Hetao", "河套合作区深圳园区", "Shenzhen park of the Hetao Cooperation Zone"),
    ("Guangming", "光明科学城", "Guangming Science City"),
    ("one park, one zone", "“一园一区”", '"one park, one zone"'),
    ("chain", "原始创新|中试转换|产业化", "original innovation|pilot-scale conversion|industrialization"),
    # Fields
    (
        "future leading industries",
        "有望成为未来的风口和主导产业",
        "expected to become the leading industries of the future",
    ),
    ("integrated circuits", "集成电路：推动重大项目", "Integrated circuits: pushing major projects"),
    ("parks", "集中连片的产业园区", "contiguous industrial parks"),
    ("policies and funds", "政策与基金的供给", "policies and funds"),
    ("ecosystem", "优化产业生态", "improving the industry's ecosystem"),
    ("energy storage", "下一代储能", "next-generation energy storage"),
    (
        "energy",
        "光伏、充电、氢能、核能、数字电网",
        "photovoltaics, charging, the digital grid, nuclear power and hydrogen",
    ),
    ("vehicle to grid", "车网互动", "vehicle-to-grid interaction"),
    ("sodium", "钠电储能", "sodium-battery storage"),
    ("medicine", "“AI+医药”|龙头企业", '"AI plus medicine"|leading companies'),
    (
        "low-altitude infrastructure",
        "低空智能融合基础设施",
        "integrated intelligent infrastructure for low-altitude flight",
    ),
    ("wind tunnel", "三维多物理场耦合风洞", "wind tunnel with three-dimensional multi-physics coupling"),
    ("supercomputing", "超算二期", "second phase of the supercomputing center"),
    ("Cloud Brain", "鹏城云脑III", "Pengcheng Cloud Brain III"),
    # Institutions
    ("market access", "放宽市场准入特别措施", "special measures that relax market access"),
    ("negative list", "市场准入负面清单制度", "negative list for market access"),
    (
        "legislation",
        "特区立法权|重点产业领域立法",
        "legislative power of the special economic zone|laws for key industries",
    ),
    ("powers", "更大的改革权限", "wider powers of reform"),
    ("airspace", "低空空域管理改革", "reform of low-altitude airspace management"),
    ("data", "数据要素的确权和跨境使用", "ownership and cross-border use of data"),
    ("hope", "获取要素最为便利的城市", "factors of production are easiest to obtain"),
    # Science
    ("primary task", "高质量发展是市科技创新局的首要任务", "high-quality development the primary task"),
    ("whole chain", "全过程创新链", "innovation chain over its whole length"),
    ("science goal", "具有全球重要影响力的产业科技创新中心", "important influence worldwide"),
    ("research funds", "近三年|超过150亿元", "past three years|more than 15 billion yuan"),
    ("research plan", "“深研”", '"Shenyan"'),
    ("projects", "2000多个", "More than 2,000 research projects led by companies"),
    ("project managers", "项目经理人", "project managers"),
    ("owner unit", "“业主单位”负责制", '"owner unit"'),
    ("programs", "市科技重大专项", "major science and technology programs"),
    ("results on the job", "深化职务科技成果改革", "inventions made on the job"),
    ("proof of concept", "概念验证中心|中小试基地", "proof-of-concept centers|small-scale and pilot testing"),
    ("transfer", "技术转移机构与技术经理人", "Technology transfer organizations and technology managers"),
    (
        "seed fund",
        "科技创新种子基金，规模为20亿元",
        "seed fund for science and technology innovation with a size of 2 billion yuan",
    ),
    ("seed fund's purpose", "投早、投小、投长期、投硬科技", "early-stage, small, long-term and hard-technology"),
    ("long-term capital", "长期资本", "long-term capital"),
    (
        "training",
        "博士后—优青—杰青",
        "postdoctoral researchers to Excellent Young Scientists and Distinguished Young Scholars",
    ),
    ("high-level talent", "高层次人才共有2.6万人", "high-level talent now numbers 26,000 people"),
    ("all talent", "接近700万人", "nearly 7 million"),
    # Companies
    ("asking companies", "向企业问计、问需", "asks companies for advice and for what they need"),
    ("speed", "最快的速度", "as fast as it can"),
    ("three groups", "腰部企业|中小企业", "mid-tier companies|small and medium-sized companies"),
    ("services", "全要素、全链条、全方位", "all factors, the whole chain and every aspect"),
    ("scenarios", "应用场景", "application scenarios"),
    ("champions", "今年新增29家|全国城市中排名第一", "29 were added this year|the largest addition of any city"),
    ("little giants", "“小巨人”企业：今年总数预计超过1000家", "expected to pass 1,000 this year"),
    ("specialized companies", "专精特新中小企业：1.1万家", "innovative small and medium-sized companies: 11,000"),
    ("innovative companies", "创新型中小企业：2.1万家", "Innovative small and medium-sized companies: 21,000"),
    ("high-tech companies", "国家高新技术企业：2.48万家", "National high-tech companies: 24,800"),
    # Quality
    (
        "quality plan",
        "《高标准建设质量强市推动高质量发展实施方案》",
        '"Implementation Plan for Building a Strong Quality City to High Standards',
    ),
    ("brand measures", "《打造一流质量品牌的若干措施》", '"Several Measures for Creating First-Class Quality Brands"'),
    ("chains", "8条产业链|“一链一策”", '8 industrial chains|"one chain, one policy"'),
    (
        "named chains",
        "高端医疗器械、新能源汽车、新一代信息通信和新型显示",
        "new energy vehicles, new displays, next-generation information and communications|high-end medical devices",
    ),
    (
        "international standards",
        "国际标准3134项|国外先进标准",
        "3,134 international standards|advanced foreign standards",
    ),
    ("national standards", "国家标准与行业标准合计6764项", "National and industry standards together come to 6,764"),
    ("protection", "最严格的知识产权保护", "strictest protection of intellectual property"),
    (
        "demonstration zone",
        "国家知识产权保护示范区",
        "national demonstration zone for intellectual property protection",
    ),
    ("abroad", "“五位一体”", '"five-in-one"'),
    ("core patents", "高价值核心专利：已培育2100多件", "High-value core patents: more than 2,100"),
    (
        "patents granted",
        "今年1至8月为16.35万件，在全国排名第一",
        "163,500 from January to August this year, the most in",
    ),
    ("PCT", "10056件，在全国大中城市中连续20年排名第一", "10,056, which puts the city first|20th year in a row"),
    ("registration", "商事登记|“跨境办”", 'Registering a business|"cross-border processing"'),
    (
        "notaries",
        "深港跨境委托公证服务窗口",
        "window for notarizing cross-border mandates between Shenzhen and Hong Kong",
    ),
    ("one thing", "“高效办成一件事”", '"getting one thing done efficiently"'),
    # Source
    ("reporter", "南都记者焦明梁", "Jiao Mingliang of Southern Metropolis Daily"),
    ("headline", "多措并举加快发展新质生产力", "multiple measures to accelerate new quality productive forces"),
    ("source", "“深圳发布”", '"Shenzhen Release"'),
    ("republished", "0538资讯网", "0538 News"),
]


@pytest.mark.parametrize(("chinese", "english"), [pytest.param(zh, en, id=name) for name, zh, en in FACTS])
def test_a_fact_stands_in_both_documents(chinese: str, english: str) -> None:
    assert [part for part in chinese.split("|") if part not in CHINESE] == []
    assert [part for part in english.split("|") if part not in ENGLISH] == []
