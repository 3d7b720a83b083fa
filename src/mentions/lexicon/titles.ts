/** Job titles: heads, what may stand before them, forms of address. */
import { wordSet } from './words.ts';

/** Titles of government, Party, courts, parliament, army and diplomacy. */
const OFFICIAL = `
书记 总书记 省长 市长 县长 区长 州长 盟长 旗长 镇长 乡长 村长 村主任 主席 总理 总统 首相 国王 女王 国务卿 大臣 国务委员 部长 厅长 局长 司长 处长 科长 股长 署长 关长
主任 秘书长 专员 巡视员 调研员 巡按 委员长 委员 常委 代表 检察长 院长 庭长 审判长 法官 检察官 大使 公使 参赞 总领事 领事 特使 发言人 议长 议员 参议员 众议员 市议员 政委
司令 司令员 参谋长 军长 师长 团长 旅长 营长 连长 排长 上将 中将 少将 大校 上校 队长 支队长 大队长 所长 站长 台长 馆长 组长 督察长 督察 主委 政治局委员 中央委员 秘书
行署专员 党组书记 党委书记 党组成员 党委委员 党工委书记 纪委书记 政法委书记 组织部长 宣传部长 统战部长 常务委员 中常委 外长 防长 财长 财政大臣 外交大臣 国防大臣 内政大臣 卫生大臣 首席大臣 总督 酋长 亲王 王储 太子 国防部长 外交部长
人大代表 政协委员 参事 文史馆员 监察专员 特派员 总干事 高级代表 总监察长 审计长 警长 警察局长 联络办主任 新闻秘书 幕僚长 行政长官 政务司司长 特首 候选人`;

/** Titles of enterprises. */
const BUSINESS = `
董事长 董事 董事局主席 董事会主席 监事会主席 监事长 监事 总经理 经理 总裁 首席执行官 首席运营官 首席财务官 首席技术官 首席信息官 首席营销官 首席经济学家 首席分析师 首席代表
首席科学家 首席策略师 首席投资官 首席风险官 首席顾问 首席设计师 行政总裁 财务总监 运营总监 技术总监 销售总监 市场总监 投资总监 艺术总监 总监 行长 董秘 董事会秘书 董事局秘书 厂长
店长 矿长 总工程师 总会计师 总经济师 总规划师 总设计师 总工 创始人 创办人 合伙人 管理合伙人 老板 掌门人 负责人 实际控制人 控股股东 大股东 法定代表人 法人代表 理事长 理事 会长 社长 总编辑 总编
主编 编辑 分析师 研究员 基金经理 投资经理 总代表 代表处主任 总负责人 CEO CFO COO CTO CIO CMO 独立董事 执行董事 非执行董事 总助 经理人 操盘手 保荐代表人 秘书长 事业部总经理 发起人 联合创始人 共同创始人
共同创办人 联合创办人 主管 首席财务长 财务长 执行长 营运长 投资人 交易员 经纪人 部门经理 常务董事 社长 专务 本部长 总厂长 董事局副主席`;

/** Titles of science, schools, culture and media. */
const LEARNED = `
校长 教授 院士 博士 讲师 研究生导师 博导 系主任 所长 馆长 学者 专家 顾问 经济学家 科学家 律师 会计师 医师 医生 工程师 设计师 建筑师 作家 诗人 画家 演员 导演 教练 主教练 队长 运动员 歌手
主持人 评论员 撰稿人 制片人 策展人 教师 老师 班主任 园长 住持 方丈 会员 飞行员 航天员 船长 机长 站长 护士长 博士后 班长 设计总监 主任医师 物理学家 化学家 数学家 历史学家 社会学家 企业家 慈善家 银行家 投资家
策略师 观察员 总教练 领队 裁判长 指挥 指挥家 首席记者 记者 副研究员 副教授`;

/** Heads of titles; the longest that fits counts. */
export const TITLE_HEADS = wordSet(OFFICIAL, BUSINESS, LEARNED);

/** What may stand directly before a head and belongs to the title, longest first. */
export const TITLE_MODIFIERS = [
  '常务副',
  '第一副',
  '党组副',
  '党委副',
  '执行副',
  '高级副',
  '资深副',
  '董事会',
  '董事局',
  '监事会',
  '全球',
  '大中华区',
  '中国区',
  '亚太区',
  '常务',
  '执行',
  '首席',
  '高级',
  '资深',
  '名誉',
  '荣誉',
  '联席',
  '联合',
  '第一',
  '代理',
  '助理',
  '专职',
  '兼职',
  '候任',
  '独立',
  '党组',
  '党委',
  '党支部',
  '行政',
  '总',
  '副',
  '代',
  '正',
  '非执行',
  '特约',
  '终身',
  '分管',
  '特聘',
  '客座',
  '主管',
  '值班',
  '高级别',
  '驻华',
  '驻',
  '特命全权',
  '全权',
  '常驻',
  '市场部',
  '销售部',
  '研究部',
  '投资部',
  '人力资源部',
  '财务部',
  '公关部',
  '法务部',
] as const;

/** What may follow a head and belongs to the title: 局长助理, 总裁特别助理. */
export const TITLE_TAILS = ['特别助理', '高级助理', '助理', '候选人'] as const;

/**
 * Heads that name a trade rather than a post, or that are plain words as often as titles; alone they say little of
 * an organisation, and less of the name beside them.
 */
export const WEAK_TITLES = wordSet(`
代表 委员 专家 学者 记者 教授 博士 律师 医生 医师 工程师 演员 导演 作家 教师 老师 运动员 歌手 队长 顾问 编辑 秘书 研究员 分析师 经理人 老板 负责人 投资人 大股东 控股股东 会员 企业家 科学家 经济学家 设计师
指挥 教练 主管 理事 监事 董事 院士 诗人 画家 班长 班主任 专员 议员 法官 候选人 主持人 飞行员 航天员 发起人 交易员 经纪人 操盘手`);

/** Forms of address and status that follow a surname or name. */
export const ADDRESS_WORDS = wordSet(
  '先生 女士 小姐 太太 夫人 同志 总 老 教授 博士 老师 医生 律师 主席 总理 总统 部长 市长 省长',
);
