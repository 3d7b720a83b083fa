/**
 * Names that name nothing by themselves: 市委, 第一医院, 座谈会, 改造工程. Each document means its own by them, so they
 * are never joined across documents.
 */

import type { EntityTypeId } from '../ontology/ontology.ts';
import { nationalBody } from './agency-name.ts';
import type { Gazetteer } from './gazetteer.ts';

const ORGANISATION_WORDS = `
股份有限公司 有限责任公司 有限公司 总公司 分公司 子公司 公司 集团 控股 股份 企业 工厂 总厂 厂 银行 支行 分行 总行 商行 信用社 证券 保险 基金 基金会
投资 资本 科技 实业 电力 能源 地产 房地产 置业 建设 建筑 工程 药业 医药 生物 汽车 电器 电子 信息 网络 软件 传媒 文化 食品 饮料 啤酒 钢铁
化工 石化 石油 天然气 煤业 煤炭 矿业 铝业 铜业 有色 水泥 建材 物流 航空 航运 港口 港务 铁路 公路 高速 农业 乳业 酒业 纺织 服装 家居 家电 百货
零售 财产 营销 销售 财务 商用 飞机 客车 轿车 家具 采购 供应 服务 劳务 物业 装饰 装修 策划 广告 印刷 包装 包装材料 超市 餐饮 酿酒 养殖 旅游 酒店 教育 体育 影视 动力 机械 重工 装备 制造 电气 光电 半导体 通信 通讯 移动 联通 电信 数码 智能 环保 环境 水务 燃气 热电 新能源 新材料
材料 资产 资产管理 管理 咨询 贸易 商贸 进出口 国际 发展 开发 产业 人寿 财险 信托 租赁 黄金 烟草 邮政 电网 粮油 盐业 种业 造船 船舶 重汽 股权
人民 中心 医院 卫生院 大学 学院 学校 中学 小学 幼儿园 党校 研究院 研究所 设计院 实验室 协会 学会 商会 联合会 委员会 工会 妇联 团委 总工会 残联 工商联
慈善总会 红十字会 俱乐部 球队 男篮 女排 报社 日报 晚报 晚报社 电视台 电台 广播 出版社 图书馆 博物馆 体育馆 剧院 政府 市委 县委 区委 省委 州委 镇委 乡委 党委
党组 纪委 政协 人大 常委会 人大常委会 法院 检察院 公安局 公安厅 分局 派出所 局 厅 部 委 处 科 司 办 所 站 队 办公室 办公厅 管委会 居委会 村委会
党支部 支部 街道 街道办 街道办事处 办事处 国务院 中央 国家 发改委 发改局 经信委 国资委 财政局 商务局 教育局 教育厅 卫生局 环保局 国土局 规划局 建设局
住建局 住建委 工商局 税务局 地税局 国税局 质监局 药监局 食药监局 安监局 水利局 林业局 农业局 交通局 民政局 司法局 人社局 统计局 审计局 物价局 旅游局
体育局 文化局 招商局 统战部 组织部 宣传部 政法委 机关 部门 单位 董事会 监事会 股东大会 理事会 组委会 指挥部 领导小组 工作组 调查组 代表团 考察团 专家组
中级 高级 最高 中院 高院 综合 中医 中心医院 市立 附属 实验 职业 技术 师范 公立 私立 民营 国有 外资 合资 本地 当地 地方 上级 下属 直属 主管 有关 相关
工作 常务 审查 法律 流通 文献 战略 联盟 利用 药材 党派 民主党派 党和政府 联邦 议会 国会 临时 过渡 评审 评估 监督 管理局 监督局 督导 顾问 学术 编辑 编译 招投标 招标 采购 交易 结算 检测 检验 检疫 质量 安全 生产 应急 急救 疾控 防治 预防 控制 社区 养老
仓储 批发 市场 商场 商城 门店 网上 线上 总部 分支 机构 组织 团体 协调 推进 建设局 管理委员会 监督管理 总局 研究 科研 科技局 开发区 高新区 新区 园区 主要 重要 专门 专业 行业 同业 军方 警方 院方 校方 稀土 米业 外贸 海外 国内 国际组织 跨国 大型 中型 小型 龙头 经济 军事 外交 政策 财政 预算 内务 司法 金融 地板 摩托车 汽车 大用户 用品 日用品 食品 用户 依法治国 改革 组织委员会 安全委员会
市 县 区 省 镇 乡 村 州 总 副 该 本 我 各 两 双 多 一 二 三 四 五 六 七 八 九 十 第 号 级 个 家 名 和 与 及 的 等`
  .trim()
  .split(/\s+/);

