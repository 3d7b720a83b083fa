/** Chinese surnames: common ones, rare ones that are seldom words, rare ones that mostly are words, and double ones. */
import { characterSet, unitTable, wordSet } from './words.ts';

/** The hundred or so surnames that cover about nine tenths of all people. */
export const COMMON_SURNAMES = characterSet(`
王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方
白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤萧邢施樊章鲁倪殷骆翟`);

/** Less common surnames whose character seldom stands as a word of its own in news. */
export const RARE_SURNAMES = characterSet(`
云凤乐元强路裘缪干宗宣於家松井暴钭戎祖束韶索鬱后岱励迮旲侴沐缐俱訚藺衷晟
俞岳齐安梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解柴华车冉房边辜吉饶
刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽邝晁练麻乔赖康贝季
文伍庞兰聂焦银佟仲诸葛闻仝檀匡呼卞卢蔺邴阎芦揭危娄苍禹狄贲尚农温别晏柳荆游竺权盍益桓公仉督岑逄亢况郈有琴归海鞠丰巫乌巴弓隗山郗班仰秋伊宓
蓬郸濮寿通扈郏浦农尤皮卞齐伏明臧茅熊梁杭洪诸崔龚嵇滑裴荣翁荀羊惠甄曲封芮羿储汲糜段富牧车侯宓全蓟薄印宿白怀蒲邰鄂咸籍赖卓蔺屠蒙池乔阴胥能
苍双闻莘翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈郏浦庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈庾终暨居衡步耿满弘匡寇广禄阙东殳沃利蔚越夔隆师
巩厍聂晁勾敖融冷訾辛阚那饶空曾毋沙乜养鞠须丰巢蒯相查荆红游竺逯盖桓牙仉法汝鄢钦苑植洛付仝冼塔娜占粟忻佘佴僧修兆兀冮初勇化南卿厉原召史
哈国圣坚塞墨奕妥姒字守官宛密尉展岩峗巨布帅师平幸庆度庹延弥彦律战才打承拜拓揣撒敬斐斛斯旷昌昝晋普智朴权析柘校栗桐楚楼次母毕水汉治法泉泥浮
涂淦渠湛漆潭火炎焉照独猛玄玉理琚瑞甫电畅盘盼真睢矫硕禚禤秘税窝竭笪答粘线练续罕耐肇胜腾舍良芶苻苴茆茶荀药莘菅萨葛葵蒉蓝薜藏虎虞蚁衣袭西要覃
訾谌谯豆贵贺赏赛辉迟逯郇部郤郯鄞酆释钮钱铁锁长门闪闾降陀雀靖鞏顿颜风香马骈高鹿麦黑默鼎`);

/** Surnames that are so often plain words that they count only with strong evidence, such as a title before them. */
export const WORDLIKE_SURNAMES = characterSet(`
强元松井干索祖云后家路乐应昌暴束智衷
成时来公有通能相养空勾要部长门法化国原平官字南水火玉电理真布打才度战次母治泥浮独猛续罕耐胜腾舍良药虎西贵赏赛风香黑默鼎全单关查盖
解位连计都和经向于任万方金石白江夏夏龙武常应高安明包左古边司东师利满广隆双红海山印怀充终居步越权公归益丰尚温别农富阴咸籍劳申扶容易慎
那花冷党木米何曾许余时文商车项简谈宁向从修初坚守密承敬普智校楼照盘盼硕税答线良贯释铁锁降顿修种由可是尽得开进合同伙见其支代力`);

/** Double surnames. */
export const DOUBLE_SURNAMES = wordSet(`
欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 轩辕 长孙 宇文 端木 南宫 独孤 西门 闻人 赫连 澹台 公冶 宗政 濮阳 淳于 单于
太叔 申屠 仲孙 钟离 鲜于 闾丘 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门
第五 万俟 哥舒 达奚 纳兰 完颜 叶赫 爱新觉罗`);

const SURNAMES = unitTable([...COMMON_SURNAMES, ...RARE_SURNAMES, ...WORDLIKE_SURNAMES]);

/** True when a character, given as its UTF-16 unit, is a surname. */
export const isSurnameUnit = (unit: number): boolean => SURNAMES[unit] === 1;

/** True when a character is a surname. */
export const isSurname = (character: string): boolean => isSurnameUnit(character.charCodeAt(0));

/**
 * Characters that do not stand in given names: function words, speech verbs, punctuation-like words and the first
 * characters of what typically follows a name.
 */
export const NOT_IN_GIVEN_NAMES = characterSet(`
的了在是和与及为对从将被等说称表示认介绍向就也都还又并而或但却因所以之其这那哪该此某每各另本您你我他她它们着过地得把让使给被由于至到自即则吗呢吧啊么
不没未无非很最更太再已正曾才只仅便且若如何谁什怎几两二三四六七八九十百千零〇年月日号时分秒元个名位次件种项条款届岁人者员长官司厅局部委办院校所
副总部门会议公司企业集团行业省市县区镇乡村路街表述指出问答谈认为透露告诉强调要求希望提出做作用出入进回去来上下前后内外里间旁边左右
家产品价格股票债券买卖收购投资合作签约会见访问参加出席主持同比先女士您好
`);

/** Characters of {@link NOT_IN_GIVEN_NAMES} that nevertheless are common in given names. */
export const GIVEN_NAME_EXCEPTIONS = characterSet(
  '若和为正如来自三九千百日月年人长会先之与其家同作问要心前向行益进出用本永分内区东里军元英安位以便品',
);

/** Words that jieba's dictionary takes for people because they begin like a surname. */
export const NOT_PEOPLE = wordSet(`
白皮书 白宫 白领 贺词 贺信 贺卡 贺电 贺礼 弘扬 顾问 顾客 顾忌 顾全 范畴 周转 周折 周旋 周密 周期 陈列 陈列馆 陈设 陈述 陈旧 高薪 高潮 高昂 高耸 高悬 高水平 高新区 高中生 高校 高喊 高招 高尔夫 许可 许可证 许诺 公正 严正 严重性 严重者
施政 武侠 武林 武斗 杜绝 金字塔 张开 张望 张贴 张罗 黄金周 黄牛 毛巾 左翼 加薪 石狮子 石阶 万幸 万世 史诗 史实 史前 史官 田野 田赋 马拉松 马刺 马匹 马背 公开赛 何谓 何干 何曾 何况 胡来 胡闹 胡同 胡椒 胡萝卜 殷勤 殷实 和睦 和善 和蔼 和暖
钟声 钟爱 钟楼 雷声 雷达 雷雨 雷同 雷阵雨 过敏 孙女 孙子 从政 从军 从师 任凭 望远镜 太阳光 太阳年 龙虾 龙宫 付诸 于今 时髦 熊猫 熊掌 王朝 王宫 王府 王后 王子 王妃 王权 王族 陆军 陆海空 元老 元帅 元宝 莫测 但凡 希冀 秦汉 魏晋 宋元 唐诗 宋词 石英 罗盘 罗汉果 杨树 柳树 高铁`);
