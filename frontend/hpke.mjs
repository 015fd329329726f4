// What the tip door's script needs of HPKE (RFC 9180), and nothing else of the library.
export { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
