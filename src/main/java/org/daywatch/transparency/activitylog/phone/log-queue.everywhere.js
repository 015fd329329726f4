// What an officer tapped into their log, kept on this phone until the site has it.
globalThis.daywatchLog = daywatchQueue({ name: 'log', mine: '/log/mine', to: '/log/entries', again: '/log' })
// Opened without a connection, the home-screen app has no address bar: whoever has a log on this phone finds the way to it.
for (const way of document.querySelectorAll('[data-kept="log"]')) way.hidden = !daywatchLog.profile()
