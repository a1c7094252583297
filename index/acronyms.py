"""English acronyms that the tables lack or take for something else, and what they stand for in Chinese.

The tables are learnt from running text, which spells most of them out: they knew VAT as 大桶 and SME not at all. The
list is general knowledge: the words of business, government, technology, medicine and the world.
"""

from __future__ import annotations

# An acronym in small letters, then what it stands for; of several either does.
_LIST = """
ai 人工智能; r&d 研发 研究与开发; m&a 并购; q&a 问答; p&l 损益; ip 知识产权; ipr 知识产权; phd 博士; mba 工商管理硕士
sme 中小企业; msme 中小微企业; soe 国有企业 国企; mnc 跨国公司; ngo 非政府组织 民间组织; npo 非营利组织; ic 集成电路
pcb 电路板 印制电路板; oled 有机发光二极管; iot 物联网; ict 信息通信技术; gpu 图形处理器 显卡; cpu 中央处理器 处理器
llm 大语言模型 大模型; agi 通用人工智能; vr 虚拟现实; saas 软件即服务; os 操作系统; gis 地理信息系统; agv 自动导引车
bci 脑机接口; qr 二维码; atm 自动取款机 取款机; uav 无人机; evtol 电动垂直起降飞行器; pv 光伏; ev 电动汽车 电动车
bev 纯电动汽车; phev 插电式混合动力汽车; nev 新能源汽车; icv 智能网联汽车; lng 液化天然气; lpg 液化石油气
ghg 温室气体; ccs 碳捕集与封存; gm 转基因; gmo 转基因; gdp 国内生产总值 生产总值; gnp 国民生产总值; gni 国民总收入
cpi 居民消费价格指数; ppi 工业生产者出厂价格指数; pmi 采购经理指数; fdi 外商直接投资 外资; vat 增值税
ipo 首次公开募股 上市; etf 交易型开放式指数基金; reit 不动产投资信托基金; ppp 政府和社会资本合作; vc 风险投资 创业投资
pe 私募股权; npl 不良贷款; lpr 贷款市场报价利率; rrr 存款准备金率; roe 净资产收益率; eps 每股收益
ebitda 息税折旧摊销前利润; esg 环境社会治理; gmv 成交总额 交易额; teu 标准箱 标箱; epc 工程总承包; mou 谅解备忘录
kpi 关键绩效指标; cbd 中央商务区; pr 公共关系 公关; ceo 首席执行官 总经理; cfo 首席财务官; cto 首席技术官
coo 首席运营官; cmo 首席营销官; vp 副总裁; ftz 自由贸易试验区 自贸区; fta 自由贸易协定; sez 经济特区
rcep 区域全面经济伙伴关系协定; wto 世界贸易组织 世贸组织; adb 亚洲开发银行; aiib 亚洲基础设施投资银行 亚投行
ecb 欧洲央行 欧洲中央银行; pboc 人民银行 央行; boj 日本央行; csrc 证监会; ndrc 发展改革委 发改委
miit 工业和信息化部 工信部; mofcom 商务部; sasac 国资委; cnipa 国家知识产权局; npc 全国人大
cppcc 政协 中国人民政治协商会议; cpc 中国共产党; pla 解放军; prc 中华人民共和国; cctv 央视; hk 香港
iaea 国际原子能机构; sco 上海合作组织; brics 金砖国家; nasa 美国国家航空航天局 美国宇航局; esa 欧洲航天局
cia 中央情报局; fda 食品药品监督管理局; ioc 国际奥委会; fifa 国际足联; uefa 欧足联; nba 美国职业篮球联赛
iso 国际标准化组织; iec 国际电工委员会; mvp 最有价值球员; ussr 苏联; wwi 一战 第一次世界大战; wwii 二战 第二次世界大战
usa 美国; drc 刚果; dprk 朝鲜; rok 韩国; icu 重症监护室; mri 核磁共振 磁共振; ecg 心电图; eeg 脑电图
hiv 艾滋病病毒 艾滋病; tcm 中医 中医药; rna 核糖核酸; mrna 信使核糖核酸; copd 慢阻肺; bmi 体重指数; emu 动车组
hsr 高铁 高速铁路; brt 快速公交
"""
ACRONYMS: dict[str, tuple[str, ...]] = {
    acronym: tuple(meant) for acronym, *meant in (line.split() for line in _LIST.replace("\n", ";").split(";") if line)
}
