export { type Preview, type PreviewSettings, startPreview } from './preview-server.ts'
