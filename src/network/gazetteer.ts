/** Place names that stand before the names of companies and agencies: 山东信发集团, 聊城市政府. */
import { placeStem } from '../mentions/lexicon/places.ts';
import { nameKey } from '../tokens/normalise.ts';

/** Provinces with their full names; the short form is what companies carry. */
const PROVINCES: readonly (readonly [short: string, full: string])[] = [
  ...'河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾'
    .split(' ')
    .map((name) => [name, `${name}省`] as const),
  ...'北京 天津 上海 重庆'.split(' ').map((name) => [name, `${name}市`] as const),
  ['内蒙古', '内蒙古自治区'],
  ['广西', '广西壮族自治区'],
  ['西藏', '西藏自治区'],
  ['宁夏', '宁夏回族自治区'],
  ['新疆', '新疆维吾尔自治区'],
  ['香港', '香港特别行政区'],
  ['澳门', '澳门特别行政区'],
];

/** Prefectures and well-known county-level cities, without their suffix. */
const CITIES = `
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特
包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡 徐州
常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 宜兴 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山
台州 丽水 义乌 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平
龙岩 宁德 晋江 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 莱芜
临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石
十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州
韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港
钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安
达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 红河 文山 西双版纳 楚雄 拉萨 日喀则
昌都 林芝 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东
银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 和田 伊犁 石河子 台北 高雄 浦东`
  .trim()
  .split(/\s+/);

/**
 * Names of districts that several cities have. A bare 鼓楼区政府 says too little, whatever the corpus knows.
 */
export const COMMON_DISTRICTS: ReadonlySet<string> = new Set(
  '朝阳区 鼓楼区 城关区 新华区 市中区 长安区 西湖区 海州区 铁西区 铁东区 和平区 河东区 南山区 宝山区 白云区 江北区 永定区 桥西区 桥东区 新城区 青山区 郊区 城区 矿区 普陀区 龙华区 通州区 南岸区 向阳区 东山区 清河区 大通区 金水区 雁塔区 新市区 高新区 开发区 经济开发区 经济技术开发区'.split(
    ' ',
  ),
);

/** 中国, 国家 and 全国 mark what is national; the others are those whose companies and ministries the news names most. */
const COUNTRIES =
  '中国 国家 全国 美国 英国 法国 德国 日本 韩国 俄罗斯 印度 巴西 加拿大 澳大利亚 意大利 西班牙 荷兰 瑞士 瑞典 芬兰 丹麦 挪威 新加坡 马来西亚 泰国 越南 印尼 欧洲 欧盟 亚洲 非洲 北美'.split(
    ' ',
  );

const COUNTRY: ReadonlySet<string> = new Set(COUNTRIES);

/** True for a country, which before a company's name describes it and is no part of the name. */
export const isCountry = (place: string): boolean => COUNTRY.has(place);

/** Place names that may stand before a name, longest first at each start. */
export interface Gazetteer {
  /** Length of the longest place name that `text` has at `from`; 0 where there is none. */
  match(text: string, from: number): number;
}

/** What a place of the corpus adds to the gazetteer: its key and, for a division, the key without its kind. */
export function placeNames(key: string): readonly string[] {
  if (key.length < 2 || key.length > 12) return [];
  const stem = placeStem(key);
  return stem === key ? [key] : [key, stem];
}

/** The built-in names and those that the corpus itself calls places. */
export function createGazetteer(places: Iterable<string>): Gazetteer {
  const known = new Set<string>(COUNTRIES);
  for (const [short, full] of PROVINCES) known.add(short).add(full);
  for (const city of CITIES) known.add(city).add(`${city}市`);
  for (const place of places) for (const name of placeNames(nameKey(place))) known.add(name);
  let longest = 0;
  for (const name of known) longest = Math.max(longest, name.length);
  return {
    match(text, from) {
      for (let length = Math.min(longest, text.length - from); length >= 2; length--) {
        if (known.has(text.slice(from, from + length))) return length;
      }
      return 0;
    },
  };
}

/** A division by its suffix alone; two characters only before 省, 市, 区 and 县 (莘县), or 神州 would be a place. */
const DIVISION =
  /^(?:\p{Script=Han}{2,8}?(?:自治区|自治州|自治县|省|市|区|县|州|盟|旗|镇|乡)|\p{Script=Han}[省市区县])/u;

/** Words that end like a division and are none. */
const NO_DIVISION =
  /(?:城市|都市|上市|超市|门市|股市|夜市|集市|社区|园区|小区|校区|景区|街区|灾区|专区|全市|全省|全县|全区|我市|我省|我县|我区|该市|该县|该区|各市|各县|各区|各省|本市|神州|九州)$/;

/**
 * Splits the places off the front of a name.
 *
 * @example
 * splitPlaces('山东省聊城市政府', gazetteer); // { places: ['山东省', '聊城市'], rest: '政府' }
 */
export function splitPlaces(key: string, gazetteer: Gazetteer): { places: string[]; rest: string } {
  const places: string[] = [];
  let from = 0;
  for (;;) {
    const known = gazetteer.match(key, from);
    const pattern = DIVISION.exec(key.slice(from))?.[0] ?? '';
    const length = known > 0 ? known : NO_DIVISION.test(pattern) ? 0 : pattern.length;
    if (length === 0) break;
    places.push(key.slice(from, from + length));
    from += length;
  }
  return { places, rest: key.slice(from) };
}
