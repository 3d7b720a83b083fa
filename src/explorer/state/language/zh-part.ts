/** A network that is loaded in parts, in Chinese. */
const n = (count: number): string => count.toLocaleString('en-US');

export const zhPart = {
  shown: (nodes: number, nodeTotal: number, ties: number, tieTotal: number) =>
    `显示 ${n(nodes)} / ${n(nodeTotal)} 个名称，${n(ties)} / ${n(tieTotal)} 条关系`,
  title: '这里只是一部分',
  note: (loaded: number, total: number) =>
    `全部共 ${n(total)} 个名称，这里载入了关系最多的 ${n(loaded)} 个，另有 ${n(total - loaded)} 个未载入。搜索和路径查的是全部；筛选、统计、表格和导出只算已载入的。`,
  tiesLeftOut: (count: number) => `已载入的名称之间另有 ${n(count)} 条关系没有画出。`,
  notLoaded: '未载入',
  loading: '正在载入…',
  more: (ties: number) => `另有 ${n(ties)} 条关系通向未载入的名称`,
  expand: '载入相邻名称',
  allNeighbours: '相邻名称都已载入',
  unlisted: (count: number) => `另有 ${n(count)} 处未列出`,
  reasonsCut: '依据太多，这里没有全部列出',
  articleCut: '文中提到的太多，这里没有全部标出',
  meetingsCut: '会见太多，这里不是全部',
  questions: (count: number) => `另有 ${n(count)} 题问的是未载入的名称`,
  loadQuestions: '载入这些名称',
  decidedElsewhere: '本页未载入，构建时再定',
  failed: '服务器没有回答，请重试',
  searching: '正在查找全部名称…',
  pathAsking: '正在全部名称中查找路径…',
  pathAsked: '已在全部名称中查找',
  pathCapped: '名称太多，查找到上限为止，可能还有更短的路径',
};
