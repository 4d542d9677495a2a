/** The style of a printed or shown statement: paper, hairlines, one colour; dark where the reader asks for it. */
export const styles = `
:root{color-scheme:light dark;--ground:oklch(.985 .003 95);--surface:oklch(1 0 0);--line:oklch(.90 .006 95);--ink:oklch(.22 .02 250);--ink2:oklch(.45 .02 250);--ink3:oklch(.53 .015 250);--rampart:oklch(.50 .085 205);--kept:oklch(.52 .11 155);--watch:oklch(.53 .11 70);--watchfill:oklch(.70 .13 75);--breach:oklch(.55 .17 28);--test:oklch(.55 .15 305);--c1:oklch(.70 .13 75);--c2:oklch(.68 .09 235);--c3:oklch(.60 .10 160);--c4:oklch(.58 .13 45);--rest:oklch(.88 .01 95)}
@media (prefers-color-scheme:dark){:root{--ground:oklch(.17 .008 240);--surface:oklch(.21 .010 240);--line:oklch(.32 .012 240);--ink:oklch(.95 .005 95);--ink2:oklch(.78 .01 240);--ink3:oklch(.66 .01 240);--rampart:oklch(.76 .085 205);--kept:oklch(.76 .11 155);--watch:oklch(.82 .12 80);--watchfill:oklch(.70 .13 75);--breach:oklch(.72 .14 28);--test:oklch(.75 .12 305);--rest:oklch(.36 .012 240)}}
@media print{:root{color-scheme:light;--ground:#fff;--surface:#fff;--line:oklch(.86 .006 95);--ink:oklch(.22 .02 250);--ink2:oklch(.42 .02 250);--ink3:oklch(.48 .015 250);--rampart:oklch(.50 .085 205);--kept:oklch(.48 .11 155);--watch:oklch(.50 .11 70);--breach:oklch(.52 .17 28);--test:oklch(.52 .15 305);--rest:oklch(.88 .01 95)}}
@page{size:A4;margin:16mm 16mm 18mm}
*{box-sizing:border-box;margin:0}
body{background:var(--ground);color:var(--ink);font:15px/1.5 ui-sans-serif,system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{max-width:960px;margin:0 auto;padding:40px 24px 64px}
.brand{display:flex;gap:10px;align-items:center;font-weight:600;font-size:17px}.brand svg{width:24px;height:24px;color:var(--rampart)}
.brand span{margin-left:auto;font-weight:400;font-size:13px;color:var(--ink2)}
h1{font-size:28px;line-height:1.25;font-weight:600;letter-spacing:-.01em;margin:24px 0 4px;overflow-wrap:anywhere;max-width:44ch}
h2{font-size:19px;font-weight:600;line-height:1.3;margin-bottom:4px}h3{font-size:15px;font-weight:600;margin:24px 0 4px}
p{max-width:68ch}.lead{color:var(--ink2)}.note{color:var(--ink2);font-size:13px;margin-top:8px}
section{margin-top:40px}section>.lead{margin-bottom:12px}
.meta{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;font-size:13px;color:var(--ink2);margin-top:16px}.meta dt{color:var(--ink3)}.meta dd{overflow-wrap:anywhere}
.frame{max-width:none;border:1px solid var(--test);color:var(--test);border-radius:8px;padding:8px 12px;font-size:13px;margin-top:16px}
.hero{display:grid;grid-template-columns:minmax(0,32%) 1fr;gap:8px 32px;align-items:center;border:1px solid var(--line);border-radius:12px;background:var(--surface);padding:24px;margin-top:24px;break-inside:avoid}
.hero .number{font-size:40px;line-height:1.1;font-weight:600;letter-spacing:-.02em}.hero .word{font-size:15px;font-weight:600}
.kept{color:var(--kept)}.watch{color:var(--watch)}.breach{color:var(--breach)}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:0 24px;margin-top:16px}.tiles div{border-top:1px solid var(--line);padding:8px 0}.tiles b{display:block;font-size:17px;font-weight:600}.tiles span{font-size:13px;color:var(--ink2)}
table{border-collapse:collapse;width:100%;font-size:13px;margin-top:8px}
th{font-weight:600;color:var(--ink2);text-align:left;vertical-align:bottom;padding:6px 12px 6px 0;border-bottom:1px solid var(--ink3)}
td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td .kept,td b{white-space:nowrap}.barcell{width:16%}th:last-child,td:last-child{padding-right:0}.n{text-align:right;white-space:nowrap}tr.sum td{font-weight:600;border-bottom:1px solid var(--ink3)}
tr,.two,.short{break-inside:avoid}.lead{break-after:avoid;break-inside:avoid}thead{display:table-header-group}h2,h3{break-after:avoid}
code{font:12px/1.5 ui-monospace,"SFMono-Regular",Menlo,"DejaVu Sans Mono",monospace}.full{overflow-wrap:anywhere}
pre{font:12px/1.5 ui-monospace,"SFMono-Regular",Menlo,"DejaVu Sans Mono",monospace;border:1px solid var(--line);border-radius:8px;background:var(--surface);padding:12px 16px;white-space:pre-wrap;overflow-wrap:anywhere;margin-top:8px}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 40px}
figure{margin-top:12px;break-inside:avoid}figcaption{font-size:13px;color:var(--ink2);margin-top:4px}svg{display:block;width:100%;height:auto}svg text{font-size:12px;fill:var(--ink2)}svg .grid{stroke:var(--line)}
.key{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:13px;color:var(--ink2);margin-top:8px;padding:0;list-style:none}.key i{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:6px;vertical-align:-1px}
.bar{display:block;height:6px;border-radius:3px;background:var(--rampart);min-width:1px;margin-top:7px}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:12px;font-size:13px;color:var(--ink2)}
@media print{body{font-size:10.5pt}.page{max-width:none;padding:0}table,.meta,.note,figcaption,.key,.tiles span{font-size:8.5pt}section{margin-top:26px}code,pre{font-size:7.5pt}.hero .number{font-size:28pt}h1{font-size:19pt}h2{font-size:13pt}h3{font-size:10.5pt}.hero{padding:16px}}
@media (max-width:640px){.two,.tiles,.hero{grid-template-columns:1fr}.wide thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.wide tr{display:block;border-bottom:1px solid var(--line);padding:8px 0}.wide td{display:flex;gap:16px;border:0;padding:2px 0;text-align:left}.wide td:empty,.wide .barcell{display:none}.wide td::before{content:attr(data-label);color:var(--ink2);flex:0 0 40%;text-align:left}.wide td.n{justify-content:space-between;white-space:normal;text-align:right}.wide tr.sum td{border:0}}
`.trim()
