export type { Artifact } from './artifact.ts'
export { buildData } from './build-data.ts'
export { type DataSource, toDataSource } from './data-source.ts'
