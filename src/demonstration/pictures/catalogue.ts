import { cardCrops } from './figures/card-crops'
import { crossing } from './figures/crossing'
import { kawungConstruction } from './figures/kawung-construction'
import { raggedColumns } from './figures/ragged-columns'
import { segmentsFigure } from './figures/segments'
import { traces } from './figures/traces'
import {
  arsipPasar,
  bukuOmbak,
  dwilarik,
  kartuMuka,
  kisiKawung,
  lumbungKata,
  titikPenggal,
  trayekTerbuka,
} from './logos/projects'
import { damarSiregar, nurainiLatief, ratihKusumadewi } from './portraits/authors'
import { angkotHills } from './scenes/angkot-hills'
import { cardRelay } from './scenes/card-relay'
import { coffeeGlass } from './scenes/coffee-glass'
import { editingDesk } from './scenes/editing-desk'
import { islandsFerry } from './scenes/islands-ferry'
import { kawungCloth } from './scenes/kawung-cloth'
import { morningMarket } from './scenes/morning-market'
import { twoRivers } from './scenes/two-rivers'
import { typeSpecimen } from './scenes/type-specimen'

/** Every picture by its file name: the drawing as SVG, and the strength of the paper's grain on it. */
export const catalogue: Record<string, { svg: () => string | Promise<string>; grain: number }> = {
  'card-crops.webp': { svg: cardCrops, grain: 5 },
  'crossing.webp': { svg: crossing, grain: 5 },
  'kawung-construction.webp': { svg: kawungConstruction, grain: 5 },
  'ragged-columns.webp': { svg: raggedColumns, grain: 5 },
  'segments.webp': { svg: segmentsFigure, grain: 5 },
  'traces.webp': { svg: traces, grain: 5 },
  'angkot-hills.webp': { svg: angkotHills, grain: 5 },
  'card-relay.webp': { svg: cardRelay, grain: 5 },
  'coffee-glass.webp': { svg: coffeeGlass, grain: 5 },
  'editing-desk.webp': { svg: editingDesk, grain: 5 },
  'islands-ferry.webp': { svg: islandsFerry, grain: 5 },
  'kawung-cloth.webp': { svg: kawungCloth, grain: 5 },
  'morning-market.webp': { svg: morningMarket, grain: 5 },
  'two-rivers.webp': { svg: twoRivers, grain: 5 },
  'type-specimen.webp': { svg: typeSpecimen, grain: 5 },
  'damar-siregar.webp': { svg: damarSiregar, grain: 4 },
  'nuraini-latief.webp': { svg: nurainiLatief, grain: 4 },
  'ratih-kusumadewi.webp': { svg: ratihKusumadewi, grain: 4 },
  'arsip-pasar.png': { svg: arsipPasar, grain: 0 },
  'buku-ombak.png': { svg: bukuOmbak, grain: 0 },
  'dwilarik.png': { svg: dwilarik, grain: 0 },
  'kartu-muka.png': { svg: kartuMuka, grain: 0 },
  'kisi-kawung.png': { svg: kisiKawung, grain: 0 },
  'lumbung-kata.png': { svg: lumbungKata, grain: 0 },
  'titik-penggal.png': { svg: titikPenggal, grain: 0 },
  'trayek-terbuka.png': { svg: trayekTerbuka, grain: 0 },
}