const UNDERTAKING_WORDS = `
项目 工程 计划 规划 行动 建设 改造 扩建 新建 二期 一期 三期 四期 首期 开工 签约 奠基 启动 竣工 揭牌 投产 落成 仪式 典礼 庆典 会议 大会 论坛 峰会 座谈会
座谈 研讨会 推介会 推进会 招商 新闻 发布会 新闻发布会 记者会 说明会 听证会 洽谈会 交流会 对接会 恳谈会 年会 例会 常务会 常委会 全会 全体会议 常务会议
工作会议 工作会 电视电话会议 现场会 动员会 动员大会 表彰会 表彰大会 总结会 见面会 会见 会谈 晚会 晚宴 宴会 酒会 展览会 展会 博览会 交易会 比赛 决赛 大赛
活动 调研 考察 培训 培训班 签字 签署 协议 合同 框架 战略 合作 投资 融资 并购 重组 收购 上市 基地 园区 产业园 工业园 生产线 厂房 道路 高速公路 公路 铁路 桥梁
大桥 隧道 机场 港口 电站 水电站 核电站 电厂 水库 管网 管道 污水 处理厂 垃圾 焚烧 发电 住宅 小区 棚户区 安置房 保障房 经济 适用房 城市 农村 旧城 旧村 商业
广场 综合体 酒店 医院 学校 民生 重点 重大 示范 试点 专项 综合 整治 治理 配套 设施 基础 全市 全县 全省 全区 全国 市 县 区 省 镇 乡 村 年度 年 月 日 上午 下午
股东 董事 监事 临时 代表 人大 政协 党 党委 团 扩大 专题 专家 评审 论证 验收 审查 督查 会 展 节 班 的 和 与 及 等 该 本 此 次 这 两 三 大 新 第 届 一 二 四 五 六
七 八 九 十 零 〇 百 千 万 个 号 系列`
  .trim()
  .split(/\s+/);

/** True when `key` can be cut into words of the list alone, with digits between them. */
function madeOf(words: ReadonlySet<string>, longest: number, key: string): boolean {
  const reached = new Array<boolean>(key.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < key.length; at++) {
    if (!reached[at]) continue;
    if (/[\d\-—.%（）()]/.test(key[at] ?? '')) reached[at + 1] = true;
    for (let length = 1; length <= longest && at + length <= key.length; length++) {
      if (words.has(key.slice(at, at + length))) reached[at + length] = true;
    }
  }
  return reached[key.length] === true;
}

const longestOf = (words: Iterable<string>) => Math.max(...Array.from(words, (word) => word.length));
const ORGANISATION = new Set(ORGANISATION_WORDS);
const LONGEST_ORGANISATION = longestOf(ORGANISATION);
const UNDERTAKING = new Set(UNDERTAKING_WORDS);
const LONGEST_UNDERTAKING = longestOf(UNDERTAKING);

/** Endings that a description takes as readily as a name: 多晶硅项目, 绿色低碳项目, 原料基地. */
const DESCRIBED = /(?:项目|基地|示范区|试验区|产业园区?|工业园|科技园|物流园)$/;

/**
 * Whether an undertaking that is described by its goods or its kind says which one it is, by a place or by what it is
 * called between quotation marks.
 *
 * @param key the name's key (`nameKey`)
 */
export function isUnnamedUndertaking(key: string, gazetteer: Gazetteer): boolean {
  if (!DESCRIBED.test(key) || /[“”《》·]/.test(key)) return false;
  for (let at = 0; at < key.length - 3; at++) if (gazetteer.match(key, at) > 0) return false;
  return true;
}

/** 全国妇联 and 世界银行 are made of common words, and there is one of each. */
const WORLDWIDE = /^(?:全国|中华|世界|国际|亚洲|欧洲|非洲|全球)/;

/**
 * Says whether a name is only a common noun.
 *
 * @param type the entity's type; people and places are never generic
 * @param key the name's key (`nameKey`)
 *
 * @example
 * isGenericName('organization', '第一医院'); // true
 * isGenericName('company', '青禾集团'); // false
 */
export function isGenericName(type: EntityTypeId, key: string): boolean {
  if (type === 'person' || type === 'place') return false;
  if (key === '国务院' || nationalBody(key) !== undefined || WORLDWIDE.test(key)) return false;
  // What begins with a legal form has lost its name.
  if (/^(?:有限|股份|[（(][^（）()]*[）)](?:有限|股份|公司|集团))/.test(key)) return true;
  if (type === 'project' || type === 'event') return madeOf(UNDERTAKING, LONGEST_UNDERTAKING, key);
  return madeOf(ORGANISATION, LONGEST_ORGANISATION, key);
}
