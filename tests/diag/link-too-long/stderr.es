content/pages/about/en.md:3:1: error: esta dirección supera los 2000 bytes [link-too-long]
    3 | [Here](https://example.org/0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000…
      | ^
  consejo: Mire si lo es.
content/partners/unicef.yaml:6:10: error: esta dirección supera los 2000 bytes [link-too-long]
    6 | website: https://example.org/00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000…
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Mire si lo es.
2 errores
