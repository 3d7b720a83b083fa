/** Curation in Chinese. */
import type { Decision, EntityRef, Lapse, TieRef } from '../../../curation/decision.ts';

const n = (count: number): string => count.toLocaleString('en-US');
const name = (ref: EntityRef | undefined): string => `「${ref?.[1] ?? ''}」`;
const tie = (ref: TieRef | undefined, relation: string): string => `${name(ref?.[0])}${relation}${name(ref?.[2])}`;

export const zhCuration = {
  open: '审校',
  title: '审校',
  close: '退出审校',
  review: '待审',
  ledger: '决定',
  parts: '审校的两部分',
  correct: '更正',
  correctTie: '这条关系对吗？',
  note: '批注',
  checked: '已核实',
  cancel: '取消',
  why: '理由（可不填）',
  whyPlaceholder: '例如：年报确认为同一家公司',

  merge: '合并…',
  split: '拆分…',
  rename: '改名…',
  retype: '改类型…',
  rejectName: '不是名称…',
  addNote: '批注…',
  rejectTie: '不成立',
  confirmTie: '属实',

  mergeTitle: (subject: string) => `「${subject}」与谁是同一个？`,
  mergeWith: '与之合并的名称',
  mergeInto: (from: string, into: string) => `「${from}」并入「${into}」，以后者为名。`,
  mergeSwap: '改用前者为名',
  mergeDo: '合并',
  splitTitle: (subject: string) => `从「${subject}」中拆出另一个`,
  splitNames: '按名称：这些名称指的是另一个',
  splitDocuments: '按报道：这些报道里说的是另一个',
  splitName: '拆出者的名称（可不填）',
  splitDo: '拆分',
  splitHere: (name: string, count: number) => `本篇提到「${name}」${count} 处。若指的是另一个：`,
  splitMention: '只拆出这一处',
  splitArticle: '拆出本篇各处',
  splitNowhereElse: '别处没有提到，无从拆分',
  renameTitle: (subject: string) => `给「${subject}」改名`,
  renameTo: '新名称',
  renameDo: '改名',
  retypeTitle: (subject: string) => `「${subject}」的类型`,
  retypeTo: '类型',
  retypeDo: '改类型',
  rejectTitle: (subject: string) => `「${subject}」不是名称，连同其关系一并移除？`,
  rejectDo: '移除',
  noteTitle: (subject: string) => `给「${subject}」加批注`,
  noteText: '批注',
  noteDo: '加批注',

  undo: '撤销',
  redo: '重做',
  withdraw: '撤回',
  withdrawLine: (line: number) => `撤回第 ${n(line)} 行的决定`,
  line: (line: number) => `第 ${n(line)} 行`,
  rawLine: '账本原文',
  none: '还没有决定。在名称或关系的详情里更正，或从「待审」开始。',
  keptInFile: (file: string) => `每个决定写入语料旁的 ${file}，一行一个。`,
  keptHere: (file: string) => `决定保存在这个浏览器里。下载后以 ${file} 放进语料文件夹，下次构建即生效。`,
  download: '下载账本',
  takeIn: '载入账本…',
  dropHere: '也可把账本文件拖到这里',
  tookIn: (added: number, wrong: number) =>
    wrong === 0 ? `载入 ${n(added)} 个决定` : `载入 ${n(added)} 个决定，${n(wrong)} 行无法识别`,
  rebuild: '现在重新构建',
  rebuilding: '正在重新构建…',
  rebuildFailed: (reason: string) => `重新构建没有成功：${reason}`,
  fresh: (count: number) => `${n(count)} 个决定已在页面生效；布局与中心度待下次构建更新。`,
  withdrawn: (count: number) => `${n(count)} 个已撤回的决定仍在图中，下次构建后消失。`,
  withdrawnTitle: '已撤回，待下次构建',
  failed: (reason: string) => `决定没有保存：${reason}`,
  inNetwork: '已构建',
  onPage: '本页已生效',
  lapsed: '不再适用',
  badLines: (count: number) => `账本中有 ${n(count)} 行无法识别`,
  undone: '已撤销',
  redone: '已重做',

  queueProgress: (index: number, count: number) => `第 ${n(index)} 题，共 ${n(count)} 题`,
  queueOpen: (count: number) => (count === 0 ? '都已答复' : `还有 ${n(count)} 题未答`),
  queueLeft: (count: number) => `另有 ${n(count)} 题未列出`,
  queueEmpty: '没有可疑的合并，也没有可信度低的关系。',
  queueList: '全部待审问题',
  askMerge: (from: string, into: string) =>
    from === into ? `两篇报道中的「${from}」是同一个吗？` : `「${from}」就是「${into}」吗？`,
  askPair: (subject: string) => `这两个「${subject}」是同一个吗？`,
  askTie: '报道是这样说的吗？',
  yes: '是',
  no: '否',
  next: '下一题',
  previous: '上一题',
  mergeOther: '与另一个合并',
  answeredYes: '已答：是',
  answeredNo: '已答：否',
  grounds: '机器的依据',
  seenIn: '见于',

  said: (decision: Decision, relation: string, type: string): string => {
    switch (decision?.do) {
      case 'merge':
        return decision.entity[1] === decision.into[1]
          ? `两处的${name(decision.into)}是同一个`
          : `${name(decision.entity)}并入${name(decision.into)}`;
      case 'apart':
        return decision.entity[1] === decision.from[1]
          ? `两个${name(decision.from)}不是同一个`
          : `${name(decision.entity)}与${name(decision.from)}不是同一个`;
      case 'split':
        return `从${name(decision.entity)}中拆出${decision.name ?? decision.off.names?.join('、') ?? '另一个'}`;
      case 'rename':
        return `${name(decision.entity)}改名为「${decision.name}」`;
      case 'retype':
        return `${name(decision.entity)}的类型改为${type}`;
      case 'reject':
        return 'tie' in decision ? `${tie(decision.tie, relation)}不成立` : `${name(decision.entity)}不是名称`;
      case 'confirm':
        return `${tie(decision.tie, relation)}属实`;
      case 'note':
        return 'tie' in decision
          ? `批注${tie(decision.tie, relation)}：${decision.note}`
          : `批注${name(decision.entity)}：${decision.note}`;
      default:
        return '决定';
    }
  },
  lapse: (lapse: Lapse): string => {
    switch (lapse?.kind) {
      case 'no-entity':
        return `没有${name(lapse.entity)}这个名称`;
      case 'several-entities':
        return `${name(lapse.entity)}有 ${n(lapse.count)} 个，分不清是哪一个`;
      case 'one-entity':
        return `${name(lapse.entity)}与${name(lapse.from)}现在是同一个`;
      case 'nothing-to-split':
        return `${name(lapse.entity)}中没有要拆出的内容`;
      case 'all-to-split':
        return `${name(lapse.entity)}会被全部拆出，没有剩余`;
      case 'no-tie':
        return `没有报道说${name(lapse.tie[0])}与${name(lapse.tie[2])}有此关系`;
      case 'no-type':
        return `没有 ${lapse.type} 这个类型`;
      default:
        return '不再适用';
    }
  },
};
