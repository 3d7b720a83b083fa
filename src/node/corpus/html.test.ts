import { describe, expect, test } from 'vitest';
import { articleOfPage, declaredCharset } from './html.ts';

const FIRST = '云州市市长甲某某昨日在市政府会见了海川集团董事长乙某某一行，双方就电机工厂的选址与用地交换了意见。';
const SECOND = '海川集团将在云州高新区投资十二亿元，建设一座年产八十万套电机的工厂，计划两年以后建成投产。';
const SHORT = '签约仪式上';

function page(body: string, head = ''): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

const MENU = '<div class="nav"><a href="/">首页</a> <a href="/n">新闻</a> <a href="/f">财经</a></div>';
const RELATED =
  '<ul class="hot"><li><a href="/1">某地昨日下了一场很大的雪，交通受阻</a></li><li><a href="/2">热点图片</a></li></ul>';

describe('text', () => {
  test('paragraphs become lines, and menus, related links, scripts and comments are left', () => {
    const article = articleOfPage(
      page(
        `${MENU}<div class="main"><h1>市长会见海川集团客人</h1><p>${FIRST}</p><h2>${SHORT}</h2><p>${SECOND}</p></div>${RELATED}<script>document.write('坏')</script><!-- ${FIRST} --><div class="footer">版权所有</div>`,
      ),
    );
    expect(article).toEqual({ title: '市长会见海川集团客人', text: `${FIRST}\n${SHORT}\n${SECOND}` });
  });

  test('paragraphs that are only parted by line breaks stay apart', () => {
    expect(articleOfPage(page(`${MENU}<div>　　${FIRST}<br><br/>　　${SECOND}</div>${RELATED}`))?.text).toBe(
      `${FIRST}\n${SECOND}`,
    );
  });

  test('no blank comes from a line that the source wraps, and entities become characters', () => {
    const wrapped = FIRST.replace('会见', '会\n   见').replace('，', '&nbsp;&ldquo;&rdquo;，');
    expect(articleOfPage(page(`<p>${wrapped}</p>`))?.text).toBe(FIRST.replace('，', ' “”，'));
  });

  test('a piece of a page and a template with foreign tags are read', () => {
    expect(articleOfPage(`<%@ page pageEncoding="UTF-8"%><?php use x; ?><div><p><p>${FIRST}</p></p></div>`)?.text).toBe(
      FIRST,
    );
  });

  test('a page without running text is no article', () => {
    expect(articleOfPage(page(MENU + RELATED.replace('，', ' ')))).toBeUndefined();
    expect(articleOfPage('')).toBeUndefined();
  });

  test('nesting without end does no harm', () => {
    const deep = '<div>'.repeat(3000);
    expect(() => articleOfPage(`${deep}<p>${FIRST}</p>`)).not.toThrow();
  });
});

describe('what a page says of its article', () => {
  test('structured data and meta tags', () => {
    const data = {
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: '市长会见客人',
          datePublished: '2031-05-06T09:00:00+08:00',
          publisher: { name: '云州日报' },
          author: [{ name: '丙' }],
          url: 'https://news.invalid/1',
        },
      ],
    };
    const head = `<title>市长会见客人 - 云州日报网</title><meta property="og:site_name" content="云州日报网"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(articleOfPage(page(`<p>${FIRST}</p><p>${SECOND}</p>`, head))).toEqual({
      text: `${FIRST}\n${SECOND}`,
      title: '市长会见客人',
      date: '2031-05-06',
      publisher: '云州日报',
      author: '丙',
      url: 'https://news.invalid/1',
    });
  });

  test('lines around the article', () => {
    const body = `<h1>市长会见海川集团客人</h1><div><span>发布时间：2031-05-06</span> <span>来源：云州日报</span></div><div><p>${FIRST}</p><p>${SECOND}</p><p>（本文来源：云州日报）</p></div>`;
    expect(articleOfPage(page(body))).toMatchObject({
      title: '市长会见海川集团客人',
      date: '2031-05-06',
      publisher: '云州日报',
    });
  });

  test('an address that is not of the web is not taken', () => {
    const head =
      '<meta property="og:url" content="javascript:alert(1)"><meta name="pubdate" content="2031-05-06 08:00">';
    const article = articleOfPage(page(`<p>${FIRST}</p>`, head));
    expect(article?.url).toBeUndefined();
    expect(article?.date).toBe('2031-05-06');
  });

  test('the charset is found in both forms of the tag', () => {
    expect(declaredCharset(Buffer.from('<meta charset=GBK>'))).toBe('GBK');
    expect(declaredCharset(Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=big5"/>'))).toBe(
      'big5',
    );
    expect(declaredCharset(Buffer.from('<p>'))).toBeUndefined();
  });
});
