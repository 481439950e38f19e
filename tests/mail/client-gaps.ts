const noStyleSheet =
  'What MJML wrote on the elements remains: width, colours, sizes and space; headings, lists and links look as the client likes.'
const oneColumn = 'The layout is one column at any width, so nothing depends on it.'
const hidden = 'Hides the preheader in several ways at once; where one is missing another works.'
const colors =
  'Says that we bring dark colours; elsewhere the client keeps the light ones or inverts them, and both can be read.'
const listener = 'Helps a screen reader where it is kept; headings and their order carry the meaning.'
const spacing = 'Some space or a line is drawn otherwise; every word keeps its place.'
const onButton = 'MJML writes it on the button, which is as good without.'
const unused = 'The part that is missing is not used in our mails.'
const outlookWidth = 'Outlook takes the width from the ghost tables that MJML draws for it.'

/**
 * Every gap that caniemail's data shows for what our mails use in Gmail, Outlook, Apple Mail, Yahoo and Thunderbird,
 * with why reading does not suffer. Anything that is not listed here fails the test.
 * @see https://www.caniemail.com/
 */
export const acceptedGaps: Readonly<Record<string, string>> = {
  '<style> element': noStyleSheet,
  'Class selector': noStyleSheet,
  'Type selector': noStyleSheet,
  'ID selector': noStyleSheet,
  'Descendant combinator': noStyleSheet,
  'Chaining selectors': noStyleSheet,
  '@media': oneColumn,
  'max-width': outlookWidth,
  'width property': outlookWidth,
  'width attribute': outlookWidth,
  'display:none': hidden,
  opacity: hidden,
  overflow: hidden,
  'max-height property': hidden,
  'color-scheme CSS property': colors,
  'color-scheme meta tag': colors,
  'role attribute': listener,
  'lang attribute': 'Is missing only on table cells, and ours stands on the whole.',
  'dir attribute': 'Is wrong only on links, and ours stands on the whole.',
  direction: 'A client may turn a mail with Arabic or Hebrew words; nothing of ours asks it to.',
  padding: spacing,
  margin: spacing,
  border: spacing,
  'line-height': spacing,
  'letter-spacing': spacing,
  'word-spacing': spacing,
  'word-break': 'A very long word may be wider than its column.',
  outline: 'A reset by MJML for pictures, of which there are none.',
  'height property': 'A reset by MJML for pictures, of which there are none.',
  'white-space': 'Code is in a `pre` element, which keeps its lines by itself; long ones are not wrapped.',
  '<body> element': 'Its ground stands once more on the element inside.',
  '!important keyword': 'Stands after a space and only in style sheets, as the clients that know it ask.',
  cursor: onButton,
  'border-radius': onButton,
  'text-transform': onButton,
  'target attribute': onButton,
  'text-decoration': unused,
  display: unused,
  'font-weight': unused,
  'font-size': unused,
  'text-align': unused,
  background: unused,
  'align attribute': unused,
  '<ul>, <ol> and <dl>': unused,
}
