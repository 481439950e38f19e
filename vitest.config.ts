import { defineConfig } from 'vitest/config'

// Every workspace runs its own tests with this file through its package script.
export default defineConfig({ test: { testTimeout: 20_000 } })
