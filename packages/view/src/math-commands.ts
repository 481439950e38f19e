import { toMathAlphabet } from './math-alphabets.ts'
import type { MathAtom } from './math-spacing.ts'
import { combiningAccents } from './math-symbols.ts'

/** Reads what follows a command: an argument, one in square brackets (or nothing), a delimiter. */
export type MathArguments = {
  readonly argument: () => string
  readonly option: () => string
  readonly delimiter: () => string
}

export type MathCommand = (follow: MathArguments) => MathAtom

/** TeX commands that are more than a symbol, by name without backslash. */
export const mathCommands: ReadonlyMap<string, MathCommand> = new Map<string, MathCommand>([
  ...named(
    `text textrm textbf textit textsf texttt textsc textnormal emph mathrm mathbf mathit mathsf mathtt mathnormal
    bm boldsymbol pmb mbox hbox operatorname mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner
    boxed fbox underbrace overbrace substack ensuremath cancel smash url uppercase lowercase`,
    ({ argument }) => close(argument()),
  ),
  ...named('mathcal mathscr cal', ({ argument }) => close(toPlainAlphabet(argument(), 'script'))),
  ...named('mathbb mathbbm mathds bbm', ({ argument }) =>
    close(toPlainAlphabet(argument(), 'double-struck')),
  ),
  ...named('mathfrak frak', ({ argument }) => close(toPlainAlphabet(argument(), 'fraktur'))),
  ...[...combiningAccents].map(([name, accent]): [string, MathCommand] => [
    name,
    ({ argument }) => close(accented(argument(), accent)),
  ]),
  ...named('frac dfrac tfrac cfrac nicefrac sfrac', ({ argument }) =>
    close(`${grouped(argument())}/${grouped(argument())}`),
  ),
  ...named('binom dbinom tbinom', ({ argument }) => close(`(${argument()} choose ${argument()})`)),
  ...named('sqrt', ({ argument, option }) => close(`${root(option())}${grouped(argument())}`)),
  ...named('overset stackrel', ({ argument }) => {
    const above = argument()
    return { text: `${argument()}^(${above})`, spacing: 'operator' }
  }),
  ...named('underset', ({ argument }) => {
    const below = argument()
    return { text: `${argument()}_(${below})`, spacing: 'operator' }
  }),
  ...named('xrightarrow xlongrightarrow', (follow) => arrow(follow, '→')),
  ...named('xleftarrow', (follow) => arrow(follow, '←')),
  ...named('pmod', ({ argument }) => close(` (mod ${argument()})`)),
  ...named('tag', ({ argument }) => close(` (${argument()})`)),
  ...named('not', ({ argument }) => ({ text: `${argument().trim()}\u0338`, spacing: 'relation' })),
  ...named('textcolor colorbox href', ({ argument }) => {
    argument()
    return close(argument())
  }),
  ...named(
    'label color hspace vspace phantom hphantom vphantom end rule ref eqref',
    ({ argument, option }) => {
      option()
      argument()
      return close('')
    },
  ),
  ...named('begin', ({ argument }) => {
    const environment = argument()
    if (environment === 'array' || environment === 'tabular') argument()
    return close('')
  }),
  ...named('left right middle', ({ delimiter }) => close(delimiter())),
  ...named(
    `big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm displaystyle textstyle scriptstyle
    scriptscriptstyle limits nolimits nonumber notag rm bf it sf tt sl em normalsize small footnotesize large Large
    tiny Huge huge xspace allowbreak protect centering hline relax strut mathstrut ! ( ) [ ] / -`,
    () => close(''),
  ),
  ...named(', ; : > quad qquad thinspace enspace space medspace thickspace hfill', () => space),
  [' ', () => space],
  ['\n', () => space],
  ['\\', () => close('; ')],
  ...named(
    `log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh min max sup inf lim limsup liminf arg
    argmax argmin det dim ker Pr gcd deg hom softmax sigmoid bmod mod`,
    (_, name) => ({ text: name === 'bmod' ? 'mod' : name, spacing: 'word' }),
  ),
])

const space: MathAtom = { text: ' ', spacing: 'space' }

function named(
  names: string,
  command: (follow: MathArguments, name: string) => MathAtom,
): readonly [string, MathCommand][] {
  return names.split(/\s+/).map((name) => [name, (follow) => command(follow, name)])
}

function close(text: string): MathAtom {
  return { text, spacing: 'close' }
}

/** Only letters of the first plane: mail clients and screen readers rarely know the others. */
function toPlainAlphabet(text: string, alphabet: string): string {
  return [...text].map((letter) => pickPlain(letter, toMathAlphabet(letter, alphabet))).join('')
}

function pickPlain(letter: string, written: string): string {
  return written.length === 1 ? written : letter
}

/** A combining accent goes on one letter; over a longer text it would land on the last. */
function accented(text: string, accent: string): string {
  return /^[\p{L}\p{N}]\p{M}*$/u.test(text) ? `${text}${accent}` : text
}

const roots: ReadonlyMap<string, string> = new Map([
  ['', '√'],
  ['2', '√'],
  ['3', '∛'],
  ['4', '∜'],
])

function root(degree: string): string {
  return roots.get(degree) ?? `${degree}√`
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}\p{M}.′₀-₉ₐ-ₜ°√∂∞%]*$/u.test(text) ? text : `(${text})`
}

function arrow({ argument, option }: MathArguments, sign: string): MathAtom {
  const below = option()
  const words = [argument(), below].filter((text) => text !== '').join('; ')
  return { text: words === '' ? sign : `${sign}(${words})`, spacing: 'relation' }
}
