/** The vocabulary of arXiv's categories, as arXiv's own Atom names it. */
export const arxivScheme = 'http://arxiv.org/schemas/atom'
