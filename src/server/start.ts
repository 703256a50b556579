import { start } from './start/serve'

const development = process.argv.includes('--dev')

// Without a stack: the message is for the person who typed the command.
start({ development }).catch((error: Error) => {
  console.error(`\n${error.message}`)
  process.exitCode = 1
})
