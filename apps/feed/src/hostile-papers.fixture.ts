import type { ExamplePaper } from './publication.fixture.ts'

/** Papers whose every text tries to be more than text. */
export const hostilePapers: readonly ExamplePaper[] = [
  {
    id: '2510.10001',
    title: 'a < b && ]]> <script>alert(1)</script> &amp;lt; $λ$-GRPO',
    authors: `Bobby <b>Tables</b>, "Mother" & Sons, O'Brien, Ærøskøbing 李`,
    keywords: '<think>, R&D, ]]>, Math',
    abstract: 'Costs $5 to $10 <img src=x onerror=alert(1)> & ]]> ]]>, with $x < y$ and \\textit{care}.',
    summary:
      '[click](javascript:alert(1)) [data](data:text/html,hi) <FORK> `]]>` &#x1F600; &#0; &#xFFFE; <https://x.example/?a=1&b=2>',
  },
  {
    id: '2510.10002',
    title: '</item></entry><item> &lt;plain&gt; "quoted" \ufffd 😀',
    abstract: '<![CDATA[ never closed',
    summary:
      '```\n</entry> ]]> & <b>\n```\n\n| a | b |\n|---|---|\n| `<` | & |\n\n<iframe src="https://evil.example">',
  },
]
