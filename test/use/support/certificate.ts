/**
 * A certificate for `lab.example` and what is below it, until 2126, and its key. Nobody trusts it but a browser
 * that was told to trust everybody: the names are no one's, so the key protects nothing and may be read here.
 */

export const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIjtBqsB7GUE7i6nn
C8aFWWSI+yeoW9siM0Tfo6w0SQ2hRANCAATJuwCIr8SQwCethxCeIYB7Kgdu7RBK
iKblwBKgWZTA+bhZVeic9rBSp6fbkSBAL88q2RM+bZRtnEc8RQed9F7O
-----END PRIVATE KEY-----
`

export const cert = `-----BEGIN CERTIFICATE-----
MIIBqjCCAVCgAwIBAgIURF+QKu4DTNGk2Q/17ZlWDVPGgcEwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLbGFiLmV4YW1wbGUwIBcNMjYxMTI4MjA0OTMwWhgPMjEyNjEx
MDQyMDQ5MzBaMBYxFDASBgNVBAMMC2xhYi5leGFtcGxlMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEybsAiK/EkMAnrYcQniGAeyoHbu0QSoim5cASoFmUwPm4WVXo
nPawUqen25EgQC/PKtkTPm2UbZxHPEUHnfRezqN6MHgwHQYDVR0OBBYEFDSEzJ1M
TgioqY9QVsKRltLQcx8NMB8GA1UdIwQYMBaAFDSEzJ1MTgioqY9QVsKRltLQcx8N
MA8GA1UdEwEB/wQFMAMBAf8wJQYDVR0RBB4wHIILbGFiLmV4YW1wbGWCDSoubGFi
LmV4YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIhAOjr1VvCHec8A9+90bze+Lrh3Yvp
tc86NoCLHY4gDK9FAiATBgbAI0PbSu/FG9Hj6kboyM2ZsziCbPe+4sCCKenPlg==
-----END CERTIFICATE-----
`
