/** `name symbol name symbol …`, read once. */
function table(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.trim().split(/\s+/)
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])))
}

/** Letters and other symbols that stand close to their neighbours. */
export const closeSymbols = table(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
  lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ
  varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ
  Omega Ω digamma ϝ varkappa ϰ
  infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ hbar ℏ ell ℓ Re ℜ Im ℑ
  aleph ℵ beth ℶ wp ℘ angle ∠ triangle △ square □ Box □ blacksquare ■ diamond ⋄ Diamond ◇ star ⋆ bigstar ★
  neg ¬ lnot ¬ top ⊤ bot ⊥ prime ′ degree ° dagger † ddagger ‡ checkmark ✓ S § P ¶ copyright © pounds £
  euro € yen ¥ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ imath ı jmath ȷ
  sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁
  bigotimes ⨂ bigodot ⨀ bigsqcup ⨆ surd √ ldots … dots … dotsc … dotsb … cdots ⋯ vdots ⋮ ddots ⋱
  langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] llbracket ⟦
  rrbracket ⟧ vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ | ‖ backslash ∖ colon : percent %
  aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß i ı j ȷ
  R ℝ N ℕ Z ℤ Q ℚ C ℂ E E
`)

/** Operators: spaced on both sides when the author spaced one. */
export const operators = table(`
  times × cdot · div ÷ pm ± mp ∓ ast ∗ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ cup ∪
  cap ∩ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ sqcup ⊔ sqcap ⊓ uplus ⊎ wr ≀ ltimes ⋉
  rtimes ⋊ bigcirc ◯ amalg ⨿ triangleleft ◁ triangleright ▷
`)

/** Relations and arrows: spaced on both sides wherever something stands on both. */
export const relations = table(`
  le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ approxeq ≊ sim ~ simeq ≃ cong ≅ equiv ≡
  propto ∝ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ lt < gt > doteq ≐ triangleq ≜ coloneqq ≔ asymp ≍ prec ≺ preceq ≼
  succ ≻ succeq ≽ in ∈ ni ∋ notin ∉ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ supsetneq ⊋
  sqsubseteq ⊑ sqsupseteq ⊒ mid | nmid ∤ parallel ∥ nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨
  therefore ∴ because ∵ to → rightarrow → longrightarrow → gets ← leftarrow ← longleftarrow ←
  leftrightarrow ↔ longleftrightarrow ↔ Rightarrow ⇒ Longrightarrow ⇒ implies ⇒ Leftarrow ⇐ Longleftarrow ⇐
  impliedby ⇐ Leftrightarrow ⇔ Longleftrightarrow ⇔ iff ⇔ mapsto ↦ longmapsto ↦ hookrightarrow ↪
  hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ rightleftharpoons ⇌ leadsto ⇝
  rightsquigarrow ⇝ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙
  nwarrow ↖ rightrightarrows ⇉ twoheadrightarrow ↠ leftrightarrows ⇆
`)

/** Accents as combining characters, put after the letter. */
export const combiningAccents = table(`
  hat \u0302 widehat \u0302 bar \u0304 overline \u0305 tilde \u0303 widetilde \u0303 vec \u20d7 overrightarrow \u20d7
  dot \u0307 ddot \u0308 check \u030c breve \u0306 acute \u0301 grave \u0300 mathring \u030a underline \u0332
`)

/** Raised and lowered characters that Unicode has. */
export const superscripts = table(`
  0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ = ⁼ ( ⁽ ) ⁾ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ i ⁱ j ʲ k ᵏ
  l ˡ m ᵐ n ⁿ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ A ᴬ B ᴮ D ᴰ E ᴱ G ᴳ H ᴴ I ᴵ J ᴶ K ᴷ L ᴸ M ᴹ N ᴺ O ᴼ
  P ᴾ R ᴿ T ᵀ U ᵁ V ⱽ W ᵂ β ᵝ γ ᵞ δ ᵟ θ ᶿ φ ᵠ χ ᵡ
`)

export const subscripts = table(`
  0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ
  r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ
`)
