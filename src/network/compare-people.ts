/**
 * Weighs whether two people of one name are one person. A sum of log-odds in the manner of Fellegi & Sunter (A Theory
 * for Record Linkage, 1969), with weights set by hand: shared posts and company speak for, posts of another kind or in
 * another place at the same time against, and a rare name makes a namesake less likely.
 */
import { isGenericName } from './generic-name.ts';
import { isBesideOthers, type Profile } from './person-profile.ts';

/** The verdict, with its grounds in Chinese. */
export interface Comparison {
  /** Log-odds that they are one; above 0 they are joined. */
  readonly score: number;
  /** True when something beside the name speaks for them. */
  readonly supported: boolean;
  readonly grounds: readonly string[];
  readonly objections: readonly string[];
}

/** The commonest surnames, borne by some 40 per cent of all people: a two-character name with one is often shared. */
const COMMON_SURNAMES = new Set('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');

const DAY = 86_400_000;
/** Posts whose documents lie further apart than this may be stations of one career. */
const CAREER_GAP_DAYS = 180;

/**
 * Characters that given names have most often, by the name reports of the Ministry of Public Security (2018 to 2021): a
 * name made of them is shared by many.
 */
const COMMON_GIVEN = new Set(
  '英华玉秀明珍文芳兰国春红建志梅桂霞荣丽海金云平军伟强杰涛勇敏静艳磊娟超刚洋鹏飞斌波辉宁林峰龙俊宇浩新永东晓小亮成生立民庆利',
);

/** Prior log-odds that two mentions of this name in the news mean one person. */
function prior(key: string): number {
  if (key.length >= 4) return 2;
  const rare = [...key.slice(1)].filter((character) => !COMMON_GIVEN.has(character)).length;
  if (key.length === 3) return 1 + 0.4 * rare;
  return (COMMON_SURNAMES.has(key[0] ?? '') ? 0.2 : 0.5) + 0.3 * rare;
}

/** Titles of at least so many characters say which post it is, and not only of what rank. */
const TELLING_TITLE = 6;

/** Weighs two profiles that share the name `key`. Symmetric in `a` and `b`. */
export function comparePeople(key: string, a: Profile, b: Profile, nameOf: (feature: string) => string): Comparison {
  const grounds: string[] = [];
  const objections: string[] = [];
  let score = prior(key);
  const weigh = (shared: readonly string[], each: number, most: number, label: string) => {
    if (shared.length === 0) return;
    score += Math.min(most, shared.length * each);
    grounds.push(`${label}：${shared.slice(0, 3).map(nameOf).join('、')}`);
  };
  const employers = common(a.organisations, b.organisations);
  weigh(employers, 5, 6, '共同任职机构');
  const related = employers.length > 0 ? [] : relatedEmployers(a.employers, b.employers);
  weigh(related, 2.5, 2.5, '任职机构相近');
  const near = common(a.near, b.near).filter((name) => !name.startsWith('place:'));
  weigh(near, 2, 5, '共同关联');
  const around = common(union(a.near, a.around), union(b.near, b.around)).filter((name) => !near.includes(name));
  weigh(
    around.filter((name) => !name.startsWith('place:')),
    0.8,
    2.4,
    '共同提及',
  );
  const postPlaces = common(a.postPlaces, b.postPlaces);
  weigh(postPlaces, 1.5, 2, '任职地相同');
  // That two people with posts of their own were both in one country says little.
  const placed = postPlaces.length === 0 && (a.posts.size === 0 || b.posts.size === 0);
  if (placed) weigh(common(a.places, b.places), 0.4, 0.8, '共同地点');
  const titles = common(a.titles, b.titles);
  const telling = titles.some((title) => title.length >= TELLING_TITLE) ? 2.5 : 0.5;
  weigh(titles, telling, telling, '职务名称相同');
  const supported = grounds.length > 0;
  if (employers.length + related.length === 0 && a.posts.size > 0 && b.posts.size > 0) {
    const posts = `${show(a.posts)}／${show(b.posts)}`;
    const beside = onlyBesideOthers(a) || onlyBesideOthers(b);
    const apart = beside || gapInDays(a, b) > CAREER_GAP_DAYS;
    if (a.kinds.size > 0 && b.kinds.size > 0 && common(a.kinds, b.kinds).length === 0) {
      score -= apart ? 2 : 3;
      objections.push(`职务性质不同：${posts}`);
    } else if (a.organisations.size > 0 && b.organisations.size > 0) {
      score -= apart ? 0.8 : 2;
      objections.push(apart ? `职务不同：${posts}` : `同一时期职务不同：${posts}`);
    }
    if (a.postPlaces.size > 0 && b.postPlaces.size > 0 && postPlaces.length === 0 && !apart) {
      score -= 1.5;
      objections.push(`任职地不同：${show(a.postPlaces)}／${show(b.postPlaces)}`);
    }
  }
  return { score, supported, grounds, objections };
}

/** Whether all posts of a person are such as are held beside others. */
const onlyBesideOthers = ({ employers }: Profile) => employers.size > 0 && [...employers].every(isBesideOthers);

function show(values: ReadonlySet<string>): string {
  return [...values].sort().slice(0, 2).join('、');
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a, ...b]);
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return [...small].filter((value) => large.has(value)).sort();
}

/** Pairs of employers of which one names the other, or that begin with one brand: 青禾 and 青禾重工. */
function relatedEmployers(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a]
    .flatMap((one) =>
      [...b]
        .filter((other) => {
          const [short, long] = one.length <= other.length ? [one, other] : [other, one];
          const brand = short.slice(0, 2);
          return long.includes(short) || (long.startsWith(brand) && !isGenericName('company', brand));
        })
        .map((other) => (one === other ? one : [one, other].sort().join('／'))),
    )
    .sort();
}

/** Days between the two stretches of time; 0 where they overlap or a date is missing. */
function gapInDays(a: Profile, b: Profile): number {
  if (a.first === undefined || b.first === undefined || a.last === undefined || b.last === undefined) return 0;
  const gap = Math.max(Date.parse(b.first) - Date.parse(a.last), Date.parse(a.first) - Date.parse(b.last));
  return Number.isFinite(gap) ? Math.max(0, gap / DAY) : 0;
}
