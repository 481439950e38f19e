import { pictureSize } from '@broadsheet/view'
import { renderAsync } from '@resvg/resvg-js'
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
  // `Resvg.render` holds 8 MB outside of JavaScript's heap for each picture until the program rests.
  const picture = await renderAsync(svg, { font: { loadSystemFonts: false } })
  return picture.asPng()
}
