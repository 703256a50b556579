import { start } from './start/serve'

const development = process.argv.includes('--dev')

// The words of an error are for whoever typed the command;
start({ development }).catch((error: Error) => {
  console.error(`\n${error.message}`)
  process.exitCode = 1
})
