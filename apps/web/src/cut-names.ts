/** Names to show at once, and those that fold away. */
export type CutNames<Name> = { readonly shown: readonly Name[]; readonly folded: readonly Name[] }

/** Shows `limit` names and folds the rest; one more than that is shown too, since a fold would take its room. */
export function cutNames<Name>(names: readonly Name[], limit: number): CutNames<Name> {
  const cut = names.length > limit + 1 ? limit : names.length
  return { shown: names.slice(0, cut), folded: names.slice(cut) }
}
