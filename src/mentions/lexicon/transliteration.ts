/** Characters with which foreign names are written in Chinese. */
import { characterSet } from './words.ts';

/** Characters of the usual tables of transliteration. */
export const TRANSLITERATION = characterSet(`
爱不都地登拓卓蕾薇娅妲黛莎菲克托耶蓬阿埃艾安昂奥巴拜班邦包保鲍贝本比彼毕宾波博伯勃布查柴昌达戴丹当道德登邓迪蒂丁东杜顿多恩尔法凡方费芬丰冯佛弗福夫富盖甘冈高戈格葛根贡古瓜圭哈海汉豪赫黑亨洪胡华惠霍基吉季加贾简姜焦杰金京久居卡凯坎康考柯科克肯孔库夸奎拉腊莱赖兰朗劳勒雷累里理利莉丽连良廖列林龙隆卢鲁伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密敏明缪摩莫默姆穆纳娜奈南瑙内妮尼涅宁牛纽农努诺欧帕派潘庞培佩彭蓬皮平珀普奇齐恰强乔切钦琴琼丘热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施石史士什舒顺朔思斯苏索塔泰坦唐陶特腾提汀廷亭通图土托脱陀瓦万旺威韦维魏温文翁沃乌武西希悉锡夏显香肖歇谢辛欣休修许叙雅亚延扬耶叶伊易因英永尤于约宰赞泽扎詹张珍芝治朱祖佐买提吾孜古丽热依木合江别克努尔艾力肉则玉苏甫塔什`);
