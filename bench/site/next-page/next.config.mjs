/** As Next comes. Without a file of its own, this app would be built with that of the project around it. */
export default { typescript: { ignoreBuildErrors: true } }
