/** What names of projects and events end in. */
import { wordSet } from './words.ts';

/** What names of projects end in. */
export const PROJECT_FORMS = wordSet(
  `项目 工程 产业园 产业园区 工业园 科技园 物流园 示范基地 生产基地 产业基地 基地 水电站 核电站 风电场 水库 高速公路 公路 高铁 铁路 大桥 隧道 码头 试验区 示范区`,
);
/** What names of events end in. */
export const EVENT_FORMS = wordSet(
  `座谈会 论坛 峰会 大会 博览会 签约仪式 启动仪式 开工仪式 揭牌仪式 奠基仪式 颁奖仪式 仪式 典礼 开幕式 洽谈会 推介会 发布会 新闻发布会 展览会 交易会 研讨会 恳谈会 展销会 年会 电影节 文化节 运动会 进博会 广交会 服贸会 西博会 东博会 高交会 文博会 园博会 农博会 旅博会 对话会 交流会 论证会 听证会 拍卖会 洽谈活动 股东大会 世博会 消博会 奥运会 冬奥会 亚运会 世界杯 全运会`,
);
