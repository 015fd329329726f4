// What an officer tapped into his log, kept on this phone until the site has it.
globalThis.daywatchLog = daywatchQueue({ name: 'log', mine: '/log/mine', to: '/log/entries' })
