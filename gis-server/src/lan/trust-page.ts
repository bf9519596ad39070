/** /trust: how a phone comes to trust the house's own certificate, in both languages, with no script and no picture. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Middleware } from 'koa';

const certificatePath = '/trust/cloud-eye-ca.crt';

export function trustPage(authorityFile: string): Middleware {
  const pem = readFileSync(authorityFile, 'utf8');
  const { fingerprint256, subject, raw } = new X509Certificate(pem);
  const page = pageOf(subject.replace(/^CN=/, ''), fingerprint256);
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (ctx.path === certificatePath) {
      ctx.type = 'application/x-x509-ca-cert';
      ctx.set('Content-Disposition', 'attachment; filename="cloud-eye-ca.crt"');
      ctx.set('Cache-Control', 'no-store');
      ctx.body = raw;
      return;
    }
    if (ctx.path !== '/trust') return next();
    ctx.type = 'text/html; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = page;
  };
}

/** The fingerprint in pairs of lines that two people can read to each other. */
function pageOf(name: string, fingerprint: string): string {
  const print = fingerprint.replaceAll(':', ' ');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>信任云眼证书</title>
<style>
  body { max-width: 34rem; margin: 0 auto; padding: 1.2rem; background: #e9edf0; color: #15202a; font: 17px/1.6 sans-serif; }
  section { margin: 0 0 1rem; padding: 1rem; border-radius: .4rem; background: #fff; }
  h1 { font-size: 1.3rem; } h2 { margin: 0 0 .4rem; font-size: 1.05rem; }
  a.act { display: block; min-height: 3rem; margin: .6rem 0; border-radius: .4rem; background: #14567f; color: #fff; font-weight: 500; line-height: 3rem; text-align: center; text-decoration: none; }
  code { display: block; padding: .6rem; background: #f2f5f7; font-size: .9rem; overflow-wrap: anywhere; }
  ol { margin: 0; padding-left: 1.3rem; } p { margin: .4rem 0; }
</style>
<main>
<h1>信任云眼证书</h1>
<section lang="zh-CN">
  <p>手机要信任本单位这台服务器，才能定位、离线使用和安装外勤应用。每台手机只做一次。</p>
  <a class="act" href="${certificatePath}">1. 下载证书</a>
  <p>证书名称：${escaped(name)}。请与服务器窗口里显示的指纹核对，不一样就不要安装：</p>
  <code>${print}</code>
  <h2>安卓</h2>
  <ol><li>设置里搜索“CA 证书”或“从存储设备安装证书”，选“CA 证书”，选择刚下载的文件。</li><li>回到本页，点“打开外勤”。</li></ol>
  <h2>苹果</h2>
  <ol><li>设置 › 已下载描述文件 › 安装。</li><li>设置 › 通用 › 关于本机 › 证书信任设置，打开此证书。</li><li>回到本页，点“打开外勤”。</li></ol>
  <a class="act" href="/field">2. 打开外勤</a>
  <p>此证书只对内网地址有效，不能用于其他网站。</p>
</section>
<section lang="en">
  <h2>Trust the certificate of Cloud Eye</h2>
  <p>A phone that trusts this server can find its place, work without a network and install the field app. Once per phone.</p>
  <ol>
    <li><a href="${certificatePath}">Download the certificate</a> (${escaped(name)}) and compare the fingerprint above with the one in the server's terminal. If they differ, do not install it.</li>
    <li>Android: Settings, search for “CA certificate”, install the file. iPhone: Settings › Profile Downloaded › Install, then General › About › Certificate Trust Settings.</li>
    <li><a href="/field">Open the field app</a>.</li>
  </ol>
  <p>It is good for addresses of the local network and for no other site.</p>
</section>
</main>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
