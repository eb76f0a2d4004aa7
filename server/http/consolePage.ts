import type { Entry } from './assets.ts'

/** The frame into which the console draws itself. */
export function consolePage({ nonce, assets }: { nonce: string; assets: Entry }): string {
  const styles = assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`)
  const imports = assets.imports.map((href) => `<link rel="modulepreload" href="${href}">`)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csp-nonce" content="${nonce}">
<meta name="robots" content="noindex">
<title>体验 Tiyan</title>
<link rel="icon" href="data:,">
${[...styles, ...imports].join('\n')}
</head>
<body>
<div id="root"></div>
<noscript><p>管理台需要 JavaScript。 / The console needs JavaScript.</p></noscript>
<script type="module" nonce="${nonce}" src="${assets.script}"></script>
</body>
</html>`
}
