/** Next's defaults. Without its own config file, this app would be built with the one of the project around it. */
export default { typescript: { ignoreBuildErrors: true } }
