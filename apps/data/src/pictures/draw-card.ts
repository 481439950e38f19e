import { pictureSize } from '@broadsheet/view'
import { Resvg } from '@resvg/resvg-js'
import satori from 'satori'
import type { CardElement } from './card-element.ts'

/** A font's file and the name and weight that cards know it by. */
export type CardFont = { readonly name: string; readonly weight: 400 | 600; readonly data: Buffer }

/** A card as PNG. Text becomes outlines, so no font of the machine is asked for and the bytes are the same everywhere. */
export async function drawCard(element: CardElement, fonts: readonly CardFont[]): Promise<Uint8Array> {
  const svg = await satori(element, {
    ...pictureSize,
    fonts: fonts.map((font) => ({ ...font, style: 'normal' })),
  })
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
}
